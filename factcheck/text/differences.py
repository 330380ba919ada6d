"""What one version of a text changed, cut or added, word by word."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from .copying.aligning import Aligner
from .copying.words import Codes, coded, places

# Words on both sides: so much between runs of words that are the same is looked through for shorter ones.
_COMPARED = 200
_SMALL, _SHORTEST = 20, 3  # in more than a few words, one or two that are the same are the same by chance


class Piece(NamedTuple):
    """A piece of two versions: the words are the same, or others, or stand on one side only.

    Offsets are in code points of each text, ends exclusive; both are equal where there is nothing on that side. Words are the same
    that differ only in punctuation, case or form. A piece ends with a word, and where a paragraph ends in either text.
    """

    is_same: bool
    start: int
    end: int
    other_start: int
    other_end: int


def pieces(one: str, other: str) -> list[Piece]:
    """What two versions of a text have in common and what not, in the order of both."""
    codes = Codes()
    rows = [coded(one, codes), coded(other, codes)]
    spans = [list(places(one, codes)), list(places(other, codes))]
    runs = sorted(_refined(rows[0], rows[1], _in_order(Aligner(rows))))
    found, here, there = list[Piece](), 0, 0
    for at, at_other, length in (*_by_paragraph((one, other), spans, runs), (len(rows[0]), len(rows[1]), 0)):
        if at > here or at_other > there:
            found.append(Piece(False, *_place(spans[0], here, at), *_place(spans[1], there, at_other)))
        if length:
            found.append(
                Piece(True, *_place(spans[0], at, at + length), *_place(spans[1], at_other, at_other + length))
            )
        here, there = at + length, at_other + length
    return found


def _by_paragraph(
    texts: tuple[str, str], spans: list[list[tuple[int, int]]], runs: list[tuple[int, int, int]]
) -> Iterator[tuple[int, int, int]]:
    def begins(side: int, word: int) -> bool:
        places = spans[side]
        return "\n" in texts[side][places[word - 1][1] : places[word][0]]

    for at, at_other, length in runs:
        start = 0
        for step in range(1, length):
            if begins(0, at + step) or begins(1, at_other + step):
                yield at + start, at_other + start, step - start
                start = step
        yield at + start, at_other + start, length - start


def _place(places: list[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    """Where these words stand; where there are none, the end of the one before."""
    if first < last:
        return places[first][0], places[last - 1][1]
    before = places[first - 1][1] if first else 0
    return before, before


def _in_order(aligner: Aligner) -> list[tuple[int, int, int]]:
    """The runs of words that are the same, those left out that stand in another order; the longest stretch stays."""
    stretches = sorted(aligner.stretches(0, 1), key=lambda each: (-each.shared, each.start))
    kept = list[tuple[int, int, int, int]]()
    runs = list[tuple[int, int, int]]()
    for each in stretches[:_COMPARED]:
        if all((each.start >= end and each.other_start >= other_end) or (each.end <= start and each.other_end <= other_start)
               for start, end, other_start, other_end in kept):  # fmt: skip
            kept.append(each[:4])
            runs.extend(each.runs)
    return sorted(runs)


def _refined(one: list[int], other: list[int], runs: list[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """These runs, and the shorter ones between them."""
    yield from runs
    bounds = [(0, 0, 0), *runs, (len(one), len(other), 0)]
    for (at, at_other, length), (following, following_other, _) in pairwise(bounds):
        here, there = at + length, at_other + length
        longest = max(following - here, following_other - there)
        if longest <= _COMPARED:
            matcher = SequenceMatcher(None, one[here:following], other[there:following_other], autojunk=False)
            for block in matcher.get_matching_blocks():
                if block.size >= (_SHORTEST if longest > _SMALL else 1):
                    yield here + block.a, there + block.b, block.size
