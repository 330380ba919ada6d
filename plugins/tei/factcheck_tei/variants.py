"""Where the words of two texts differ, in time that grows with their length.

Runs of words that stand once in each text are taken for the same ones, as far as their order allows; then
single words are, between them. Only what is left and short is compared each with each.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from sys import intern
from typing import NamedTuple

_UNSPACED = "\u0e00-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
"""Scripts that put no space between words: Thai to Myanmar, Khmer, kana, Han."""
_MARKS = r"!-/:-@\[-`{-~\u00a1-\u00bf\u2010-\u205e\u060c\u061b\u061f\u06d4\u0964\u0965\u3001-\u303f\uff01-\uff0f\uff1a-\uff20"
"""Punctuation; what is none of it belongs to a word, combining characters among it."""
_WORD = re.compile(rf"[{_UNSPACED}{_MARKS}]|[^\s{_UNSPACED}{_MARKS}]+")
_RUNS = (3, 1)  # words
_SHORT = 32  # words


class Variant(NamedTuple):
    """Where two texts differ: a place in each, in code points, which is empty where there are no words."""

    start: int
    end: int
    other_start: int
    other_end: int


class _Gap(NamedTuple):
    """A part of each list of words."""

    start: int
    end: int
    other_start: int
    other_end: int


def variants(text: str, other: str) -> list[Variant]:
    """Each place where the words of two texts differ; white space between words does not count."""
    (spans, words), (other_spans, others) = _words(text), _words(other)
    return [
        Variant(*_place(spans, gap.start, gap.end), *_place(other_spans, gap.other_start, gap.other_end))
        for gap in _differing(words, others)
    ]


def _words(text: str) -> tuple[list[tuple[int, int]], list[str]]:
    spans = [word.span() for word in _WORD.finditer(text)]
    return spans, [intern(text[start:end]) for start, end in spans]


def _place(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    if start < end:
        return spans[start][0], spans[end - 1][1]
    point = spans[start - 1][1] if start else 0
    return point, point


def _differing(words: Sequence[str], others: Sequence[str]) -> Iterator[_Gap]:
    gaps = [_Gap(0, len(words), 0, len(others))]
    for run in _RUNS:
        gaps = [inner for gap in gaps for inner in _between(words, others, gap, run)]
    for gap in gaps:
        yield from _compared(words, others, gap)


def _between(words: Sequence[str], others: Sequence[str], gap: _Gap, run: int) -> Iterator[_Gap]:
    """What is left of a gap between the runs of words that stand once in each text."""
    once = _once(words, gap.start, gap.end, run)
    once_there = _once(others, gap.other_start, gap.other_end, run)
    pairs = [(at, once_there[key]) for key, at in once.items() if key in once_there]
    start, other_start = gap.start, gap.other_start
    for at, other_at in _rising(pairs):
        if at >= start and other_at >= other_start:
            yield from _some(_Gap(start, at, other_start, other_at))
            start, other_start = at + run, other_at + run
    yield from _some(_Gap(start, gap.end, other_start, gap.other_end))


def _some(gap: _Gap) -> Iterator[_Gap]:
    if gap.start < gap.end or gap.other_start < gap.other_end:
        yield gap


def _once(words: Sequence[str], start: int, end: int, run: int) -> dict[tuple[str, ...], int]:
    """Where each run of words begins that stands once, in order."""
    runs = [tuple(words[at : at + run]) for at in range(start, end - run + 1)]
    counted = Counter(runs)
    return {key: start + at for at, key in enumerate(runs) if counted[key] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of these pairs, which rise in the first, that rises in the second too."""
    ends, last, before = list[int](), list[int](), list[int]()
    for number, (_, other_at) in enumerate(pairs):
        length = bisect_left(ends, other_at)
        ends[length : length + 1] = [other_at]
        last[length : length + 1] = [number]
        before.append(last[length - 1] if length else -1)
    chain, number = list[tuple[int, int]](), last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _compared(words: Sequence[str], others: Sequence[str], whole: _Gap) -> Iterator[_Gap]:
    gap = _trimmed(words, others, whole)
    if max(gap.end - gap.start, gap.other_end - gap.other_start) > _SHORT:
        yield gap
        return
    mine, theirs = words[gap.start : gap.end], others[gap.other_start : gap.other_end]
    for same, start, end, other_start, other_end in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if same != "equal":
            yield _Gap(gap.start + start, gap.start + end, gap.other_start + other_start, gap.other_start + other_end)


def _trimmed(words: Sequence[str], others: Sequence[str], gap: _Gap) -> _Gap:
    """A gap without the words that are the same at its beginning and at its end."""
    start, end, other_start, other_end = gap
    while start < end and other_start < other_end and words[start] == others[other_start]:
        start, other_start = start + 1, other_start + 1
    while start < end and other_start < other_end and words[end - 1] == others[other_end - 1]:
        end, other_end = end - 1, other_end - 1
    return _Gap(start, end, other_start, other_end)
