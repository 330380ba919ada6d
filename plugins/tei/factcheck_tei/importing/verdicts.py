"""Verdicts: on which claim, with which label, for which reasons; and what they were before."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import get_args

from lxml import etree

from factcheck import Evidence
from factcheck.drafts import Found, Part, Value, part
from factcheck_tei.places import TEI

from .addresses import link_of
from .agents import People
from .annotations import Annotations
from .appearances import source_of
from .dates import date, when
from .document import Document
from .leaves import Leaf
from .quotations import quotation
from .xml import LANG, child, children, tag_of, tidy

_STANCE = "#stance."
_STANCES = get_args(Evidence.model_fields["stance"].annotation)
_AUTHOR = re.compile(r"author(?: of the review)?|fact-?checker", re.IGNORECASE)
_EXPLAINING = (None, "explanation", "ratingExplanation", "reviewBody")


def rated(document: Document, annotations: Annotations) -> list[etree._Element]:
    """The categories that verdicts point to, those of verdicts that claims carry themselves among them."""
    judged = chain(annotations.of("verdicts"), annotations.of("claims"))
    pointed = (found for annotation in judged for found in document.pointed(annotation, "ana"))
    return [found for found in pointed if tag_of(found) == "category"]


def verdicts(document: Document, annotations: Annotations, people: People) -> Iterator[Part[Leaf]]:
    """Each verdict; a claim that points to a label itself has one without an id."""
    for annotation in annotations.of("verdicts"):
        yield part(
            {
                "id": document.identified(annotation, "verdict"),
                "claim": document.reference(annotation, "target"),
                **_judgement(document, annotations, people, annotation),
            },
            *annotations.leaves(annotation),
        )
    for annotation in annotations.of("claims"):
        if any(tag_of(each) == "category" for each in document.pointed(annotation, "ana")):
            yield part(
                {
                    "id": Value(document.made(annotation, "verdict")),
                    "claim": Value(document.identified(annotation, "claim").value),
                    **_judgement(document, annotations, people, annotation),
                }
            )


def _judgement(
    document: Document, annotations: Annotations, people: People, annotation: etree._Element
) -> dict[str, Found[Leaf] | Iterable[Found[Leaf]] | None]:
    changes = children(child(annotation, "revisionDesc"), "change")
    published = [change for change in changes if change.get("status") == "published"]
    earlier = [change for change in reversed(changes) if change.get("status") == "withdrawn"]
    return {
        "rating": _rating(document, annotation),
        "explanation": _explanation(document, annotation),
        "authors": _authors(document, people, annotation),
        "published": _dated(document, published[0]) if published else None,
        "url": link_of(document, annotation, "url"),
        "confidence": _confidence(document, annotation),
        "evidence": (
            found
            for each in annotations.on("evidence", annotation, "verdict")
            for found in (_evidence(document, annotations, each), *_cited(document, each))
            if "source" in found.fields
        ),
        "history": (_earlier(document, change) for change in earlier),
    }


def _rating(document: Document, annotation: etree._Element) -> Value[Leaf] | None:
    """The label that it points to; a note that repeats the label counts as read."""
    found, pointed = document.reference(annotation, "ana"), document.pointed(annotation, "ana")
    note = None if document.exact else child(annotation, "note", kind="alternateName")
    if found is None or note is None:
        return found
    labels = {tidy(document.text(described)) for described in children(document.opened(pointed[0]), "catDesc")}
    words = document.words(note)
    return found.by(*words.places, Leaf(note, "type")) if words and words.text in labels else found


def _explanation(document: Document, element: etree._Element) -> Value[Leaf] | None:
    """The words that a `ptr` of this type leads to; else the one note without a type."""
    found = _pointed_words(document, element, "explanation")
    notes = [note for note in children(element, "note") if note.get("type") in _EXPLAINING]
    words = document.words(notes[0]) if len(notes) == 1 and not document.exact else None
    return found or (words.by(Leaf(notes[0], "type")) if words else None)


def _pointed_words(document: Document, element: etree._Element, kind: str) -> Value[Leaf] | None:
    pointer = child(element, "ptr", kind=kind)
    pointed = document.pointed(pointer, "target")
    words = document.words(pointed[0]) if len(pointed) == 1 else None
    return words.by(Leaf(pointer, "type"), Leaf(pointer, "target")) if words and pointer is not None else None


def _authors(document: Document, people: People, annotation: etree._Element) -> Iterator[Value[Leaf]]:
    for statement in children(annotation, "respStmt"):
        if _AUTHOR.fullmatch(tidy(document.text(child(statement, "resp")))):
            author = people.responsible(statement)
            if author:
                yield author


def _dated(document: Document, change: etree._Element) -> Value[Leaf] | None:
    """When a change was made: its date, else what its attributes say."""
    found = date(document, child(change, "date")) or when(change)
    return found.by(Leaf(change, "status")) if found else None


def _confidence(document: Document, annotation: etree._Element) -> Value[Leaf] | None:
    """How sure the desk is, where @cert says it as a number."""
    given = document.attribute(annotation, "cert")
    try:
        return Value(float(given.text), given.places) if given else None
    except ValueError:
        return None


def _earlier(document: Document, change: etree._Element) -> Part[Leaf]:
    return part(
        {
            "rating": document.reference(change, "ana"),
            "explanation": _explanation(document, change),
            "published": date(document, child(change, "date")) or when(change),
            "correction": document.reference(change, "corresp"),
        },
        Leaf(change, "status"),
    )


def _evidence(document: Document, annotations: Annotations, annotation: etree._Element) -> Part[Leaf]:
    stance = document.attribute(annotation, "ana")
    known = stance is not None and stance.text.startswith(_STANCE)
    return part(
        {
            "id": document.own_id(annotation),
            "source": source_of(document, annotation),
            "stance": Value(stance.text.removeprefix(_STANCE), stance.places) if stance and known else None,
            "quotation": quotation(document, annotation),
            "note": _pointed_words(document, annotation, "note"),
        },
        *annotations.leaves(annotation),
    )


def _cited(document: Document, annotation: etree._Element) -> Iterator[Part[Leaf]]:
    """What an annotation of others cites for or against a claim: each `ref` whose type says which."""
    identifier, quotes = document.own_id(annotation), {} if document.exact else _quotes(annotation)
    for pointer in [] if document.exact else children(annotation, "ref", "ptr"):
        if pointer.get("type") in _STANCES:
            yield part(
                {
                    "id": identifier,
                    "source": document.reference(pointer, "target"),
                    "stance": document.attribute(pointer, "type"),
                    "quotation": _quoted(document, quotes.get(pointer.get("target"))),
                    "note": document.words(pointer),
                },
                Leaf(annotation, "target"),
            )
            identifier = None  # an id stands for one part


def _quotes(annotation: etree._Element) -> dict[str | None, etree._Element]:
    """The first `quote` from each source in the notes of an annotation, by its @source."""
    found: dict[str | None, etree._Element] = {}
    for quote in (each for note in children(annotation, "note") for each in note.iter(f"{TEI}quote")):
        found.setdefault(quote.get("source"), quote)
    return found


def _quoted(document: Document, quote: etree._Element | None) -> Part[Leaf] | None:
    """The words of a source."""
    if quote is None:
        return None
    leaves = (Leaf(quote, "source"),)
    return part({"exact": document.words(quote), "language": document.attribute(quote, LANG)}, *leaves)
