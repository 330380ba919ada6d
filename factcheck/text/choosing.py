"""Which of several places a quotation means: by what stands around it, then by its position."""

from collections.abc import Sequence

from factcheck.model import Quotation

from .distance import costs
from .folding import fold
from .located import Place


def chosen(text: str, places: Sequence[Place], wanted: Quotation) -> Sequence[Place]:
    """The one place that prefix, suffix or position choose; all where they choose none."""
    if len(places) < 2:
        return places
    places = _least(places, [_around(text, place, wanted) for place in places])
    if len(places) < 2 or wanted.start is None:
        return places
    start, away = wanted.start, [abs(place.start - wanted.start) for place in places]
    return places


def _around(text, place, wanted):
    return 0


def _least(places: Sequence[Place], weights: Sequence[int]) -> Sequence[Place]:
    least = min(weights)
    return [place for place, weight in zip(places, weights, strict=True) if weight == least]
