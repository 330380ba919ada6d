"""Places and differences as people read them."""

from collections.abc import Sequence

from factcheck.characters import shown
from factcheck.text import Located, Place

_AROUND, _FEW, _LONGEST = 24, 5, 60


def place(at: Place) -> str:
    """Where words stand: `at 509 to 620`."""
    return f"at {at.start} to {at.end}"


def places(text: str, found: Sequence[Place]) -> str:
    """Several places with what stands around each; of many the first few."""
    told = [f"{at.start} to {at.end} (“{_around(text, at)}”)" for at in found[:_FEW]]
    more = f" and {len(found) - _FEW} more" if len(found) > _FEW else ""
    return "; ".join(told) + more


def drift(located: Located) -> str:
    """Word by word what differs."""
    return "; ".join(f"{_quoted(each.quoted)} is {_quoted(each.found)} there" for each in located.differences)


def _quoted(words: str) -> str:
    return f"“{_short(words)}”" if words else "nothing"


def _around(text: str, at: Place) -> str:
    before, after = text[max(0, at.start - _AROUND) : at.start], text[at.end : at.end + _AROUND]
    return _one_line(f"…{before}[{_short(text[at.start : at.end])}]{after}…")


def _short(words: str) -> str:
    return _one_line(words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…")


def _one_line(text: str) -> str:
    return shown(" ".join(text.split()))
