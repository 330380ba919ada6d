"""Chunks and work to try engines with, in a module that other processes can import; and who is at work there."""

import os
import signal
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

import psutil

from factcheck import Chunk, Result


@dataclass(frozen=True)
class Number(Chunk):
    """A chunk that is one number; `body` is there once it was loaded."""

    number: int
    body: bytes = b""

    def __str__(self):
        return f"number {self.number}"

    def loaded(self):
        return replace(self, body=b"loaded")


def numbers(count):
    return [Number(each) for each in range(count)]


def squared(chunk):
    return Result(b"%d" % chunk.number**2, (), 1, 1, 1, ())


def expected(count):
    return list(map(squared, numbers(count)))


def loaded(chunk):
    """Which body the chunk came with."""
    return Result(chunk.body, (), 1, 1, 1, ())


def who(chunk):
    """The process that did it; some time is left for others."""
    time.sleep(0.05)
    return Result(b"%d" % os.getpid(), (), 1, 1, 1, ())


@dataclass(frozen=True)
class Deadly:
    """Work whose process is killed by one number, so many times."""

    folder: Path
    number: int
    times: int
    signal: int = signal.SIGKILL

    def __call__(self, chunk):
        if chunk.number == self.number and len(self.deaths()) < self.times:
            (self.folder / f"{os.getpid()}.dead").touch()
            os.kill(os.getpid(), self.signal)
        return squared(chunk)

    def deaths(self):
        return list(self.folder.glob("*.dead"))


class PeculiarError(Exception):
    """It cannot be unpickled: it is made of two values, and keeps one."""

    def __init__(self, one, two):
        super().__init__(f"{one} and {two}")


class LocalError(Exception):
    """It cannot be pickled."""

    def __reduce__(self):
        raise TypeError("it stays here")


@dataclass(frozen=True)
class Failing:
    """Work that fails at a number in one of many ways."""

    number: int
    how: str

    def __call__(self, chunk):
        if chunk.number == self.number:
            _FAILURES[self.how]()
        return squared(chunk)


def _raise(error):
    raise error


_FAILURES = {
    "an error": lambda: _raise(ZeroDivisionError("by design")),
    "an error that cannot be pickled": lambda: _raise(LocalError("by design")),
    "an error that cannot be unpickled": lambda: _raise(PeculiarError(1, 2)),
    "an end": lambda: os._exit(7),
    "an exit": lambda: sys.exit("by design"),
}


def ended(processes, seconds=60):
    """Wait until none of these processes is there any more, a zombie included: those that are."""
    end = time.monotonic() + seconds
    while (left := [each for each in processes if each.is_running()]) and time.monotonic() < end:
        time.sleep(0.02)
    return left


def offspring(pid=None):
    """The processes that a process started, but for the one that Python keeps to tidy up after all of them."""
    there = []
    for each in psutil.Process(pid).children(recursive=True):
        try:
            if "resource_tracker" not in " ".join(each.cmdline()):
                there.append(each)
        except psutil.ZombieProcess:
            there.append(each)
        except psutil.NoSuchProcess:
            continue
    return there
