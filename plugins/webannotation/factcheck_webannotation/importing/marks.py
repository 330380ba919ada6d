"""An annotation of anybody, whichever of the two shapes it came in: what it is on, what it says, what it leads to."""

from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.drafts import Part, Value
from factcheck_webannotation.pointers import Pointer

_TAGS = ("tagging", "classifying")
_SENTENCES = ("commenting", "describing", "assessing", "reviewing", "replying")


class Said(NamedTuple):
    """A text of an annotation: its purpose, its language, and the places that say that it is a text."""

    value: Value[Pointer]
    purpose: Value[Pointer] | None = None
    language: Value[Pointer] | None = None
    places: tuple[str, ...] = ()

    @property
    def is_tag(self) -> bool:
        """Whether it is a tag or a class and no sentence."""
        return self.purpose is not None and self.purpose.value in _TAGS

    @property
    def is_comment(self) -> bool:
        """Whether it is a sentence that says something of what the annotation is on."""
        return self.purpose is None or self.purpose.value in _SENTENCES

    @property
    def around(self) -> tuple[str, ...]:
        """The places that say what its words are for."""
        return (*self.places, *(self.purpose.places if self.purpose else ()))


class Link(NamedTuple):
    """An IRI that an annotation has as a body or replies to."""

    iri: Value[Pointer]
    purpose: Value[Pointer] | None = None
    places: tuple[str, ...] = ()


class Target(NamedTuple):
    """What an annotation is on: a page, the words in it, and the copy and the time of it that are meant."""

    iri: Value[Pointer]
    quotation: Part[Pointer] | None = None
    cached: Value[Pointer] | None = None
    accessed: Value[Pointer] | None = None
    places: tuple[str, ...] = ()


@dataclass
class Mark:
    """One annotation; `places` say what it is."""

    pointer: str
    identifier: Value[Pointer] | None = None
    motivations: list[Value[Pointer]] = field(default_factory=list)
    texts: list[Said] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    creators: list[Part[Pointer]] = field(default_factory=list)
    created: Value[Pointer] | None = None
    title: Value[Pointer] | None = None
    places: list[str] = field(default_factory=list)

    @property
    def comments(self) -> list[Said]:
        """Its sentences."""
        return [each for each in self.texts if each.is_comment]

    @property
    def tags(self) -> list[Said]:
        """Its tags."""
        return [each for each in self.texts if each.is_tag]

    def is_for(self, *motivations: str) -> bool:
        """Whether it was made for one of these."""
        return any(each.value in motivations for each in self.motivations)
