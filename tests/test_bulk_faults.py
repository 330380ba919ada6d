"""Whatever ends an export from outside: it goes on, and gives the same bytes; slow, and run by .ci/run."""

import os
import random
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from bad_lines import BAD_LINES
from bulk_samples import lines

pytestmark = pytest.mark.slow
FACTCHECK = Path(sys.executable).with_name("factcheck")
COUNT = 12_000
MOMENTS = 20


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with an archive, a poisoned record in its middle, and what an undisturbed export makes of it."""
    folder = tmp_path_factory.mktemp("faults")
    poison = BAD_LINES["two objects"][0] + b"\n"
    (folder / "a.jsonl").write_bytes(b"".join((*lines(COUNT)[: COUNT // 2], poison, *lines(COUNT)[COUNT // 2 :])))
    assert export(folder, "whole.jsonl").wait(300) == 1
    assert (folder / "whole.jsonl").read_bytes().count(b"\n") == COUNT
    return folder


def export(folder, out, *more):
    arguments = [
        FACTCHECK,
        "export",
        "a.jsonl",
        "--to",
        "claimreview",
        "--bundle",
        out,
        "--report",
        f"{out}.findings",
        *more,
    ]
    return subprocess.Popen(arguments, cwd=folder, stderr=subprocess.DEVNULL, start_new_session=True)


def killed(process, seconds):
    """Whether a process and all that it began could be killed before it was done."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(60)
        return True
    return False


def same(folder, out):
    return all(
        (folder / f"{out}{end}").read_bytes() == (folder / f"whole.jsonl{end}").read_bytes()
        for end in ("", ".findings")
    )


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_killed_at_any_moment_and_resumed_it_gives_the_same_bytes(place, moment):
    chance, out = random.Random(moment), f"{moment}.jsonl"  # noqa: S311  # the same moments each time
    jobs = ("--jobs", str(1 + moment % 2))
    for _ in range(3):
        if not killed(export(place, out, "--resume", *jobs), chance.uniform(0.2, 5)):
            break
        if (place / out).exists():  # it was ended after the whole had got its name
            assert (place / out).read_bytes() == (place / "whole.jsonl").read_bytes()
    if not (place / f"{out}.findings").exists() or list(place.glob(f"{out}*partial*")):
        assert export(place, out, "--resume", *jobs).wait(300) == 1
    assert same(place, out)
    assert not list(place.glob(f"{out}*partial*"))


def test_a_worker_that_is_killed_costs_only_time(place):
    process = export(place, "worker.jsonl", "--jobs", "2")
    for _ in range(2):
        with suppress(subprocess.TimeoutExpired):
            process.wait(1.5)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        for child in children.read_text().split()[-1:] if children.exists() else ():
            with suppress(ProcessLookupError):
                os.kill(int(child), signal.SIGKILL)
    assert process.wait(300) == 1
    assert same(place, "worker.jsonl")


@contextmanager
def small_disk(folder, size):
    """A disk of so many MB at `folder`, where this system lets us make one."""
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}m", "tmpfs", folder], check=False, capture_output=True
    )
    if made.returncode:
        pytest.skip(f"no disk can be mounted here: {made.stderr.decode().strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("size", [1, 9, 30])
def test_a_full_disk_is_told_and_with_more_room_it_goes_on(place, size):
    disk = place / f"disk-{size}"
    with small_disk(disk, size):
        arguments = [FACTCHECK, "export", "a.jsonl", "--to", "claimreview", "--bundle", disk / "o.jsonl", "--resume"]
        ended = subprocess.run(arguments, cwd=place, capture_output=True, text=True, check=False)
        assert ended.returncode == 2
        assert "No space left on device: make room, and go on with --resume [cannot-write]" in ended.stderr
        assert "Traceback" not in ended.stderr
        assert not (disk / "o.jsonl").exists()
        subprocess.run(["mount", "-o", "remount,size=400m", disk], check=True)
        assert subprocess.run(arguments, cwd=place, capture_output=True, check=False).returncode == 1
        assert (disk / "o.jsonl").read_bytes() == (place / "whole.jsonl").read_bytes()
