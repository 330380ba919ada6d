"""How far long work has come: a bar on a terminal, a line now and then elsewhere, nothing where quiet is wanted."""

import io
import re

import pytest

from factcheck.cli import progress
from factcheck.cli.output import Report
from factcheck.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def clock(monkeypatch):
    """A clock that goes on by as many seconds as it is told to."""
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])

    def wait(seconds):
        now[0] += seconds

    return wait


def told(monkeypatch, stream, clock, *, quiet=False, total=1000):
    """What is written after a quarter of the work in ten seconds."""
    monkeypatch.setattr("sys.stderr", stream)
    shown = Progress(Report("text", quiet=quiet, err=True), total)
    clock(5)
    shown.at(40, 100, "no findings")
    clock(10)
    shown.at(120, 150, "1 error")
    return stream.getvalue()


def test_a_terminal_gets_a_bar_that_is_drawn_over(monkeypatch, clock):
    lines = [line for line in told(monkeypatch, Terminal(), clock).split("\r") if line]
    assert len(lines) == 2
    assert lines[1].startswith("[######..................]  25%, 45 s left: 120 fact-checks, 8 a second, 1 error")


def test_a_log_gets_a_line_every_ten_seconds(monkeypatch, clock):
    assert told(monkeypatch, io.StringIO(), clock) == "25%, 45 s left: 120 fact-checks, 8 a second, 1 error\n"


def test_who_wants_quiet_has_it(monkeypatch, clock):
    assert told(monkeypatch, Terminal(), clock, quiet=True) == ""
    assert told(monkeypatch, io.StringIO(), clock, quiet=True) == ""


def test_of_a_stream_nobody_knows_how_much_is_left(monkeypatch, clock):
    assert told(monkeypatch, io.StringIO(), clock, total=None) == "120 fact-checks, 8 a second, 1 error\n"


def test_what_was_done_before_counts_for_the_part_and_not_for_the_rate(monkeypatch, clock):
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    shown = Progress(Report("text", err=True), 1000)
    shown.skip_to(500, 600)
    clock(20)
    shown.at(600, 200, "no findings")
    assert stream.getvalue() == "80%, 20 s left: 600 fact-checks, 5 a second, no findings\n"
    assert shown.rate(600) == "20.0 s, 5 a second"


@pytest.mark.parametrize(("seconds", "shown"), [(0.2, "0 s"), (59, "59 s"), (61, "1 min 1 s"), (7384, "2 h 3 min")])
def test_durations_are_as_people_say_them(seconds, shown):
    assert progress._duration(seconds) == shown
    assert re.fullmatch(r"[\d a-z]+", shown)
