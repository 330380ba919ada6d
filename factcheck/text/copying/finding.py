"""Which of many texts are copies of one another, whole or in a passage."""

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple

from factcheck.text.unions import Unions

from . import candidates
from .aligning import Aligner, Stretch
from .weighing import Weighed
from .words import Codes, coded

_LEAST = 24.0  # words, of more than a sentence
_LEAST_OF_ONE_SENTENCE = 45.0
# Of the words of a stretch that many are the same on both sides, and that many on average to a change at least; else it is a rewriting, or
# another text of the same template. What is short has to be nearly to the word.
_LONG = 60
_DENSE, _DENSE_IF_SHORT = 0.6, 0.75
_WORDS_TO_A_CHANGE, _WORDS_IF_SHORT = 10, 14
_NUMBERS_CHANGED = 3  # which house style does not do
_MOSTLY, _A_GOOD_PART = 0.5, 0.25
_NEARLY_ALL = 0.8
_NUMBER = re.compile(r"\d+")


class Extent(StrEnum):
    """How much was copied: `whole`, where most of one text stands in the other and is a good part of it, else a `passage`."""

    WHOLE = "whole"
    PASSAGE = "passage"


class Passage(NamedTuple):
    """A passage that stands in two texts: offsets in code points of each as it was given, ends exclusive.

    `words` says how many of its words are the same on both sides.
    """

    start: int
    end: int
    other_start: int
    other_end: int
    words: int


class Copy(NamedTuple):
    """Two texts, by their ids, of which one was copied from the other, or both from a third.

    `share` is how much of the one stands in the other, from 0 to 1, `other_share` how much of the other in the one;
    menus, headings and boilerplate do not count. `passages` are in the order of the other text.
    """

    one: str
    other: str
    extent: Extent
    share: float
    other_share: float
    passages: tuple[Passage, ...]


class Copies(NamedTuple):
    """What was found: groups of ids whose texts are one, and the pairs that say why.

    Each text of a group has one pair with a text of it, and so there are fewer pairs than texts; passages
    are between texts that are in different groups, or in none.
    """

    groups: tuple[tuple[str, ...], ...]
    pairs: tuple[Copy, ...]


def copies(texts: Mapping[str, str]) -> Copies:
    """Which texts, by id, are copies of one another, whole or in a passage of some sentences.

    Found through shingles of five words, or of five characters in scripts without spaces; no two texts are compared
    that share none. A quotation alone is no copy, nor what stands in many texts. The order of the texts does not matter.
    """
    return _Search(texts).run()


class _Search:
    """One search: texts with the same words are one, and texts are numbers, the longest first."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._codes = codes = Codes()
        rows = {name: coded(texts[name], codes) for name in sorted(texts)}
        # What was cut from a text stands in it, and so the longest comes first.
        same: dict[bytes, list[str]] = {}
        for name in sorted(filter(rows.__getitem__, rows), key=lambda name: -len(rows[name])):
            same.setdefault(blake2b(array("I", rows[name]), digest_size=16).digest(), []).append(name)
        self._same = list(same.values())
        self._names = [names[0] for names in self._same]
        self._rows = [rows[name] for name in self._names]
        self._aligner = Aligner(self._rows)
        self._boilerplate = frozenset[int]()
        self._core: dict[int, tuple[Passage, ...]] = {}
        self._texts = texts
        self._weighed = lru_cache(512)(
            lambda number: Weighed(texts[self._names[number]], len(self._rows[number]), codes)
        )

    def run(self) -> Copies:
        sketches = list(map(candidates.sketch, self._rows))
        found: list[Copy] = []

        def same(one: int, other: int) -> bool:
            copy = self._joining(one, other)
            if copy is None or copy.extent is not Extent.WHOLE:
                return False
            found.append(copy)
            return True

        first = candidates.grouped(sketches, same)
        spread = candidates.spread(sketches, first)
        self._boilerplate = candidates.boilerplate(spread)
        found += filter(None, (self._joining(*pair) for pair in candidates.pairs(sketches, first, spread)))
        return _told([*self._identical(), *found])

    def _joining(self, one: int, other: int) -> Copy | None:
        """As `_copy`, but that two texts which stand in different places of a third are not made one group by it."""
        copy = self._copy(one, other)
        if copy is None or copy.extent is not Extent.WHOLE:
            return copy
        core = self._core.setdefault(one, copy.passages)
        return copy if _overlap(copy.passages, core) else copy._replace(extent=Extent.PASSAGE)

    def _identical(self) -> Iterator[Copy]:
        for first, *others in (names for names in self._same if len(names) > 1):
            count = len(coded(self._texts[first], self._codes))
            here = Weighed(self._texts[first], count, self._codes).span(0, count)
            for other in others:
                there = Weighed(self._texts[other], count, self._codes).span(0, count)
                yield Copy(first, other, Extent.WHOLE, 1.0, 1.0, (Passage(*here, *there, count),))

    def _copy(self, one: int, other: int) -> Copy | None:
        """How one text is a copy of another, None where it is none."""
        least = min(_LEAST, _MOSTLY * len(self._rows[other]))
        near = [each for each in self._aligner.stretches(one, other) if each.shared >= least]
        near = [each for each in near if self._is_near(each, one, other)]
        if not near:
            return None
        right = self._weighed(other)
        if sum(right.share(each.other_start, each.other_end) for each in near) < _NEARLY_ALL:  # else a short text
            near = [each for each in near if right.counts(each.other_start, each.other_end) >= _LEAST]
        if not near:
            return None
        left = self._weighed(one)
        stretches = [each for each in near if _is_passage(each, left, right)]
        if not stretches and min(_shares(near, left, right)) < _NEARLY_ALL:
            return None
        stretches = stretches or near
        share, other_share = _shares(stretches, left, right)
        return Copy(
            self._names[one],
            self._names[other],
            _extent(share, other_share),
            share,
            other_share,
            tuple(_passage(each, left, right) for each in stretches),
        )

    def _is_near(self, stretch: Stretch, one: int, other: int) -> bool:
        """Whether most of a stretch is the same on both sides, and it is neither boilerplate nor of a template."""
        longest = max(stretch.end - stretch.start, stretch.other_end - stretch.other_start)
        dense, words = (_DENSE, _WORDS_TO_A_CHANGE) if stretch.shared >= _LONG else (_DENSE_IF_SHORT, _WORDS_IF_SHORT)
        is_dense = stretch.shared >= max(dense * longest, words * (len(stretch.runs) - 1))
        return is_dense and not self._is_boilerplate(stretch, other) and not self._changes_numbers(stretch, one, other)

    def _changes_numbers(self, stretch: Stretch, one: int, other: int) -> bool:
        changed = 0
        for (here, there, length), (next_here, next_there, _) in pairwise(stretch.runs):
            old = self._numbers(one, here + length, next_here)
            new = self._numbers(other, there + length, next_there)
            changed += bool(old and new and old != new)
        return changed >= _NUMBERS_CHANGED and changed * _NUMBERS_CHANGED >= len(stretch.runs) - 1

    def _numbers(self, text: int, start: int, end: int) -> list[str]:
        if start >= end:
            return []
        return _NUMBER.findall(self._texts[self._names[text]], *self._weighed(text).span(start, end))

    def _is_boilerplate(self, stretch: Stretch, other: int) -> bool:
        kept = candidates.kept(self._rows[other][stretch.other_start : stretch.other_end]) if self._boilerplate else []
        return sum(map(self._boilerplate.__contains__, kept)) > len(kept) / 2


def _extent(share: float, other_share: float) -> Extent:
    whole = max(share, other_share) > _MOSTLY and min(share, other_share) > _A_GOOD_PART
    return Extent.WHOLE if whole else Extent.PASSAGE


def _is_passage(stretch: Stretch, left: Weighed, right: Weighed) -> bool:
    counted = sum(left.counts(start, start + length) for start, _, length in stretch.runs)
    is_longer = left.ends_a_sentence(stretch.start, stretch.end) or right.ends_a_sentence(*stretch[2:4])
    return counted >= (_LEAST if is_longer else _LEAST_OF_ONE_SENTENCE)


def _shares(stretches: Sequence[Stretch], left: Weighed, right: Weighed) -> tuple[float, float]:
    here = sum(left.share(each.start, each.end) for each in stretches)
    there = sum(right.share(each.other_start, each.other_end) for each in stretches)
    return min(1.0, here), min(1.0, there)


def _overlap(passages: Sequence[Passage], core: Sequence[Passage]) -> bool:
    """Whether most of the passages stands, in the one text, where the core does."""
    both = sum(max(0, min(each.end, other.end) - max(each.start, other.start)) for each in passages for other in core)
    return both > _MOSTLY * sum(each.end - each.start for each in passages)


def _passage(stretch: Stretch, left: Weighed, right: Weighed) -> Passage:
    here, there = left.span(stretch.start, stretch.end), right.span(stretch.other_start, stretch.other_end)
    return Passage(*here, *there, stretch.shared)


def _told(found: Sequence[Copy]) -> Copies:
    """The groups, and of the passages those that are between groups; a pair within one tells nothing more."""
    group = Unions()
    wholes = [each for each in found if each.extent is Extent.WHOLE]
    needed = [each for each in wholes if group.join(each.one, each.other)]
    needed += (
        each for each in found if each.extent is Extent.PASSAGE and group.first(each.one) != group.first(each.other)
    )
    members: dict[str, list[str]] = {}
    for name in sorted({name for each in wholes for name in (each.one, each.other)}):
        members.setdefault(group.first(name), []).append(name)
    groups = sorted(tuple(names) for names in members.values() if len(names) > 1)
    return Copies(tuple(groups), tuple(sorted(needed)))
