"""The fact-check out of what was found: values that a field does not take are left out, with the reason."""

from collections.abc import Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from factcheck.model import FactCheck

from .found import Found, Part, plain, walk

P = TypeVar("P")

_MOST_ROUNDS = 25
"""A value left out may leave a part without what it needs, and that part may be needed by another one."""


class Made(NamedTuple, Generic[P]):
    """The fact-check, or else the `problem`; of what was left out, the first place and why it is no such value."""

    fact_check: FactCheck | None
    left_out: Sequence[tuple[P, str]]
    problem: str = ""


class _Place(NamedTuple, Generic[P]):
    holder: Found[P]
    step: str | int
    found: Found[P]


def made(found: Part[P]) -> Made[P]:
    """The fact-check; none where it lacks what it needs. What is left out is taken out of `found`.

    What a field does not take goes alone, what lacks something as a whole where it is only a part.
    """
    left_out = list[tuple[P, str]]()
    for _ in range(_MOST_ROUNDS):
        try:
            return Made(FactCheck.model_validate(plain(found)), left_out)
        except ValidationError as error:
            problems = [
                (_place(found, problem["loc"], missing=problem["type"] == "missing"), problem["msg"])
                for problem in error.errors(include_url=False, include_context=False, include_input=False)
            ]
        for place, message in problems:
            if place is None:
                return Made(None, left_out, f"there can be no fact-check without it: {message}")
            left_out += ((first, message) for first in _first_place(place.found))
        _leave_out(place for place, _ in problems if place)
    return Made(None, left_out, "too much of it has no form that a fact-check takes")


def _place(root: Part[P], loc: tuple[Any, ...], *, missing: bool) -> _Place[P] | None:
    """Where a problem stands; None where nothing but the whole could be left out."""
    place: _Place[P] | None = None
    found: Found[P] = root
    for step in loc:
        inner = _inner(found, step)
        if inner is None:
            break
        place, found = _Place(found, step, inner), inner
    return None if place is None and missing else place


def _inner(found: Found[P], step: str | int) -> Found[P] | None:
    if isinstance(found, Part) and isinstance(step, str):
        return found.fields.get(step)
    if isinstance(found, list) and isinstance(step, int) and step < len(found):
        return found[step]
    return None


def _first_place(found: Found[P]) -> Sequence[P]:
    """The first place of what was found; none where no place says anything of it."""
    return next((each.places[:1] for _, each in walk(found) if each.places), ())


def _leave_out(places: Iterable[_Place[P]]) -> None:
    """Take something out of what was found; of a list all at once, as it may be long."""
    lists: dict[int, tuple[list[Found[P]], set[int]]] = {}
    for holder, step, found in places:
        if isinstance(holder, list):
            lists.setdefault(id(holder), (holder, set()))[1].add(id(found))
        elif isinstance(holder, Part) and isinstance(step, str):
            holder.fields.pop(step, None)
    for listed, gone in lists.values():
        listed[:] = [each for each in listed if id(each) not in gone]
