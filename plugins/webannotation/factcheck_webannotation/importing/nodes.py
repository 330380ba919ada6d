"""Objects of a document with their places."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from factcheck.drafts import Value
from factcheck.strict_json import escaped
from factcheck_webannotation.pointers import Pointer

Object = dict[str, Any]


class Node(NamedTuple):
    """An object and its pointer."""

    data: Object
    pointer: str

    def values(self, key: str) -> Iterator[tuple[Any, str]]:
        """Each value under a key with its pointer, whether they stand in a list or alone."""
        value, place = self.data.get(key), f"{self.pointer}/{escaped(key)}"
        if isinstance(value, list):
            yield from ((each, f"{place}/{index}") for index, each in enumerate(value))
        elif value is not None:
            yield value, place

    def nodes(self, key: str) -> Iterator["Node"]:
        """Each object under a key."""
        return (Node(each, place) for each, place in self.values(key) if isinstance(each, dict))

    def node(self, key: str, name: str, value: str) -> "Node":
        """The first object under a key that has this value under that name; an empty one where there is none."""
        return next((each for each in self.nodes(key) if each.data.get(name) == value), Node({}, self.pointer))

    def place(self, key: str) -> str:
        """The pointer of what stands under a key."""
        return f"{self.pointer}/{escaped(key)}"

    def text(self, *keys: str) -> Value[Pointer] | None:
        """The text under the first of these keys that has one; nothing where it is empty."""
        for key in keys:
            value = self.data.get(key)
            if isinstance(value, str) and value.strip():
                return Value(value, (self.place(key),))
        return None

    def texts(self, key: str) -> list[Value[Pointer]]:
        """Each text under a key."""
        return [Value(each, (place,)) for each, place in self.values(key) if isinstance(each, str) and each.strip()]

    def types(self) -> list[Value[Pointer]]:
        """What it is an instance of."""
        return [*self.texts("type"), *self.texts("@type")]

    def is_a(self, *names: str) -> bool:
        """Whether it is an instance of one of these."""
        return any(each.value in names for each in self.types())
