"""Tables as text: encodings, delimiters, line breaks, ragged rows, and text that is no table."""

import csv
import io

import pytest
from factcheck_table.importer import TableImporter
from table_reading import CASES, fact_checks, findings, found, read, refused

import factcheck


def test_where_headings_are_in_another_encoding_what_to_do_is_said():
    body = "Alegação;Classificação\nChoveu em março.;Falso\n".encode("windows-1252")
    sniff = factcheck.Host.discover().importer("table").sniff
    assert "it is not UTF-8: try --from table -O table.encoding=windows-1252" in sniff(body)
    assert "UTF-8" not in sniff("Nenhum título\nCh\ufffdveu em março.\n".encode())
    (fact_check,) = fact_checks(read(body, encoding="windows-1252", language="pt"))
    assert fact_check.claims[0].text == "Choveu em março."


def test_another_encoding_has_to_be_named():
    body = (CASES / "german.csv").read_bytes()
    told = refused(body, "table-encoding")
    assert told.line == 3
    assert "windows-1252" in factcheck.Host.discover().rulebook.things["table-encoding"].fix
    records = read(body, encoding="windows-1252", language="de")
    rain, no = fact_checks(records)
    assert (rain.claims[0].text, rain.url) == ("Es hat im März geregnet.", "https://desk.example/märz")
    assert (no.claims[0].text, rain.published) == ('Er sagte "nein".', "2024-04-01")
    assert records[0].findings[0].stood == "Kopie aus der Redaktion"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_delimiter_encoding_and_line_break(delimiter, encoding, end):
    rows = [["Claim", "Verdict", "Headline"], ['It, "rained"; a\tlot|ä', "False", "Two\nlines"]]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(rows)
    body = text.getvalue().encode(encoding)
    assert TableImporter().sniff(body) is None
    (fact_check,) = fact_checks(read(body))
    assert (fact_check.claims[0].text, fact_check.headline) == (rows[1][0], "Two\nlines")


def test_what_excel_says_of_the_delimiter():
    assert len(fact_checks(read("sep=;\nClaim;Verdict\nIt rained, a lot;False\n"))) == 1


def test_ragged_rows_are_told_with_row_and_column():
    told = findings(read("claim,verdict,date\nOne.,False\nTwo.,True,2024,rest,\n"))
    assert [(each.path, each.line, each.stood) for each in told if each.rule == "table-ragged-row"] == [
        ("row 2, column C (date)", 2, None),
        ("row 3, column D", 3, "rest"),
    ]


def test_quotation_marks_that_break_the_rules():
    records = read('claim,verdict\n"One" and two.,False\n"Three.,True\nrest')
    assert [each.claims[0].text for each in fact_checks(records)] == ['"One" and two.', "Three.,True\nrest"]
    told = found(records)
    assert (told["table-stray-quote"].path, told["table-stray-quote"].line) == ("row 2", 2)
    assert (told["table-unclosed-quote"].path, told["table-unclosed-quote"].line) == ("row 3", 3)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"claim": 1, "rating": 2}', "JSON"),
        (b"[1, 2]", "JSON"),
        (b"<html><table>claim,rating", "HTML"),
        (b"id: https://desk.example/1\nheadline: a, b\nclaims:\n  - {id: c1, rating: x}\n", "headings"),
        (b"name,age\nA,1\n", "headings"),
        (b"claim\nIt rained.\n", "headings"),
        (b"PK\x03\x04word/document.xml", "XLSX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel"),
        (b"claim,rating\n\0", "NUL"),
        (b"", "empty"),
    ],
)
def test_what_it_declines_and_why(body, reason):
    assert reason in TableImporter().sniff(body)


def test_it_is_found_for_a_file_by_what_stands_in_it():
    assert len(list(factcheck.imports(CASES / "desk.csv"))) == 5


@pytest.mark.parametrize(
    ("body", "rule", "line"),
    [
        (b"claim,verdict\nOne.,False\nTw\xff.,True\n", "table-encoding", 3),
        (b"claim,verdict\nOne.,False\nTwo.,Tr\xc3", "table-encoding", 3),
        ("claim,verdict\nOne.,False\n".encode("utf-16") + b"\x00\xd8", "table-encoding", 3),
        (b"claim,verdict\nOne.,False\n" * 5000 + b"Tw\0.,True\n", "table-encoding", 10_001),
        (b"claim,verdict\n\0", "table-encoding", 2),
        (b"a,b\n1,2\n", "table-no-headings", None),
        (b"", "table-no-headings", None),
    ],
    ids=range(7),
)
def test_a_text_that_is_none_gets_one_error_with_its_line(body, rule, line):
    assert refused(body, rule).line == line


@pytest.mark.parametrize(
    "cell", ["x" * 10_000_000, '"' + "x" * 10_000_000 + '"', '"' + ("x" * 99 + "\n") * 100_000 + '"', "x" * 200_000]
)
def test_a_cell_of_ten_megabytes_costs_its_own_row_only(cell):
    records = read(f"claim,verdict\nOne.,False\n{cell},True\nlast,True\n")
    (long,) = [each for each in findings(records) if each.rule == "table-long-cell"]
    assert (long.path, long.line) == ("row 3", 3)
    assert [each.claims[0].text for each in fact_checks(records)] == ["One.", "last"]


def test_a_record_without_an_end_is_left():
    told = findings(read('claim,verdict\nOne.,False\n"\n' + '","\n' * 1_500_000))
    (long,) = [each for each in told if each.rule == "table-long-cell"]
    assert (long.path, long.line) == ("row 3", 3)
    assert "never closed" in long.message


def test_thousands_of_columns_and_of_empty_lines():
    assert len(fact_checks(read("claim,verdict" + ",x" * 20_000 + "\nOne.,False\n"))) == 1
    assert len(fact_checks(read("claim,verdict\n" + "\n" * 100_000 + "One.,False\n"))) == 1
