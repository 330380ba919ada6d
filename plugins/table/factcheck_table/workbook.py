"""XLSX: the sheets of a workbook, their cells as texts, read row by row with openpyxl."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from types import NoneType
from typing import Any, NamedTuple, TypeVar

from factcheck import Finding, Input, ReadingError

from .archive import looked_through
from .lines import Line, Sheet
from .links import Links, called, is_called, links_of
from .rules import RULES

MOST_ROWS = 1_048_576
MOST_CELLS = 100_000_000
_TOGETHER = 256
T = TypeVar("T")


class Workbook(NamedTuple):
    """The sheets of a workbook, and what it has beside its cells."""

    sheets: Sequence["Worksheet"]
    findings: tuple[Finding, ...]


class Worksheet(Sheet):
    """One sheet: its values, its formulas where the workbook has any, since a value may be missing, and its links."""

    def __init__(self, values: Any, formulas: Any | None, links: Links, prefix: str) -> None:
        self.title: str = values.title
        self.prefix = prefix
        self.links = links
        self._values, self._formulas = values, formulas

    def lines(self) -> Iterator[Line]:
        """Its rows from the first one on, without those and the trailing cells that are empty. Raises ReadingError."""
        formulas = _rows(self._formulas) if self._formulas else iter(())
        cells = number = 0
        for number, row in enumerate(_rows(self._values), 1):
            formula = next(formulas, ())
            cells += len(row)
            if number > MOST_ROWS or cells > MOST_CELLS:
                message = f"there are more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells in {self.title}"
                raise ReadingError([RULES["table-too-large"].finding(message)])
            links = dict(self.links.rows.get(number, {}))
            if not row and not links:
                continue  # of these there may be a million before a stray cell at the end
            texts = [as_text(value) for value in row]
            findings = tuple(_of_formulas(texts, formula, links)) if formula else ()
            while texts and not texts[-1]:
                texts.pop()
            yield Line(number, None, texts, findings, tuple(links.items()))
        for beyond in sorted(each for each in self.links.rows if each > number):
            yield Line(beyond, None, (), (), tuple(self.links.rows[beyond].items()))


def workbook_of(source: Input) -> Workbook:
    """The sheets of a workbook. Raises ReadingError where openpyxl is not there, or the workbook is not safe or damaged."""
    try:
        from openpyxl import load_workbook  # type: ignore[import-untyped]  # noqa: PLC0415  # no types; an extra, heavy
    except ImportError:
        message = "workbooks need openpyxl: pip install 'factcheck-export[xlsx]'"
        raise ReadingError([RULES["table-needs-openpyxl"].finding(message)]) from None
    contents = looked_through(source.stream)
    values = _sheets(source, load_workbook, data_only=True)
    formulas = _sheets(source, load_workbook, data_only=False) if contents.formulas else [None] * len(values)
    several = len(values) > 1
    # No public name of openpyxl leads from a sheet to its part.
    parts = [value._worksheet_path for value in values]  # noqa: SLF001  # as above
    links = [_links(source, part) if part in contents.linked else Links({}) for part in parts]
    sheets = [
        Worksheet(value, formula, linked, f"sheet {value.title}, " if several else "")
        for value, formula, linked in zip(values, formulas, links, strict=True)
    ]
    if not sheets:
        raise ReadingError([RULES["table-unreadable"].finding("there is no sheet in this workbook")])
    unread = [_unread(name, f"`{name}` is not read") for name in contents.unread]
    linked = [
        _unread(part, f"of `{part}`: {told}") for part, each in zip(parts, links, strict=True) for told in each.unread
    ]
    return Workbook(sheets, (*unread, *linked))


def as_text(value: Any) -> str:
    """A cell as text: dates in ISO 8601, whole numbers without a fraction."""
    return next((shown(value) for kind, shown in _SHOWN if isinstance(value, kind)), str(value))


def _instant(value: datetime) -> str:
    return value.isoformat(timespec="seconds") if value.time() != time() else value.date().isoformat()


def _number(value: float) -> str:
    return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else repr(value)


# A moment is a date and True a number: the narrower kind goes first.
_SHOWN: tuple[tuple[Any, Callable[[Any], str]], ...] = (
    (str, str),
    (NoneType, lambda _nothing: ""),
    (bool, lambda value: "TRUE" if value else "FALSE"),
    (float, _number),
    (datetime, _instant),
    ((date, time), lambda value: value.isoformat()),
    (timedelta, lambda value: f"PT{value.total_seconds():.0f}S"),
)


def _sheets(source: Input, load: Callable[..., Any], *, data_only: bool) -> list[Any]:
    source.stream.seek(0)
    book = _guarded(lambda: load(source.stream, read_only=True, data_only=data_only))
    return [sheet for sheet in book.worksheets if hasattr(sheet, "reset_dimensions")]


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    # The size that a sheet declares is no more than a claim, and each row would be filled up to it.
    sheet.reset_dimensions()
    rows = _guarded(lambda: sheet.iter_rows(values_only=True))
    while some := _guarded(lambda: list(islice(rows, _TOGETHER))):
        yield from some


def _guarded(act: Callable[[], T]) -> T:
    """What openpyxl gives, without its warnings. Raises ReadingError for whatever it raises."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return act()
    except ReadingError:
        raise
    except Exception as error:  # noqa: BLE001  # it raises whatever its own parts raise, for whatever a file holds
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise ReadingError([RULES["table-unreadable"].finding(f"this workbook is damaged: {reason}")]) from None


def _is_formula(value: Any) -> bool:
    return (isinstance(value, str) and value.startswith("=")) or type(value).__name__.endswith("Formula")


def _links(source: Input, part: str) -> Links:
    return _guarded(lambda: links_of(source.stream, part))


def _of_formulas(texts: list[str], formulas: Sequence[Any], links: dict[int, str]) -> Iterator[Finding]:
    """Take the links of HYPERLINK formulas into a row, and tell what others should give and is not there."""
    for index, formula in enumerate(formulas):
        if not _is_formula(formula):
            continue
        stood = str(getattr(formula, "text", formula))
        texts += [""] * (index + 1 - len(texts))
        link = called(stood)
        if link:
            links[index] = link.target
            texts[index] = texts[index] or (link.target if link.text is None else link.text)
        elif not texts[index]:
            message = "the workbook holds a formula here and not what it gives: it is left out"
            yield RULES["table-error-value"].finding(message, str(index), stood=stood)
        elif is_called(stood):
            message = "the address of this link is computed: it is left out"
            yield RULES["table-link-not-read"].finding(message, str(index), stood=stood)


def _unread(name: str, message: str) -> Finding:
    return RULES["table-part-not-read"].finding(message, name)
