"""Which of several places a quotation means: by what stands around it, then by its position."""

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.model import Quotation

from .distance import costs
from .folding import fold
from .located import Place

# How many characters around a place are compared with a prefix or suffix.
_MOST_AROUND = 64


class Wanted(NamedTuple):
    """A quotation and what tells its place."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None

    @classmethod
    def of(cls, quotation: Quotation) -> "Wanted":
        """The same of a quotation of the model."""
        return cls(quotation.exact, quotation.prefix or "", quotation.suffix or "", quotation.start)


def chosen(text: str, places: Sequence[Place], wanted: Wanted) -> Sequence[Place]:
    """The one place that prefix, suffix or position choose; all that are equally good where they choose none."""
    if len(places) > 1 and (wanted.prefix or wanted.suffix):
        away = [_before(text, place, wanted) + _after(text, place, wanted) for place in places]
        size = len(wanted.prefix) + len(wanted.suffix)
        if min(away) * 2 <= min(size, 2 * _MOST_AROUND):
            places = [place for place, count in zip(places, away, strict=True) if count == min(away)]
    if len(places) > 1 and wanted.start is not None:
        return _at(places, wanted.start)
    return places


def confirmed(text: str, place: Place, wanted: Wanted) -> bool:
    """Whether what stands around a place, or its position, says that it is meant."""
    return bool(
        (wanted.prefix and _before(text, place, wanted) * 3 <= len(wanted.prefix))
        or (wanted.suffix and _after(text, place, wanted) * 3 <= len(wanted.suffix))
        or (wanted.start is not None and abs(place.start - wanted.start) <= 2)
    )


def _at(places: Sequence[Place], start: int) -> Sequence[Place]:
    """The place nearest to a position, where it is near and no other nearly so."""
    first, second = sorted(places, key=lambda place: abs(place.start - start))[:2]
    near, next_ = abs(first.start - start), abs(second.start - start)
    return [first] if near * 4 <= next_ and near <= len(first.text) + _MOST_AROUND else places


def _before(text: str, place: Place, wanted: Wanted) -> int:
    prefix = fold(wanted.prefix).text.strip()[-_MOST_AROUND:]
    around = fold(text[max(0, place.start - 2 * len(prefix) - 8) : place.start]).text.strip()
    return min(costs(prefix[::-1], around[::-1]))


def _after(text: str, place: Place, wanted: Wanted) -> int:
    suffix = fold(wanted.suffix).text.strip()[:_MOST_AROUND]
    around = fold(text[place.end : place.end + 2 * len(suffix) + 8]).text.strip()
    return min(costs(suffix, around))
