"""The places in a text that a quotation may mean where its very characters stand nowhere."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from . import signs
from .folding import Folded, fold, lowered
from .located import Place
from .nearest import nearest
from .seeds import lengths, stretches
from .wording import Words, words

# Of a quotation's characters so many may differ.
_MOST_DRIFT = 0.25
_MARKS = re.compile(f"[{signs.QUOTATION_MARKS}{signs.APOSTROPHES}]")
_UNSPACED = re.compile(f"[{signs.UNSPACED}]")


class Said(NamedTuple):
    """A quotation as it is compared."""

    exact: str
    folded: Folded
    lead: int
    text: str
    words: Words
    opens: bool
    closes: bool

    @classmethod
    def of(cls, exact: str) -> "Said":
        """A quotation, read for what is compared of it, and whether it begins or ends with a quotation mark."""
        folded = fold(exact)
        lead = len(folded.text) - len(folded.text.lstrip())
        text = folded.text.strip()
        letters = [at for at, sign in enumerate(exact) if sign.isalnum()] or [0]
        head, tail = exact[: letters[0]], exact[letters[-1] + 1 :]
        return cls(exact, folded, lead, text, words(text), bool(_MARKS.search(head)), bool(_MARKS.search(tail)))

    def quoted(self, start: int, end: int) -> str:
        """What stands in the quotation at offsets of `text`; nothing where they are one."""
        if start == end:
            return ""
        return self.exact[self.folded.start(start + self.lead) : self.folded.end(end + self.lead)]

    @property
    def weight(self) -> float:
        """How many words it has; a character of a script without spaces is half a word."""
        return sum(0.5 if _UNSPACED.match(word) else 1 for word in self.words.texts)

    @property
    def short(self) -> bool:
        """Whether it is too short to be known by likeness alone: a word or two."""
        return self.weight < 3

    @property
    def bound(self) -> int:
        """How many characters may differ."""
        return max(1, len(self.text) // 8) if self.short else int(len(self.text) * _MOST_DRIFT)


class Near(NamedTuple):
    """A place that is near to a quotation, and how many characters differ: none where it is equal in what is compared."""

    cost: int
    place: Place


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
    near = nearest(said.text, said.words, stretch.text)
    if near.cost > said.bound or near.start >= near.end:
        return []
    return [Near(max(near.cost, 1), _original(text, said, begin, stretch, near.start, near.end))]


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
