"""The words of two texts side by side."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from . import signs

# A word as readers see it; where no spaces stand between words, a character with its marks.
_WORD = re.compile(
    rf"([{signs.UNSPACED}][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u3099\u309a]*"
    rf"|[^\s'\-{signs.PUNCTUATION}{signs.UNSPACED}][^\s{signs.PUNCTUATION}{signs.UNSPACED}]*)"
)
# The same for a text of ASCII alone, in a third of the time.
_ASCII_WORD = re.compile(r"([a-z0-9][a-z0-9'\-]*)")


Span = tuple[int, int]


class Words(NamedTuple):
    """The words of a text, and where each begins and ends."""

    texts: list[str]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


NO_WORDS = Words([], (), ())


class Run(NamedTuple):
    """Words that are the same in both texts, one after another: the first in each, and how many."""

    first: int
    second: int
    size: int


def words(text: str) -> Words:
    """The words of a folded text."""
    parts = (_ASCII_WORD if text.isascii() else _WORD).split(text)  # what is between words, a word, and so on
    ends = tuple(accumulate(map(len, parts)))
    return Words(parts[1::2], ends[:-1:2], ends[1::2])


def runs(first: Sequence[str], second: Sequence[str]) -> list[Run]:
    """The most words that two texts have in common in this order, as runs."""
    blocks = LCSseq.editops(first, second).as_matching_blocks()
    return [Run(each.a, each.b, each.size) for each in blocks if each.size]


def differences(ours: Words, theirs: Words, same: Sequence[Run], start: int, end: int) -> Iterator[tuple[Span, Span]]:
    """The words that differ between a quotation and a part of another text, by those that are the same.

    Each is told as where it begins and ends in either; where there are none on one side, behind those before.
    """
    here, there = 0, bisect_right(theirs.ends, start)
    last = bisect_left(theirs.starts, end)
    for one, two, size in (*_clipped(same, there, last), (len(ours.texts), last, 0)):
        if one > here or two > there:
            begin, stop = _span(theirs, there, two, start)
            yield _span(ours, here, one, 0), (max(begin, start), min(stop, end))
        here, there = one + size, two + size


def _clipped(same: Sequence[Run], first: int, last: int) -> Iterator[tuple[int, int, int]]:
    for one, two, size in same:
        if first <= two <= last - size:
            yield one, two, size
        elif (begin := max(first, two)) < (end := min(two + size, last)):
            yield one + begin - two, begin, end - begin


def _span(some: Words, first: int, last: int, least: int) -> Span:
    if first < last:
        return some.starts[first], some.ends[last - 1]
    at = max(some.ends[first - 1], least) if first else least
    return at, at
