"""Where a quotation stands in a text."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.model import Quotation

from . import signs
from .choosing import chosen
from .folding import Folded, fold, lowered
from .located import Kind, Located, Place
from .nearest import nearest
from .seeds import PIECES, stretches
from .wording import Word, differences, words

# Of a quotation's characters so many may differ.
MOST_DRIFT = 0.25


class _Said(NamedTuple):
    quotation: Quotation
    folded: Folded
    words: Sequence[Word]


class _Near(NamedTuple):
    cost: int
    place: Place


def locate(text: str, quotation: Quotation | str) -> Located:
    """Where a quotation stands in a text, how it was found, and what differs.

    Offsets count Unicode code points of `text` as it is given. The prefix, suffix and position of the
    quotation weigh in where there are several places.
    https://www.w3.org/TR/annotation-model/#text-quote-selector
    """
    wanted = Quotation.model_construct(exact=quotation) if isinstance(quotation, str) else quotation
    if not wanted.exact:
        return Located(Kind.ABSENT)
    if wanted.start is not None and text.startswith(wanted.exact, wanted.start):
        return Located(Kind.EXACT, (_place(text, wanted.start, wanted.start + len(wanted.exact)),))
    exact = [_place(text, at, at + len(wanted.exact)) for at in _all(text, wanted.exact)]
    if exact:
        return _of(Kind.EXACT, chosen(text, exact, wanted))
    return _close(text, wanted)


def _of(kind: Kind, places: Sequence[Place]) -> Located:
    return Located(kind if len(places) == 1 else Kind.AMBIGUOUS, tuple(places))


def _close(text: str, wanted: Quotation) -> Located:
    folded = fold(wanted.exact)
    folded = folded._replace(text=folded.text.strip())
    said = _Said(wanted, folded, words(folded.text))
    if not said.words:
        return Located(Kind.ABSENT)
    found = _found(text, said)
    if not found:
        return Located(Kind.ABSENT)
    least = min(near.cost for near in found)
    places = chosen(text, [near.place for near in found if near.cost == least], wanted)
    if len(places) > 1:
        return Located(Kind.AMBIGUOUS, tuple(places))
    if not least:
        return Located(Kind.NORMALISED, tuple(places))
    place = places[0]
    return Located(
        Kind.DRIFT, (place,), differences(wanted.exact, fold(wanted.exact), place.text, fold(place.text), place.start)
    )


def _found(text: str, said: _Said) -> list[_Near]:
    wanted, size = said.quotation, len(said.folded.text)
    if wanted.start is not None:
        hinted = _near(text, said, wanted.start, wanted.start)
        if hinted:
            return hinted
    low = lowered(text)
    for length in PIECES:
        if size // length > 2:
            found = [
                near
                for first, last in stretches(said.folded.text, low, length)
                for near in _near(text, said, first, last)
            ]
            if found:
                return found
    folded = fold(text)
    for length in PIECES:
        if size // length > 2:
            found = [
                near
                for first, last in stretches(said.folded.text, folded.text, length)
                for near in _near(
                    text, said, folded.start(max(first, 0)), folded.start(max(0, min(last, len(folded.text) - 1)))
                )
            ]
            if found:
                return found
    return []


def _near(text: str, said: _Said, first: int, last: int) -> list[_Near]:
    """What is near to the quotation in a stretch, where it begins between two offsets."""
    room = len(said.quotation.exact) // 4 + 24
    begin = max(0, first - room)
    stretch = fold(text[begin : last + len(said.quotation.exact) + room])
    size = len(said.folded.text)
    same = [_Near(0, _original(text, begin, stretch, at, at + size)) for at in _all(stretch.text, said.folded.text)]
    if same:
        return same
    near = nearest(said.folded.text, said.words, stretch.text)
    if near.cost > size * MOST_DRIFT:
        return []
    return [_Near(near.cost, _original(text, begin, stretch, near.start, near.end))]


def _original(text: str, begin: int, stretch: Folded, start: int, end: int) -> Place:
    return _place(text, begin + stretch.start(start), begin + stretch.end(end))


def _place(text: str, start: int, end: int) -> Place:
    return Place(start, end, text[start:end])


def _all(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))
