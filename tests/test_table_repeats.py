"""Rows of one address: each fact-check has an id of its own, and what is said twice is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from table_reading import fact_checks, findings, found, read, table
from trying import examples

from factcheck.cli import main

HEAD = "id,url,claim,verdict,claimant,row"
ONE = "https://a.example/1"


def ids(*rows):
    return [each.id for each in fact_checks(read("\n".join([HEAD, *rows])))]


def test_a_row_that_is_said_again_is_one_fact_check_and_told():
    body = "\n".join([HEAD, f",{ONE},One.,False,A,1", f",{ONE},One.,False,A,2", f",{ONE},One.,False,A,3"])
    records = read(body)
    assert {each.id for each in fact_checks(records)} == {ONE}  # what no field is known for makes no other fact-check
    told = [each for each in findings(records) if each.rule == "table-same-row"]
    assert [(each.path, each.severity) for each in told] == [("row 3", "warning"), ("row 4", "warning")]
    assert "row 2 says the same" in told[1].message
    assert "table-same-address" not in found(records)


def test_rows_that_differ_have_ids_that_differ_and_stay_when_rows_move():
    rows = [
        f",{ONE},One.,False,A,",
        f",{ONE},One.,True,A,",
        f",{ONE},Two.,True,A,",
        f",{ONE}#2,Three.,True,A,",
        ",,Four.,True,A,",
        ",,Four.,False,A,",
    ]
    made = ids(*rows)
    assert len(set(made)) == len(rows)
    assert ids(*reversed(rows)) == made[::-1]
    assert ids(*rows, rows[0]) == [*made, made[0]]
    records = read("\n".join([HEAD, *rows]))
    told = [each.path for each in findings(records) if each.rule == "table-same-claim"]
    assert told == [f"row {number}, column C (claim)" for number in (2, 3, 6, 7)]


def test_a_column_that_is_moved_or_empty_changes_no_id():
    rows = [["url", "claim", "verdict", "title"], [ONE, "One.", "True", "A"], [ONE, "One.", "False", "A"]]
    made = [each.id for each in fact_checks(read(table(*rows)))]
    moved = table(*[[*row[:0:-1], row[0]] for row in rows])
    wider = table(["summary", *rows[0]], *[["", *row] for row in rows[1:]])
    assert [[each.id for each in fact_checks(read(body))] for body in (moved, wider)] == [made, made]


def test_an_id_that_several_rows_give_is_none():
    rows = ["urn:desk:1,https://a.example/1,One.,False,A,", "urn:desk:1,https://a.example/2,Two.,False,A,"]
    assert ids(*rows) == ["https://a.example/1", "https://a.example/2"]
    told = found(read("\n".join([HEAD, *rows])))
    assert told["table-same-address"].path == "row 3, column A (id)"
    assert told["table-not-carried"].stood == "urn:desk:1"
    assert ids(rows[0], rows[0]) == ["urn:desk:1"] * 2


def test_a_row_without_a_claim_takes_no_address_away():
    assert ids(f",{ONE},One.,False,A,", f",{ONE},,False,B,") == [ONE]


def test_no_file_of_theirs_is_overwritten(tmp_path, capsys):
    source = tmp_path / "a.csv"
    rows = [f",{ONE},One.,False,A,", f",{ONE},One.,True,A,", f",{ONE},One.,False,A,"]
    source.write_text("\n".join([HEAD, *rows]))
    assert main(["import", str(source), "-o", str(tmp_path / "out")]) == 0
    files = sorted((tmp_path / "out").iterdir())
    assert len(files) == 2
    assert sorted("'False'" in each.read_text() for each in files) == [False, True]
    assert "2 fact-checks written" in capsys.readouterr().err
    before = [each.read_bytes() for each in files]
    source.write_text("\n".join([HEAD, *reversed(rows)]))
    assert main(["import", str(source), "-o", str(tmp_path / "out")]) == 0
    assert [each.read_bytes() for each in sorted((tmp_path / "out").iterdir())] == before


ROWS = st.tuples(st.sampled_from(["", "urn:a", "FC-1"]), st.sampled_from(["", ONE, f"{ONE}#b", "a.example/1"]), st.sampled_from(["One.", "Two.", "A &amp; B", "A & B"]), st.sampled_from(["True", "False"]))  # fmt: skip


@settings(max_examples=examples(50), deadline=None)
@given(st.lists(ROWS, max_size=6))
def test_two_fact_checks_that_differ_never_have_one_id(rows):
    by_id = {}
    for each in fact_checks(read("\n".join([HEAD, *(",".join(row) + ",A," for row in rows)]))):
        assert by_id.setdefault(each.id, each) == each


@pytest.mark.parametrize("count", [5_000])
def test_thousands_of_rows_that_are_the_same(count):
    records = read("\n".join([HEAD, *([f",{ONE},One.,False,A,"] * count)]))
    assert sum(each.rule == "table-same-row" for each in findings(records)) == count - 1
