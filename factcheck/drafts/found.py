"""What was found for a fact-check: values with the places that they were read from, in parts and lists.

It is plain data with its origin on it. A place is whatever an importer knows one by, of the type `P`: a JSON pointer,
the node of a tree. A value has those that say it; what is in no draft in the end was not read, and is to be told.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from factcheck.findings import Rule

P = TypeVar("P")


class Repair(NamedTuple):
    """That a value was put right: by which rule, and what stood there and in words, where the places and the rule do not say."""

    rule: Rule
    stood: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Value(Generic[P]):
    """A value of the model, the places that say it, and how it was put right, where it was."""

    value: Any
    places: tuple[P, ...] = ()
    repair: Repair | None = None

    @property
    def text(self) -> str:
        """The value as text."""
        return str(self.value)

    def by(self, *places: P) -> "Value[P]":
        """The same value, said in these places too."""
        return replace(self, places=(*self.places, *places))


@dataclass(frozen=True, slots=True)
class Part(Generic[P]):
    """A part of the model by its fields, and the places that say no value but what it is and belongs to."""

    fields: dict[str, "Found[P]"]
    places: tuple[P, ...] = ()


Found: TypeAlias = Value[P] | Part[P] | list["Found[P]"]


def part(fields: Mapping[str, "Found[P] | Iterable[Found[P]] | None"], *places: P) -> Part[P]:
    """A part without those fields for which nothing was found."""
    listed = {name: value if isinstance(value, Value | Part) else list(value or ()) for name, value in fields.items()}
    return Part({name: value for name, value in listed.items() if value != []}, places)


def plain(found: Found[P]) -> Any:
    """The data alone, to make the model from."""
    if isinstance(found, Value):
        return found.value
    if isinstance(found, Part):
        return {name: plain(inner) for name, inner in found.fields.items()}
    return [plain(inner) for inner in found]


def walk(found: Found[P], path: str = "") -> Iterator[tuple[str, Value[P] | Part[P]]]:
    """Every value and part with its model path: `claims[0].text`."""
    if isinstance(found, list):
        for index, inner in enumerate(found):
            yield from walk(inner, f"{path}[{index}]")
        return
    yield path, found
    if isinstance(found, Part):
        for name, inner in found.fields.items():
            yield from walk(inner, f"{path}.{name}" if path else name)
