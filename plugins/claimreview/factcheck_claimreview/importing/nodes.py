"""Objects of JSON-LD as they are found: their types, names, references and places, and what has been read of them."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from factcheck import Finding, Input

from .documents import Document
from .pointers import Placed, escaped
from .rules import RULES
from .types import is_known, is_ours, local, renamed, types_of, written

NONE: frozenset[str] = frozenset()
_LARGE = 200  # values in an object, those in it counted
_MOST_FOLLOWED = 1_000_000
_AS_ONE = 100  # characters of a text


class Reading:
    """What reading one document has come to: what was taken, and what was found."""

    def __init__(self, document: Document, source: Input) -> None:
        self.root, self.pointer = document.value, document.syntax
        self.base = document.base or source.url
        # In the attributes of a page all values are texts.
        self.is_textual = bool(document.syntax)
        self.taken: dict[int, AbstractSet[str]] = {}
        self.renamed: dict[int, Node] = {}
        self.findings: list[Finding] = []
        self.stands = (source.name, document.line, document.column)
        self.objects = document.objects
        self.described: dict[str, Placed] = {}
        self.typed: dict[str, list[Placed]] = {}
        self._order: dict[str, int] = {}
        self._sizes: dict[str, int] = {}
        self._followed = 0
        for found in self.objects:
            data = found[0]
            if "@id" in data and len(data) > 1 and isinstance(data["@id"], str):
                self.described[data["@id"]] = found
            for kind in types_of(data):
                self.typed.setdefault(kind, []).append(found)

    def find(self, rule: str, message: str, path: str, *, stood: object = None, made: str | None = None) -> None:
        """Note that a rule is broken at this place."""
        shown = None if stood is None else shown_as(stood)
        broken = RULES[rule]
        self.findings.append(Finding(rule, broken.severity, message, path, *self.stands, broken.source, shown, made))

    def take(self, data: dict[str, Any], *keys: str) -> None:
        """Note that these keys of an object have been read."""
        self.taken[id(data)] = self.taken.get(id(data), NONE) | {*keys}

    def may_follow(self, identifier: str) -> bool:
        """Whether a reference may be followed: what is large and referred to by thousands is not read each time."""
        if identifier not in self._sizes:
            self._sizes[identifier] = sum(_size(data) for data, _ in self._below(self.described[identifier][1]))
        size = self._sizes[identifier]
        self._followed += size if size > _LARGE else 0
        return self._followed <= _MOST_FOLLOWED

    def untake(self, pointer: str) -> None:
        """Take back that anything at or below this place was read: nothing came of it."""
        for data, _ in self._below(pointer):
            self.taken.pop(id(data), None)

    def place_of(self, value: object, pointer: str) -> str:
        """Where a value stands below a place, that place itself where it is not found."""
        for data, place in self._below(pointer):
            for key, each in data.items():
                if each == value and isinstance(each, str):
                    return f"{place}/{escaped(key)}"
        return pointer

    def _below(self, pointer: str) -> Iterator[tuple[dict[str, Any], str]]:
        """The object at a place and those within it, which follow it."""
        if not self._order:
            self._order = {place: index for index, (_, place) in enumerate(self.objects)}
        for index in range(self._order.get(pointer, len(self.objects)), len(self.objects)):
            if self.objects[index][1] != pointer and not self.objects[index][1].startswith(f"{pointer}/"):
                return
            yield self.objects[index]

    def tell_names(self) -> None:
        """Tell of each property that was read and is written otherwise than schema.org has it."""
        for node in self.renamed.values():
            node.tell_names()
        self.renamed.clear()

    def told(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Findings about the text of this document, which know line and column but not the file."""
        return (finding._replace(file=self.stands[0]) for finding in findings)


class Node:
    """An object at its place, with its properties under the names that schema.org gives them."""

    __slots__ = ("_key", "_written", "data", "pointer", "reading")

    def __init__(self, data: dict[str, Any], pointer: str, reading: Reading) -> None:
        self.data, self.pointer, self.reading, self._key = data, pointer, reading, id(data)
        self._written = written(data)
        if self._written:
            self.data = renamed(data, self._written)
            reading.renamed[self._key] = self

    def read(self, names: frozenset[str]) -> tuple[str, ...]:
        """Count these properties as read, but for those that `leave` takes back later, and give the types."""
        data, taken = self.data, self.reading.taken
        if self._written:
            names = frozenset(map(self._named, names))
        before = taken.get(self._key)
        taken[self._key] = names if before is None else before | names
        named = types_of(data)
        # A type or a context that is not known is told: it may make something else of the object.
        if "@type" in data and not is_known(data["@type"], named):
            self.leave("@type")
        if "@context" in data and not is_ours(data["@context"]):
            self.leave("@context")
        return named

    def leave(self, *names: str) -> None:
        """Take back that properties were read: they are told as left out."""
        self.reading.taken[self._key] = self.reading.taken.get(self._key, NONE) - {*map(self._named, names)}

    def get(self, name: str) -> Any:
        """The value of one property, which counts as read; None where there is none."""
        self.reading.taken[self._key] = self.reading.taken.get(self._key, NONE) | {self._named(name)}
        return self.data.get(name)

    def place(self, name: str) -> str:
        """The pointer of a property."""
        return f"{self.pointer}/{name if self._written is None else escaped(self._named(name))}"

    def _named(self, name: str) -> str:
        """The key that a property has here."""
        return name if self._written is None else self._written.get(name, name)

    def tell_names(self) -> None:
        """Tell of each property that was read and is written otherwise."""
        for name, key in (self._written or {}).items():
            if key in self.reading.taken.get(self._key, NONE) and local(key) != name:
                message = f"the property is `{name}`"
                self.reading.find("claimreview-wrong-case", message, self.place(name), stood=key, made=name)

    def nodes(self, name: str) -> Sequence["Node"]:
        """The objects of a property, references followed; a text becomes an object with that name or address."""
        value = self.data.get(name)
        if value is None:
            return ()
        place = self.place(name)
        if type(value) is dict and "@id" not in value:
            return (Node(value, place, self.reading),)
        if value == []:
            self.leave(name)
        if isinstance(value, list):
            return [node for index, each in enumerate(value) for node in self._node(each, f"{place}/{index}", name)]
        return list(self._node(value, place, name))

    def _node(self, value: Any, place: str, name: str) -> Iterator["Node"]:
        reading = self.reading
        if isinstance(value, dict):
            if value.keys() == {"@id"} and isinstance(value["@id"], str) and value["@id"] in reading.described:
                if reading.may_follow(value["@id"]):
                    reading.take(value, "@id")
                    yield Node(*reading.described[value["@id"]], reading)
                else:
                    message = "what it leads to is large, and was read too often already"
                    reading.find("claimreview-not-carried", message, f"{place}/@id", stood=value["@id"])
            else:
                yield Node(value, place, reading)
        elif isinstance(value, str) and value.strip():
            key = "url" if value.startswith(("http://", "https://")) else "name"
            reading.find(
                "claimreview-text-for-object", f"`{name}` is an object", place, stood=value, made=f"{key}: {value}"
            )
            yield TextNode({key: value}, place, reading)
        elif value is None:
            reading.find("claimreview-not-carried", "there is nothing here", place, stood="null")
        else:
            self.leave(name)


class TextNode(Node):
    """An object that stands as a text: all its properties stand in one place."""

    __slots__ = ()

    def place(self, name: str) -> str:  # noqa: ARG002  # all in one
        """The pointer of the text."""
        return self.pointer


def _size(data: dict[str, Any]) -> int:
    """How much there is to read in an object, without those within it."""
    values = [each for value in data.values() for each in (value if isinstance(value, list) else (value,))]
    return len(data) + sum(1 + len(each) // _AS_ONE if isinstance(each, str) else 1 for each in values)


def shown_as(value: object) -> str:
    """A leaf as text: true, false and null as JSON has them."""
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)
