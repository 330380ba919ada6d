"""What was found for a fact-check: values with the leaves that they were read from, in parts and lists.

It is plain data with its origin on it: what is taken out of it again is told as not read.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from factcheck import Rule

from .leaves import Leaf

Scalar: TypeAlias = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the model, and the leaves that say it; one with a `rule` was put right by it."""

    value: Scalar
    leaves: tuple[Leaf, ...] = ()
    rule: Rule | None = None

    @property
    def text(self) -> str:
        """The value as text."""
        return str(self.value)

    def by(self, *leaves: Leaf) -> "Value":
        """The same value, said by these leaves too."""
        return replace(self, leaves=(*self.leaves, *leaves))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the model by its fields, and the leaves that say no value but what it is and belongs to."""

    fields: dict[str, "Found"]
    leaves: tuple[Leaf, ...] = field(default=())


Found: TypeAlias = Value | Part | list["Found"]


def part(fields: Mapping[str, "Found | Iterable[Found] | None"], *leaves: Leaf) -> Part:
    """A part without those fields for which nothing was found."""
    listed = {name: value if isinstance(value, Value | Part) else list(value or ()) for name, value in fields.items()}
    return Part({name: value for name, value in listed.items() if value != []}, leaves)


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
