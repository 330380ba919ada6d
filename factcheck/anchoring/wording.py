"""Places and differences as people read them."""

import re
from collections.abc import Sequence

from factcheck.characters import shown
from factcheck.text import Located, Place, shown_differences

from .context import prefix, suffix

_AROUND, _FEW, _LONGEST = 24, 5, 60
_MARKS = re.compile(r"(\[-.*?-\]|\{\+.*?\+\})")


def place(at: Place) -> str:
    """Where words stand: `at 509 to 620`."""
    return f"at {at.start} to {at.end}"


def places(text: str, found: Sequence[Place]) -> str:
    """Several places with what stands around each; of many the first few."""
    told = [f"{at.start} to {at.end} (“{_around(text, at)}”)" for at in found[:_FEW]]
    more = f" and {len(found) - _FEW} more" if len(found) > _FEW else ""
    return "; ".join(told) + more


def drift(located: Located) -> str:
    """The words found with what differs marked, and of a long stretch that does not differ its ends only."""
    pieces = _MARKS.split(one_line(shown_differences(located)))
    last = len(pieces) - 1
    return "".join(
        piece if index % 2 else _elided(piece, is_first=index == 0, is_last=index == last)
        for index, piece in enumerate(pieces)
    )


def _elided(words: str, *, is_first: bool, is_last: bool) -> str:
    before, after = ("" if is_first else words[:_AROUND]), ("" if is_last else words[-_AROUND:])
    return words if len(words) <= 2 * _AROUND + 1 else f"{before}…{after}"


def _around(text: str, at: Place) -> str:
    before, after = prefix(text, at.start), suffix(text, at.end)
    return one_line(f"{before}[{short(at.text)}]{after}")


def short(words: str) -> str:
    """Words on one line, as many as a message takes."""
    return one_line(words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…")


def one_line(text: str) -> str:
    """A text on one line, in which nothing is unseen."""
    return shown(" ".join(text.split()))
