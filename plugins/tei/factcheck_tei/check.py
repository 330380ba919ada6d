"""Whether bytes are the TEI that this exporter writes: XML, then the schema, then the pointers and the prefixes of ids."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import chain, islice

from lxml import etree

from factcheck import Finding

from .links import link_problems
from .places import place
from .rules import RULES
from .unique import prefix_problems

_MOST_BYTES = 64 * 2**20
_MOST_PROBLEMS = 1000  # each is told with its place among its siblings, which takes time to count
_PREFIXED = re.compile(r"[^/\[\]]+:[^/\[\]]+")  # a step by a prefix, which stands for a namespace in the document alone
_SCHEMA = "tei/factcheck-tei.rng"


def problems(body: bytes) -> list[Finding]:
    """What is wrong with a document, the first thousand pointers that lead nowhere among it.

    Bytes that are no XML, hold a DOCTYPE or pass 64 MiB go no further.
    """
    return checked(body)[1]


def checked(body: bytes) -> tuple[etree._Element | None, list[Finding]]:
    """The root of a document, where it can be parsed, and its `problems`."""
    if len(body) > _MOST_BYTES:
        return None, [_error("tei-size", f"{len(body)} bytes are more than {_MOST_BYTES}")]
    if b"<!DOCTYPE" in body:
        return None, [_error("tei-doctype", "a DOCTYPE is refused: entities can hide text and exhaust memory")]
    try:
        root = etree.fromstring(body, _parser())
    except etree.XMLSyntaxError as error:
        return None, [_error("tei-syntax", error.msg or "this is no XML", line=error.lineno)]
    return root, [*_schema_errors(root), *islice(chain(link_problems(root), prefix_problems(root)), _MOST_PROBLEMS)]


def _parser() -> etree.XMLParser:
    # Comments would split the text that string-range() counts.
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _schema_errors(root: etree._Element) -> Iterator[Finding]:
    if _schema().validate(root):
        return
    schema = _compiled()  # the log belongs to a schema, and another thread may be using the shared one
    schema.validate(root)
    for entry in schema.error_log:
        yield _error("tei-schema", entry.message, _path(root, entry.path), entry.line)


def _path(root: etree._Element, xpath: str | None) -> str:
    """The same XPath in the names of the TEI: libxml2 writes an element of a namespace as `*[2]`, or with its prefix."""
    found = root.xpath(_PREFIXED.sub(r"*[name()='\g<0>']", xpath)) if xpath else None
    return place(found[0]) if isinstance(found, list) and etree.iselement(found[0]) else ""


@cache
def _schema() -> etree.RelaxNG:
    return _compiled()


def _compiled() -> etree.RelaxNG:
    return etree.RelaxNG(etree.fromstring(files("factcheck_schemas").joinpath(_SCHEMA).read_bytes()))


def _error(rule: str, message: str, path: str = "", line: int | None = None) -> Finding:
    return RULES[rule].finding(message, path).at(None, line or None)
