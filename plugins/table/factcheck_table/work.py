"""What making a fact-check of a row takes."""

from typing import NamedTuple

from factcheck import dates

from .draft import Draft
from .row import Row
from .survey import Survey
from .values import date


class Known(NamedTuple):
    """What a person says of all rows: nothing where it is empty."""

    language: str
    publisher: str
    claimants: str
    order: dates.Order | None


class Work(NamedTuple):
    """A row, the fact-check that is made of it, what all rows say together, and what a person says of them."""

    row: Row
    draft: Draft
    survey: Survey
    known: Known

    def date(self, field: str) -> str | None:
        """The date of a field, by the order of days and months in its column and the language of the fact-check."""
        cell = self.row.cell(field)
        if cell is None:
            return None
        orders = frozenset({self.known.order}) if self.known.order else self.survey.orders(cell)
        return date(self.row, cell, orders, self.draft.data["language"])
