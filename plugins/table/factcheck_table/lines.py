"""What every kind of table gives: lines of cells, sheet by sheet, as often as they are asked for."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck import Finding


class Line(NamedTuple):
    """One row: its number from 1, the line of the file that it begins at, and its cells as texts.

    `findings` are about the row as a whole, where it could not be taken apart as it stands, or about the cell whose
    number from 0 is their path. `links` are the numbers of cells, and where these lead.
    """

    number: int
    at: int | None
    cells: Sequence[str]
    findings: tuple[Finding, ...] = ()
    links: Sequence[tuple[int, str]] = ()


class Sheet(ABC):
    """A table within the input; `prefix` goes before its places where there are several: `sheet 2023, `."""

    prefix = ""

    @abstractmethod
    def lines(self) -> Iterator[Line]:
        """Its rows from the first one on, each time. Raises ReadingError."""
