"""Where a quotation stands in a text."""

import re
from collections.abc import Sequence

from factcheck.model import Quotation

from .choosing import Wanted, chosen, confirmed
from .located import Kind, Located, Place
from .parts import MOST_AT_ONCE, in_parts
from .said import Said
from .searching import Candidate, candidates
from .stretch import find_all

# A letter whose case was changed: `[T]he Taliban`.
_LETTER = re.compile(r"(?<!\w)\[(\w)\](?=\w)")


def locate(text: str, quotation: Quotation | str) -> Located:
    """Where a quotation stands in a text, how it was found, and what differs.

    Offsets count Unicode code points of `text` as it is given. The prefix, suffix and position of the
    quotation weigh in where there are several places.
    https://www.w3.org/TR/annotation-model/#text-quote-selector
    """
    wanted = Wanted(quotation) if isinstance(quotation, str) else Wanted.of(quotation)
    exact = wanted.exact
    if not exact:
        return Located(Kind.ABSENT)
    if wanted.start is not None and text.startswith(exact, wanted.start):
        return Located(Kind.EXACT, (Place(wanted.start, wanted.start + len(exact), exact),))
    places = [Place(at, at + len(exact), exact) for at in find_all(text, exact)]
    if places:
        return _of(Kind.EXACT, chosen(text, places, wanted))
    located = _near(text, wanted) if len(exact) <= MOST_AT_ONCE else Located(Kind.ABSENT)
    return (_in_parts(text, wanted) or located) if located.kind in (Kind.DRIFT, Kind.ABSENT) else located


def _near(text: str, wanted: Wanted) -> Located:
    said = Said.of(_LETTER.sub(r"\1", wanted.exact) if "[" in wanted.exact else wanted.exact)
    if not said.words.texts:
        return Located(Kind.ABSENT)
    found = candidates(text, said, wanted.start)
    if said.short:
        found = _sure(text, found, said, wanted)
    if not found:
        return Located(Kind.ABSENT)
    least = min(each.found.cost for each in found)
    best = {each.place: each for each in found if each.found.cost == least}
    located = _of(Kind.DRIFT if least else Kind.NORMALISED, chosen(text, sorted(best), wanted))
    if located.kind != Kind.DRIFT:
        return located
    return located._replace(differences=best[located.places[0]].differences(text, said))


def _in_parts(text: str, wanted: Wanted) -> Located | None:
    found = dict(in_parts(text, wanted.exact, locate))
    if not found:
        return None
    located = _of(Kind.DRIFT, chosen(text, sorted(found), wanted))
    if located.kind != Kind.DRIFT:
        return located
    differences = found[located.places[0]]
    return located._replace(kind=Kind.DRIFT if differences else Kind.NORMALISED, differences=differences)


def _of(kind: Kind, places: Sequence[Place]) -> Located:
    return Located(kind if len(places) == 1 else Kind.AMBIGUOUS, tuple(places))


def _sure(text: str, found: list[Candidate], said: Said, wanted: Wanted) -> list[Candidate]:
    """Of places that are near to a word or two, those that something else speaks for; else none, or several of two words."""
    if not all(each.found.cost for each in found):
        return found
    sure = [each for each in found if confirmed(text, each.place, wanted)]
    return sure or (found if len(found) > 1 and len(said.words.texts) > 1 else [])
