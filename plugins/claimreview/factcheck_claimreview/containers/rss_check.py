"""What is wrong with an RSS feed of ours: XML, our RELAX NG schema, and each item's ClaimReview; item by item."""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any, BinaryIO

from lxml import etree

from factcheck import Finding
from factcheck_claimreview.check import problems as review_problems

from .rules import RULES
from .schemas import content

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_REVIEW = "{https://schema.org}review"
_MOST = 1_000


def problems(file: BinaryIO) -> list[Finding]:
    """All of them, a thousand at the most; memory does not grow with the feed."""
    return list(islice(_problems(file), _MOST))


def _problems(file: BinaryIO) -> Iterator[Finding]:
    events = etree.iterparse(
        file, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    number, root = 0, None
    try:
        for event, element in events:
            if root is None:
                root = element
                if element.getroottree().docinfo.doctype:
                    yield RULES["rss-no-xml"].finding("a feed has no DOCTYPE")
                    return
            if event == "end" and element.tag == "item":
                number += 1
                yield from _of_item(element, f"/rss/channel/item[{number}]")
                parent = element.getparent()
                if parent is not None:
                    parent.remove(element)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        yield RULES["rss-no-xml"].finding(error.msg or "it is empty").at(None, line or None, column or None)
        return
    if root is not None:
        yield from _of_schema(_schema("rss"), root, "")


def _of_item(item: Any, place: str) -> Iterator[Finding]:
    yield from _of_schema(_schema("item"), item, place)
    for review in item.iter(_REVIEW):
        for finding in review_problems((review.text or "").encode()):
            yield finding._replace(path=f"{place}/schema:review, {finding.path or '/'}").at(None, review.sourceline)


def _of_schema(schema: Any, element: Any, place: str) -> Iterator[Finding]:
    if not schema.validate(element):
        error = schema.error_log.last_error
        yield RULES["rss-schema"].finding(error.message, place).at(None, error.line)


@cache
def _schema(start: str) -> Any:
    """The grammar that begins with this element: items are judged one by one, and the channel without them."""
    grammar = etree.fromstring(content("defacto-rss.rng"))
    for beginning in grammar.iterfind(f"{_RNG}start/{_RNG}ref"):
        beginning.set("name", start)
    return etree.RelaxNG(grammar)
