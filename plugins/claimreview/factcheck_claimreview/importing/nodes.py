"""Objects of JSON-LD as they are found: their types, names, references and places, and what has been read of them."""

from collections.abc import Iterable, Iterator
from typing import Any

from factcheck import Finding, Input

from .documents import Document
from .pointers import escaped
from .rules import RULES
from .types import KNOWN, local, property_of, types_of


class Reading:
    """What reading one document has come to: what was taken, and what was found."""

    def __init__(self, document: Document, source: Input) -> None:
        self.root, self.pointer = document.value, document.syntax
        self.base = document.base or source.url
        # In the attributes of a page all values are texts.
        self.is_textual = bool(document.syntax)
        self.taken: set[tuple[int, str]] = set()
        self.findings: list[Finding] = []
        self.stands = (source.name, document.line, document.column)
        self.objects = objects(self.root, self.pointer)
        self.described = {data["@id"]: (data, pointer) for data, pointer in self.objects if _describes(data)}

    def find(self, rule: str, message: str, path: str, *, stood: object = None, made: str | None = None) -> None:
        """Note that a rule is broken at this place."""
        shown = None if stood is None else shown_as(stood)
        broken = RULES[rule]
        self.findings.append(Finding(rule, broken.severity, message, path, *self.stands, broken.source, shown, made))

    def told(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Findings about the text of this document, which know line and column but not the file."""
        return (finding._replace(file=self.stands[0]) for finding in findings)


class Node:
    """An object at its place; properties count as read once they are asked for."""

    __slots__ = ("_names", "data", "pointer", "reading")

    def __init__(self, data: dict[str, Any], pointer: str, reading: Reading) -> None:
        self.data, self.pointer, self.reading = data, pointer, reading
        self._names = None if data.keys() <= KNOWN else _canonical(data)

    def get(self, name: str) -> Any:
        """The value of a property, which counts as read; None where there is none."""
        key = name if self._names is None else self._names.get(name, name)
        if key not in self.data:
            return None
        self.reading.taken.add((id(self.data), key))
        if key != name and local(key) != name:
            message = f"the property is `{name}`"
            self.reading.find("claimreview-wrong-case", message, self.place(name), stood=key, made=name)
        return self.data[key]

    def leave(self, name: str) -> None:
        """Take back that a property was read: it is told as left out."""
        key = name if self._names is None else self._names.get(name, name)
        self.reading.taken.discard((id(self.data), key))

    def place(self, name: str) -> str:
        """The pointer of a property."""
        key = name if self._names is None else self._names.get(name, name)
        return f"{self.pointer}/{escaped(key)}"

    def types(self) -> list[str]:
        """The types of this object, which count as read."""
        self.reading.taken.update((id(self.data), key) for key in ("@type", "@context"))
        return types_of(self.data)

    def nodes(self, name: str) -> list["Node"]:
        """The objects of a property, references followed; a text becomes an object with that name or address."""
        value = self.get(name)
        place = self.place(name)
        if isinstance(value, list):
            return [node for index, each in enumerate(value) for node in self._node(each, f"{place}/{index}", name)]
        return list(self._node(value, place, name))

    def _node(self, value: Any, place: str, name: str) -> Iterator["Node"]:
        reading = self.reading
        if isinstance(value, dict):
            if value.keys() == {"@id"} and value["@id"] in reading.described:
                reading.taken.add((id(value), "@id"))
                yield Node(*reading.described[value["@id"]], reading)
            else:
                yield Node(value, place, reading)
        elif isinstance(value, str) and value.strip():
            key = "url" if value.startswith(("http://", "https://")) else "name"
            reading.find(
                "claimreview-text-for-object", f"`{name}` is an object", place, stood=value, made=f"{key}: {value}"
            )
            yield TextNode({key: value}, place, reading)
        elif value is not None:
            self.leave(name)


class TextNode(Node):
    """An object that stands as a text: all its properties stand in one place."""

    __slots__ = ()

    def place(self, name: str) -> str:  # noqa: ARG002  # all in one
        """The pointer of the text."""
        return self.pointer


def objects(root: Any, pointer: str = "") -> list[tuple[dict[str, Any], str]]:
    """Every object in a JSON value, each before those within it, with its pointer."""
    found: list[tuple[dict[str, Any], str]] = []
    waiting = [(root, pointer)]
    while waiting:
        value, place = waiting.pop()
        inner: list[tuple[str | int, Any]] = []
        if isinstance(value, dict):
            found.append((value, place))
            inner = [(escaped(key), each) for key, each in value.items() if isinstance(each, dict | list)]
        elif isinstance(value, list):
            inner = [(index, each) for index, each in enumerate(value) if isinstance(each, dict | list)]
        waiting += [(each, f"{place}/{step}") for step, each in reversed(inner)]
    return found


def shown_as(value: object) -> str:
    """A leaf as text: true, false and null as JSON has them."""
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _describes(data: dict[str, Any]) -> bool:
    return "@id" in data and len(data) > 1 and isinstance(data["@id"], str)


def _canonical(data: dict[str, Any]) -> dict[str, str]:
    """The keys of an object by the names that schema.org gives them, where these differ."""
    names: dict[str, str] = {}
    for key in data:
        known = key if key in KNOWN else property_of(key)
        if known != key and known not in data:
            names[known] = key
    return names
