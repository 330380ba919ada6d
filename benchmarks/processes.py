"""Processes that are measured from outside, and the machine that they run on."""

import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from measuring import top

# A process begins with the memory of the one that started it for its peak: so a small one starts what is measured.
_STARTER = """
import os, resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
taken, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
if done.returncode:
    sys.exit(done.stderr.decode(errors="replace"))
os.write(int(sys.argv[1]), f"{taken} {used.ru_utime + used.ru_stime} {used.ru_maxrss}".encode())
"""
_PEAK_UNIT = 1024**2 if sys.platform == "darwin" else 1024


class Run(NamedTuple):
    """A process from start to end: its time on the wall and of the processor, and the most memory that it, or one that it started, held."""

    seconds: float
    processor: float
    megabytes: float


class FailedError(Exception):
    """What a command said that failed."""


def run(command: Sequence[str]) -> Run:
    """Run a command, whose output goes nowhere. Raises FailedError where it fails."""
    read, write = os.pipe()
    try:
        starter = [sys.executable, "-I", "-S", "-c", _STARTER, str(write), *command]
        done = subprocess.run(starter, check=False, pass_fds=[write], stderr=subprocess.PIPE, text=True)  # noqa: S603  # our own
        if done.returncode:
            raise FailedError(done.stderr.strip())
        taken, processor, peak = os.read(read, 100).split()
        return Run(float(taken), float(processor), int(peak) / _PEAK_UNIT)
    finally:
        os.close(read)
        os.close(write)


def profiled(command: Sequence[str]) -> str:
    """Where the time of a command of ours goes."""
    with tempfile.TemporaryDirectory() as out:
        kept = str(Path(out, "profile"))
        run([sys.executable, "-m", "cProfile", "-o", kept, *command])
        return top(kept)


def machine(libraries: Iterable[str]) -> list[str]:
    """What figures depend on: processor, cores, memory, Python, the versions of libraries; no name, and no place."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    return [
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}",
        f"{platform.python_implementation()} {platform.python_version()}",
        ", ".join(f"{library} {_version(library)}" for library in libraries),
    ]


def _processor() -> str:
    about = Path("/proc/cpuinfo")
    lines = about.read_text(encoding="utf-8").splitlines() if about.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "(not installed)"
