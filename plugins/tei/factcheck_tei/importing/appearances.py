"""Appearances of a claim: where it stands, in which words, and the way it took there."""

from collections.abc import Iterator

from lxml import etree

from factcheck.drafts import Part, Value, part

from .annotations import Annotations
from .document import Document
from .leaves import Leaf
from .quotations import quotation
from .sources import BIBLS, note_of
from .xml import child, children, descend

_FIRST = "#appearance.first"
_RENDERING = "#rendering."


def appearances(document: Document, annotations: Annotations, claim: etree._Element) -> Iterator[Part[Leaf]]:
    """Each appearance of a claim, in its order."""
    for annotation in annotations.on("appearances", claim, "claim"):
        said = annotation.get("ana", "").split()
        understood = all(each == _FIRST or each.startswith(_RENDERING) for each in said)
        leaves = (Leaf(annotation, "ana"),) if understood else ()
        yield part(
            {
                "id": document.own_id(annotation),
                "source": source_of(document, annotation),
                "quotation": quotation(document, annotation),
                "first": Value(value=True, places=leaves) if _FIRST in said else None,
                "attributed_to": note_of(document, annotation, "attribution"),
                "rendering": (
                    Value(each.removeprefix(_RENDERING), leaves) for each in said if each.startswith(_RENDERING)
                ),
                "relays": _relays(document, annotation),
            },
            *annotations.leaves(annotation),
        )


def appearances_in_sources(document: Document, annotation: etree._Element) -> Iterator[Part[Leaf]]:
    """One in each source that a claim's annotation names, with the words in the one that the text is of."""
    sources = document.references(annotation, "source")
    transcribed = transcript_of(document)
    pointed = document.pointed(annotation, "target")
    for source, element in zip(sources, document.pointed(annotation, "source"), strict=True):
        words = document.words(pointed[0]) if len(pointed) == 1 and element is transcribed else None
        yield part({"source": source, "quotation": part({"exact": words}) if words else None})


def transcript_of(document: Document) -> etree._Element | None:
    """The source that the text is a transcript of; None where it is of none or of several."""
    described = descend(document.header, "fileDesc", "sourceDesc")
    found = [*children(described, *BIBLS), *children(child(described, "listBibl"), *BIBLS)]
    return found[0] if len(found) == 1 else None


def source_of(document: Document, annotation: etree._Element) -> Value[Leaf] | None:
    """The source of what an annotation quotes: by @source, else the one that it points to."""
    return document.reference(annotation, "source") or document.reference(annotation, "target")


def _relays(document: Document, annotation: etree._Element) -> Iterator[Part[Leaf]]:
    """Who passed the words on, numbered from the claimant outwards where they are."""
    found = [
        relation
        for relation in document.pointing("relation", "passive", annotation)
        if relation.get("name") == "relays"
    ]
    for relation in sorted(found, key=_number):
        yield part(
            {"by": document.reference(relation, "active"), "verb": document.words(child(relation, "desc"))},
            Leaf(relation, "name"),
            Leaf(relation, "passive"),
        )


def _number(relation: etree._Element) -> int:
    number = relation.get("n", "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0
