"""The words of two texts side by side."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from . import signs
from .folding import Folded
from .located import Difference

# A word as readers see it; where no spaces stand between words, a character with its marks.
_WORD = re.compile(
    rf"[{signs.UNSPACED}][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u3099\u309a]*"
    rf"|[^\s'\-{signs.PUNCTUATION}{signs.UNSPACED}][^\s{signs.PUNCTUATION}{signs.UNSPACED}]*"
)


class Word(NamedTuple):
    """A word, and where it stands in its text."""

    text: str
    start: int
    end: int


class Run(NamedTuple):
    """Words that are the same in both texts, one after another: the first in each, and how many."""

    first: int
    second: int
    count: int


def words(text: str) -> list[Word]:
    """The words of a folded text."""
    return [Word(match[0], *match.span()) for match in _WORD.finditer(text)]


def runs(first: Sequence[Word], second: Sequence[Word]) -> list[Run]:
    """The most words that two texts have in common in this order, as runs.

    Hyyrö, "Bit-parallel LCS-length computation revisited" (2004): a row of the table is one integer.
    """
    bits = dict[str, int]()
    for at, word in enumerate(first):
        bits[word.text] = bits.get(word.text, 0) | 1 << at
    row, rows = (1 << len(first)) - 1, list[int]()
    whole = row
    for word in second:
        same = row & bits.get(word.text, 0)
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


def differences(quoted: str, said: Folded, text: str, found: Folded, offset: int) -> tuple[Difference, ...]:
    """Word by word what differs between a quotation and what was found at an offset of a text."""
    ours, theirs = words(said.text), words(found.text)
    told = list[Difference]()
    here = there = 0
    for run in (*runs(ours, theirs), Run(len(ours), len(theirs), 0)):
        if run.first > here or run.second > there:
            start, end = _span(theirs[there : run.second], found, theirs[:there])
            begin, stop = _span(ours[here : run.first], said, ())
            told.append(Difference(quoted[begin:stop], text[start:end], offset + start, offset + end))
        here, there = run.first + run.count, run.second + run.count
    return tuple(told)


def _span(some: Sequence[Word], folded: Folded, before: Sequence[Word]) -> tuple[int, int]:
    """Where words stand in the original text; where there are none, the end of those before."""
    if some:
        return folded.start(some[0].start), folded.end(some[-1].end)
    at = folded.end(before[-1].end) if before else 0
    return at, at
