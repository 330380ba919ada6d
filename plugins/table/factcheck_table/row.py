"""One row at work: its cells by the fields they go to, what was found in it, and what is told of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from factcheck import Finding

from .columns import Column, letter
from .lines import Line
from .rules import RULES
from .vocabulary import errors, fields

_ERROR = "#"
_SCHEMES = ("http://", "https://")


class Cell(NamedTuple):
    """A cell with something in it: the number of its column from 0, and its text as it stands."""

    number: int
    value: str


class Heading(NamedTuple):
    """The columns of a table, what findings call each, those of each field, and what goes before their rows."""

    columns: Sequence[Column]
    places: Sequence[str]
    by_field: Mapping[str, Sequence[int]]
    prefix: str

    @classmethod
    def of(cls, columns: Sequence[Column], prefix: str) -> "Heading":
        """The heading of these columns."""
        by_field: dict[str, list[int]] = {}
        for column in columns:
            if column.field:
                by_field.setdefault(column.field, []).append(column.number)
        return cls(columns, [column.place for column in columns], by_field, prefix)

    def first(self, line: Line, field: str) -> str:
        """What the first filled cell of a field holds, without white space around it; empty where there is none."""
        for number in self.by_field.get(field, ()):
            if number < len(line.cells) and (value := line.cells[number].strip()):
                return value
        return ""

    def followed(self, line: Line) -> Line:
        """The line with the links of cells where addresses are wanted and none stands; every other link is told."""
        if not line.links:
            return line
        cells, findings = list(line.cells), list(line.findings)
        for number, link in line.links:
            cells += [""] * (number + 1 - len(cells))
            stood = cells[number]
            if unquote(link).rstrip("/") in unquote(stood):
                continue
            has_address = any(scheme in stood.lower() for scheme in _SCHEMES)
            if not self._wants_address(number) or not (has_address or link.startswith(_SCHEMES)):
                found = RULES["table-link-not-read"].finding("this cell leads to", str(number), stood=link)
            elif has_address:
                message = "the text stands, though the cell leads elsewhere"
                found = RULES["table-link-differs"].finding(message, str(number), stood=link)
            else:
                cells[number] = link
                message = "the address is that of the cell's link"
                found = RULES["table-link-taken"].finding(message, str(number), stood=stood, made=link)
            findings.append(found._replace(line=line.at))
        return line._replace(cells=cells, findings=tuple(findings), links=())

    def _wants_address(self, number: int) -> bool:
        field = self.columns[number].field if number < len(self.columns) else None
        return field is not None and fields()[field].address


class Row:
    """A row as it is read: each filled cell of it gets carried into the model or left with a finding."""

    def __init__(self, line: Line, heading: Heading) -> None:
        self.heading = heading
        self.line = line
        self.place = f"{heading.prefix}row {line.number}"
        self.findings: list[Finding] = []
        self._carried: set[int] = set()
        self._left: set[int] = set()
        self._by_field: dict[str, list[Cell]] = {}
        for column, value in zip(heading.columns, line.cells, strict=False):
            if column.field and (filled := value.strip()):
                cell = Cell(column.number, value)
                if filled[0] == _ERROR and filled in errors():
                    self.leave("table-error-value", "a formula failed here: it is left out", cell)
                else:
                    self._by_field.setdefault(column.field, []).append(cell)

    def cells(self, field: str) -> Sequence[Cell]:
        """The filled cells of a field; what a formula that failed left behind is none."""
        return self._by_field.get(field, ())

    def cell(self, field: str) -> Cell | None:
        """The first filled cell of a field, None where there is none."""
        cells = self._by_field.get(field)
        return cells[0] if cells else None

    def where(self, cell: Cell | None) -> str:
        """The place of a cell as findings name it; without one, of the row."""
        return self.where_number(cell.number) if cell else self.place

    def where_number(self, number: int) -> str:
        """The place of a cell by the number of its column."""
        places = self.heading.places
        shown = places[number] if number < len(places) else f"column {letter(number)}"
        return f"{self.place}, {shown}"

    def find(
        self, rule: str, message: str, cell: Cell | None, stood: str | None = None, made: str | None = None
    ) -> None:
        """Take down a finding at a cell, or about the row."""
        found = RULES[rule].finding(message, self.where(cell), stood=stood, made=made)
        self.findings.append(found._replace(line=self.line.at))

    def carry(self, *cells: Cell | None) -> None:
        """These cells are in the model."""
        self._carried.update(cell.number for cell in cells if cell)

    def leave(self, rule: str, message: str, *cells: Cell | None) -> None:
        """These cells are not in the model, and a finding at each says why."""
        for cell in cells:
            if cell and cell.number not in self._left:
                self._left.add(cell.number)
                self._carried.discard(cell.number)
                self.find(rule, message, cell, stood=cell.value)

    def close(self, *, lost: bool) -> None:
        """Report every filled cell that is neither in the model nor in a finding; all of them where the row is lost."""
        if lost:
            self._carried.clear()
        for cell in self._filled():
            if cell.number not in self._carried:
                beyond = cell.number >= len(self.heading.columns)
                rule = "table-ragged-row" if beyond else "table-not-carried"
                message = "this cell stands beyond the headings" if beyond else "it is not in the fact-check"
                self.leave(rule, message, cell)

    def _filled(self) -> Iterator[Cell]:
        return (Cell(number, value) for number, value in enumerate(self.line.cells) if value.strip())
