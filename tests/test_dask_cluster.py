"""The engine `dask` on a real cluster: whoever is killed, missing or different there."""

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import ClassVar

import dask
import pytest
from bulk_samples import lines
from dask_cluster import RealCluster, blocking
from engine_work import Deadly, Failing, ended, expected, loaded, numbers, offspring, squared, who
from factcheck_dask.clusters import imported
from installed import distribution

from factcheck import EngineError, Host, __version__
from factcheck.testing import EngineContract

pytestmark = pytest.mark.slow
HOST = Host.discover()
ENGINE = HOST.engine("dask")
FACTCHECK = str(Path(sys.executable).with_name("factcheck"))
PLUGIN = """
from factcheck import hookimpl

@hookimpl
def factcheck_check(fact_check):
    return []
"""


def run(work, chunks, **options):
    return ENGINE.run(work, chunks, HOST.engine_options("dask", options))


def waited(condition, seconds=100):
    end = time.monotonic() + seconds
    while not (met := condition()) and time.monotonic() < end:
        time.sleep(0.005)
    return met


@pytest.fixture(autouse=True)
def no_long_wait():
    imported()  # else what it sets first is forgotten afterwards
    with dask.config.set({"distributed.comm.timeouts.connect": "5s"}):
        yield


@pytest.fixture
def cluster(tmp_path):
    with RealCluster(tmp_path / "cluster") as cluster:
        cluster.scheduler()
        yield cluster


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"".join(lines(4800)))
    return path


def export(archive, out, *arguments, path=()):
    command = [FACTCHECK, "export", str(archive), "--to", "claimreview", "--bundle", str(archive.with_name(out))]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path))}
    return subprocess.Popen(
        [*command, *arguments], start_new_session=True, stderr=subprocess.PIPE, text=True, env=environment
    )


def exported(archive, out, *arguments, path=()):
    """The exit code, what was said, and what was written."""
    process = export(archive, out, *arguments, path=path)
    _, said = process.communicate(timeout=300)
    written = archive.with_name(out)
    return process.returncode, said, written.read_bytes() if written.exists() else None


def test_chunks_come_with_their_bytes_and_results_in_order(cluster):
    cluster.worker()
    cluster.worker()
    assert list(run(squared, numbers(40), scheduler=cluster.address)) == expected(40)
    assert {each.body for each in run(loaded, numbers(3), scheduler=cluster.address, direct=True)} == {b"loaded"}


def test_workers_that_come_later_take_their_part(cluster):
    first = cluster.worker()
    results = run(who, numbers(400), scheduler=cluster.address)
    given = [next(results)]
    second = cluster.worker()
    given += results
    assert len(given) == 400
    assert {int(each.body) for each in given} == {first.pid, second.pid}


def test_a_worker_that_is_killed_costs_time_only(cluster):
    first, second = cluster.worker(), cluster.worker()
    results = run(who, numbers(200), scheduler=cluster.address)
    given = [next(results) for _ in range(9)]
    first.kill()
    given += results
    assert len(given) == 200
    assert {int(each.body) for each in given[150:]} == {second.pid}


def test_a_chunk_that_kills_worker_after_worker_is_told(cluster, tmp_path):
    for _ in range(5):
        cluster.worker()
    work, given = Deadly(tmp_path, number=3, times=99), []
    with pytest.raises(EngineError) as caught:
        given.extend(run(work, numbers(40), scheduler=cluster.address))
    told = r"number \d: 4 workers ended at this.*, the last tcp://127.0.0.1:\d+; it may need more memory than they have"
    assert re.fullmatch(told, str(caught.value))
    assert "number 3" in str(caught.value)
    assert given == expected(len(given))
    assert len(work.deaths()) == 4
    assert list(run(squared, numbers(9), scheduler=cluster.address)) == expected(9)


def test_without_workers_it_gives_up(cluster, capfd):
    with pytest.raises(EngineError) as caught:
        next(run(squared, numbers(9), scheduler=cluster.address, wait=1))
    assert str(caught.value).startswith(
        f"{cluster.address}: there has been no worker for 1 s: start some (`dask worker`)"
    )
    assert capfd.readouterr() == ("", "")


def test_workers_that_all_go_away_are_told(cluster, capfd):
    worker, given = cluster.worker(), []
    results = run(who, numbers(400), scheduler=cluster.address, wait=1)
    given.append(next(results))
    worker.kill()
    with pytest.raises(EngineError, match=r"there has been no worker for 1 s"):
        given.extend(results)
    assert len(given) < 400
    assert capfd.readouterr() == ("", "")


def test_closed_early_nothing_is_left_there(cluster):
    cluster.worker()
    with closing(run(who, numbers(400), scheduler=cluster.address)) as results:
        next(results)
    distributed = pytest.importorskip("distributed")
    with closing(distributed.Client(cluster.address, set_as_default=False)) as client:
        assert waited(lambda: not client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks)))


def test_an_error_there_is_raised_here(cluster):
    cluster.worker()
    with pytest.raises(EngineError, match="PeculiarError: 1 and 2"):
        list(run(Failing(2, "an error that cannot be unpickled"), numbers(9), scheduler=cluster.address))


def test_a_scheduler_that_goes_away_is_told_and_another_engine_goes_on(archive, tmp_path):
    _, _, whole = exported(archive, "whole.jsonl")
    with RealCluster(tmp_path / "cluster") as cluster:
        scheduler = cluster.scheduler()
        cluster.worker()
        process = export(archive, "out.jsonl", "--engine", "dask", "--scheduler", cluster.address)
        partial = archive.with_name("out.jsonl.partial")
        assert waited(lambda: partial.exists() and partial.stat().st_size), process.communicate()[1]
        scheduler.kill()
        _, said = process.communicate(timeout=100)
    assert process.returncode == 2
    lines_said = said.splitlines()
    assert f"{cluster.address}: the scheduler is gone; start it, and do again what is left" in lines_said[-2]
    assert "the same command with --resume goes on" in lines_said[-1]
    assert len(lines_said) == 2, said
    code, said, resumed = exported(archive, "out.jsonl", "--resume", "--engine", "processes", "--jobs", "1")
    assert code == 0
    assert "going on after" in said
    assert resumed == whole


def test_an_export_has_the_same_bytes_while_workers_are_killed(archive, cluster):
    _, _, whole = exported(archive, "whole.jsonl")
    first = cluster.worker()
    cluster.worker()
    process = export(archive, "out.jsonl", "--engine", "dask", "--scheduler", cluster.address)
    partial = archive.with_name("out.jsonl.partial")
    assert waited(lambda: partial.exists() and partial.stat().st_size), process.communicate()[1]
    first.kill()
    _, said = process.communicate(timeout=300)
    assert process.returncode == 0, said
    assert archive.with_name("out.jsonl").read_bytes() == whole


def test_a_plugin_that_a_worker_has_not_is_one_clear_error(archive, cluster, tmp_path):
    distribution(tmp_path / "here", "acme-rules 1.0", "acme = acme_rules", PLUGIN)
    cluster.worker()
    options = ("--engine", "dask", "--scheduler", cluster.address)
    code, said, written = exported(archive, "out.jsonl", *options, path=[tmp_path / "here"])
    assert (code, written) == (2, None)
    assert "the worker tcp://127.0.0.1:" in said
    assert "a worker has no plugin `acme` of acme-rules 1.0: install it there, too" in said
    assert len(said.splitlines()) == 2, said


def test_a_plugin_of_another_version_there_is_one_clear_error(archive, cluster, tmp_path):
    distribution(tmp_path / "here", "acme-rules 1.0", "acme = acme_rules", PLUGIN)
    distribution(tmp_path / "there", "acme-rules 2.0", "acme = acme_rules", PLUGIN)
    cluster.worker([tmp_path / "there"])
    options = ("--engine", "dask", "--scheduler", cluster.address)
    code, said, written = exported(archive, "out.jsonl", *options, path=[tmp_path / "here"])
    assert (code, written) == (2, None)
    assert (
        "a worker has the plugin `acme` of acme-rules 2.0, and here it is 1.0: install the same version there" in said
    )
    assert len(said.splitlines()) == 2, said


@pytest.mark.parametrize("where", ["worker", "scheduler"])
def test_who_has_nothing_of_ours_is_one_clear_error(archive, tmp_path, where):
    path = [blocking(tmp_path / "there", "factcheck")]
    with RealCluster(tmp_path / "cluster") as cluster:
        cluster.scheduler(path if where == "scheduler" else ())
        cluster.worker(path if where == "worker" else ())
        options = ("--engine", "dask", "--scheduler", cluster.address)
        code, said, written = exported(archive, "out.jsonl", *options)
    assert (code, written) == (2, None)
    assert f"the {where}" in said
    assert f"has no factcheck-export, and here it is {__version__}: install the same there" in said
    assert len(said.splitlines()) == 2, said


def test_a_scheduler_without_our_modules_is_one_clear_error(archive, tmp_path):
    with RealCluster(tmp_path / "cluster") as cluster:
        cluster.scheduler([blocking(tmp_path / "there", "factcheck_dask", release="another")])
        cluster.worker()
        code, said, written = exported(archive, "out.jsonl", "--engine", "dask", "--scheduler", cluster.address)
    assert (code, written) == (2, None)
    assert "Dask cannot give this to a worker" in said
    assert "scheduler and workers need factcheck-export, Dask and all plugins as they are here" in said
    assert len(said.splitlines()) == 2, said


def test_a_worker_without_a_plugin_of_ours_is_one_clear_error(archive, tmp_path, cluster):
    cluster.worker([blocking(tmp_path / "there", "factcheck_claimreview", release="another")])
    code, said, written = exported(archive, "out.jsonl", "--engine", "dask", "--scheduler", cluster.address)
    assert (code, written) == (2, None)
    assert "the worker tcp://127.0.0.1:" in said
    assert "a worker has no plugin `claimreview`" in said
    assert len(said.splitlines()) == 2, said


@pytest.mark.parametrize("where", ["worker", "scheduler"])
def test_another_dask_there_is_one_clear_error(archive, tmp_path, where):
    information = tmp_path / "there" / "dask-2020.1.0.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: dask\nVersion: 2020.1.0\n", encoding="utf-8")
    path = [tmp_path / "there"]
    with RealCluster(tmp_path / "cluster") as cluster:
        cluster.scheduler(path if where == "scheduler" else ())
        cluster.worker(path if where == "worker" else ())
        options = ("--engine", "dask", "--scheduler", cluster.address)
        code, said, written = exported(archive, "out.jsonl", *options)
    assert (code, written) == (2, None)
    assert f"the {where}" in said
    assert f"has dask 2020.1.0, and here it is {dask.__version__}: install the same there" in said
    assert len(said.splitlines()) == 2, said


@pytest.mark.parametrize("moment", ["while they import", "in the midst"])
def test_an_interrupt_on_a_terminal_ends_a_cluster_of_this_machine(archive, moment):
    process = export(archive, "out.jsonl", "--engine", "dask", "--jobs", "2")
    assert waited(lambda: len(offspring(process.pid)) >= 2)
    if moment == "in the midst":
        partial = archive.with_name("out.jsonl.partial")
        assert waited(lambda: partial.exists() and partial.stat().st_size)
    workers = offspring(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=100)
    assert process.returncode == 130
    assert len(said.splitlines()) == 1, said
    assert "interrupted" in said
    assert ended(workers) == []


def test_workers_of_a_cluster_of_this_machine_that_are_killed_cost_time_only(tmp_path, capfd):
    work = Deadly(tmp_path, number=5, times=2)
    assert list(run(work, numbers(30), jobs=2)) == expected(30)
    assert len(work.deaths()) == 2
    assert capfd.readouterr() == ("", "")


def test_a_chunk_that_kills_the_workers_of_this_machine_is_told(tmp_path, capfd):
    work = Deadly(tmp_path, number=5, times=99)
    with pytest.raises(EngineError, match=r"^number \d: 4 workers ended at this.*; it may need more memory") as caught:
        list(run(work, numbers(30), jobs=2))
    assert "number 5" in str(caught.value)
    assert ended(offspring()) == []
    assert capfd.readouterr() == ("", "")


def test_who_is_killed_leaves_no_cluster_behind(archive):
    process = export(archive, "out.jsonl", "--engine", "dask", "--jobs", "2")
    partial = archive.with_name("out.jsonl.partial")
    assert waited(lambda: partial.exists() and partial.stat().st_size)
    workers = offspring(process.pid)
    process.kill()
    _, said = process.communicate(timeout=100)
    assert ended(workers) == []
    assert "Traceback" not in said


def test_an_interrupt_while_nobody_answers(archive):
    process = export(archive, "out.jsonl", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1")
    time.sleep(4)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=100)
    assert process.returncode == 130
    assert len(said.splitlines()) == 1, said


class TestDask(EngineContract):
    engine = ENGINE
    options: ClassVar = {"jobs": 1}
