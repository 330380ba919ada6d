"""Which texts may be copies of each other, found through shingles that they share and not by comparing all of them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from sys import hash_info

from .aligning import shingles

_KEPT_ONE_IN = 4  # shingles; of a short text all of them
_KEPT_BELOW = (2 << hash_info.width - 1) // _KEPT_ONE_IN - (1 << hash_info.width - 1)
_SHORT = 80
_MANY = 8  # a shingle that stands in more texts, copies of one text counted once, is boilerplate and leads nowhere
_MOST_POSTED = 16
_MOST_TRIED = 16
_ENOUGH = 2
_LIKELY_WHOLE = 0.3


def sketch(row: Sequence[int]) -> set[int]:
    """The shingles of a text by which it is found: one in four, chosen by their number, so that copies choose the same."""
    return set(shingles(row) if len(row) <= _SHORT else kept(row))


def kept(row: Sequence[int]) -> list[int]:
    """The shingles of words in a row that are looked for in long texts."""
    return [shingle for shingle in shingles(row) if shingle < _KEPT_BELOW]


Same = Callable[[int, int], bool]


def grouped(sketches: Sequence[set[int]], same: Same) -> list[int]:
    """The first text of the group of each text; a text is in a group if it is the same as the first, which `same` says.

    Texts are numbers. The work for each is bounded: it is compared with three firsts at most, those with which it shares most.
    """
    posted: dict[int, list[int]] = {}
    first = list(range(len(sketches)))
    shared_by_some = _repeated(sketches)
    for text, whole in enumerate(sketches):
        shared = whole & shared_by_some
        hits = Counter(chain.from_iterable(posted.get(shingle, ()) for shingle in shared))
        enough = _LIKELY_WHOLE * len(whole)
        likely = sorted((-count, other) for other, count in hits.items() if count >= enough)[:3]
        first[text] = next((other for _, other in likely if same(other, text)), text)
        group = first[text]
        for shingle in shared:
            there = posted.get(shingle)
            if there is None:
                posted[shingle] = [group]
            elif len(there) < _MOST_POSTED and group not in there:
                there.append(group)
    return first


def _repeated(sketches: Sequence[set[int]]) -> set[int]:
    seen, repeated = set[int](), set[int]()
    for each in sketches:
        repeated |= each & seen
        seen |= each
    return repeated


def pairs(sketches: Sequence[set[int]], first: Sequence[int], spread: "Counter[int]") -> Iterator[tuple[int, int]]:
    """The pairs of texts from different groups that share shingles which stand in few groups, the earlier one first.

    Of what a group shares, its first text that has it stands for the others.
    """
    posted = _posted(sketches, first, {shingle for shingle, count in spread.items() if 1 < count <= _MANY})
    hits: list[Counter[int]] = [Counter() for _ in sketches]
    for texts in posted.values():
        for place, text in enumerate(texts):
            hits[text].update(texts[:place])
    for text, counted in enumerate(hits):
        likely = sorted(counted.items(), key=lambda hit: (-hit[1], hit[0]))[:_MOST_TRIED]
        yield from ((other, text) for other, count in likely if count >= _ENOUGH)


def boilerplate(spread: "Counter[int]") -> frozenset[int]:
    """The shingles that stand in many groups."""
    return frozenset(shingle for shingle, count in spread.items() if count > _MANY)


def spread(sketches: Sequence[set[int]], first: Sequence[int]) -> "Counter[int]":
    """In how many groups each shingle stands that stands in several texts."""
    members: dict[int, set[int]] = {}
    for text, group in enumerate(first):
        if text != group:
            members.setdefault(group, set(sketches[group])).update(sketches[text])
    counted: Counter[int] = Counter()
    for text, group in enumerate(first):
        if text == group:
            counted.update(members.get(group, sketches[text]))
    return counted


def _posted(sketches: Sequence[set[int]], first: Sequence[int], wanted: set[int]) -> dict[int, list[int]]:
    posted: dict[int, dict[int, int]] = {}
    for text, whole in enumerate(sketches):
        for shingle in whole & wanted:
            posted.setdefault(shingle, {}).setdefault(first[text], text)
    return {shingle: sorted(texts.values()) for shingle, texts in posted.items()}
