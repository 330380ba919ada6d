"""The verdict of a row: its label, its number where that says something, and the ends of its scale."""

from collections.abc import Iterator
from typing import NamedTuple

from .row import Row
from .survey import Survey
from .values import number, words


class Rated(NamedTuple):
    """A label with its number on a scale, as far as they are known."""

    label: str
    value: float | None
    worst: float | None
    best: float | None


class Numbers(NamedTuple):
    """A number and the ends of its scale."""

    value: float
    worst: float
    best: float


def rated(row: Row, survey: Survey) -> Rated | None:
    """The verdict of a row, None where there is neither a label nor a number on a scale."""
    label = words(row, row.cell("rating"))
    numbers = _numbers(row, survey)
    if label is None and numbers is None:
        return None
    if label is None and numbers:
        label = f"{numbers.value:g} / {numbers.best:g}"
        message = "the rating has no label: its number stands in for it"
        row.find("table-no-label", message, None, stood="", made=label)
    value, worst, best = numbers or (None, None, None)
    # An end that the label itself has is not said twice.
    ends = (None if end == value else end for end in (worst, best))
    return Rated(label or "", value, *ends)


def _numbers(row: Row, survey: Survey) -> Numbers | None:
    cells = [row.cell(field) for field in ("rating_value", "worst", "best")]
    value, worst, best = (number(row, cell) for cell in cells)
    if value is None:
        message = "the ends of a scale without a number on it are left out"
        row.leave("table-ends-without-number", message, *cells[1:])
        return None
    for rule, message in _problems(row, survey, value, worst, best):
        row.leave(rule, message, *cells)
        return None
    if worst is None:
        worst = 1.0
        message = "nothing says which number is the worst: taken for 1"
        row.find("table-worst-assumed", message, cells[0], stood="", made="1")
    return Numbers(value, worst, best or 0.0)


def _problems(
    row: Row, survey: Survey, value: float, worst: float | None, best: float | None
) -> Iterator[tuple[str, str]]:
    """Why a number says nothing, the gravest reason first."""
    conflict = survey.conflict(row.line, value)
    lowest = 1.0 if worst is None else worst
    if conflict:
        yield "table-ambiguous-number", f"{conflict}: the number is left out"
    if best is None:
        yield "table-number-without-ends", "nothing says which number is the best: it is left out"
    elif best <= lowest:
        yield "table-best-not-above-worst", f"{lowest:g} to {best:g} is no scale: the numbers are left out"
    elif not max(lowest, 0) <= value <= best or lowest < 0:
        yield "table-number-out-of-range", f"it is not from {lowest:g} to {best:g}: the numbers are left out"
