"""Where the pieces go: what is asked of a file of them all, and of a tree of files."""

import errno
import os
from abc import ABC, abstractmethod
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO, NamedTuple

from factcheck.engines import Result
from factcheck.findings import Finding
from factcheck.rules import WORK

from .state import State

_BUSY = "another export is writing it"


class Added(NamedTuple):
    """How many bytes there are after a chunk, how many of its pieces were left out, and why."""

    size: int
    left_out: int
    findings: list[Finding]


class Output(ABC):
    """Takes the results in order. `path` is what it makes in the end, and `state` the file that tells how far it is."""

    path: Path
    state: Path
    needs_some: bool = False
    """Whether it cannot be made of nothing."""

    @property
    @abstractmethod
    def places(self) -> tuple[Path, ...]:
        """Every file that it may write."""

    def may_make(self, path: str) -> bool:  # noqa: ARG002  # for what makes many
        """Whether the file of this real path, which is none of the places, may be one that it makes."""
        return False

    @property
    @abstractmethod
    def is_begun(self) -> bool:
        """Whether an earlier run has left something that is not finished."""

    @property
    @abstractmethod
    def is_open(self) -> bool:
        """Whether it is begun and not finished."""

    @abstractmethod
    def holds(self, done: State) -> bool:
        """Whether all that is said to be done is there."""

    @abstractmethod
    def open(self, done: State | None) -> None:
        """Begin anew, or go on after what is done. Raises OSError."""

    @abstractmethod
    def add(self, result: Result) -> Added:
        """Take the pieces of a chunk; a second one of the same fact-check is told, and left out. Raises OSError."""

    @abstractmethod
    def settle(self) -> None:
        """See to it that all of it is on the disk. Raises OSError."""

    @abstractmethod
    def finish(self) -> int:
        """Make the whole: how many bytes it has. Raises OSError, and PluginError."""

    @abstractmethod
    def discard(self) -> None:
        """Take away what was begun."""

    @abstractmethod
    def close(self) -> None:
        """Leave it as it is."""


def told_twice(result: Result, number: int) -> Finding:
    """That the piece of this number has a name that was taken before."""
    file, line = result.places[number] if result.places else ("", 0)
    told = f"`{result.names[number][0]}` stands in the archive before; this one is left out"
    return WORK["twice-in-archive"].finding(told).at(file or None, line or None)


def holds(path: Path, size: int) -> bool:
    """Whether a file is there and has so many bytes at least."""
    try:
        return path.stat().st_size >= size
    except OSError:
        return False


def lock(file: BinaryIO) -> None:
    """Raise OSError where another export is writing the same, or was until now; systems without such locks know of none."""
    if find_spec("fcntl") is None:
        return
    fcntl = import_module("fcntl")
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise OSError(errno.EBUSY, _BUSY, file.name) from None
    here, there = os.fstat(file.fileno()), Path(file.name)
    # Who had the lock may have given the file another name meanwhile.
    if not there.exists() or there.stat().st_ino != here.st_ino:
        raise OSError(errno.EBUSY, _BUSY, file.name)
