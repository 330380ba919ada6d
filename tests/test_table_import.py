"""Spreadsheets of fact-checks: read in a stream, repaired in the open, and no cell lost in silence."""

import csv
import io
import json
import re
import sys
import zipfile
from pathlib import Path
from typing import ClassVar

import pytest
from factcheck_table.importer import TableImporter
from hypothesis import given, settings
from hypothesis import strategies as st
from table_reading import BOOK, SHEET, changed, fact_checks, findings, found, one, read, table, workbook
from trying import examples

import factcheck
from factcheck.testing import ImporterContract

CASES = Path(__file__).parent / "cases" / "tables"
CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "factck-br.tsv"
DESK = (CASES / "desk.csv").read_bytes()


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


class TestContract(ImporterContract):
    importer = TableImporter()
    samples: ClassVar = {
        "desk.csv": DESK,
        "tabs.tsv": b'claim\trating\nIt rained.\tFalse\nIt "snowed".\tTrue\n',
        "bars.csv": "\ufeffClaim|Verdict\nIt rained.|False\n".encode(),
        "utf-16.csv": "Claim;Verdict\nEs hat geregnet, ä.;Falsch\n".encode("utf-16"),
        "book.xlsx": workbook(
            ("2024", [["Claim", "Verdict", "Number"], ["It rained.", "False", 7]]), ("Notes", [["a"], [None, 1.5]])
        ),
    }

    def leaves(self, body):
        if body != DESK:
            return
        for place, value in cells_of(body):
            several = place.endswith(("(Topics)", "(Claim URL)"))
            for each in value.replace(";", ",").split(",") if several else [value]:
                yield place, each


def test_a_sound_row_is_read_without_a_word():
    fact_check, told = one()
    assert told.keys() <= {"label-recognised"}
    assert fact_check.id == fact_check.url == "https://desk.example/rain"
    (claim,), (verdict,) = fact_check.claims, fact_check.verdicts
    agents = {agent.id: agent for agent in fact_check.agents}
    assert (claim.text, claim.made) == ("It rained in May.", "2024-05-01")
    assert [(agents[each].name, agents[each].kind) for each in claim.claimants] == [("A Speaker", "person")]
    assert agents[fact_check.publisher].name == "The Desk"
    assert fact_check.sources[0].url == "https://news.example/1"
    (rating,) = fact_check.rating_scale.ratings
    assert (rating.names["en"], rating.number, fact_check.rating_scale.bounds) == ("False", 1, (1, 5))
    assert (verdict.rating, verdict.explanation) == (rating.id, "The gauges were dry.")


def test_a_desks_own_table():
    records = read(DESK, publisher="https://desk.example")
    rain, snow, hail = fact_checks(records)
    assert [source.url for source in rain.sources] == ["https://news.example/1", "https://news.example/2"]
    assert [topic.name for topic in rain.topics] == ["weather", "May"]
    assert rain.verdicts[0].explanation == "The gauges were dry.\nAll of them."
    assert (snow.url, snow.published, snow.claims[0].text) == (
        "https://desk.example/snow", "2020-06-23T20:02:00", "It snowed & froze.",
    )  # fmt: skip
    assert (snow.language, snow.agents[-1].kind, snow.claims[0].made) == ("en", "collective", "2020-06-23")
    assert (hail.headline, hail.published) == ("It hailed, they say.", None)
    assert hail.sources[0].description == "a leaflet"
    assert [agent.url for agent in hail.agents if agent.id == hail.publisher] == ["https://desk.example"]
    assert [record.place for record in records] == ["row 1", "row 2", "row 3", "row 4", "row 6"]
    fog = records[-1]
    assert fog.fact_check is None
    assert fog.findings[0].rule == "table-no-claim"
    assert {finding.line for finding in fog.findings} == {7}


@pytest.mark.parametrize(
    ("rule", "cells", "stood", "made"),
    [
        ("table-schemeless-address", {"url": "https:desk.example/x"}, "https:desk.example/x", "https://desk.example/x"),
        ("table-schemeless-address", {"url": "desk.example/x"}, "desk.example/x", "https://desk.example/x"),
        ("table-nameless-agent", {"publisher": "https://www.desk.example/a"}, "", "desk.example"),
        ("table-date-not-iso", {"published": "2020-06-23 20:02"}, "2020-06-23 20:02", "2020-06-23T20:02:00"),
        ("table-date-not-iso", {"published": "2020-06-23T20:02:01.5+0200"}, "2020-06-23T20:02:01.5+0200", "2020-06-23T20:02:01+02:00"),
        ("table-date-not-iso", {"published": "23.6.2020"}, "23.6.2020", "2020-06-23"),
        ("table-date-not-iso", {"published": "6/23/2020 9:05"}, "6/23/2020 9:05", "2020-06-23T09:05:00"),
        ("table-date-not-iso", {"published": "2020/6/3"}, "2020/6/3", "2020-06-03"),
        ("table-date-not-iso", {"published": "20200603"}, "20200603", "2020-06-03"),
        ("table-date-not-iso", {"published": "3 de junho de 2020"}, "3 de junho de 2020", "2020-06-03"),
        ("table-date-not-iso", {"published": "June 3rd, 2020"}, "June 3rd, 2020", "2020-06-03"),
        ("table-date-not-iso", {"published": "03.04.2020"}, "03.04.2020", "2020-04-03"),
        ("table-date-not-iso", {"published": "Tue, 23 Jun 2020 20:02:00 +0200"}, "Tue, 23 Jun 2020 20:02:00 +0200", "2020-06-23T20:02:00+02:00"),
        ("table-date-not-iso", {"claim_date": "12 listopada 2020", "language": "pl"}, "12 listopada 2020", "2020-11-12"),
        ("table-entities", {"headline": "Rain &amp; snow"}, "Rain &amp; snow", "Rain & snow"),
        ("table-white-space", {"headline": "Rain "}, "Rain ", "Rain"),
        ("table-language-name", {"language": "Português"}, "Português", "pt"),
        ("table-language-name", {"language": "pt_BR"}, "pt_BR", "pt-BR"),
        ("table-no-language", {"language": None}, "", "und"),
        ("table-no-headline", {"headline": ""}, "", "It rained in May."),
        ("table-kind-assumed", {"claimant kind": None}, "", "person"),
        ("table-not-a-number", {"rating_value": "1,5"}, "1,5", "1.5"),
        ("table-worst-assumed", {"worst": None}, "", "1"),
        ("table-no-label", {"verdict": ""}, "", "1 / 5"),
    ],
)  # fmt: skip
def test_a_repair_says_what_stood_there_and_what_was_made_of_it(rule, cells, stood, made):
    _, told = one(**cells)
    assert (told[rule].stood, told[rule].made) == (stood, made)
    assert told[rule].is_repair


@pytest.mark.parametrize(
    ("rule", "cells", "path"),
    [
        ("table-ambiguous-date", {"published": "03/04/2020"}, "published"),
        ("table-ambiguous-date", {"published": "12 listopada 2020"}, "published"),
        ("table-date-not-iso", {"published": "31/02/2020"}, "published"),
        ("table-date-not-iso", {"published": "yesterday"}, "published"),
        ("table-date-not-iso", {"published": "43831"}, "published"),
        ("table-schemeless-address", {"claimant_url": "see there"}, "agents[1].url"),
        ("table-invalid-value", {"language": "Klingonisch"}, "language"),
        ("table-invalid-value", {"headline": "x" * 2001}, "headline"),
        ("table-not-a-number", {"rating_value": "1e400"}, "rating_scale.ratings[0].number"),
        ("table-not-a-number", {"rating_value": "1,234"}, "rating_scale.ratings[0].number"),
        ("table-best-not-above-worst", {"best": "1"}, "rating_scale.ratings[0].number"),
        ("table-number-out-of-range", {"rating_value": "6"}, "rating_scale.ratings[0].number"),
        ("table-number-out-of-range", {"worst": "-3"}, "rating_scale.ratings[0].number"),
        ("table-number-without-ends", {"best": ""}, "rating_scale.ratings[0].number"),
        ("table-ends-without-number", {"rating_value": ""}, "rating_scale.best"),
        ("table-error-value", {"published": "#N/A"}, "published"),
        ("table-not-carried", {"id": "FC-12"}, "id"),
    ],
)
def test_what_cannot_be_told_for_sure_is_reported_and_left_out(rule, cells, path):
    fact_check, told = one(**cells)
    (value,) = cells.values()
    data = json.loads(fact_check.model_dump_json())
    for step in path.replace("[", ".").replace("]", "").split("."):
        data = data[int(step)] if step.isdigit() else data.get(step)
    assert data in (None, "und", "It rained in May.", fact_check.url)
    assert told[rule].made is None
    assert told[rule].stood in (value, "5", "1")


def test_numbers_that_contradict_each_other_are_left_out_for_that_publisher_only():
    rows = [
        ["url", "publisher", "claim", "rating", "ratingValue", "bestRating"],
        ["https://a.example/1", "A", "One.", "Falso", "4", "6"],
        ["https://a.example/2", "A", "Two.", "Verdadeiro", "4", "6"],
        ["https://a.example/3", "A", "Three.", "Exagerado", "3", "6"],
        ["https://b.example/1", "B", "Four.", "Falso", "1", "6"],
        ["https://b.example/2", "B", "Five.", "falso ", "1", "6"],
        ["https://c.example/1", "C", "Six.", "Falso", "1", "6"],
        ["https://c.example/2", "C", "Seven.", "Falso", "2", "6"],
    ]
    records = read(table(*rows))
    numbers = [fact_check.rating_scale.ratings[0].number for fact_check in fact_checks(records)]
    assert numbers == [None, None, 3, 1, 1, None, None]
    told = [each for each in findings(records) if each.rule == "table-ambiguous-number"]
    assert [each.path for each in told][:2] == ["row 2, column E (ratingValue)", "row 2, column F (bestRating)"]
    assert [each.stood for each in told] == ["4", "6", "4", "6", "1", "6", "2", "6"]
    assert "`falso` and `verdadeiro`" in told[0].message
    assert {each.made for each in told} == {None}


@pytest.mark.parametrize(
    ("other", "options", "made"),
    [
        ("23/04/2020", {}, "2020-04-03"),
        ("04/23/2020", {}, "2020-03-04"),
        ("04/05/2020", {}, None),
        ("04/05/2020", {"dates": "day-first"}, "2020-04-03"),
        ("04/05/2020", {"dates": "month-first"}, "2020-03-04"),
    ],
)
def test_the_whole_column_tells_day_from_month_or_a_person_does(other, options, made):
    rows = ["claim,verdict,date", f"One.,False,03/04/2020\nTwo.,False,{other}"]
    assert fact_checks(read("\n".join(rows), **options))[0].published == made


def test_a_column_with_both_orders_tells_nothing():
    body = "claim,verdict,date\nOne.,False,03/04/2020\nTwo.,False,23/04/2020\nThree.,False,04/23/2020\n"
    assert [each.published for each in fact_checks(read(body))] == [None, "2020-04-23", "2020-04-23"]


@pytest.mark.parametrize(
    ("others", "made"),
    [
        (["23/04/2020"], "2020-04-03"),
        (["04/23/2020"], "2020-04-03"),
        (["04.23.2020"], "2020-03-04"),
        (["04.23.2020", "23.04.2020"], None),
    ],
)
def test_with_full_stops_the_day_is_first_unless_such_a_date_of_the_column_says_otherwise(others, made):
    rows = ["claim,verdict,date", "One.,False,03.04.2020", *(f"{each},False,{each}" for each in others)]
    records = read("\n".join(rows))
    assert fact_checks(records)[0].published == made
    rows[1] = "One.,False,03/04/2020"
    told = {"23/04/2020": "2020-04-03", "04/23/2020": "2020-03-04"}
    assert fact_checks(read("\n".join(rows)))[0].published == told.get(others[0])


def test_rows_of_one_address_get_ids_of_their_own_that_stay_when_rows_move():
    rows = ["url,claim,verdict", "https://a.example/1,One.,False", "https://a.example/1,Two.,True"]
    ids = [each.id for each in fact_checks(read("\n".join(rows)))]
    assert len(set(ids)) == 2
    assert [each.id for each in fact_checks(read("\n".join([rows[0], *rows[:0:-1]])))] == ids[::-1]
    assert [each.url for each in fact_checks(read("\n".join(rows)))] == ["https://a.example/1"] * 2


def test_an_id_of_the_rows_own_goes_first():
    assert one(id="urn:desk:12")[0].id == "urn:desk:12"
    assert one(id="https://desk.example/id/12")[0].id == "https://desk.example/id/12"


def test_an_unnamed_claimant_is_described():
    fact_check, _ = one(claimant="senior official", claimant_kind="unnamed")
    (agent,) = [each for each in fact_check.agents if each.kind == "unnamed"]
    assert (agent.name, agent.description) == (None, "senior official")


def test_a_verdict_that_is_missing_leaves_the_claim_and_says_so():
    fact_check, told = one(verdict="", rating_value="", best="", worst="")
    assert fact_check.verdicts == ()
    assert told["table-no-rating"].severity == "error"
    assert told["table-not-carried"].stood == "The gauges were dry."


def test_a_column_that_is_unknown_is_named_once_and_each_cell_of_it_is_told():
    records = read("claim,verdict,Mood\nOne.,False,good\nTwo.,True,\nThree.,True,bad\n")
    assert [(each.path, each.stood) for each in findings(records) if "column C" in each.path] == [
        ("row 1, column C (Mood)", "Mood"),
        ("row 2, column C (Mood)", "good"),
        ("row 4, column C (Mood)", "bad"),
    ]


def test_the_plan_is_the_mapping_and_can_be_corrected():
    importer = TableImporter()
    body = b'Claim,Verdict,"Mood: no","Mood: no",,yes\nIt rained.,False,good,a,b,Why not.\n'
    plan = importer.plan(factcheck.Input.of(body), importer.options())
    assert "Claim: claim\n" in plan
    assert "# C: 1 of 1 rows; good\ncolumn C:\n" in plan
    assert read(body, columns=plan) == read(body)
    records = read(body, columns=plan.replace("yes:", "yes: explanation").replace("column E:", "column E: topics"))
    (fact_check,) = fact_checks(records)
    assert fact_check.verdicts[0].explanation == "Why not."
    assert fact_check.topics[0].name == "b"


def test_a_mapping_of_one_column_leaves_the_others_guessed():
    body = "What they said,Verdict,Title\nIt rained.,False,Rain?\n"
    (fact_check,) = fact_checks(read(body, columns="What they said: claim\nTitle:\nFoot: url"))
    assert fact_check.headline == fact_check.claims[0].text == "It rained."
    told = found(read(body, columns="What they said: claim\nTitle:\nFoot: url"))
    assert "`Foot`" in told["table-no-such-column"].message
    assert found(read(body))["table-no-claim"].severity == "error"


@pytest.mark.parametrize(
    "options",
    [
        {"columns": "Verdict: ratign"}, {"columns": "[1, 2]"}, {"columns": "a: [b]"}, {"columns": "{"},
        {"columns": "[" * 400}, {"language": "no language"}, {"encoding": "idna"}, {"encoding": "x"},
        {"dates": "2020"}, {"claimants": "robot"},
    ],
)  # fmt: skip
def test_options_that_make_no_sense(options):
    with pytest.raises(factcheck.OptionError):
        read(DESK, **options)


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


@pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is not here")
def test_no_cell_of_real_rows_is_lost():
    body = CORPUS.read_bytes()
    records = read(body, "factck-br.tsv", language="pt-BR")
    assert [record.place for record in records] == [f"row {number}" for number in range(2, 602)]
    assert len(fact_checks(records)) == 590
    told = {finding.path: finding for finding in findings(records)}
    data = {record.place: record.fact_check and record.fact_check.model_dump_json() for record in records}
    texts = {place: {str(each) for each in flat(json.loads(text))} if text else set() for place, text in data.items()}
    cells = list(cells_of(body))
    for place, value in cells:
        numbers = {f"{float(value)}"} if value.isdigit() else set()
        assert place in told or ({value.strip()} | numbers) & texts[place.partition(",")[0]], (place, value)
    assert len(cells) == 600 * 9 - 10 - 12 - 3 - 3
    assert all(
        finding.path.startswith("row ") and finding.line
        for finding in findings(records)
        if finding.rule.startswith("table")
    )
    outside = [each for each in findings(records) if each.rule == "table-number-out-of-range" and each.stood in "06"]
    assert sorted(each.stood for each in outside) == ["0", "6"]


def flat(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from flat(each)
    else:
        yield value


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
HEADINGS = st.sampled_from(
    ["claim", "verdict", "URL", "Title", "date", "rating value", "best", "worst", "author", "publisher", "tags", "",
     "language", "claim url", "claimant", "claimant kind", "id", "claimReviewed", "explanation", "notes"]
)  # fmt: skip
CELLS = st.one_of(
    TEXT,
    st.integers(-9, 99).map(str),
    st.dates().map(str),
    st.sampled_from(
        [
            "",
            " ",
            "&amp;",
            "#N/A",
            "\n",
            '"',
            "1e400",
            "a.example/x",
            "03/04/2020",
            "https:x.y",
            "en",
            "urn:x",
            ";",
            "x;https://a.example|",
        ]
    ),
)


@settings(max_examples=examples(50), deadline=None)
@given(st.lists(HEADINGS, max_size=8), st.lists(st.lists(CELLS, max_size=9), max_size=5), st.sampled_from(",;\t|"))
def test_no_table_crashes_it_and_no_cell_is_lost(headings, rows, delimiter):
    headings = ["claim", "verdict", *headings]
    records = read(table(headings, *rows, delimiter=delimiter))
    told = {finding.path.partition(" (")[0] for finding in findings(records)}
    texts = {
        record.place: {str(each) for each in flat(json.loads(record.fact_check.model_dump_json()))}
        for record in records
        if record.fact_check
    }
    for number, row in enumerate(rows, 2):
        for letter, value in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", row, strict=False):
            there = texts.get(f"row {number}", set())
            kept = value.strip() in there or (value.strip().isdecimal() and f"{float(value)}" in there)
            cuts = ([each.strip() for each in re.split(cut, value) if each.strip()] for cut in ("[;|,]", "[;|]"))
            kept = kept or any(set(pieces) <= there for pieces in cuts)
            assert not value.strip() or kept or f"row {number}, column {letter}" in told


LINES = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Z"], exclude_characters="&#;|,/.="), min_size=1, max_size=20
)
NAMES = LINES.filter(lambda text: factcheck.nameless(text) is None)
KNOWN = st.fixed_dictionaries(
    {
        "url": st.integers(0, 9**9).map("https://desk.example/{}".format),
        "headline": LINES,
        "claim": LINES,
        "published": st.dates().map(str),
        "language": st.sampled_from(["en", "pt-BR", "zh-Hant"]),
        "summary": LINES,
        "body": LINES,
        "explanation": LINES,
        "claimant": NAMES,
        "claim date": st.dates().map(str),
        "publisher": NAMES,
        "tags": st.lists(LINES, unique=True, min_size=1, max_size=3).map("; ".join),
        "claim url": st.lists(st.integers(0, 9).map("https://a.example/{}".format), unique=True, min_size=1).map(
            " ".join
        ),
    }
)


@settings(max_examples=examples(25), deadline=None)
@given(
    st.lists(KNOWN, min_size=1, max_size=4, unique_by=lambda row: row["url"]),
    st.sampled_from([",", ";", "\t", "|", "xlsx"]),
)
def test_what_is_written_into_a_table_is_read_back_the_same(rows, kind):
    scale = [("Wrong", "1"), ("Half right", "2.5"), ("Right", "4")]
    filled = [
        row | dict(zip(("verdict", "rating value", "best", "worst"), (*scale[each % 3], "4", "1"), strict=True))
        for each, row in enumerate(rows)
    ]
    lines = [list(filled[0]), *([row[name] for name in filled[0]] for row in filled)]
    read_back = fact_checks(read(workbook(("a", lines)) if kind == "xlsx" else table(*lines, delimiter=kind)))
    assert len(read_back) == len(filled)
    for row, fact_check in zip(filled, read_back, strict=True):
        (claim,), (verdict,), (rating,) = fact_check.claims, fact_check.verdicts, fact_check.rating_scale.ratings
        names = {agent.id: agent.name for agent in fact_check.agents}
        assert {
            "url": fact_check.id, "headline": fact_check.headline, "claim": claim.text, "published": fact_check.published,
            "language": fact_check.language, "summary": fact_check.summary, "body": fact_check.body,
            "explanation": verdict.explanation, "claimant": names[claim.claimants[0]], "claim date": claim.made,
            "publisher": names[fact_check.publisher], "tags": "; ".join(topic.name for topic in fact_check.topics),
            "claim url": " ".join(source.url for source in fact_check.sources),
            "verdict": rating.names[fact_check.language], "rating value": f"{rating.number:g}",
            "best": f"{fact_check.rating_scale.bounds[1]:g}", "worst": f"{fact_check.rating_scale.bounds[0]:g}",
        } == row  # fmt: skip


@pytest.mark.parametrize(
    "cell", ["a" + " " * 130_000 + "b", ";" * 130_000 + "x", "," * 130_000, "a." * 65_000, "&" * 130_000, "1" * 130_000]
)
def test_cells_that_are_made_to_take_long(cell):
    names = [
        "claim",
        "verdict",
        "authors",
        "tags",
        "claim url",
        "url",
        "date",
        "language",
        "claimant",
        "rating value",
        "claimant kind",
    ]
    assert len(read(table(names, [cell] * len(names)))) == 1
    refused(changed(BOOK, {SHEET: lambda part: part + b"<row" * 1_000_000}), "table-unreadable")


def test_one_name_is_one_agent_unless_something_else_differs():
    fact_check, told = one(
        publisher="The Desk", authors="The Desk; A Writer", claimant="The Desk", **{"claimant kind": None}
    )
    assert [(agent.id, agent.name, agent.kind) for agent in fact_check.agents] == [
        ("publisher", "The Desk", "organisation"), ("author", "A Writer", "person"),
    ]  # fmt: skip
    assert fact_check.authors == ("publisher", "author")
    assert "table-kind-assumed" not in told
    fact_check, _ = one(publisher_url="https://a.example", claimant="The Desk", claimant_url="https://b.example")
    assert [agent.url for agent in fact_check.agents] == ["https://a.example", "https://b.example"]


def test_several_claimants_stand_between_semicolons():
    (fact_check,) = fact_checks(
        read("url,claim,rating,claimant\nhttps://d.example/1,It rained.,False,A Speaker; B Speaker\n")
    )
    names = {agent.id: agent.name for agent in fact_check.agents}
    assert [names[each] for each in fact_check.claims[0].claimants] == ["A Speaker", "B Speaker"]
    records = read("url,claim,rating,claimant\nhttps://d.example/1,It rained.,False,;\n")
    assert fact_checks(records)[0].claims[0].claimants == ()
    assert found(records)["table-unknown-name"].stood == ";"
