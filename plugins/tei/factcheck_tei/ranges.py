"""What string-range() finds, set beside the words that it has to find.

https://tei-c.org/release/doc/tei-p5-doc/en/html/SA.html#SATSSR
"""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from .ids import text_of_source_id
from .paragraphs import digest
from .places import TEI
from .strings import text_of

RANGE = re.compile(r"#string-range\((?P<block>[^,()]+),(?P<offset>[0-9]{1,9}),(?P<length>[0-9]{1,9})\)")
_SHOWN = 200  # characters
_Problem = tuple[str, str]


class Ranges:
    """The ranges of a document, whose parts are given by id; the text of what they lead into is read once."""

    def __init__(self, parts: Mapping[str, etree._Element]) -> None:
        self._parts = parts
        self._texts: dict[etree._Element, str] = {}

    def problems(self, element: etree._Element, found: re.Match[str]) -> Iterator[_Problem]:
        """The rule and a message where the range of this element finds other words than it says, or in another text."""
        block, offset, length = self._parts[found["block"]], int(found["offset"]), int(found["length"])
        if _is_of_texts(element):
            yield from self._in_text(element, block, offset, length)
        else:
            yield from self._in_block(block, offset, length)

    def _in_block(self, block: etree._Element, offset: int, length: int) -> Iterator[_Problem]:
        """The words of a quotation, in the block that holds it with the words around it."""
        quote = block.find(f"{TEI}quote")
        if quote is None:
            yield "tei-string-range", "the block that the range points into holds no quote"
            return
        words = text_of(quote)
        start = sum(len(text_of(earlier)) for earlier in quote.itersiblings(preceding=True))
        if (offset, length) != (start, len(words)):
            yield (
                "tei-string-range",
                f"{self._shown(block, offset, length)}; {_wanted(words)}, at {start} for {len(words)}",
            )

    def _in_text(self, element: etree._Element, block: etree._Element, offset: int, length: int) -> Iterator[_Problem]:
        """The words that an element gives, in the text of a source."""
        holder, wanted = _holder(block), self._holder_wanted(element)
        if holder is None or holder is not wanted:
            yield "tei-wrong-pointer", "the range points into another text than that of the source that is meant"
        words = self._words(element)
        if length != len(words) or not self._text(block).startswith(words, offset):
            yield "tei-string-range", f"{self._shown(block, offset, length)}; {_wanted(words)}"

    def _words(self, element: etree._Element) -> str:
        """What a range has to find: the words found or quoted, a lemma, a reading."""
        if element.tag == f"{TEI}rdg":
            return text_of(element)
        if element.tag == f"{TEI}app":
            return _said(element, "lem")
        if element.find(f"{TEI}note") is not None:
            return _said(element, "note[@type='found']", "quote")
        quoting = self._at(element, "corresp")
        block = RANGE.fullmatch("" if quoting is None else quoting.get("target", ""))
        held = self._parts.get(block["block"]) if block else None
        return "" if held is None else _said(held, "quote")

    def _holder_wanted(self, element: etree._Element) -> etree._Element | None:
        """The TEI that a range has to lead into: of the source quoted, or of the witness."""
        if element.tag == f"{TEI}app":
            return self._witness(element.find(f"{TEI}lem"))
        if element.get("wit"):
            return self._witness(element)
        annotation = next(element.iterancestors(f"{TEI}annotation"), element)
        quoting = self._at(annotation, "corresp")
        source = "" if quoting is None else quoting.get("source", "")[1:]
        return self._parts.get(text_of_source_id(source))

    def _witness(self, reading: etree._Element | None) -> etree._Element | None:
        witness = self._at(reading, "wit")
        return self._at(witness, "corresp")

    def _at(self, element: etree._Element | None, attribute: str) -> etree._Element | None:
        return None if element is None else self._parts.get(element.get(attribute, "")[1:])

    def _text(self, block: etree._Element) -> str:
        if block not in self._texts:
            self._texts[block] = text_of(block)
        return self._texts[block]

    def _shown(self, block: etree._Element, offset: int, length: int) -> str:
        return f"the range finds {self._text(block)[offset : offset + min(length, _SHOWN)]!r}"


def text_problems(root: etree._Element) -> Iterator[tuple[etree._Element, _Problem]]:
    """Each text of a source that is not the one whose SHA-256 its header gives."""
    for tei in root.iterchildren(f"{TEI}TEI"):
        stated = tei.find(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}publicationStmt/{TEI}idno[@type='sha256']")
        body = tei.find(f"{TEI}text/{TEI}body")
        if tei.get("type") != "source" or stated is None or body is None:
            continue
        made = digest(text_of(body))
        if stated.text != made:
            yield stated, ("tei-text-changed", f"the text has the SHA-256 {made}")


def _is_of_texts(element: etree._Element) -> bool:
    parent = element.getparent()
    listed = parent is not None and parent.get("type") == "quotations"
    return listed or element.tag in (f"{TEI}app", f"{TEI}rdg")


def _holder(block: etree._Element) -> etree._Element | None:
    return next(block.iterancestors(f"{TEI}TEI"), None)


def _said(element: etree._Element, *steps: str) -> str:
    found = element.find("/".join(f"{TEI}{step}" for step in steps))
    return "" if found is None else text_of(found)


def _wanted(words: str) -> str:
    return f"the words are {words[:_SHOWN]!r}"
