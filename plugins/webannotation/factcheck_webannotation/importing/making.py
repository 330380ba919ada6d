"""The model out of what was found: values that a field does not take are left out, and told."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from pydantic import ValidationError

from factcheck import FactCheck

from .account import Account
from .found import Found, Part, plain, walk

_MOST_ROUNDS = 25
"""A value left out may leave a part without what it needs, and that part may be needed by another one."""


class _Place(NamedTuple):
    holder: Found
    step: str | int
    found: Found


def made(account: Account, found: Part) -> FactCheck | None:
    """The fact-check; None where it lacks what it needs. What is left out is taken out of `found`."""
    for _ in range(_MOST_ROUNDS):
        try:
            return FactCheck.model_validate(plain(found))
        except ValidationError as error:
            problems = [
                (_place(found, problem["loc"], missing=problem["type"] == "missing"), problem["msg"])
                for problem in error.errors(include_url=False, include_context=False, include_input=False)
            ]
        for place, message in problems:
            if place is None:
                _refuse(account, f"there can be no fact-check without it: {message}")
                return None
            _give_reason(account, place, message)
        _leave_out(place for place, _ in problems if place)
    _refuse(account, "too much of it has no form that a fact-check takes")
    return None


def _refuse(account: Account, message: str) -> None:
    account.note("webannotation-invalid-value", message, account.pointer)


def _place(root: Part, loc: tuple[Any, ...], *, missing: bool) -> _Place | None:
    """Where a problem stands; None where nothing but the whole could be left out."""
    place: _Place | None = None
    found: Found = root
    for step in loc:
        inner = _inner(found, step)
        if inner is None:
            break
        place, found = _Place(found, step, inner), inner
    return None if place is None and missing else place


def _inner(found: Found, step: str | int) -> Found | None:
    if isinstance(found, Part) and isinstance(step, str):
        return found.fields.get(step)
    if isinstance(found, list) and isinstance(step, int) and step < len(found):
        return found[step]
    return None


def _leave_out(places: Iterable[_Place]) -> None:
    """Take something out of what was found; of a list all at once, as it may be long."""
    lists: dict[int, tuple[list[Found], set[int]]] = {}
    for holder, step, found in places:
        if isinstance(holder, list):
            lists.setdefault(id(holder), (holder, set()))[1].add(id(found))
        elif isinstance(holder, Part) and isinstance(step, str):
            holder.fields.pop(step, None)
    for listed, gone in lists.values():
        listed[:] = [each for each in listed if id(each) not in gone]


def _give_reason(account: Account, place: _Place, message: str) -> None:
    """Say at the first place of something why it is left out."""
    for _, each in walk(place.found):
        for pointer in each.places[:1]:
            account.reason(pointer, "webannotation-invalid-value", message)
            return
