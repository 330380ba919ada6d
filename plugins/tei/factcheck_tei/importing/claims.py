"""Claims: their words, who made them where and when, and how they bear on each other."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, get_args

from lxml import etree

from factcheck import ClaimRelation
from factcheck.drafts import Found, Part, Value, part
from factcheck_tei.places import ID

from .addresses import link_of, same_as
from .agents import People
from .annotations import Annotations
from .appearances import appearances, appearances_in_sources
from .dates import date, when
from .document import Document
from .leaves import Leaf
from .quotations import ranged
from .sources import Pages, note_of
from .topics import topic
from .xml import LANG, child, children, tag_of, tidy

_RELATIONS = get_args(ClaimRelation.model_fields["kind"].annotation)
_WORDING = ("claim", "claimReviewed", "text")
_SPOKEN = ("said", "q", "quote", "u", "sp")


class Context(NamedTuple):
    """What claims are read with: the document, its annotations, its agents, and pages that stand for sources."""

    document: Document
    annotations: Annotations
    people: People
    pages: Pages


def claims(context: Context) -> Iterator[Part[Leaf]]:
    """Each claim that has words; one without is left out, and told."""
    for annotation in context.annotations.of("claims"):
        words, put = _words(context.document, annotation)
        if words is None:
            context.document.note("tei-no-claim-text", "nothing says in which words this claim is put", annotation)
        else:
            yield _claim(context, annotation, words, put)


def _claim(context: Context, annotation: etree._Element, words: Value[Leaf], put: etree._Element) -> Part[Leaf]:
    document, people = context.document, context.people
    pointed = document.pointed(annotation, "target")
    return part(
        {
            "id": document.identified(annotation, "claim"),
            "text": words,
            "language": _language(document, put),
            "claimants": _claimants(document, people, annotation, pointed),
            **_event(document, annotation, pointed),
            "interpreted_by": _interpreter(document, people, annotation),
            "appearances": _appearances(context, annotation),
            "relations": _relations(document, annotation),
            "about": (topic(document, note, Leaf(note, "type")) for note in children(annotation, "note", kind="about")),
            "media": (_media(document, note) for note in children(annotation, "note", kind="media")),
        },
        *context.annotations.leaves(annotation),
    )


def _appearances(context: Context, annotation: etree._Element) -> Iterator[Part[Leaf]]:
    """Those that the document lists, and the page that the claim's annotation points to."""
    yield from appearances(context.document, context.annotations, annotation)
    page = context.pages.source(annotation)
    if page:
        yield part({"source": page})
    if not context.document.exact:
        yield from appearances_in_sources(context.document, annotation)


def _words(document: Document, annotation: etree._Element) -> tuple[Value[Leaf] | None, etree._Element]:
    """The words of a claim and what puts them so: a note that says it does, what is pointed to, or the only note."""
    notes = [] if document.exact else children(annotation, "note")
    for note in notes:
        if note.get("type") in _WORDING:
            words = document.words(note)
            return words.by(Leaf(note, "type")) if words else None, note
    pointed = document.pointed(annotation, "target")
    head = pointed[0] if len(pointed) == 1 and len(annotation.get("target", "").split()) == 1 else None
    found = ranged(document, annotation) or document.words(head)
    if found:
        leaves = (Leaf(annotation, "target"), *(() if head is None else (Leaf(head, ID),)))
        return found.by(*leaves), annotation if head is None else head
    untyped = [note for note in notes if note.get("type") is None]
    return (document.words(untyped[0]), untyped[0]) if len(untyped) == 1 else (None, annotation)


def _language(document: Document, element: etree._Element) -> Value[Leaf] | None:
    """What the words say of their language, or what is around them within the document."""
    for node in (element, *element.iterancestors()):
        if node is document.root or tag_of(node) in ("text", "standOff", "teiHeader"):
            return None
        if node.get(LANG):
            return document.attribute(node, LANG)
    return None


def _claimants(
    document: Document, people: People, annotation: etree._Element, pointed: Sequence[etree._Element]
) -> list[Found[Leaf]]:
    """Those who asserted it by a relation, else whoever the markup around the words names."""
    for relation in document.pointing("relation", "passive", annotation):
        if relation.get("name") == "asserts":
            leaves = (Leaf(relation, "name"), Leaf(relation, "passive"))
            return [each.by(*leaves) for each in document.references(relation, "active")]
    for statement in children(annotation, "respStmt"):
        if tidy(document.text(child(statement, "resp"))).lower() in ("claimant", "speaker"):
            claimant = people.responsible(statement)
            return [claimant] if claimant else []
    for node in (node for words in pointed for node in (words, *words.iterancestors())):
        if tag_of(node) in _SPOKEN and node.get("who"):
            return list(document.references(node, "who"))
    return []


def _interpreter(document: Document, people: People, annotation: etree._Element) -> Value[Leaf] | None:
    for statement in children(annotation, "respStmt"):
        if tidy(document.text(child(statement, "resp"))).lower() == "interpreter":
            return people.responsible(statement)
    return None


def _event(
    document: Document, annotation: etree._Element, pointed: Sequence[etree._Element]
) -> dict[str, Found[Leaf] | Iterable[Found[Leaf]] | None]:
    """When and where a claim was made: at the event for it, or at the one that a relation of its words points to."""
    events = document.pointing("event", "corresp", annotation)
    if events:
        return _made(document, events[0], Leaf(events[0], "corresp"))
    for relation in (
        each for words in (annotation, *pointed) for each in document.pointing("relation", "corresp", words)
    ):
        for event in document.pointed(relation, "passive"):
            if tag_of(event) == "event":
                return _made(document, event, Leaf(relation, "passive"))
    return {}


def _made(
    document: Document, event: etree._Element, leaf: Leaf
) -> dict[str, Found[Leaf] | Iterable[Found[Leaf]] | None]:
    event = document.opened(event)
    found = (child(child(event, "desc"), "date"), child(event, "date"))
    made = date(document, next((each for each in found if each is not None), None))
    made = made or (None if document.exact else when(event))
    return {
        "made": made.by(leaf) if made else None,
        "occasion": document.words(child(event, "label", "eventName")),
        "place": _place(document, event),
    }


def _place(document: Document, event: etree._Element) -> Found[Leaf] | None:
    pointed = document.pointed(event, "where")
    if len(pointed) != 1 or tag_of(pointed[0]) != "place":
        return None
    place = document.opened(pointed[0])
    name = document.words(child(place, "placeName"))
    return part({"name": name, "same_as": same_as(document, place)}, Leaf(event, "where"))


def _relations(document: Document, annotation: etree._Element) -> Iterator[Part[Leaf]]:
    for relation in document.pointing("relation", "active", annotation):
        kind = document.attribute(relation, "name")
        if not kind or kind.value not in _RELATIONS:
            continue
        for other in document.references(relation, "passive"):
            yield part(
                {"kind": kind, "claim": other, "note": document.words(child(relation, "desc"))},
                Leaf(relation, "active"),
            )


def _media(document: Document, note: etree._Element) -> Part[Leaf]:
    bibl = child(note, "bibl")
    return part(
        {
            "kind": document.attribute(bibl, "type"),
            "url": link_of(document, bibl, "url"),
            "description": None if bibl is None else note_of(document, bibl, "description"),
            "authenticity": document.attribute(bibl, "subtype"),
            "original": link_of(document, bibl, "original"),
            "original_context": None if bibl is None else note_of(document, bibl, "originalContext"),
        },
        Leaf(note, "type"),
    )
