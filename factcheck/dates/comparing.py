"""Which of two dates is the later one, as far as that is certain."""

from datetime import datetime

from factcheck.model.dates import known

_UNITS = (4, 7, 10)


def later(one: str | None, other: str | None) -> bool:
    """Whether all of one EDTF date lies after all of the other; false where either is not given, or it may be otherwise.

    What is approximate or uncertain counts as the whole next larger unit. Instants are compared to the
    second where both have their offset, else by their days.
    """
    if one is None or other is None:
        return False
    begins, ends = _bound(one, first=True), _bound(other, first=False)
    if begins is None or ends is None:
        return False
    moments = _moment(begins), _moment(ends)
    if moments[0] and moments[1]:
        return moments[0] > moments[1]
    precision = min(len(begins[:10]), len(ends[:10]))
    return begins[:precision] > ends[:precision]


def latest(*given: str | None) -> str | None:
    """The date that is certainly later than those before it, the first of them where none is."""
    best: str | None = None
    for date in given:
        if date is not None and (best is None or later(date, best)):
            best = date
    return best


def _bound(text: str, *, first: bool) -> str | None:
    date = known(text)
    bound = date.earliest if first else date.latest
    if bound is None or not (date.approximate or date.uncertain):
        return bound
    day = bound[:10]
    wider = max((unit for unit in _UNITS if unit < len(day)), default=0)
    return day[:wider] or None


def _moment(text: str) -> datetime | None:
    moment = datetime.fromisoformat(text) if "T" in text else None
    return moment if moment and moment.tzinfo else None
