"""The engine `dask` with a cluster of this machine, and without one."""

import subprocess
import sys
from contextlib import closing
from itertools import islice

import psutil
import pytest
from bulk_samples import lines
from engine_work import Failing, ended, expected, numbers, offspring, squared
from factcheck_dask.clusters import imported
from factcheck_dask.versions import differing

from factcheck import EngineError, Host
from factcheck.cli import main

HOST = Host.discover()
ENGINE = HOST.engine("dask")


def run(work, chunks, **options):
    return ENGINE.run(work, chunks, HOST.engine_options("dask", options))


def test_a_cluster_of_this_machine_is_heard_of_there_only_and_ends_when_the_work_does(capfd):
    before = set(offspring())
    with closing(run(squared, numbers(50), jobs=1)) as results:
        assert list(islice(results, 20)) == expected(50)[:20]
        there = set(offspring()) - before
        assert there
        listening = [
            each.laddr.ip
            for process in (psutil.Process(), *there)
            for each in process.net_connections("inet")
            if each.status == psutil.CONN_LISTEN
        ]
        assert set(listening) == {"127.0.0.1"}
    assert ended(there) == []
    assert capfd.readouterr() == ("", "")


def test_what_the_work_raises_is_raised_here_and_dask_says_nothing(capfd):
    given = []
    with pytest.raises(ZeroDivisionError, match="by design"):
        given.extend(run(Failing(2, "an error"), numbers(9), jobs=1))
    assert given == expected(len(given))
    assert capfd.readouterr() == ("", "")


def test_without_the_extra_the_engine_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(EngineError, match=r"^the engine `dask` works by Dask: pip install 'factcheck-export\[dask\]'$"):
        next(run(squared, numbers(1)))


def test_listing_engines_imports_no_dask():
    code = "import factcheck, sys; factcheck.Host.discover().engine('dask'); print('dask' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"


def test_jobs_are_for_a_cluster_of_this_machine():
    with pytest.raises(EngineError, match="leave out --jobs, or --scheduler"):
        next(run(squared, numbers(1), scheduler="tcp://127.0.0.1:8786", jobs=2))


@pytest.mark.parametrize("address", ["foo", "x://y", "http://127.0.0.1:1", "127.0.0.1:8786"])
def test_an_address_that_is_none_is_told_at_once(address):
    with pytest.raises(EngineError, match="this is no address of a scheduler, which is like tcp://host:8786"):
        next(run(squared, numbers(1), scheduler=address))


def test_a_scheduler_that_is_not_there(capfd):
    address, told = "tcp://127.0.0.1:1", "tcp://127.0.0.1:1: no scheduler"
    _, dask = imported()  # else what is set first would be forgotten afterwards
    with dask.config.set({"distributed.comm.timeouts.connect": "1s"}), pytest.raises(EngineError) as caught:
        next(run(squared, numbers(1), scheduler=address))
    assert str(caught.value).startswith(told)
    assert "see that `dask scheduler` runs" in str(caught.value)
    assert capfd.readouterr() == ("", "")


def versions(**scheduler):
    here = {
        "python": "3.11.7.final.0",
        "dask": "2026.1.0",
        "distributed": "2026.1.0",
        "factcheck-export": "1",
        "numpy": None,
    }
    return {
        "client": {"packages": here},
        "scheduler": {"packages": {**here, **scheduler}},
        "workers": {"tcp://a:1": {"packages": {**here, "numpy": "2", "python": "3.11.2.final.0"}}},
    }


def test_other_versions_of_python_and_dask_are_told():
    assert differing(versions()) == ""
    told = "the scheduler has python 3.12, and here it is 3.11: install the same there"
    assert differing(versions(python="3.12.0.final.0")) == told
    told = "the scheduler has dask 2025.1.0, and here it is 2026.1.0: install the same there"
    assert differing(versions(dask="2025.1.0")) == told
    told = "the scheduler has no factcheck-export, and here it is 1: install the same there"
    assert differing(versions(**{"factcheck-export": None})) == told


def test_where_nothing_was_done_nobody_is_told_to_go_on(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_bytes(lines(1)[0])
    cluster = ["--engine", "dask", "--scheduler", "tcp://127.0.0.1:1", "--jobs", "2"]
    assert main(["export", "a.jsonl", "--to", "native", "--bundle", "out.jsonl", *cluster]) == 2
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("error: a cluster has the workers that it has: leave out --jobs, or --scheduler")
    assert told[1:] == ["out.jsonl: not written"]
