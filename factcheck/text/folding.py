"""A text as it is compared: what is set aside is gone from it, and each offset leads back."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
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
_RUN = rf"{_ASIDE}{signs.DASHES}{signs.MARKS}{signs.FORMS}\s"
_PLACE = re.compile(
    rf"[{_RUN}](?:(?<=[^ ])|(?=[{_RUN}{signs.CLOSING}])|(?<=[{signs.UNSPACED}] )(?=[{signs.UNSPACED}]))[{_RUN}]*"
)
_ASCII = "\"`'\\-\\t-\\r\\x1c-\\x1f "
_ASCII_PLACE = re.compile(rf"[{_ASCII}](?:(?<=[^ ])|(?=[{_ASCII},.;:!?%)\]]))[{_ASCII}]*")
_LONG_DASH = re.compile(rf"[{_ASIDE}\s\u2014\u2015\u2e3a\u2e3b]|[{signs.DASHES}][{signs.DASHES}]")
_CLOSING = re.compile(f"[{signs.CLOSING}]")
_UNSPACED = re.compile(f"[{signs.UNSPACED}]")
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
    folded = Folded("", [], [], [], [])
    at = size = 0
    for spot in _spots(low):
        begin, stop = spot.span()
        made = _made(spot, low)
        if made == spot[0]:
            continue
        parts += low[at:begin], made
        size += begin - at
        folded.starts.append(size)
        size += len(made)
        folded.ends.append(size)
        folded.from_.append(begin)
        folded.to.append(stop)
        at = stop
    return folded._replace(text="".join((*parts, low[at:])))


def _spots(low: str) -> Iterator[re.Match[str]]:
    for place in (_ASCII_PLACE if low.isascii() else _PLACE).finditer(low):
        yield from _ODD.finditer(low, max(place.start() - 1, 0), place.end() + 1)


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
    if begin == 0 or stop == len(low) or not any(sign.isspace() for sign in spot[0]) or _CLOSING.match(low, stop):
        return ""
    unspaced = _UNSPACED.match(low, begin - 1) and _UNSPACED.match(low, stop)
    return "" if unspaced else " "
