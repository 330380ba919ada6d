"""The first pass over a table: what one row cannot tell, and all of them together can."""

from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from factcheck import dates

from .lines import Line
from .repeats import Repeats
from .row import Cell, Heading
from .values import as_number, host_of

_DATES = ("published", "modified", "claim_date", "appearance_date", "correction_date")
_NAMED = 3
Orders = frozenset[dates.Order]
T = TypeVar("T")


class Scale(NamedTuple):
    """A number with the ends of its scale, as a publisher's rows have them."""

    publisher: str
    best: str
    worst: str


class Survey:
    """What the rows of a table say together: memory grows with publishers and labels, and as `Repeats` says."""

    def __init__(self, heading: Heading) -> None:
        self.heading = heading
        self._orders: dict[tuple[int, bool], set[dates.Order]] = {}
        self._labels: dict[tuple[Scale, float], set[str]] = {}
        self._numbers: dict[tuple[Scale, str], set[float]] = {}
        self.repeats = Repeats(heading)

    def note(self, line: Line) -> None:
        """Take in a row."""
        for column in self._columns_of_dates():
            if column < len(line.cells) and (order := dates.order_in(line.cells[column].strip())):
                self._orders.setdefault(_way(column, line.cells[column]), set()).add(order)
        self.repeats.note(line)
        number = as_number(self.heading.first(line, "rating_value"))
        label = _same(self.heading.first(line, "rating"))
        if number is not None and label:
            scale = self.scale(line)
            _add(self._labels.setdefault((scale, number), set()), label)
            _add(self._numbers.setdefault((scale, label), set()), number)

    def orders(self, cell: Cell) -> Orders:
        """Which comes first, day or month, in the dates of a cell's column that are written as it is."""
        return frozenset(self._orders.get(_way(*cell), ()))

    def scale(self, line: Line) -> Scale:
        """The scale that a row's number stands on: its publisher's, else that of its address's host."""
        first = self.heading.first
        publisher = first(line, "publisher") or first(line, "publisher_url") or host_of(first(line, "url"))
        return Scale(publisher, first(line, "best"), first(line, "worst"))

    def conflict(self, line: Line, number: float) -> str | None:
        """Why this number says nothing: it stands for several labels, or its label has several numbers; else None."""
        scale, label = self.scale(line), _same(self.heading.first(line, "rating"))
        labels = self._labels.get((scale, number), set())
        if len(labels) > 1:
            return f"{number:g} stands for {_listed(f'`{each}`' for each in sorted(labels))} alike"
        numbers = self._numbers.get((scale, label), set())
        if len(numbers) > 1:
            return f"`{label}` has the numbers {_listed(f'{each:g}' for each in sorted(numbers))}"
        return None

    def _columns_of_dates(self) -> Iterator[int]:
        for field in _DATES:
            yield from self.heading.by_field.get(field, ())


def _way(column: int, text: str) -> tuple[int, bool]:
    """A column, and whether a date stands there with full stops: who writes so has another order than with strokes."""
    return column, "." in text


def _add(values: set[T], value: T) -> None:
    if len(values) < _NAMED:  # two are enough to know, and three to tell
        values.add(value)


def _same(label: str) -> str:
    return " ".join(label.split()).casefold()


def _listed(names: Iterator[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}"
