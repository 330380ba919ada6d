"""What was found for a fact-check: values with the places that they were read from, in parts and lists.

It is plain data with its origin on it: what is taken out of it again is told as not read.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, TypeAlias

from factcheck import Rule


class Repair(NamedTuple):
    """That a value was put right: by which rule, what stood there, and in words."""

    rule: Rule
    stood: str
    message: str


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the model, the pointers to what says it, and how it was put right, where it was."""

    value: Any
    places: tuple[str, ...] = ()
    repair: Repair | None = None

    @property
    def text(self) -> str:
        """The value as text."""
        return str(self.value)

    def by(self, *places: str) -> "Value":
        """The same value, said in these places too."""
        return replace(self, places=(*self.places, *places))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the model by its fields, and the places that say no value but what it is and belongs to."""

    fields: dict[str, "Found"]
    places: list[str] = field(default_factory=list)


Found: TypeAlias = Value | Part | list["Found"]


def part(fields: Mapping[str, "Found | Iterable[Found] | None"], *places: str) -> Part:
    """A part without those fields for which nothing was found."""
    listed = {name: value if isinstance(value, Value | Part) else list(value or ()) for name, value in fields.items()}
    return Part({name: value for name, value in listed.items() if value != []}, list(places))


def plain(found: Found) -> Any:
    """The data alone, to make the model from."""
    if isinstance(found, Value):
        return found.value
    if isinstance(found, Part):
        return {name: plain(inner) for name, inner in found.fields.items()}
    return [plain(inner) for inner in found]


def walk(found: Found, path: str = "") -> Iterator[tuple[str, Value | Part]]:
    """Every value and part with its model path: `claims[0].text`."""
    if isinstance(found, list):
        for index, inner in enumerate(found):
            yield from walk(inner, f"{path}[{index}]")
        return
    yield path, found
    if isinstance(found, Part):
        for name, inner in found.fields.items():
            yield from walk(inner, f"{path}.{name}" if path else name)
