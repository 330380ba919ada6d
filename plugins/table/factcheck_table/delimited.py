"""CSV, TSV and the like: delimiters, quotation marks, and rows that break their rules."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import NamedTuple, Self

from factcheck import Finding, Input

from .columns import are_headings
from .encodings import encoding_of, head_of, no_text, text_of, undecodable
from .lines import Line, Sheet
from .rules import RULES

DELIMITERS = (",", ";", "\t", "|")
LONGEST_RECORD = 4_000_000
_LOOKED_AT = 10
_NUL = "\0"
_LOST = "\ufffd"  # what stands for bytes that are none of the encoding
_LIMIT = "field larger than"


class Headed(NamedTuple):
    """By what the cells of a text are apart, and whether headings were found under its first rows."""

    delimiter: str
    headed: bool


class _TooLongError(Exception):
    """A record is longer than is read."""


class Delimited(Sheet):
    """A text table in a stream, read line by line."""

    def __init__(self, source: Input, encoding: str, chosen: Mapping[str, str | None]) -> None:
        head = source.head()
        self.source = source
        self.encoding = encoding_of(head, encoding)
        self.delimiter = delimiter_of(head.decode(self.encoding, "replace"), chosen).delimiter

    def lines(self) -> Iterator[Line]:
        """Its rows from the first one on. Raises ReadingError where the text is not in its encoding."""
        text = text_of(self.source.stream, self.encoding)
        try:
            yield from _rows(_Physical(text), self.delimiter)
        except UnicodeError:
            raise undecodable(self.source.stream, self.encoding) from None
        finally:
            text.detach()  # else the stream, which is not ours, would be closed with it


def delimiter_of(text: str, chosen: Mapping[str, str | None]) -> Headed:
    """The delimiter under which the most of the first rows are headings, else the one that comes most often."""
    begun = text.removeprefix("\ufeff").lstrip("\r\n")
    if begun[:4].lower() == "sep=" and begun[4:5] in DELIMITERS and begun[5:6] in "\r\n":
        return Headed(begun[4], headed=any(are_headings(row, chosen) for row in _looked_at(begun, begun[4])))
    for delimiter in DELIMITERS:
        if any(are_headings(row, chosen) for row in _looked_at(begun, delimiter)):
            return Headed(delimiter, headed=True)
    first = begun.partition("\n")[0]
    return Headed(max(DELIMITERS, key=first.count), headed=False)


def declined(head: bytes) -> str | None:
    """Why these first bytes are no text table, in a few words; None where they are one."""
    text = head_of(head)
    if _NUL in text:
        return "it is no text: there are NUL bytes"
    begun = text.removeprefix("\ufeff").lstrip()
    if not begun:
        return "it is empty"
    if begun[0] in "{[<":
        return "it begins like JSON, HTML or XML"
    if not delimiter_of(text, {}).headed:
        if _LOST in text and _LOST.encode() not in head:
            return "no headings are known, but it is not UTF-8: try --from table -O table.encoding=windows-1252"
        return "none of its first rows has headings of a claim or a verdict and of something else that is known"
    return None


def _looked_at(text: str, delimiter: str) -> Iterator[list[str]]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    for _ in range(_LOOKED_AT):
        try:
            row = next(rows, None)
        except csv.Error:
            return
        if row is None:
            return
        yield row


class _Physical:
    """The lines of a text, for csv to read; it keeps those of the record at hand."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self.number = 0
        self.record: list[str] = []
        self._size = 0
        self._quotes = 0
        self._ended = True

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line = self._read()
        if not line:
            raise StopIteration
        self._size += len(line)
        if self._size >= LONGEST_RECORD:
            raise _TooLongError
        self.record.append(line)
        return line

    def begin(self) -> int:
        """Begin a record; the number of its first line."""
        self.record, self._size, self._quotes = [], 0, 0
        return self.number + 1

    def skip(self) -> bool:
        """Pass over the rest of the record, up to the line where its quotation marks are closed; whether there is one."""
        while self._quotes % 2 or not self._ended:
            if not self._read():
                return self._quotes % 2 == 0
        return True

    def _read(self) -> str:
        line = self._text.readline(LONGEST_RECORD)
        self.number += self._ended and line != ""
        if _NUL in line:
            raise no_text(self.number)
        self._quotes += line.count('"')
        self._ended = line.endswith(("\n", "\r"))
        return line.removeprefix("\ufeff") if self.number == 1 else line


def _rows(physical: _Physical, delimiter: str) -> Iterator[Line]:
    strict = csv.reader(physical, delimiter=delimiter, strict=True)
    number = 0
    while True:
        at, findings = physical.begin(), tuple[Finding, ...]()
        try:
            cells = next(strict)
        except StopIteration:
            return
        except _TooLongError:
            cells, findings = [], (_passed_over(physical, at, f"it is longer than {LONGEST_RECORD:,} characters"),)
        except csv.Error as error:
            if _LIMIT in str(error):
                cells, findings = [], (_passed_over(physical, at, "a cell of it is longer than 131,072 characters"),)
            else:
                cells, findings = _broken(physical.record, at, delimiter, str(error))
        if number == 0 and _is_note(cells, delimiter):
            continue
        number += 1
        yield Line(number, at, cells, findings)


def _passed_over(physical: _Physical, at: int, reason: str) -> Finding:
    closed = physical.skip()
    lines = f"line {at}" if physical.number == at else f"lines {at} to {physical.number}"
    rest = "" if closed else ", since a quotation mark is never closed"
    return RULES["table-long-cell"].finding(f"this row is left out, {lines}{rest}: {reason}").at(None, at)


def _is_note(cells: list[str], delimiter: str) -> bool:
    """Whether this is Excel's own first line, which says what the delimiter is."""
    return (delimiter.join(cells)).lower().rstrip() == f"sep={delimiter}".rstrip()


def _broken(record: list[str], at: int, delimiter: str, error: str) -> tuple[list[str], tuple[Finding, ...]]:
    """The cells of a record that breaks the rules of quotation marks, and a finding that says so."""
    raw = "".join(record)
    if "unexpected end of data" in error:
        message = "a quotation mark is never closed: the rest of the table stands in this cell"
        return _leniently(raw, delimiter), (RULES["table-unclosed-quote"].finding(message).at(None, at),)
    cells = (
        _leniently(raw, delimiter)
        if len(record) > 1
        else next(csv.reader(record, delimiter=delimiter, quoting=csv.QUOTE_NONE))
    )
    message = "a quotation mark stands within a quoted cell: the marks are taken as they stand"
    return cells, (RULES["table-stray-quote"].finding(message).at(None, at),)


def _leniently(raw: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(raw, newline=""), delimiter=delimiter), [])
    except csv.Error:
        return [raw]
