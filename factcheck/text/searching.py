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


def candidates(text: str, said: Said, hint: int | None) -> list[Candidate]:
    """All places that are near to a quotation; where it is near to a position that is given, that place alone."""
    if hint is not None and hint < len(text):
        found = _between(text, said, hint, hint, said.bound, {})
        if found:
            return found
    found = [] if said.short else _by_pieces(text, said, lowered(text), lambda at: at)
    if found:
        return found
    folded = fold(text)
    return _candidates(text, 0, equal(text, folded, said)) or _by_pieces(text, said, folded.text, folded.start)


def _by_pieces(text: str, said: Said, searched: str, original: Callable[[int], int]) -> list[Candidate]:
    last, known = len(searched) - 1, dict[str, list[Found]]()
    for length in lengths(len(said.text)):
        for stretches in rounds(said.text, searched, length):
            found, bound = dict[Place, Candidate](), said.bound
            for first, end in stretches:
                begin, stop = (original(max(0, min(at, last))) for at in (first, end))
                for candidate in _between(text, said, begin, stop, bound, known):
                    found[candidate.place], bound = candidate, candidate.found.cost
            if found:
                return list(found.values())
    return []


def _between(
    text: str, said: Said, first: int, last: int, bound: int, known: dict[str, list[Found]]
) -> list[Candidate]:
    """What is near to a quotation, where it begins somewhere between two offsets."""
    size = len(said.exact)
    for room in (_LITTLE_ROOM, _LITTLE_ROOM + size // 5):
        begin = max(0, first - room)
        raw = text[begin : last + size + room]
        if raw not in known:
            known[raw] = near(raw, said, bound)
        found = [each for each in known[raw] if each.cost <= bound]
        if bound * 10 <= size or (found and found[0].cost * 10 <= size):
            break
    return _candidates(text, begin, found)


def _candidates(text: str, begin: int, found: Iterable[Found]) -> list[Candidate]:
    places = (
        (Place(begin + each.start, begin + each.end, text[begin + each.start : begin + each.end]), each)
        for each in found
    )
    return [Candidate(place, each, begin) for place, each in places]
