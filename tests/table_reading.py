"""Tables to read, and what reading them gives."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

import factcheck

CASES = Path(__file__).parent / "cases" / "tables"


def read(body, name="a.csv", **options):
    body = body.encode() if isinstance(body, str) else body
    return list(factcheck.imports(factcheck.Input.of(body, name), "table", options))


def fact_checks(records):
    return [record.fact_check for record in records if record.fact_check]


def findings(records):
    return [finding for record in records for finding in record.findings]


def found(records):
    return {finding.rule: finding for finding in findings(records)}


def refused(body, rule, **options):
    with pytest.raises(factcheck.ReadingError) as raised:
        read(body, **options)
    (finding,) = raised.value.findings
    assert finding.rule == rule
    return finding


def cells_of(body):
    """Each filled cell with its place and its value, walked without the importer's help."""
    rows = list(csv.reader(io.StringIO(body.decode(), newline=""), delimiter="\t" if b"\t" in body[:400] else ","))
    for number, row in enumerate(rows[1:], 2):
        for heading, letter, value in zip(rows[0], "ABCDEFGHIJKLMNOPQRSTUVWXYZ", row, strict=False):
            if value.strip():
                yield f"row {number}, column {letter} ({heading})", value


def table(*rows, delimiter=","):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def one(**cells):
    """A table of one row, sound but for these cells; those that are None are not there."""
    sound = {
        "url": "https://desk.example/rain", "headline": "Did it rain?", "published": "2024-05-06", "language": "en",
        "publisher": "The Desk", "claim": "It rained in May.", "claimant": "A Speaker", "claimant kind": "person",
        "claim date": "2024-05-01", "claim url": "https://news.example/1", "verdict": "False", "rating value": "1",
        "best": "5", "worst": "1", "explanation": "The gauges were dry.",
    }  # fmt: skip
    named = sound | {name.replace("_", " "): value for name, value in cells.items()}
    whole = {name: value for name, value in named.items() if value is not None}
    records = read(table(whole, whole.values()))
    (fact_check,) = fact_checks(records)
    return fact_check, found(records)


def workbook(*sheets):
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()


def changed(body, changes, compression=zipfile.ZIP_DEFLATED):
    """The workbook with these parts in it: bytes, or what makes them out of those that are there."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(made, "w", compression) as new:
        parts = {name: old.read(name) for name in old.namelist()}
        for name, change in changes.items():
            parts[name] = change(parts[name]) if callable(change) else change
        for name, part in parts.items():
            new.writestr(name, part)
    return made.getvalue()


SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BOOK = changed(
    workbook(("a", [])),
    {
        SHEET: b'<worksheet %s><dimension ref="A1:B2"/><sheetData>'
        b'<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        b'<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>3</v></c></row></sheetData></worksheet>' % MAIN,
        STRINGS: b"<sst %s>%s</sst>" % (
            MAIN, b"".join(b"<si><t>%s</t></si>" % each for each in (b"Claim", b"Verdict", b"It rained.", b"False"))
        ),
        "[Content_Types].xml": lambda part: part.replace(
            b"</Types>",
            b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            b'spreadsheetml.sharedStrings+xml"/></Types>',
        ) if b"sharedStrings" not in part else part,
    },
)  # fmt: skip
