"""No cell is lost, of real tables and of any that can be made, and none costs much time."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from table_reading import BOOK, SHEET, cells_of, changed, fact_checks, findings, read, refused, table, workbook
from trying import examples

import factcheck

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "factck-br.tsv"


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
