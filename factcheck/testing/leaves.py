"""The leaves of a fact-check's data, and fact-checks that differ in one leaf alone."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from factcheck.model import FactCheck
from factcheck.model.references import Location

_REPLACEMENTS: tuple[Any, ...] = (
    # references and languages
    "desk", "writer", "speaker", "movement", "first", "second", "third", "one", "two", "rated-half", "rated-false", "rated-true",
    "rated-unproven", "false", "true", "unproven",
    "k2", "pt",
    # choices
    "person", "organisation", "collective", "unnamed", "post", "reposted", "contradicts", "supports", "whole", "image",
    "original",
    # dates, addresses, numbers, checksums
    "2014-05-06", "https://changed.example/page", "urn:changed", "sha256:" + "f" * 64, 2.0, 0.5, 12345, 400, True, False,
    # nothing
    None,
)  # fmt: skip


def paths(data: Any, location: Location = ()) -> Iterator[tuple[str, Location]]:
    """Every filled leaf of plain data: its path with `[]` for any index (`claims[].made`), and its location."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from paths(value, (*location, key))
    elif isinstance(data, list | tuple):
        for index, value in enumerate(data):
            yield from paths(value, (*location, index))
    elif data is not None:
        yield path_of(location), location


def path_of(location: Location) -> str:
    """A location as a model path: `[]` for any index, `names` for the words in English, `names.*` for others."""
    text = "".join("[]" if isinstance(step, int) else f".{step}" for step in location).removeprefix(".")
    return re.sub(r"\.(names|definition)\.(en$)?.*", lambda match: f".{match[1]}" + ("" if match[2] else ".*"), text)


def value_at(data: Any, location: Location) -> Any:
    """The value at a location of plain data."""
    for step in location:
        data = data[step]
    return data


def variants(fact_check: FactCheck, location: Location) -> Iterator[FactCheck]:
    """Valid fact-checks that differ from this one in the leaf at this location alone."""
    data = fact_check.model_dump(mode="json")
    value = value_at(data, location)
    if location[-1] == "id" and len(location) > 1:
        yield FactCheck.model_validate(_renamed(data, value))
        return
    for replacement in (f"{value} changed", *_REPLACEMENTS):
        if replacement == value:
            continue
        try:
            yield FactCheck.model_validate(_replaced(data, location, replacement))
        except ValidationError:
            continue


def _replaced(data: Any, location: Location, value: Any) -> Any:
    if not location:
        return value
    step, *rest = location
    if isinstance(data, dict):
        return {key: _replaced(item, tuple(rest), value) if key == step else item for key, item in data.items()}
    return [_replaced(item, tuple(rest), value) if index == step else item for index, item in enumerate(data)]


def _renamed(data: Any, identifier: str) -> Any:
    """The data with one part's id changed, there and wherever it is referred to."""
    if isinstance(data, dict):
        return {key: _renamed(item, identifier) for key, item in data.items()}
    if isinstance(data, list):
        return [_renamed(item, identifier) for item in data]
    return f"{identifier}-renamed" if data == identifier else data
