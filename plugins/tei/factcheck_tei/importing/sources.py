"""Sources: the bibl elements of a listBibl."""

from collections.abc import Iterator
from typing import get_args

from lxml import etree

from factcheck import Source

from .addresses import identifier, is_web, licence, link_of, other_address
from .agents import People
from .dates import date_of
from .document import Document
from .found import Found, Part, Value, part
from .leaves import Leaf, has_words
from .xml import child, children, tag_of

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
        self._made: dict[str, Part] = {}

    def source(self, annotation: etree._Element) -> Value | None:
        """The id of the source that an annotation's target is; None where that is no page."""
        target = self._document.attribute(annotation, "target")
        if self._document.exact or target is None or not is_web(target.text):
            return None
        if target.text not in self._listed:
            made = self._document.made(annotation, "source")
            self._listed[target.text] = made
            self._made[made] = part({"id": Value(made), "kind": Value("other"), "url": target})
        return Value(self._listed[target.text], target.leaves)

    def sources(self) -> Iterator[Part]:
        """The sources that were made."""
        return iter(self._made.values())


def sources(document: Document, people: People) -> Iterator[Part]:
    """Each source that a document lists, in its order."""
    for bibl in listed(document):
        yield _source(document, people, bibl)


def _address(document: Document, bibl: etree._Element) -> Value | None:
    return link_of(document, bibl, "url") or other_address(document, bibl)


def listed(document: Document) -> Iterator[etree._Element]:
    """The bibl elements that describe a source."""
    for bibl in document.all("bibl"):
        parent = bibl.getparent()
        if parent is not None and tag_of(parent) == "listBibl":
            yield bibl


def _source(document: Document, people: People, bibl: etree._Element) -> Part:
    language = child(bibl, "textLang")
    return part(
        {
            "id": document.identified(bibl, "source"),
            "kind": _kind(document, bibl),
            "title": _title(document, bibl),
            "description": note_of(document, bibl, "description"),
            "url": _address(document, bibl),
            "archived_url": link_of(document, bibl, "archived"),
            "publisher": people.mention(child(bibl, "publisher")),
            "authors": filter(None, map(people.mention, children(bibl, "author"))),
            "published": date_of(document, bibl, "published") or date_of(document, bibl, None),
            "modified": date_of(document, bibl, "modified"),
            "accessed": date_of(document, bibl, "accessed"),
            "language": document.attribute(language, "mainLang"),
            "licence": licence(document, bibl),
            "checksum": _checksum(document, bibl),
            "copy_of": _copy(document, bibl),
        }
    )


def note_of(document: Document, element: etree._Element, kind: str) -> Value | None:
    """The words of an element's note of this type."""
    note = child(element, "note", kind=kind)
    words = document.words(note)
    return words.by(Leaf(note, "type")) if words and note is not None else None


def _kind(document: Document, bibl: etree._Element) -> Value:
    given = document.attribute(bibl, "type")
    return given if given and given.value in _KINDS else Value("other")


def _title(document: Document, bibl: etree._Element) -> Value | None:
    """Its title; of a reference that is running text, all of it."""
    title = child(bibl, "title")
    if title is not None or document.exact:
        return document.words(title)
    running = any(map(has_words, (bibl.text, *(inner.tail for inner in bibl))))
    return document.words(bibl) if running else None


def _checksum(document: Document, bibl: etree._Element) -> Value | None:
    digest = identifier(document, bibl, "sha256")
    return Value(f"sha256:{digest.text}", digest.leaves) if digest else None


def _copy(document: Document, bibl: etree._Element) -> Found | None:
    copied = child(bibl, "relatedItem", kind="copyOf")
    if copied is None:
        return None
    return part(
        {
            "source": document.reference(copied, "target"),
            "kind": document.attribute(copied, "subtype"),
            "note": note_of(document, bibl, "copyOf"),
        },
        Leaf(copied, "type"),
    )
