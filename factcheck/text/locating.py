"""Where a quotation stands in a text."""

from collections.abc import Sequence

from factcheck.model import Quotation

from .choosing import chosen, confirmed
from .located import Kind, Located, Place
from .searching import Near, Said, find_all, near_places


def locate(text: str, quotation: Quotation | str) -> Located:
    """Where a quotation stands in a text, how it was found, and what differs.

    Offsets count Unicode code points of `text` as it is given. The prefix, suffix and position of the
    quotation weigh in where there are several places.
    https://www.w3.org/TR/annotation-model/#text-quote-selector
    """
    wanted = Quotation.model_construct(exact=quotation) if isinstance(quotation, str) else quotation
    exact = wanted.exact
    if not exact:
        return Located(Kind.ABSENT)
    if wanted.start is not None and text.startswith(exact, wanted.start):
        return Located(Kind.EXACT, (Place(wanted.start, wanted.start + len(exact), exact),))
    places = [Place(at, at + len(exact), exact) for at in find_all(text, exact)]
    if places:
        return _of(Kind.EXACT, chosen(text, places, wanted))
    said = Said.of(exact)
    if not said.words.texts:
        return Located(Kind.ABSENT)
    found = near_places(text, said, wanted.start)
    if said.short:
        found = _sure(text, found, said, wanted)
    if not found:
        return Located(Kind.ABSENT)
    least = min(near.cost for near in found)
    best = [near for near in found if near.cost == least]
    located = _of(Kind.DRIFT if least else Kind.NORMALISED, chosen(text, sorted(near.place for near in best), wanted))
    told = [near.differences() for near in best if located.kind == Kind.DRIFT and near.place == located.place]
    return located._replace(differences=told[0]) if told else located


def _of(kind: Kind, places: Sequence[Place]) -> Located:
    return Located(kind if len(places) == 1 else Kind.AMBIGUOUS, tuple(places))


def _sure(text: str, found: list[Near], said: Said, wanted: Quotation) -> list[Near]:
    """Of places that are near to a word or two, those that something else speaks for; else none, or several of two words."""
    if not all(near.cost for near in found):
        return found
    sure = [near for near in found if confirmed(text, near.place, wanted)]
    return sure or (found if len(found) > 1 and len(said.words.texts) > 1 else [])
