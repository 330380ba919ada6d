"""An export that was ended goes on where it was, and gives the bytes that it would have given undisturbed."""

import errno
import io
import json
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bulk_samples import lines
from hypothesis import given, settings
from hypothesis import strategies as st
from test_bulk_export import BAD
from trying import examples

from factcheck import Host, ReadingError
from factcheck.bulk import Archive, Bundle, Export, Exporting, Task, Tree
from factcheck.bulk.state import saved
from factcheck.cli import main

HOST = Host.discover()
TASK = Task("native", {}, "lines", {})
MANY = b"".join((*lines(9), BAD, *lines(20)[9:]))


class _Ended(BaseException):
    """Whatever ends a process that can still do what `finally` says."""


def export(folder, *, task=TASK, tree=False, size=9000, report=True):
    output = (
        Tree(folder / "out")
        if tree
        else Bundle(folder / "out.jsonl", HOST.container("lines"), HOST.container_options("lines", {}))
    )
    engine = HOST.engine("inline")
    archive = Archive.of([str(folder / "a.jsonl")], chunk=size)
    return Export(
        archive,
        task,
        Exporting(HOST, task),
        output,
        engine,
        HOST.engine_options("inline", {}),
        folder / "r.jsonl" if report else None,
    )


def contents(folder):
    """What was written under a final name, by that name."""
    return {
        str(path.relative_to(folder)): path.read_bytes().replace(str(folder).encode(), b"")
        for path in folder.rglob("*")
        if path.is_file() and path.name != "a.jsonl"
    }


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(MANY)
    return tmp_path


@cache
def undisturbed(*, tree):
    """What an export gives that nothing ends, as one file and as a tree."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "a.jsonl").write_bytes(MANY)
        task = TASK._replace(container=None) if tree else TASK
        assert list(export(folder, task=task, tree=tree).run())[-1].finished
        return contents(folder)


def test_an_undisturbed_export_leaves_the_bundle_and_the_report_alone():
    assert set(undisturbed(tree=False)) == {"out.jsonl", "r.jsonl"}
    assert len(undisturbed(tree=False)["r.jsonl"].splitlines()) == 2


@pytest.mark.parametrize("tree", [False, True])
@settings(max_examples=examples(10), deadline=None)
@given(ends=st.lists(st.integers(0, 12), max_size=4))
def test_an_export_that_is_ended_anywhere_and_resumed_gives_the_same(tmp_path_factory, tree, ends):
    folder = tmp_path_factory.mktemp("ended")
    (folder / "a.jsonl").write_bytes(MANY)
    task = TASK._replace(container=None) if tree else TASK
    for end in ends:
        (folder / "out.jsonl").unlink(missing_ok=True)
        one = export(folder, task=task, tree=tree)
        steps = one.run(one.unfinished())
        try:
            for number, step in enumerate(steps):
                if number == end and step.finished is None:
                    steps.throw(_Ended())
        except _Ended:
            assert not (folder / "out.jsonl").exists()
    one = export(folder, task=task, tree=tree)
    list(one.run(one.unfinished()))
    assert contents(folder) == undisturbed(tree=tree)


def test_what_was_written_after_the_last_state_is_cut_off(folder):
    one = export(folder)
    steps = one.run()
    for _ in range(3):
        next(steps)
    steps.close()
    for name in ("out.jsonl.partial", "r.jsonl.partial"):
        with (folder / name).open("ab") as file:
            file.write(b'{"half a')
    one = export(folder)
    done = one.unfinished()
    assert done.chunks == 3
    list(one.run(done))
    assert contents(folder) == undisturbed(tree=False)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: (folder / "a.jsonl").write_bytes(MANY + lines(21)[20]),
        lambda folder: (folder / "out.jsonl.partial").write_bytes(b""),
        lambda folder: (folder / "out.jsonl.partial.sqlite").write_bytes(bytes(8192)),
        lambda folder: (folder / "out.jsonl.partial.sqlite").write_bytes(b""),
        lambda folder: (folder / "out.jsonl.partial.sqlite").unlink(),
    ],
)
def test_what_is_of_another_export_or_was_spoilt_is_not_gone_on_with(folder, capsys, monkeypatch, spoil):
    monkeypatch.chdir(folder)
    arguments = ["export", "a.jsonl", "--to", "native", "--bundle", "out.jsonl"]
    monkeypatch.setitem(Archive.of.__func__.__kwdefaults__, "chunk", 9000)
    monkeypatch.setattr(Bundle, "finish", _interrupted)
    assert main(arguments) == 130
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    monkeypatch.setitem(Archive.of.__func__.__kwdefaults__, "chunk", 9000)
    assert "the same command with --resume goes on" in capsys.readouterr().err
    spoil(folder)
    assert main([*arguments, "--resume"]) == 2
    assert "export anew, without --resume" in capsys.readouterr().err
    assert not (folder / "out.jsonl").exists()
    assert main(arguments) == 1
    assert len((folder / "out.jsonl").read_bytes().splitlines()) == (folder / "a.jsonl").read_bytes().count(b"\n") - 1


def _interrupted(_):
    raise KeyboardInterrupt


def test_nothing_to_go_on_with_begins_anew(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    assert main(["export", "a.jsonl", "--to", "native", "--bundle", "out.jsonl", "--resume"]) == 1
    assert "nothing was begun before" in capsys.readouterr().err


def test_standard_input_is_read_again_and_has_to_be_the_same(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    monkeypatch.setitem(Archive.of.__func__.__kwdefaults__, "chunk", 9000)
    arguments = ["export", "-", "--to", "native", "--bundle", "out.jsonl"]

    def run(body, *more):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body)))
        return main([*arguments, *more])

    with monkeypatch.context() as once:
        once.setattr(Bundle, "finish", _interrupted)
        assert run(MANY) == 130
    assert run(MANY.replace(b"rain", b"Rain"), "--resume") == 2
    assert "standard input is not what it was" in capsys.readouterr().err
    assert run(MANY, "--resume") == 1
    whole = (folder / "out.jsonl").read_bytes()
    assert run(MANY) == 1
    assert (folder / "out.jsonl").read_bytes() == whole


def test_a_full_disk_is_told_and_what_was_done_is_kept(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    monkeypatch.setitem(Archive.of.__func__.__kwdefaults__, "chunk", 9000)
    arguments = ["export", "a.jsonl", "--to", "native", "--bundle", "out.jsonl", "--report", "r.jsonl"]
    add, full = Bundle.add, []

    def until_full(self, result):
        full.append(result)
        if len(full) > 4:
            raise OSError(errno.ENOSPC, "No space left on device")
        return add(self, result)

    with monkeypatch.context() as once:
        once.setattr(Bundle, "add", until_full)
        assert main(arguments) == 2
    told = capsys.readouterr().err
    assert "No space left on device: make room, and go on with --resume [cannot-write]" in told
    assert "Traceback" not in told
    assert not (folder / "out.jsonl").exists()
    assert main([*arguments, "--resume"]) == 1
    assert contents(folder)["out.jsonl"] == undisturbed(tree=False)["out.jsonl"]


def test_an_input_that_vanishes_keeps_the_bundle_from_being_written(folder):
    (folder / "out.jsonl").write_bytes(b"yesterday's\n")
    steps = export(folder).run()
    next(steps)
    (folder / "a.jsonl").unlink()
    with pytest.raises(ReadingError, match="no such file"):
        list(steps)
    assert (folder / "out.jsonl").read_bytes() == b"yesterday's\n"


def test_two_at_once_do_not_write_one_bundle(folder, capsys):
    steps = export(folder).run()
    next(steps)
    with pytest.raises(OSError, match="another export is writing it"):
        next(export(folder).run())
    assert main(["export", str(folder / "a.jsonl"), "--to", "native", "--bundle", str(folder / "out.jsonl")]) == 2
    assert "another export is writing it [cannot-write]" in capsys.readouterr().err
    list(steps)
    assert (folder / "out.jsonl").exists()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b"{}",
        b"{",
        b'{"form": 1}',
        b'{"form": 1, "job": "x", "what": 3}',
        b'{"form": 1, "job": "x", "size": null}',
        b'{"form": 1, "job": "x", "lines": "x"}',
        b'{"form": 1, "job": "x", "counts": {"error": "one"}}',
        b"[" * 100_000,
        b"\xff",
    ],
)
def test_a_state_that_is_none_is_as_if_there_were_none(tmp_path, body):
    (tmp_path / "state").write_bytes(body)
    assert saved(tmp_path / "state") is None


def test_the_state_says_how_far_it_is(folder):
    steps = export(folder).run()
    for _ in range(4):
        next(steps)
    steps.close()
    told = json.loads((folder / "out.jsonl.partial.json").read_bytes())
    assert told["chunks"] == 4
    assert told["size"] == (folder / "out.jsonl.partial").stat().st_size
    assert told["lines"] == told["read"]


def test_who_was_ended_after_the_whole_had_its_name_begins_anew(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    arguments = ["export", "a.jsonl", "--to", "native", "--bundle", "out.jsonl", "--resume"]
    with monkeypatch.context() as once:
        once.setattr(Bundle, "finish", _interrupted)
        assert main(arguments) == 130
    (folder / "out.jsonl.partial").rename(folder / "out.jsonl")
    assert main(arguments) == 1
    assert "nothing was begun before" in capsys.readouterr().err
    assert contents(folder)["out.jsonl"] == undisturbed(tree=False)["out.jsonl"]
    assert not list(folder.glob("*partial*"))


@pytest.mark.parametrize("tree", [False, True])
def test_who_begins_anew_leaves_no_state_of_the_run_before(folder, tree):
    task = TASK._replace(container=None) if tree else TASK
    first = export(folder, task=task, tree=tree)
    steps = first.run()
    next(steps)
    steps.close()
    assert first.output.state.exists()
    anew = export(folder, task=task, tree=tree)
    steps = anew.run()
    next(steps)
    assert not anew.output.state.exists()
    steps.close()
