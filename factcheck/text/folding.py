"""A text as it is compared: what is set aside is gone from it, and each offset leads back."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from . import signs

_ASIDE = signs.QUOTATION_MARKS + signs.APOSTROPHES + signs.UNSEEN + signs.POINTS
_ODD = re.compile(
    rf"(?P<apostrophe>(?<=\w)[{signs.APOSTROPHES}](?=\w))"
    rf"|[{_ASIDE}\s]*[{signs.DASHES}]+[{_ASIDE}\s]*(?P<dash>)"
    rf"|(?:[^\S ]|[{_ASIDE}]| (?=[{_ASIDE}\s{signs.CLOSING}]))[{_ASIDE}\s]*(?P<gap>)"
    rf"|(?<=[{signs.UNSPACED}]) +(?=[{signs.UNSPACED}])(?P<gap_between>)"
    rf"|[^\s{signs.MARKS}][{signs.MARKS}]+|[{signs.MARKS}{signs.FORMS}]"
)
# Where anything is odd at all: the expression above is tried there only, since it is slow. A single space is not, mostly.
# Ranges behind the first plane would be tried one by one at each letter, so all that stands there is odd.
_BEHIND = "\U00010000-\U0010ffff"
_RUN = re.sub(f"[{_BEHIND}]-?", "", _ASIDE + signs.DASHES + signs.MARKS + signs.FORMS + signs.SPACES) + _BEHIND
_PLACE = re.compile(
    rf"[{_RUN}](?:(?<=[^ ])|(?![a-z])(?:(?=[{_RUN}{signs.CLOSING}])|(?<=[{signs.UNSPACED}] )(?=[{signs.UNSPACED}])))[{_RUN}]*"
)
_ASCII = "\"`'\\-\\t-\\r\\x1c-\\x1f "
_ASCII_PLACE = re.compile(rf"[{_ASCII}](?:(?<=[^ ])|(?=[{_ASCII},.;:!?%)\]]))[{_ASCII}]*")
_LONG_DASH = re.compile(rf"[{_ASIDE}\s\u2014\u2015\u2e3a\u2e3b]|[{signs.DASHES}][{signs.DASHES}]")
_CLOSING = re.compile(f"[{signs.CLOSING}]")
_SPACE = re.compile(r"\s")
_UNSPACED = re.compile(f"[{signs.UNSPACED}]")
_SHORT = 6
_SAME = str.maketrans(signs.SAME)


class Folded(NamedTuple):
    """A text as it is compared, and where its parts stood: each spot that changed as start and end here, start and end there."""

    text: str
    starts: list[int]
    ends: list[int]
    from_: list[int]
    to: list[int]

    def start(self, at: int) -> int:
        """Where the character at an offset begins in the original text."""
        spot = bisect_right(self.starts, at) - 1
        if spot < 0:
            return at
        return self.from_[spot] if at < self.ends[spot] else self.to[spot] + at - self.ends[spot]

    def end(self, at: int) -> int:
        """Where the character before an offset ends in the original text."""
        spot = bisect_right(self.starts, at - 1) - 1
        if spot < 0:
            return at
        return self.to[spot] if at <= self.ends[spot] else self.to[spot] + at - self.ends[spot]


def lowered(text: str) -> str:
    """A text in small letters, of the same length."""
    return text.replace("\u0130", "i").lower()


def fold(text: str) -> Folded:
    """A text without what is set aside in a comparison.

    Gone are case, compatibility forms (NFKC), quotation marks, what has no width and the points of Hebrew and Arabic; each
    white space and dash is one of its kind. A full stop that moved past a quotation mark is so in its place.
    """
    low = lowered(text)
    parts = list[str]()
    starts, ends, from_, to = list[int](), list[int](), list[int](), list[int]()
    at = size = 0
    for place in (_ASCII_PLACE if low.isascii() else _PLACE).finditer(low):
        before = max(place.start() - 1, 0)
        for begin, stop, made in _changes(low[before : place.end() + 1]):
            parts += low[at : before + begin], made
            size += before + begin - at
            at = before + stop
            starts.append(size)
            size += len(made)
            ends.append(size)
            from_.append(before + begin)
            to.append(at)
    return Folded("".join((*parts, low[at:])), starts, ends, from_, to)


def _changes(odd: str) -> Sequence[tuple[int, int, str]]:
    """What becomes of odd characters, with one before and one behind them that are not."""
    return _known_changes(odd) if len(odd) <= _SHORT else _all_changes(odd)


def _all_changes(odd: str) -> Sequence[tuple[int, int, str]]:
    found = ((*spot.span(), _made(spot, odd)) for spot in _ODD.finditer(odd))
    return [(begin, stop, made) for begin, stop, made in found if made != odd[begin:stop]]


# The same few stand in all texts.
_known_changes = lru_cache(maxsize=4096)(_all_changes)


def _made(spot: re.Match[str], low: str) -> str:
    kind = spot.lastgroup
    if kind == "apostrophe":
        return "'"
    if kind == "dash":
        return " - " if _LONG_DASH.search(spot[0]) else "-"
    if kind is None:
        made = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", spot[0]).casefold())
        return made.translate(_SAME)
    return _gap(spot, low)


def _gap(spot: re.Match[str], low: str) -> str:
    begin, stop = spot.span()
    if begin == 0 or stop == len(low) or not _SPACE.search(low, begin, stop) or _CLOSING.match(low, stop):
        return ""
    unspaced = _UNSPACED.match(low, begin - 1) and _UNSPACED.match(low, stop)
    return "" if unspaced else " "
