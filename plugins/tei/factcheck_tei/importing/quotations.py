"""Quotations: the words that an annotation points to, and where they stand in the source."""

import re

from lxml import etree

from factcheck.drafts import Part, Value, part
from factcheck_tei.places import ID

from .document import Document
from .leaves import Leaf
from .xml import LANG, child, children, tag_of

_RANGE = re.compile(r"#string-range\((?P<block>[^,()\s]+)\s*,\s*(?P<offset>[0-9]{1,9})\s*,\s*(?P<length>[0-9]{1,9})\)")
_NUMBER = re.compile(r"[0-9]{1,15}", re.ASCII)
_QUOTING = ("quote", "q", "said", "cit")


def quotation(document: Document, annotation: etree._Element) -> Part[Leaf] | None:
    """The words quoted; None where the annotation points to a source as a whole."""
    target = annotation.get("target", "")
    found = _RANGE.fullmatch(target)
    block = document.part(f"#{found['block']}" if found else target)
    if block is None or (found is None and tag_of(block) not in _QUOTING):
        return None
    block = document.opened(block)
    quote = child(block, "quote") if found or tag_of(block) == "cit" else block
    if quote is None:
        words = ranged(document, annotation)
        return part({"exact": words}) if words else None
    note = child(annotation, "note", kind="quotation")
    scope = None if note is None else child(child(note, "bibl"), "biblScope")
    return part(
        {
            "exact": document.words(quote),
            "prefix": _around(document, block, "prefix"),
            "suffix": _around(document, block, "suffix"),
            "start": _number(document, scope, "from"),
            "end": _number(document, scope, "to"),
            "language": document.attribute(quote, LANG),
            "translated_from": _original(document, note),
        },
        Leaf(annotation, "target"),
    )


def ranged(document: Document, annotation: etree._Element) -> Value[Leaf] | None:
    """The words that a string-range() finds, to the character, where they are there."""
    found = _RANGE.fullmatch(annotation.get("target", ""))
    block = document.part(f"#{found['block']}") if found else None
    if found is None or block is None:
        return None
    words = document.part_of_text(block, int(found["offset"]), int(found["length"]))
    return Value(words, (Leaf(annotation, "target"), Leaf(block, ID))) if words else None


def _around(document: Document, block: etree._Element, kind: str) -> Value[Leaf] | None:
    seg = child(block, "seg", kind=kind)
    words = document.words(seg)
    return words.by(Leaf(seg, "type")) if words and seg is not None else None


def _number(document: Document, scope: etree._Element | None, name: str) -> Value[Leaf] | None:
    """A place in code points; in other units nobody could count it."""
    given = document.attribute(scope, name)
    if scope is None or given is None or scope.get("unit") != "codepoint" or not _NUMBER.fullmatch(given.text):
        return None
    return Value(int(given.text), (*given.places, Leaf(scope, "unit")))


def _original(document: Document, note: etree._Element | None) -> Value[Leaf] | None:
    for related in children(child(note, "bibl"), "relatedItem", kind="translationOf"):
        language = document.attribute(child(child(related, "bibl"), "textLang"), "mainLang")
        if language:
            return language.by(Leaf(related, "type"))
    return None
