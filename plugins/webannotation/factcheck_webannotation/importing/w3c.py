"""An annotation of the W3C's model as a mark; what is not read of it is told.

https://www.w3.org/TR/annotation-model/: keys are those of its context, and values stand alone or in lists.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.drafts import Value
from factcheck_webannotation.pointers import Pointer
from factcheck_webannotation.vocabulary import ANNOTATION_CONTEXT

from .account import Account
from .agents import agent
from .marks import Link, Mark, Said, Target
from .nodes import Node
from .selectors import quotation

_STRUCTURE = ("Annotation", "oa:Annotation", "AnnotationCollection", "AnnotationPage", "SpecificResource", "TextualBody", "TimeState")  # fmt: skip
"""Types that say what is read here in any case."""


def is_annotation(data: dict[str, Any]) -> bool:
    """Whether an object is one of the W3C's annotations."""
    return Node(data, "").is_a("Annotation", "oa:Annotation")


def mark(node: Node, account: Account) -> Mark:
    """The annotation in the shape that all have."""
    return Mark(
        node.pointer,
        node.text("id", "@id"),
        node.texts("motivation"),
        list(_texts(node)),
        list(_links(node)),
        list(_targets(node, account)),
        [found for each in node.values("creator") if (found := agent(*each, account))],
        node.text("created"),
        places=list(structure(node)),
    )


def structure(node: Node) -> Iterator[str]:
    """The places that say what an object is, in which words."""
    for each in node.types():
        if each.value in _STRUCTURE:
            yield from each.places
    for value, place in node.values("@context"):
        if value == ANNOTATION_CONTEXT:
            yield place


def _texts(node: Node) -> Iterator[Said]:
    plain = node.text("bodyValue")
    if plain:
        yield Said(plain)
    for body in node.nodes("body"):
        words = body.text("value")
        if words and (body.is_a("TextualBody") or not body.types()):
            purpose, language = _single(body, "purpose"), _single(body, "language")
            yield Said(words, purpose, language, tuple(structure(body)))


def _single(node: Node, key: str) -> Value[Pointer] | None:
    """The one text under a key; None where there are several."""
    found = node.texts(key)
    return found[0] if len(found) == 1 else None


def _links(node: Node) -> Iterator[Link]:
    for value, place in node.values("body"):
        if isinstance(value, str):
            yield Link(Value(value, (place,)))
        elif isinstance(value, dict) and "value" not in value:
            body = Node(value, place)
            iri = body.text("source", "id")
            if iri:
                yield Link(iri, _single(body, "purpose"), tuple(structure(body)))


def _targets(node: Node, account: Account) -> Iterator[Target]:
    for value, place in node.values("target"):
        if isinstance(value, str):
            yield Target(Value(value, (place,)))
        elif isinstance(value, dict):
            target = Node(value, place)
            source = next(target.nodes("source"), None)
            iri = target.text("source") or (source.text("id") if source else target.text("id"))
            if iri:
                cached, accessed = _state(target)
                yield Target(iri, quotation(target, account), cached, accessed, tuple(structure(target)))


def _state(target: Node) -> tuple[Value[Pointer] | None, Value[Pointer] | None]:
    """The copy and the time of a TimeState, where there is one."""
    states = [each for each in target.nodes("state") if each.is_a("TimeState")]
    if len(states) != 1:
        return None, None
    places = tuple(structure(states[0]))
    return tuple(
        found.by(*places) if found else None for found in (states[0].text("cached"), states[0].text("sourceDate"))
    )  # type: ignore[return-value]  # two of them
