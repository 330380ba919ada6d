"""Engines: the same results in the same order wherever the work is done, whoever is lost, and nobody left behind."""

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import pytest
from bulk_samples import lines
from engine_work import (
    Deadly,
    Failing,
    ended,
    expected,
    loaded,
    numbers,
    offspring,
    squared,
    who,
)

import factcheck
from factcheck import EngineError, Host, spared_interrupts

HOST = Host.discover()
FACTCHECK = str(Path(sys.executable).with_name("factcheck"))


def run(name, work, chunks, **options):
    return HOST.engine(name).run(work, chunks, HOST.engine_options(name, options))


def processes(work, chunks, jobs=2):
    return run("processes", work, chunks, jobs=jobs)


@pytest.fixture(autouse=True)
def nobody_is_left():
    before = offspring()
    yield
    assert ended(set(offspring()) - set(before), seconds=10) == []


@pytest.mark.parametrize("count", [0, 1, 7])
def test_results_come_in_the_order_of_the_chunks(count):
    assert list(processes(squared, numbers(count))) == expected(count)
    assert list(run("inline", squared, numbers(count))) == expected(count)


def test_only_a_few_chunks_are_taken_ahead_of_what_was_given():
    taken = []
    chunks = (taken.append(each) or each for each in numbers(100))
    with closing(processes(squared, chunks)) as results:
        for given in range(1, 20):
            next(results)
            assert len(taken) <= given + 2 * 3


def test_processes_of_one_machine_read_its_files_themselves():
    assert [each.body for each in processes(loaded, numbers(2))] == [b"", b""]


def test_a_process_that_is_killed_costs_time_only(tmp_path):
    work = Deadly(tmp_path, number=3, times=2)
    assert list(processes(work, numbers(9))) == expected(9)
    assert len(work.deaths()) == 2


def test_a_process_that_is_killed_from_outside_costs_time_only(tmp_path):
    results = processes(who, numbers(40))
    given = [next(results)]
    for each in offspring():
        each.kill()
    given += results
    assert len(given) == 40
    assert len({each.body for each in given}) >= 3


def test_a_chunk_that_ends_process_after_process_is_told(tmp_path):
    work, given = Deadly(tmp_path, number=3, times=99), []
    with pytest.raises(EngineError) as caught:
        given.extend(processes(work, numbers(9)))
    why = "3 processes ended at this, the last one killed by signal 9; it may need more memory than there is"
    assert str(caught.value) == f"number 3: {why}"
    assert len(work.deaths()) == 3
    assert given == expected(len(given))


@pytest.mark.parametrize(("how", "code"), [("an end", 7), ("an exit", 1)])
def test_a_process_that_ends_itself_is_told_with_its_code(how, code):
    with pytest.raises(EngineError) as caught:
        list(processes(Failing(0, how), numbers(1)))
    why = f"3 processes ended at this, the last one with code {code}; what it said stands above"
    assert str(caught.value) == f"number 0: {why}"


@pytest.mark.parametrize("name", ["inline", "processes"])
def test_what_the_work_raises_is_raised_here(name):
    given = []
    with pytest.raises(ZeroDivisionError, match="by design"):
        given.extend(run(name, Failing(2, "an error"), numbers(5)))
    assert given == expected(len(given))


@pytest.mark.parametrize(
    ("how", "told"), [("pickled", "LocalError: by design"), ("unpickled", "PeculiarError: 1 and 2")]
)
def test_an_error_that_cannot_be_sent_comes_as_what_it_says(how, told):
    with pytest.raises(EngineError, match=told):
        list(processes(Failing(2, f"an error that cannot be {how}"), numbers(5)))


def test_work_that_cannot_be_sent_is_told_before_a_process_begins():
    with pytest.raises((AttributeError, TypeError)):
        list(processes(lambda chunk: squared(chunk), numbers(5)))  # noqa: PLW0108  # what cannot be pickled


def test_closed_early_it_leaves_nobody_behind():
    with closing(processes(squared, numbers(50))) as results:
        assert list(islice(results, 2)) == expected(50)[:2]
        assert len(offspring()) >= 2


def test_a_process_that_does_not_end_when_asked_is_killed():
    with closing(processes(squared, numbers(50))) as results:
        next(results)
        os.kill(offspring()[0].pid, signal.SIGSTOP)


def test_where_a_system_does_not_tell_the_processors_of_a_process_all_of_them_count(monkeypatch):
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    with closing(processes(who, numbers(50), jobs=0)) as results:
        next(results)
        assert len(offspring()) == 3
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    with closing(processes(who, numbers(50), jobs=0)) as results:
        next(results)
        assert len(offspring()) == 1


def test_what_is_started_within_hears_no_interrupt_and_who_starts_it_does():
    def heard():
        process = get_context("spawn").Process(target=time.sleep, args=(0.1,))
        process.start()
        blocked = _blocked(process.pid)
        process.join()
        return not blocked

    with spared_interrupts():
        assert not heard()
    assert heard()
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, set())


def _blocked(pid):
    """Whether a process blocks SIGINT, by what Linux tells of it."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    mask = next(line.split()[1] for line in status.splitlines() if line.startswith("SigBlk"))
    return bool(int(mask, 16) & 1 << (signal.SIGINT - 1))


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"".join(lines(2400)))
    return path


@pytest.fixture
def exporting(archive):
    """Starts an export in a session of its own, as a shell starts it on a terminal."""
    started = []

    def start(*arguments):
        command = [
            FACTCHECK,
            "export",
            str(archive),
            "--to",
            "claimreview",
            "--bundle",
            str(archive.with_name("out.jsonl")),
        ]
        process = subprocess.Popen([*command, *arguments], start_new_session=True, stderr=subprocess.PIPE, text=True)
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def waited(condition, seconds=60):
    end = time.monotonic() + seconds
    while not (met := condition()) and time.monotonic() < end:
        time.sleep(0.005)
    return met


@pytest.mark.parametrize("moment", ["while they import", "in the midst"])
def test_an_interrupt_on_a_terminal_ends_all_and_only_one_speaks(exporting, archive, moment):
    export = exporting("--jobs", "2")
    assert waited(lambda: len(offspring(export.pid)) >= 1)
    if moment == "in the midst":
        partial = archive.with_name("out.jsonl.partial")
        assert waited(lambda: partial.exists() and partial.stat().st_size)
    workers = offspring(export.pid)
    os.killpg(export.pid, signal.SIGINT)
    _, said = export.communicate(timeout=60)
    assert export.returncode == 130
    assert "interrupted" in said
    assert "Traceback" not in said
    assert len(said.splitlines()) <= 2, said
    assert ended(workers) == []


def test_who_is_killed_leaves_no_process_behind_and_none_of_them_speaks(exporting, archive):
    export = exporting("--jobs", "2")
    partial = archive.with_name("out.jsonl.partial")
    assert waited(lambda: partial.exists() and partial.stat().st_size)
    workers = offspring(export.pid)
    export.kill()
    _, said = export.communicate(timeout=60)
    assert ended(workers) == []
    assert "Traceback" not in said


@pytest.mark.parametrize("engine", ["inline", "processes"])
def test_an_option_that_an_engine_has_not_is_refused_from_python_too(engine):
    documents = factcheck.export_many([], "native", engine=engine, engine_options={"scheduler": "tcp://x:1"})
    with pytest.raises(factcheck.OptionError, match=f"the engine `{engine}` has no option `scheduler`"):
        list(documents)
