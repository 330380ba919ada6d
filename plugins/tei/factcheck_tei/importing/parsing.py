"""Bytes to the root of a document, with nothing resolved, followed or fetched."""

import codecs
import re
from typing import NamedTuple

from lxml import etree

from factcheck import Finding, Input, ReadingError
from factcheck_tei.places import line_of, name
from factcheck_tei.rules import RULES

MOST_BYTES = 64_000_000
_MOST_MARKS = 1_000_000
_MOST_ATTRIBUTES = 1_000
_MOST_PLACES = 200_000_000  # characters: each place may become a finding's
_STEP = 8  # characters: the slash before a name, and the number after it
_DOCTYPE = "<!DOCTYPE"
_UTF8 = "utf-8"
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""\s*<\?xml[^>]{1,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_UNICODE = re.compile(r"utf-?8|us-ascii|ascii", re.IGNORECASE)
_WIDE = re.compile(r"utf-?(?:16|32)(?:[lb]e)?|ucs-?[24]|iso-10646-ucs-[24]", re.IGNORECASE)
_KNOWN = re.compile(r"iso-?8859-[0-9]{1,2}|windows-125[0-8]|koi8-[ru]", re.IGNORECASE)
_LIMITS = {
    "Excessive depth": "elements are nested more than 256 deep",
    "too long": "a text or a name is longer than 10 MB",
    "huge text": "a text is longer than 10 MB",
    "XML_PARSE_HUGE": "a text or a name is longer than 10 MB",
}
"""What is said where libxml2 would speak of an option that nobody here can set."""


class Parsed(NamedTuple):
    """The root of a document, what was put right before it could be parsed, and how large it is."""

    root: etree._Element
    findings: tuple[Finding, ...]
    characters: int
    marks: int


def parsed(source: Input) -> Parsed:
    """The document of an input. Raises ReadingError for what is no XML, has a DOCTYPE or is too large."""
    text, findings = _text(source.whole(MOST_BYTES))
    if _DOCTYPE in text:
        raise _refused("tei-doctype", "a DOCTYPE is refused: entities can hide text and exhaust memory")
    marks = text.count("<") + text.count("=")
    if marks > _MOST_MARKS:
        raise _refused("tei-size", f"there are more than {_MOST_MARKS:,} tags and attributes")
    try:
        root = etree.fromstring(text.encode(), _parser())
    except etree.XMLSyntaxError as error:
        raise _syntax(error) from None
    # libxml2 looks through all attributes of an element for each one.
    crowded = next((node for node in root.iter("*") if len(node.attrib) > _MOST_ATTRIBUTES), None)
    if crowded is not None:
        message = f"an element has more than {_MOST_ATTRIBUTES:,} attributes"
        raise _refused("tei-size", message, line_of(crowded))
    _refuse_long_places(root)
    return Parsed(root, findings, len(text), marks)


def _refuse_long_places(root: etree._Element) -> None:
    """Refuse names so long, around so much, that the places of all elements and attributes would fill any memory."""
    written, lengths = 0, [0]
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "end":
            lengths.pop()
            continue
        length = lengths[-1] + len(name(node)) + _STEP
        written += length * (1 + len(node.attrib)) + sum(map(len, node.attrib))
        if written > _MOST_PLACES:
            message = (
                f"it is so deep, and its names so long, that places in it have more than {_MOST_PLACES:,} characters"
            )
            raise _refused("tei-size", message, line_of(node))
        if event == "start":
            lengths.append(length)


def _parser() -> etree.XMLParser:
    # The text is in UTF-8 when it gets here, whatever the document declares; an id may stand twice in a corpus.
    return etree.XMLParser(
        encoding=_UTF8, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False
    )


def _text(body: bytes) -> tuple[str, tuple[Finding, ...]]:
    """The document as text: by its byte order mark, as UTF-8 where it is that, else as it declares."""
    marked = next((encoding for mark, encoding in _BOMS if body.startswith(mark)), None)
    declared = _DECLARED.match(body)
    name = declared[1].decode("ascii") if declared else _UTF8
    if marked or _UNICODE.fullmatch(name):
        return _decoded(body, marked or _UTF8), ()
    if _WIDE.fullmatch(name) or (not body.isascii() and _is_utf8(body)):
        message = f"it declares to be in {name} and is in UTF-8"
        repair = RULES["tei-declared-encoding"].finding(message, stood=name, made="UTF-8").at(None, 1)
        return _decoded(body, _UTF8), (repair,)
    if not _KNOWN.fullmatch(name):
        raise _refused("tei-encoding", f"the encoding `{name}` is none of those that are read; UTF-8 is", line=1)
    return _decoded(body, name), ()


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode(_UTF8)
    except UnicodeDecodeError:
        return False
    return True


def _decoded(body: bytes, encoding: str) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise _refused("tei-encoding", f"this is not text in {encoding}: {error.reason}", line=line) from None
    except LookupError:
        raise _refused("tei-encoding", f"there is no encoding `{encoding}`", line=1) from None


def _syntax(error: etree.XMLSyntaxError) -> ReadingError:
    said = error.msg or "this is no XML"
    message = next((plain for theirs, plain in _LIMITS.items() if theirs in said), said)
    return _refused("tei-syntax", message, line=error.lineno or None)


def _refused(rule: str, message: str, line: int | None = None) -> ReadingError:
    return ReadingError([RULES[rule].finding(message).at(None, line)])
