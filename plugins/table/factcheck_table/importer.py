"""Tables of fact-checks, one a row: CSV, TSV and the like, and XLSX."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from pydantic import Field, field_validator

from factcheck import Finding, Imported, Importer, Input, LanguageTag, Options, ReadingError

from . import encodings
from .columns import given
from .delimited import Delimited, declined
from .lines import Sheet
from .plan import planned
from .rules import RULES
from .tables import Table, found_in
from .work import Known

MOST_BYTES = 2_000_000_000
_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


class TableImportOptions(Options):
    """What a table leaves out and a person knows."""

    columns: str = Field(default="", description="What columns hold, as YAML: `Verdict: rating`; `--plan` writes it.")
    language: LanguageTag = Field(default="", description="Language of rows that do not say theirs: `pt-BR`.")
    publisher: str = Field(default="", description="Who publishes rows that do not say it: a name or an address.")
    claimants: Literal["person", "organisation", "collective", "unnamed"] = Field(
        default="person", description="The kind of claimants where the table does not say it."
    )
    dates: Literal["", "day-first", "month-first"] = Field(
        default="", description="Which is the day in 03/04/2020, where the column does not tell."
    )
    encoding: str = Field(default="", description="Encoding of a text that is not UTF-8: `windows-1252`.")

    @field_validator("columns")
    @classmethod
    def _mapped(cls, text: str) -> str:
        given(text)
        return text

    @field_validator("encoding")
    @classmethod
    def _encoded(cls, name: str) -> str:
        return encodings.known(name) if name else name

    @property
    def known(self) -> Known:
        """What it says of all rows."""
        return Known(self.language, " ".join(self.publisher.split()), self.claimants, self.dates or None)


class TableImporter(Importer):
    """Fact-checks that stand in a table, one a row: read in a stream, repaired in the open."""

    name = "table"
    summary = "a spreadsheet, one fact-check a row: CSV, TSV or XLSX"
    suffixes = (".csv", ".tsv", ".xlsx")
    options: ClassVar[type[Options]] = TableImportOptions

    def sniff(self, head: bytes) -> str | None:
        """Declines what is no workbook, and a text without headings of fact-checks."""
        if head.startswith(_ZIP):
            return None if b"xl/" in head else "it is a zip archive, but no XLSX workbook"
        if head.startswith(_OLD_EXCEL):
            return "it is an old Excel file: save it as XLSX or CSV"
        return declined(head)

    def read(self, source: Input, options: Options) -> Iterator[Imported]:
        """Each row as a fact-check, after what is to be said of the table as a whole."""
        mine = _checked(options)
        sheets, findings = _sheets(source, mine)
        tables = [found_in(sheet, given(mine.columns)) for sheet in sheets]
        if not any(table.heading for table in tables):
            raise ReadingError([_headless(tables)])
        if findings:
            yield Imported("", None, findings)
        for table in tables:
            yield from table.records(mine.known)

    def plan(self, source: Input, options: Options) -> str | None:
        """What each column would become, as YAML to correct and give back as the option `columns`."""
        mine = _checked(options)
        sheets, _ = _sheets(source, mine)
        return planned(source.name, [found_in(sheet, given(mine.columns)) for sheet in sheets])


def _checked(options: Options) -> TableImportOptions:
    if not isinstance(options, TableImportOptions):
        raise TypeError(f"the options are {type(options).__name__}, not {TableImportOptions.__name__}")
    return options


def _sheets(source: Input, options: TableImportOptions) -> tuple[Sequence[Sheet], tuple[Finding, ...]]:
    if source.stream.seek(0, 2) > MOST_BYTES:
        raise ReadingError([RULES["table-too-large"].finding(f"there are more than {MOST_BYTES / 1e9:g} GB here")])
    if source.head(len(_ZIP)) == _ZIP:
        from .workbook import workbook_of  # noqa: PLC0415  # zip, and openpyxl where it is there

        return workbook_of(source)
    return [Delimited(source, options.encoding, given(options.columns))], ()


def _headless(tables: Sequence[Table]) -> Finding:
    first = next((table.first for table in tables if table.first), [])
    shown = ", ".join(f"`{' '.join(cell.split())[:40]}`" for cell in first[:20] if cell.strip())
    message = f"no row of headings is known here; the first row has {shown}" if shown else "there is nothing in it"
    return RULES["table-no-headings"].finding(message)
