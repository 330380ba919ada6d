"""Which runs of words two texts share, in the same order and nearly without a gap."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

SHINGLE = 5
"""So many words in a row make a shingle, by which shared words are found."""

_GAP = 12  # words that were replaced, put in or left out between two runs of one passage
_OPEN = 3  # passages that a run may continue: paragraphs are sometimes in another order


def shingles(row: Sequence[int]) -> Iterator[int]:
    """A number for each shingle of a text, the same in every process: hashes of whole numbers are not seeded."""
    return map(hash, zip(*(row[at:] for at in range(SHINGLE)), strict=False))


class Stretch(NamedTuple):
    """A stretch of two texts that agree nearly: word numbers, ends exclusive, and the runs of words that are the same.

    A run is its start in one, its start in the other, and its length.
    """

    start: int
    end: int
    other_start: int
    other_end: int
    runs: tuple[tuple[int, int, int], ...]

    @property
    def shared(self) -> int:
        """How many words are the same."""
        return sum(length for _, _, length in self.runs)


class Aligner:
    """Aligns texts of one collection, given as the numbers of their words."""

    def __init__(self, rows: Sequence[Sequence[int]]) -> None:
        """Take the texts; the shingles of those asked for again and again, and their places, are remembered."""
        self._rows = rows
        self._shingles = lru_cache(512)(self._shingles_of)
        self._places = lru_cache(512)(self._places_of)

    def _shingles_of(self, text: int) -> list[int]:
        return list(shingles(self._rows[text]))

    def _places_of(self, text: int) -> dict[int, int]:
        row = self._shingles(text)
        return dict(zip(reversed(row), range(len(row) - 1, -1, -1), strict=True))

    def stretches(self, one: int, other: int) -> list[Stretch]:
        """The stretches that two texts share, in the order of the other text."""
        runs = _runs(self._shingles(one), self._places(one), self._shingles(other))
        return [_stretch(each) for each in _gathered(runs)]


def _runs(shingles: list[int], places: Mapping[int, int], others: list[int]) -> Iterator[tuple[int, int, int]]:
    """Where both texts have the same words: the start in one, the start in the other, and how many."""
    there = 0
    for at, here in enumerate(map(places.get, others)):
        if here is None or at < there:
            continue
        length = _alike(shingles, here, others, at)
        yield here, at, length + SHINGLE - 1
        there = at + length


def _alike(one: list[int], here: int, other: list[int], there: int) -> int:
    """How many entries from these places on are the same; those of the first are."""
    length, step = 1, 32
    while step:
        if one[here + length : here + length + step] == other[there + length : there + length + step]:
            if length >= min(len(one) - here, len(other) - there):
                return min(len(one) - here, len(other) - there)
            length += step
        else:
            step //= 2
    return length


def _gathered(runs: Iterator[tuple[int, int, int]]) -> list[list[tuple[int, int, int]]]:
    """Runs that follow each other closely in both texts, together."""
    gathered = list[list[tuple[int, int, int]]]()
    for here, there, length in runs:
        for stretch in gathered[: -_OPEN - 1 : -1]:
            last_here, last_there, last_length = stretch[-1]
            gaps = here - last_here - last_length, there - last_there - last_length
            # Runs overlap by less than a shingle where a word was put in or taken out of a repetition.
            if all(-SHINGLE < gap <= _GAP for gap in gaps):
                cut = max(0, -min(gaps))
                stretch.append((here + cut, there + cut, length - cut))
                break
        else:
            gathered.append([(here, there, length)])
    return gathered


def _stretch(runs: list[tuple[int, int, int]]) -> Stretch:
    (here, there, _), (last_here, last_there, length) = runs[0], runs[-1]
    return Stretch(here, last_here + length, there, last_there + length, tuple(runs))
