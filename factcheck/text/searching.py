"""The places in a text that a quotation may mean where its very characters stand nowhere."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from . import signs
from .folding import Folded, fold, lowered
from .located import Difference, Place
from .nearest import nearest
from .seeds import lengths, stretches
from .wording import Words, differences, words

# Of a quotation's characters so many may differ.
_MOST_DRIFT = 0.25
_MARKS = re.compile(f"[{signs.QUOTATION_MARKS}{signs.APOSTROPHES}]")
_OPENS = re.compile(f"[^\\w{signs.QUOTATION_MARKS}{signs.APOSTROPHES}]*[{signs.QUOTATION_MARKS}{signs.APOSTROPHES}]")
_CLOSES = re.compile(f"[{signs.QUOTATION_MARKS}{signs.APOSTROPHES}]\\W*$")
_MOST_BEHIND = 16
_UNSPACED = re.compile(f"[{signs.UNSPACED}]")


class Said(NamedTuple):
    """A quotation as it is compared: folded, from an offset of that on; whether marks open and close it, and it is but a word or two."""

    exact: str
    folded: Folded
    lead: int
    text: str
    words: Words
    opens: bool
    closes: bool
    short: bool

    @classmethod
    def of(cls, exact: str) -> "Said":
        """A quotation, read for what is compared of it."""
        folded = fold(exact)
        text = folded.text.strip()
        found = words(text)
        opens, closes = bool(_OPENS.match(exact)), bool(_CLOSES.search(exact, max(0, len(exact) - _MOST_BEHIND)))
        return cls(exact, folded, folded.text.find(text), text, found, opens, closes, short=_weight(found) < 3)

    def quoted(self, start: int, end: int) -> str:
        """What stands in the quotation at offsets of `text`; nothing where they are one."""
        if start == end:
            return ""
        return self.exact[self.folded.start(start + self.lead) : self.folded.end(end + self.lead)]

    @property
    def bound(self) -> int:
        """How many characters may differ."""
        return max(1, len(self.text) // 8) if self.short else int(len(self.text) * _MOST_DRIFT)


class Near(NamedTuple):
    """A place that is near to a quotation, how many characters differ, and its words with where they begin and end in the text.

    The number is 0 where the place is equal in what is compared.
    """

    cost: int
    place: Place
    differences: Callable[[], tuple[Difference, ...]] = tuple


def _weight(found: Words) -> float:
    """How many words there are; a character of a script without spaces is half a word."""
    count = len(found.texts)
    return count if count > 5 else sum(0.5 if _UNSPACED.match(word) else 1 for word in found.texts)


def near_places(text: str, said: Said, hint: int | None) -> list[Near]:
    """All places that are near to a quotation; where it is near to a position that is given, that place alone."""
    if hint is not None and hint < len(text):
        found = _within(text, said, hint, hint)
        if found:
            return found
    low = lowered(text)
    found = _by_seeds(text, said, low, lambda at: at) if not said.short else []
    if found:
        return found
    folded = fold(text)
    same = [_original(text, said, 0, folded, at, at + len(said.text)) for at in find_all(folded.text, said.text)]
    if said.short:
        same = [place for place in same if _whole(text, place)]
    if same:
        return [Near(0, place) for place in same]
    return _by_seeds(text, said, folded.text, folded.start)


def _by_seeds(text: str, said: Said, searched: str, original: Callable[[int], int]) -> list[Near]:
    last = len(searched) - 1
    for length in lengths(len(said.text)):
        found = dict[Place, Near]()
        for begin, end in stretches(said.text, searched, length):
            for near in _within(text, said, original(max(0, begin)), original(max(0, min(end, last)))):
                found[near.place] = near
        if found:
            return list(found.values())
    return []


def _within(text: str, said: Said, first: int, last: int) -> list[Near]:
    """What is near to a quotation, where it begins somewhere between two offsets."""
    room = len(said.exact) // 5 + 16
    begin = max(0, first - room)
    stretch = fold(text[begin : last + len(said.exact) + room])
    size = len(said.text)
    same = [_original(text, said, begin, stretch, at, at + size) for at in find_all(stretch.text, said.text)]
    same = [place for place in same if not said.short or _whole(text, place)]
    if same:
        return [Near(0, place) for place in same]
    theirs = words(stretch.text)
    near = nearest(said.text, said.words, stretch.text, theirs)
    if near.cost > said.bound or near.start >= near.end:
        return []
    place = _original(text, said, begin, stretch, near.start, near.end)
    return [
        Near(
            max(near.cost, 1),
            place,
            partial(_differences, text, said, begin, stretch, theirs.within(near.start, near.end)),
        )
    ]


def _original(text: str, said: Said, begin: int, stretch: Folded, start: int, end: int) -> Place:
    """The place in the text of a part of a folded stretch: whole characters, and quotation marks around it where the quotation has them."""
    start, end = begin + stretch.start(start), begin + stretch.end(end)
    while end < len(text) and unicodedata.category(text[end])[0] == "M":
        end += 1
    while said.opens and start > 0 and _MARKS.match(text, start - 1):
        start -= 1
    while said.closes and end < len(text) and _MARKS.match(text, end):
        end += 1
    return Place(start, end, text[start:end])


def _differences(text: str, said: Said, begin: int, stretch: Folded, theirs: Words) -> tuple[Difference, ...]:
    told = list[Difference]()
    for quoted, (first, last) in differences(said.words, theirs):
        start = end = begin + stretch.end(last)
        if first < last:
            start = begin + stretch.start(first)
        told.append(Difference(said.quoted(*quoted), text[start:end], start, end))
    return tuple(told)


def _whole(text: str, place: Place) -> bool:
    return not (_joined(text, place.start) or _joined(text, place.end))


def _joined(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1 : at + 1].isalnum() and not _UNSPACED.match(text, at)


def find_all(text: str, part: str) -> Iterator[int]:
    """Where a part stands in a text, each place behind the one before."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))
