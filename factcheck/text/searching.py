"""The places in a text that a quotation may mean where its very characters stand nowhere."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from .folding import fold, lowered
from .located import Difference, Place
from .said import Said
from .seeds import lengths, rounds
from .stretch import Found, equal, near

# First a place is looked for in about as much text as the quotation is long; where much differs, in more of it.
_LITTLE_ROOM = 16


class Candidate(NamedTuple):
    """A place that is near to a quotation, and what is known of it."""

    place: Place
    found: Found
    begin: int

    def differences(self, text: str, said: Said) -> tuple[Difference, ...]:
        """Word by word what differs from the quotation."""
        return tuple(self.found.differences(said, text, self.begin))


class _Search(NamedTuple):
    """A text, a quotation, and what is known of stretches already: a text repeats itself."""

    text: str
    said: Said
    known: dict[str, list[Found]]

    def by_pieces(self, searched: str, original: Callable[[int], int]) -> list[Candidate]:
        """The places that are near where pieces of the quotation stand in a text; its offsets lead to those of the original."""
        last = len(searched) - 1
        for length in lengths(len(self.said.text)):
            for stretches in rounds(self.said.text, searched, length):
                found, bound = dict[Place, Candidate](), self.said.bound
                for stretch in stretches:
                    first, end = (original(max(0, min(at, last))) for at in stretch)
                    for candidate in self.between(first, end, bound):
                        found[candidate.place], bound = candidate, candidate.found.cost
                if found:
                    return list(found.values())
        return []

    def between(self, first: int, last: int, bound: int) -> list[Candidate]:
        """What is near to the quotation, where it begins between two offsets and at most so many characters differ."""
        size = len(self.said.exact)
        for room in (_LITTLE_ROOM, _LITTLE_ROOM + size // 5):
            begin = max(0, first - room)
            raw = self.text[begin : last + size + room]
            if raw not in self.known:
                self.known[raw] = near(raw, self.said, bound)
            found = [each for each in self.known[raw] if each.cost <= bound]
            if bound * 10 <= size or (found and found[0].cost * 10 <= size):
                break
        return self.candidates(begin, found)

    def candidates(self, begin: int, found: Iterable[Found]) -> list[Candidate]:
        """What was found in a stretch that begins at an offset, as places in the text."""
        spans = [(begin + each.start, begin + each.end, each) for each in found]
        return [Candidate(Place(start, end, self.text[start:end]), each, begin) for start, end, each in spans]


def candidates(text: str, said: Said, hint: int | None) -> list[Candidate]:
    """All places that are near to a quotation; where it is near to a position that is given, that place alone."""
    search = _Search(text, said, {})
    if hint is not None and hint < len(text):
        found = search.between(hint, hint, said.bound)
        if found:
            return found
    low = lowered(text)
    found = [] if said.short else search.by_pieces(low, lambda at: at)
    if found:
        return found
    folded = fold(text)
    found = search.candidates(0, equal(text, folded, said))
    return found or (search.by_pieces(folded.text, folded.start) if said.short or folded.text != low else [])
