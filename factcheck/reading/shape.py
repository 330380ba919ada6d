"""What the model wants at a place: read off its annotations, so that a new field needs no entry here."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from factcheck.model import FactCheck
from factcheck.model.base import Part
from factcheck.model.references import Location

# Where the class's name in lower case is not what people say.
_NAMES = {"FactCheck": "the fact-check", "CopyOf": "`copy_of`", "Policies": "`policies`", "Media": "`media`"}


def part_at(location: Location) -> type[Part] | None:
    """The kind of part at a location, also of one that is wrong; None where no part stands there."""
    part: type[Part] | None = FactCheck
    for step in location:
        if isinstance(step, int):
            continue
        field = part.model_fields.get(step) if part else None
        part = _part_in(field.annotation) if field else None
    return part


def field_of(location: Location) -> tuple[Location, str] | None:
    """The innermost part that a location lies in, as its location, and the key there; None for the whole."""
    for end in range(len(location) - 1, -1, -1):
        step = location[end]
        if isinstance(step, str) and part_at(location[:end]) is not None:
            return location[:end], step
    return None


def parts_with(key: str) -> list[str]:
    """The names of the parts that have such a key."""
    return [name_of(part) for part in _parts() if key in part.model_fields]


def name_of(part: type[Part]) -> str:
    """What a part is called in a sentence: 'a claim', 'an earlier verdict'."""
    name = part.__name__
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()
    return _NAMES.get(name, f"{'an' if words[0] in 'aeiou' else 'a'} {words}")


@cache
def _parts() -> tuple[type[Part], ...]:
    return tuple(dict.fromkeys(_parts_of(FactCheck)))


def _parts_of(part: type[Part]) -> Iterator[type[Part]]:
    yield part
    for field in part.model_fields.values():
        inner = _part_in(field.annotation)
        if inner is not None:
            yield from _parts_of(inner)


def _part_in(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for inner in get_args(annotation) if (part := _part_in(inner)) is not None), None)
