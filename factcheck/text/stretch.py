"""What a stretch of a text has that is near to a quotation."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from . import signs
from .folding import Folded, fold
from .located import Difference
from .nearest import Near, anywhere, nearest
from .said import Said
from .wording import NO_WORDS, Run, Words, differences, runs, words

# A change breaks one piece of this length; where too many are broken the rest is not looked at.
_PIECE = 5
_MARKS = f"[{signs.QUOTATION_MARKS}{signs.APOSTROPHES}]"
_MOST_MARKS = 4
_BEFORE = re.compile(rf"{_MARKS}+\s?$")
# A full stop or comma that moved past the mark belongs to it.
_BEHIND = re.compile(rf"[.,]?\s?{_MARKS}+")
_UNSPACED = re.compile(f"[{signs.UNSPACED}]")


class Found(NamedTuple):
    """Words that are near to a quotation: where they stand in the stretch, and how many characters differ.

    The number is 0 where they are equal in what is compared; else the words of the stretch are given, and which are the same.
    """

    cost: int
    start: int
    end: int
    stretch: Folded
    near: Near
    words: Words = NO_WORDS
    same: Sequence[Run] = ()

    def differences(self, said: Said, text: str, begin: int) -> Iterator[Difference]:
        """Word by word what differs from the quotation, where the stretch begins at an offset of a text."""
        for quoted, (first, last) in differences(said.words, self.words, self.same, self.near.start, self.near.end):
            if said.text[quoted[0] : quoted[1]] != self.stretch.text[first:last]:
                end = begin + self.stretch.end(last)
                start = begin + self.stretch.start(first) if first < last else end
                yield Difference(said.quoted(*quoted), text[start:end], start, end)


def equal(raw: str, folded: Folded, said: Said) -> list[Found]:
    """All places in a stretch that are equal to the quotation in what is compared; of a word or two, only whole words."""
    size = len(said.text)
    places = [Near(at, at + size, 0) for at in find_all(folded.text, said.text)]
    found = [Found(0, *_edges(raw, folded, said, place), folded, place) for place in places]
    return [place for place in found if not (said.short and (_joined(raw, place.start) or _joined(raw, place.end)))]


def near(raw: str, said: Said, bound: int) -> list[Found]:
    """The places in a stretch that are equal to the quotation, or the one in which fewest characters differ, and so many at most."""
    folded, size = fold(raw), len(said.text)
    found = equal(raw, folded, said)
    if found or _broken(said.text, folded.text, bound):
        return found
    theirs = words(folded.text)
    same = runs(said.words.texts, theirs.texts)
    best = nearest(said.text, said.words, folded.text, theirs, same)
    if best.cost * 5 <= size * 2 and not said.allows(best.cost, best.same):
        best = anywhere(said.text, folded.text)
    if best.cost > bound or best.start >= best.end or not said.allows(best.cost, best.same):
        return []
    return [Found(best.cost, *_edges(raw, folded, said, best), folded, best, theirs, same)]


def find_all(text: str, part: str) -> Iterator[int]:
    """Where a part stands in a text, each place behind the one before."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))


def _broken(said: str, text: str, bound: int) -> bool:
    """Whether so many pieces are not in the stretch that more characters differ than may."""
    most = len(said) // _PIECE - 1 - bound
    return most > 0 and sum(said[at : at + _PIECE] in text for at in range(0, len(said) - _PIECE, _PIECE)) < most


def _edges(raw: str, folded: Folded, said: Said, near: Near) -> tuple[int, int]:
    """Whole characters, and quotation marks around them where the quotation has them."""
    start, end = folded.start(near.start), folded.end(near.end)
    while end < len(raw) and unicodedata.category(raw[end])[0] == "M":
        end += 1
    opened = _BEFORE.search(raw, max(0, start - _MOST_MARKS), start) if said.opens else None
    closed = _BEHIND.match(raw, end) if said.closes else None
    if opened and (closed or not said.closes):
        start = opened.start()
    if closed and (opened or not said.opens):
        end = closed.end()
    return start, end


def _joined(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1 : at + 1].isalnum() and not _UNSPACED.match(text, at)
