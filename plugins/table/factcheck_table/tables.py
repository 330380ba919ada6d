"""A table within its sheet: where its headings stand, and what its rows make."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from factcheck import Finding, Imported

from .columns import are_headings, columns_of, missing
from .lines import Line, Sheet
from .records import record
from .row import Heading, Row
from .rules import RULES
from .survey import Survey
from .work import Known

_LOOKED_AT = 10


class Table:
    """A sheet with what was found of headings in it; `first` is its first filled row."""

    def __init__(self, sheet: Sheet, chosen: Mapping[str, str | None]) -> None:
        self.sheet = sheet
        self.chosen = chosen
        self.first: Sequence[str] = ()
        self.headed: Line | None = None
        self.heading: Heading | None = None

    def records(self, known: Known) -> Iterator[Imported]:
        """Its rows as fact-checks, and what its headings and all else say as findings."""
        if self.heading is None or self.headed is None:
            yield from self._without_headings()
            return
        heading, headed, survey = self.heading, self.headed, Survey(self.heading)
        for line in self.sheet.lines():
            if line.number > headed.number:
                survey.note(heading.followed(line))
        for line in self.sheet.lines():
            if line.number < headed.number:
                yield from self._kept(line)
            elif line.number > headed.number:
                yield from self._read(heading.followed(line), heading, survey, known)
            elif findings := tuple(self._of_headings(heading, headed)):
                yield Imported(f"{self.sheet.prefix}row {headed.number}", None, findings)

    def _read(self, line: Line, heading: Heading, survey: Survey, known: Known) -> Iterator[Imported]:
        row = Row(line, heading)
        row.findings += self._placed(row, line.findings)
        if not any(cell.strip() for cell in line.cells):
            if row.findings:
                yield Imported(row.place, None, tuple(row.findings))
            return
        short = len(heading.columns) - len(line.cells)
        if short > 0 and line.at is not None:
            where = row.where_number(len(line.cells))
            message = f"the row has {len(line.cells)} cells, and there are {len(heading.columns)} headings"
            row.findings.append(RULES["table-ragged-row"].finding(message, where)._replace(line=line.at))
        yield record(row, survey, known)

    def _placed(self, row: Row, findings: Sequence[Finding]) -> Iterator[Finding]:
        """What was found of a row when it was taken apart: a number in `path` is that of a column."""
        for finding in findings:
            place = row.where_number(int(finding.path)) if finding.path else row.place
            yield finding._replace(path=place)

    def _kept(self, line: Line) -> Iterator[Imported]:
        """A row that makes no fact-check: each cell as a finding."""
        bare = Heading.of((), self.sheet.prefix)
        line = bare.followed(line)
        row = Row(line, bare)
        row.findings += self._placed(row, line.findings)
        row.close(lost=True)
        if row.findings:
            yield Imported(row.place, None, tuple(row.findings))

    def _without_headings(self) -> Iterator[Imported]:
        kept = (record for line in self.sheet.lines() for record in self._kept(line))
        first = next(kept, None)
        if first is None:
            return
        place = self.sheet.prefix.rstrip(", ")
        message = "this sheet has no headings of fact-checks: none is made of it"
        yield Imported(place, None, (RULES["table-no-fact-checks"].finding(message, place),))
        yield first
        yield from kept

    def _of_headings(self, heading: Heading, headed: Line) -> Iterator[Finding]:
        row = Row(Heading.of((), self.sheet.prefix).followed(headed), heading)
        yield from self._placed(row, row.line.findings)
        place = row.place
        for column in heading.columns:
            if column.field is None and column.heading.strip():
                message = (
                    "no field is known for this column, and what it holds is in findings: name one in table.columns"
                )
                found = RULES["table-unmapped-column"].finding(
                    message, f"{place}, {column.place}", stood=column.heading
                )
                yield found._replace(line=headed.at)
        for name in missing([column.heading for column in heading.columns], self.chosen):
            message = f"the mapping names a column `{name}`, which is not here"
            yield RULES["table-no-such-column"].finding(message, place)._replace(line=headed.at)


def found_in(sheet: Sheet, chosen: Mapping[str, str | None]) -> Table:
    """The table of a sheet: its headings are the first row, of the first ones, that has known ones."""
    table = Table(sheet, chosen)
    lines = sheet.lines()
    for line in islice(lines, _LOOKED_AT):
        if not table.first and any(cell.strip() for cell in line.cells):
            table.first = line.cells
        if are_headings(line.cells, chosen):
            table.headed = line
            table.heading = Heading.of(columns_of(line.cells, chosen), sheet.prefix)
            break
    return table
