"""Sources: the bibl elements of a listBibl."""

import re
from collections.abc import Iterator
from typing import get_args

from lxml import etree

from factcheck import Source
from factcheck.drafts import Found, Part, Repair, Value, part
from factcheck_tei.places import ID
from factcheck_tei.rules import RULES

from .addresses import identifier, is_web, licence, link_of, other_address
from .agents import People
from .dates import date, date_of
from .document import Document
from .leaves import Leaf, has_words
from .xml import child, children, tag_of

BIBLS = ("bibl", "biblStruct")
_WORD = re.compile(r"[A-Z]?[a-z]+")
_COPIED = re.compile(r"(syndicated|reposted|translated|excerpted)From")
_KINDS = get_args(Source.model_fields["kind"].annotation)


class Pages:
    """The pages on the web that annotations point to, where no listed source has that address."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._listed = {
            address.text: document.identified(bibl, "source").value
            for bibl in listed(document)
            if (address := _address(document, bibl))
        }
        self._made: dict[str, Part[Leaf]] = {}

    def source(self, annotation: etree._Element) -> Value[Leaf] | None:
        """The id of the source that an annotation's target is; None where that is no page."""
        target = self._document.attribute(annotation, "target")
        if self._document.exact or target is None or not is_web(target.text):
            return None
        if target.text not in self._listed:
            made = self._document.made(annotation, "source")
            self._listed[target.text] = made
            self._made[made] = part({"id": Value(made), "kind": Value("other"), "url": target})
        return Value(self._listed[target.text], target.places)

    def sources(self) -> Iterator[Part[Leaf]]:
        """The sources that were made."""
        return iter(self._made.values())


def sources(document: Document, people: People) -> Iterator[Part[Leaf]]:
    """Each source that a document lists, in its order."""
    for bibl in listed(document):
        yield _source(document, people, bibl)


def _within(bibl: etree._Element) -> list[etree._Element]:
    """Where a biblStruct says what it describes: as a part before the whole; a bibl says it itself."""
    monogr = child(bibl, "monogr")
    inner = (child(bibl, "analytic"), monogr, child(monogr, "imprint"))
    return [bibl, *(each for each in inner if each is not None)]


def _first(within: list[etree._Element], tag: str) -> etree._Element | None:
    return next((found for each in within for found in children(each, tag)), None)


def _address(document: Document, bibl: etree._Element) -> Value[Leaf] | None:
    found = (link_of(document, each, "url") or other_address(document, each) for each in _within(bibl))
    return next(filter(None, found), None)


def _published(document: Document, within: list[etree._Element]) -> Value[Leaf] | None:
    found = (date_of(document, each, kind) for kind in ("published", None) for each in within)
    return next(filter(None, found), None)


def _noted(document: Document, bibl: etree._Element, kind: str) -> Value[Leaf] | None:
    """The date in an element's note of this type."""
    note = None if document.exact else child(bibl, "note", kind=kind)
    value = date(document, child(note, "date"))
    return value.by(Leaf(note, "type")) if value and note is not None else None


def listed(document: Document) -> Iterator[etree._Element]:
    """The bibl elements that describe a source."""
    for bibl in document.all(*BIBLS):
        parent = bibl.getparent()
        listed_there = parent is not None and tag_of(parent) == "listBibl"
        if listed_there or f"#{bibl.get(ID)}" in document.pointers:
            yield bibl


def _source(document: Document, people: People, bibl: etree._Element) -> Part[Leaf]:
    within = _within(bibl)
    language = _first(within, "textLang")
    authors = (author for each in within[:2] for author in children(each, "author"))
    return part(
        {
            "id": document.identified(bibl, "source"),
            "kind": _kind(document, bibl),
            "title": _title(document, bibl),
            "description": note_of(document, bibl, "description"),
            "url": _address(document, bibl),
            "archived_url": link_of(document, bibl, "archived"),
            "publisher": people.mention(_first(within, "publisher")),
            "authors": filter(None, map(people.mention, authors)),
            "published": _published(document, within),
            "modified": date_of(document, bibl, "modified"),
            "accessed": date_of(document, bibl, "accessed") or _noted(document, bibl, "accessed"),
            "language": document.attribute(language, "mainLang"),
            "licence": licence(document, bibl),
            "checksum": _checksum(document, bibl),
            "copy_of": _copy(document, bibl),
        }
    )


def note_of(document: Document, element: etree._Element, kind: str) -> Value[Leaf] | None:
    """The words of an element's note of this type."""
    note = child(element, "note", kind=kind)
    words = document.words(note)
    return words.by(Leaf(note, "type")) if words and note is not None else None


def _kind(document: Document, bibl: etree._Element) -> Value[Leaf]:
    given = document.attribute(bibl, "type")
    if given is None:
        return Value("other")
    if given.value in _KINDS:
        return given
    named = {word.lower() for word in _WORD.findall(given.text)} & set(_KINDS)
    return Value(named.pop(), given.places, Repair(RULES["tei-source-kind"])) if len(named) == 1 else Value("other")


def _title(document: Document, bibl: etree._Element) -> Value[Leaf] | None:
    """Its title; of a reference that is running text, all of it."""
    title = _first(_within(bibl), "title")
    if title is not None or document.exact:
        return document.words(title)
    running = any(map(has_words, (bibl.text, *(inner.tail for inner in bibl))))
    return document.words(bibl) if running else None


def _checksum(document: Document, bibl: etree._Element) -> Value[Leaf] | None:
    digest = identifier(document, bibl, "sha256")
    return Value(f"sha256:{digest.text}", digest.places) if digest else None


def _copy(document: Document, bibl: etree._Element) -> Found[Leaf] | None:
    copied = child(bibl, "relatedItem", kind="copyOf")
    if copied is None:
        return None if document.exact else _copied_from(document, bibl)
    return part(
        {
            "source": document.reference(copied, "target"),
            "kind": document.attribute(copied, "subtype"),
            "note": note_of(document, bibl, "copyOf"),
        },
        Leaf(copied, "type"),
    )


def _copied_from(document: Document, bibl: etree._Element) -> Found[Leaf] | None:
    """A copy by a `relatedItem` whose type says from what and how: `syndicatedFrom`."""
    for related in children(bibl, "relatedItem"):
        kind = _COPIED.fullmatch(related.get("type", ""))
        if kind:
            return part(
                {
                    "source": document.reference(related, "target"),
                    "kind": Value(kind[1], (Leaf(related, "type"),)),
                    "note": document.words(related),
                }
            )
    return None
