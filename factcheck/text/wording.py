"""The words of two texts side by side."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from . import signs

# A word as readers see it; where no spaces stand between words, a character with its marks.
_WORD = re.compile(
    rf"[{signs.UNSPACED}][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u3099\u309a]*"
    rf"|[^\s'\-{signs.PUNCTUATION}{signs.UNSPACED}][^\s{signs.PUNCTUATION}{signs.UNSPACED}]*"
)
# The same for a text of ASCII alone, in a third of the time.
_ASCII_WORD = re.compile(r"[a-z0-9][a-z0-9'\-]*")


class Words(NamedTuple):
    """The words of a text, and where each begins and ends."""

    texts: list[str]
    starts: list[int]
    ends: list[int]

    def within(self, start: int, end: int) -> "Words":
        """Those that stand whole between two offsets, and the parts of those that are cut there."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        texts, starts, ends = (part[first:last] for part in self)
        if texts and starts[0] < start:
            texts[0], starts[0] = texts[0][start - starts[0] :], start
        if texts and ends[-1] > end:
            texts[-1], ends[-1] = texts[-1][: end - ends[-1]], end
        return Words(texts, starts, ends)


class Run(NamedTuple):
    """Words that are the same in both texts, one after another: the first in each, and how many."""

    first: int
    second: int
    count: int


def words(text: str) -> Words:
    """The words of a folded text."""
    spans = [match.span() for match in (_ASCII_WORD if text.isascii() else _WORD).finditer(text)]
    return Words([text[start:end] for start, end in spans], [start for start, _ in spans], [end for _, end in spans])


def runs(first: Sequence[str], second: Sequence[str]) -> list[Run]:
    """The most words that two texts have in common in this order, as runs.

    Hyyrö, "Bit-parallel LCS-length computation revisited" (2004): a row of the table is one integer.
    """
    bits = dict[str, int]()
    for at, word in enumerate(first):
        bits[word] = bits.get(word, 0) | 1 << at
    row, rows = (1 << len(first)) - 1, list[int]()
    whole = row
    for word in second:
        same = row & bits.get(word, 0)
        row = (row + same | row - same) & whole
        rows.append(row)
    found = list[Run]()
    here, there = len(first) - 1, len(second) - 1
    while here >= 0 and there >= 0:
        bit = 1 << here
        if rows[there] & bit:
            here -= 1
        elif there and not rows[there - 1] & bit:
            there -= 1
        else:
            last = found[-1] if found else Run(-1, -1, 0)
            if (last.first, last.second) == (here + 1, there + 1):
                found[-1] = Run(here, there, last.count + 1)
            else:
                found.append(Run(here, there, 1))
            here, there = here - 1, there - 1
    return found[::-1]


def differences(ours: Words, theirs: Words) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The words that differ, as where they begin and end in either text; where there are none, behind those before."""
    here = there = 0
    for run in (*runs(ours.texts, theirs.texts), Run(len(ours.texts), len(theirs.texts), 0)):
        if run.first > here or run.second > there:
            yield _span(ours, here, run.first), _span(theirs, there, run.second)
        here, there = run.first + run.count, run.second + run.count


def _span(some: Words, first: int, last: int) -> tuple[int, int]:
    if first < last:
        return some.starts[first], some.ends[last - 1]
    at = some.ends[first - 1] if first else some.starts[0] if some.starts else 0
    return at, at
