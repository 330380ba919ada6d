"""Tables in workbooks: sheets, formulas, and workbooks that are damaged or made to harm."""

import io
import sys
import zipfile

import pytest
from table_reading import BOOK, SHEET, changed, fact_checks, findings, found, read, refused, workbook

import factcheck


def test_a_workbook_sheet_by_sheet():
    from datetime import UTC, date, datetime, time, timedelta  # noqa: PLC0415  # for this one

    rows = [
        ["Archive of the desk"],
        [],
        ["URL", "Claim", "Verdict", "Rating value", "Best", "Worst", "Published", "Claim date", "Language", "a", "b", "c", "d"],
        ["https://desk.example/1", "One.", "False", 1, 5, 1, datetime(2024, 5, 6, tzinfo=UTC).replace(tzinfo=None), datetime(2024, 5, 1, 12, 30, tzinfo=UTC).replace(tzinfo=None), "en",
         time(1, 2), timedelta(hours=1), True, 2.5],
        [None, "Two.", "#N/A"],
    ]  # fmt: skip
    more = [["Claim", "Verdict", "Date"], ["Three.", "True", date(2023, 1, 2)]]
    records = read(workbook(("2024", rows), ("2023", more), ("Notes", [["call"], ["back", None, 7.0]])), "a.xlsx")
    one, two, three = fact_checks(records)
    assert (one.published, one.claims[0].made) == ("2024-05-06", "2024-05-01T12:30:00")
    assert one.rating_scale.ratings[0].number == 1
    assert (two.claims[0].text, three.published) == ("Two.", "2023-01-02")
    told = {finding.path: finding for finding in findings(records)}
    assert told["sheet 2024, row 1, column A"].stood == "Archive of the desk"
    stood = {
        place.split(", ")[-1]: told[place].stood for place in told if place.startswith("sheet 2024, row 4, column")
    }
    assert {key: stood[key] for key in sorted(stood) if key[7] in "JKLM"} == {
        "column J (a)": "01:02:00", "column K (b)": "PT3600S", "column L (c)": "TRUE", "column M (d)": "2.5",
    }  # fmt: skip
    assert told["sheet 2024, row 5, column C (Verdict)"].rule == "table-error-value"
    assert told["sheet Notes"].rule == "table-no-fact-checks"
    assert (told["sheet Notes, row 2, column A"].stood, told["sheet Notes, row 2, column C"].stood) == ("back", "7")
    assert [record.place for record in records if record.fact_check][-1] == "sheet 2023, row 2"


def test_a_formula_whose_value_the_workbook_does_not_hold_is_told():
    records = read(
        workbook(("a", [["Claim", "Verdict", "URL"], ["One.", "True", '="https://a.example/"&1']])), "a.xlsx"
    )
    told = found(records)["table-error-value"]
    assert (told.path, told.stood) == ("row 2, column C (URL)", '="https://a.example/"&1')


BOMB = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">%s]>' % b"".join(
    b'<!ENTITY %c "%s">' % (each, b"&%c;" % (each - 1) * 10) for each in range(ord("b"), ord("k"))
)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({SHEET: lambda part: BOMB + part.replace(b"<v>0</v>", b"<v>&j;</v>")}, "DOCTYPE"),
        ({"xl/sharedStrings.xml": lambda part: BOMB + part.replace(b"Claim", b"&j;")}, "DOCTYPE"),
        ({"xl/workbook.xml": b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'}, "DOCTYPE"),
        ({SHEET: lambda part: part.decode().encode("utf-16")}, "not UTF-8"),
        ({SHEET: b'<?xml version="1.0" encoding="cp037"?><a/>'}, "not UTF-8"),
        ({SHEET: b"<a>" + b" " * 30_000_000}, "times its size"),
        ({"xl/media/image1.png": bytes(501_000_000)}, "MB"),
        ({"xl/styles.xml": b"<a/>" * 500_000}, "tags"),
        ({"xl/sharedStrings.xml": b"<si/>" * 6_100_000}, "times its size"),
        ({SHEET: b"<a>" + b"0123456789" * 600_000}, "without an end"),
        ({SHEET: b"<sheetData><!-- </row> -->"}, "comment"),
        ({f"xl/media/{each}": b"" for each in range(1000)}, "parts"),
    ],
    ids=range(12),
)
def test_workbooks_that_are_not_opened(changes, reason):
    told = refused(changed(BOOK, changes), "table-unsafe-workbook")
    assert reason in told.message


def test_a_size_that_a_workbook_lies_about():
    body = changed(BOOK, {SHEET: b"<a>" + b" " * 30_000_000})
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        size = archive.getinfo(SHEET).file_size.to_bytes(4, "little")
    refused(body.replace(size, (1000).to_bytes(4, "little")), "table-unreadable")


@pytest.mark.parametrize(
    "changes",
    [
        {SHEET: b"<worksheet>" * 10_000},
        {SHEET: b"<worksheet>" * 10_000 + b"</worksheet>" * 10_000},
        {SHEET: lambda part: part.replace(b"<v>0</v>", b"<v>999</v>")},
        {SHEET: lambda part: part.replace(b'r="A1"', b'r="ZZZZZ1"')},
        {"xl/sharedStrings.xml": lambda part: part.replace(b"<si>", b"<si>" + b"<r>" * 5000, 1)},
        {"xl/workbook.xml": b"<a/>"},
        {"[Content_Types].xml": b""},
    ],
    ids=range(7),
)
def test_workbooks_that_are_damaged(changes):
    with pytest.raises(factcheck.ReadingError) as raised:
        read(changed(BOOK, changes))
    assert len(raised.value.findings) == 1


def test_a_workbook_that_declares_a_size_it_has_not():
    body = changed(BOOK, {SHEET: lambda part: part.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')})
    assert len(fact_checks(read(body))) == 1
    far = changed(BOOK, {SHEET: lambda part: part.replace(b'r="2"', b'r="999999999"')})
    refused(far, "table-too-large")


def test_what_a_workbook_has_beside_its_cells_is_named():
    records = read(changed(BOOK, {"xl/comments/comment1.xml": b"<comments/>"}))
    assert [each.path for each in findings(records) if each.rule == "table-part-not-read"] == [
        "xl/comments/comment1.xml"
    ]


def test_a_number_that_no_computer_holds():
    body = changed(
        BOOK, {SHEET: lambda part: part.replace(b'<c r="B2" t="s"><v>3</v></c>', b'<c r="B2"><v>1e400</v></c>')}
    )
    assert fact_checks(read(body))[0].rating_scale.ratings[0].names["und"] == "inf"


def test_without_openpyxl_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert "pip install 'factcheck-export[xlsx]'" in refused(BOOK, "table-needs-openpyxl").message
