"""What the benchmarks tell: ratios, bars, the table and the page. How long anything takes is not tested."""

import sys
from pathlib import Path

import archives
import every
import orjson
import page
import pytest
from by_hand import claim_review, kinds, of_dicts
from claimreview_peers import nodes
from hypothesis import given
from hypothesis import strategies as st
from measuring import Bar, Peer, Row, Times, Way, amount, compared, duration, interleaved
from processes import FailedError, machine, run
from tei_shapes import Shape, escaped, escaped_attribute, f_string, most_alike

import factcheck
from factcheck import FactCheck
from factcheck.testing.archive import records

MISSED = Row("ours", "9 µs", "theirs: 3 µs", 3, "times as long", Bar(2, margin=2), lambda: "calls and times")
MET = Row("ours", "9 µs", "other: 90 µs", 10, "times as fast", Bar(2.5, "at least"))
TOLD = Row("a | b", "9 µs", "x|y: 1 µs", 9, "times as long")
ABSENT = Row("ours", "9 µs", "gone: not installed", bar=Bar(2, "at least"))


@given(st.floats(0.01, 1e6), st.floats(0.01, 1e6), st.sampled_from(["at most", "at least"]), st.floats(1, 10))
def test_a_bar_that_is_met_is_met_within_its_margin(value, wanted, way, margin):
    bar = Bar(wanted, way, margin)
    assert bar.met(value) == (value <= wanted if way == "at most" else value >= wanted)
    assert bar.met(value, margin=True) >= bar.met(value)


def test_a_margin_lets_a_bar_be_missed_by_so_much_and_no_more():
    assert [Bar(2, margin=1.5).met(value, margin=True) for value in (3, 3.1)] == [True, False]
    assert [Bar(3, "at least", 1.5).met(value, margin=True) for value in (2, 1.9)] == [True, False]


def test_a_bar_of_what_was_not_measured_is_missed():
    assert [row.guarded for row in (MISSED, MET, TOLD, ABSENT)] == [True, True, True, False]
    assert [row.met for row in (MISSED, MET, TOLD, ABSENT)] == [False, True, None, None]


def test_a_ratio_is_the_median_of_those_in_each_round():
    times = Times({"ours": [1, 20, 3], "theirs": [2, 10, 3]})
    assert times.ratio("ours", "theirs") == 1
    assert times.seconds("ours") == 3
    limit = times.row("ours", "theirs", Bar(4), str)
    assert (limit.value, limit.unit, limit.met) == (1, "times as long", True)


def test_beside_a_limit_it_is_how_long_and_beside_a_peer_how_fast():
    times = Times({"ours": [1.0, 1.0], "theirs": [4.0, 4.0]})
    rows = [times.row("ours", "theirs", bar, str) for bar in (Bar(2), Bar(2, "at least"), None)]
    assert [(row.value, row.unit) for row in rows] == [
        (0.25, "times as long"),
        (4, "times as fast"),
        (4, "times as fast"),
    ]
    assert times.row("theirs", "ours", None, str).unit == "times as long"


def test_rounds_go_through_all_ways_and_every_job_is_made_ready_anew():
    seen = []
    ways = {
        name: Way(range(12), lambda number, name=name: seen.append((name, number)) or number, int)
        for name in ("a", "b")
    }
    times = interleaved(ways, 2)
    assert seen == [(name, number) for _ in range(3) for name in ("a", "b") for number in range(12)]
    assert [len(taken) for taken in times.taken.values()] == [2, 2]


def absent():
    raise ModuleNotFoundError("no such peer")


def broken():
    raise RuntimeError("no licence")


def test_a_peer_that_cannot_be_timed_says_why_in_the_table_and_has_no_figure():
    peers = {
        "good": Peer(lambda: str, [1, 2], int, str, "no zeros"),
        "gone": Peer(absent, [1], int, str),
        "bad": Peer(broken, [1], int, str),
        "other": Peer(lambda: lambda _: "9", [1], int, str),
    }
    bars = {("ours", name): Bar(2, "at least") for name in peers}
    good, gone, bad, other = compared({"ours": Way([1, 2], int, str)}, peers, ["1", "2"], bars, 1)
    assert good.value > 0
    assert good.beside.endswith("(no zeros)")
    assert [row.value for row in (gone, bad, other)] == [None, None, None]
    assert gone.beside == "gone: not installed"
    assert bad.beside == "bad: does not run, RuntimeError: no licence"
    assert other.beside == "other: does not run, ValueError: it writes something else"


def test_the_table_has_a_cell_for_each_head_and_says_what_is_not_met():
    lines = page.table([MISSED, MET, TOLD, ABSENT]).splitlines()
    assert len({len(line) for line in lines}) == 1
    cells = [[cell.strip() for cell in line.replace("\\|", "¦").strip("|").split("|")] for line in lines]
    assert {len(each) for each in cells} == {len(page.HEAD)}
    assert [each[-1] for each in cells[2:]] == ["**not met**", "met", "", "not measured"]
    assert cells[2] == ["ours", "9 µs", "theirs: 3 µs", "3 times as long", "at most 2", "**not met**"]
    assert cells[4][0] == "a ¦ b"


def test_there_is_a_profile_for_each_thing_that_misses_a_bar():
    made = page.profiles([MISSED, MET, TOLD, ABSENT, MISSED])
    assert made.count("<details>") == made.count("</details>") == 1
    assert "calls and times" in made


def test_a_profile_names_functions_and_no_folders():
    told = Way([[1] * 9] * 9, list, sorted).profiled()
    assert "function calls" in told
    assert "sorted" in told
    assert str(Path.cwd()) not in told


def test_a_page_is_filled_again_and_again_and_keeps_what_is_written_by_hand():
    empty = "before\n<!-- measured: a -->\n<!-- end -->\nbetween\n<!-- measured: b -->\n\nold\n\n<!-- end -->\nafter\n"
    once = page.filled(empty, {"a": "new \\1"})
    assert once == empty.replace("a -->\n", "a -->\n\nnew \\1\n\n", 1)
    assert page.filled(once, {"a": "new \\1"}) == once


def test_the_page_of_the_documentation_has_every_part():
    assert {part[1] for part in page.PART.findall(every.PAGE.read_text(encoding="utf-8"))} == set(every.PARTS)


def test_a_process_is_measured_alone():
    held = "x" * 150_000_000
    small, large = (run([sys.executable, "-c", f"len(b'x' * {size})"]) for size in (1, 100_000_000))
    assert small.megabytes < 100 <= large.megabytes < len(held) / 1e6
    assert small.seconds > 0
    assert small.processor > 0


def test_a_process_that_fails_is_not_measured():
    with pytest.raises(FailedError, match=r"^it broke$"):
        run([sys.executable, "-c", "raise SystemExit('it broke')"])


def test_the_machine_is_told_by_what_matters_and_not_by_name():
    told = "\n".join(machine(["orjson", "no-such-library"]))
    assert "cores" in told
    assert "no-such-library (not installed)" in told
    assert str(Path.home()) not in told


@pytest.mark.parametrize(
    ("value", "shown"), [(0.0123, "12.3 ms"), (3.14159e-6, "3.14 µs"), (61.5, "61.5 s"), (1234.5, "1,234 s")]
)
def test_durations_are_written_for_people(value, shown):
    assert duration(value) == shown


def test_amounts_have_three_digits_that_count():
    assert [amount(value) for value in (0.4567, 12.345, 106.7, 12345.6)] == ["0.457", "12.3", "107", "12,346"]


def test_the_mapping_by_hand_says_what_our_exporter_says():
    for record in records(30):
        check = FactCheck.model_validate(record)
        by_hand = orjson.dumps(claim_review(check, kinds(of_dicts)))
        assert nodes(by_hand) == nodes(factcheck.export(check, to="claimreview").body)


def test_the_f_string_writes_what_our_exporter_writes():
    written = [factcheck.export(FactCheck.model_validate(record), to="tei").text for record in records(40)]
    documents = most_alike(written)
    assert len(documents) > 20
    shape = Shape.of(documents)
    write = f_string(shape, escaped, escaped_attribute)
    assert [write(shape.at_hand(document)).decode() for document in documents] == documents


def test_braces_and_backslashes_of_a_document_are_no_program():
    documents = [f'<a b="{{v}}" c="&quot;{value}">\\n{{1/0}} \'{value}\' &amp;</a>' for value in ("x", "&lt;y")]
    shape = Shape.of(documents)
    write = f_string(shape, escaped, escaped_attribute)
    assert [write(shape.at_hand(document)).decode() for document in documents] == documents


def test_archives_are_compared_by_the_time_for_one_fact_check_and_what_does_not_work_says_so():
    bars = {("ours", "limit"): Bar(1.5), ("gone", "limit"): Bar(1.5)}
    taken = {"ours": [2.0, 4.0], "limit": [1.0, 2.0]}
    good, gone = archives.compared(bars, taken, {"gone": "no container has such a name"}, 1000)
    assert (good.value, good.ours, good.beside) == (2, "3 ms", "limit: 1.5 ms")
    assert (gone.value, gone.beside, gone.guarded) == (None, "gone: no container has such a name", False)


def test_a_way_that_does_not_work_tells_why_without_the_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "EXPORTS", {"odd": ("claimreview", ".odd", ())})
    monkeypatch.setattr(archives, "LOOPS", {archives.ORJSON: archives.LOOPS[archives.ORJSON]})
    good, reasons = archives.working(archives.lines_of(3, str(tmp_path)))
    assert good == [archives.ORJSON]
    assert reasons["odd"].startswith("factcheck: out.odd: files of no container")


def test_memory_is_told_by_how_much_it_grows():
    row = archives.grown("lines", 40.0, 85.0, archives.Plan(5000, 1, 100))
    assert (row.value, row.unit, row.met) == (45, "MB more", False)
    assert (row.ours, row.beside) == ("85 MB for 5,000", "40 MB for 100")
