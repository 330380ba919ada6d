"""Where the pieces go: into one file, which has its name when it is whole, or into a tree of files, each of them whole."""

import errno
import os
from abc import ABC, abstractmethod
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO, NamedTuple

from factcheck import files
from factcheck.containers import Container
from factcheck.engines import Result
from factcheck.errors import PluginError
from factcheck.findings import Finding
from factcheck.formats import Options
from factcheck.guard import Guard
from factcheck.rules import WORK

from .checked import bytes_of
from .names import Names
from .state import STATE, State

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


class Bundle(Output):
    """One file of a container: written beside its place under another name, and renamed when it is whole."""

    def __init__(self, path: Path, container: Container, options: Options) -> None:
        self.path = path
        self.state = path.with_name(f"{path.name}{STATE}")
        self.partial = path.with_name(f"{path.name}.partial")
        self.needs_some = container.needs_some
        self._container, self._options = container, options
        self._guard = Guard(f"the container `{container.name}` failed", OSError)
        self._names = Names(path.with_name(f"{path.name}.partial.sqlite"))
        self._whole = path.with_name(f"{path.name}.partial.whole")
        self._file: BinaryIO | None = None
        self._size = self._head = 0

    @property
    def places(self) -> tuple[Path, ...]:
        """The file, and those that are there until it is whole."""
        return self.path, self.state, self.partial, self._names.path, self._whole

    @property
    def is_begun(self) -> bool:
        """Whether the file has the other name still."""
        return self.partial.exists()

    @property
    def is_open(self) -> bool:
        """Whether the file is open."""
        return self._file is not None

    def holds(self, done: State) -> bool:
        """Whether there are as many bytes at least, and the names."""
        return holds(self.partial, done.size) and self._names.holds(done.written)

    def open(self, done: State | None) -> None:
        """Write the head, or cut off what was written after the last state that was saved."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._guard:
            given = self._container.head(self._options)
        head = bytes_of(self._container.name, "head", given)
        self._head = len(head)
        file = self.partial.open("ab")
        try:
            lock(file)
            if done is None:
                self.state.unlink(missing_ok=True)  # it tells of what is gone now
            file.truncate(done.size if done else 0)
            self._names.open(done.written if done else None)
        except OSError:
            file.close()
            raise
        self._file = file
        self._size = done.size if done else file.write(head)

    def add(self, result: Result) -> Added:
        """Append the pieces, after a separator where there are some already."""
        twice = [number for number, (name, _) in enumerate(result.names) if not self._names.take(name)]
        body = _without(result, twice, self._container.separator) if twice else result.body
        if body:
            separator = self._container.separator if self._size > self._head else b""
            self._size += self._open.write(separator) + self._open.write(body)
        return Added(self._size, len(twice), [_told_twice(result, number) for number in twice])

    def settle(self) -> None:
        """Flush and sync."""
        self._names.settle()
        self._open.flush()
        os.fsync(self._open.fileno())

    def finish(self) -> int:
        """Write the tail, or have the container make its file, and give it its name."""
        with self._guard:
            tail = self._container.tail(self._options)
        self._size += self._open.write(bytes_of(self._container.name, "tail", tail))
        self.settle()
        whole = self.partial
        if type(self._container).finish is not Container.finish:
            whole = self._whole
            self._make_whole()
        size = whole.stat().st_size
        if not size and self._size:
            raise PluginError(f"the container `{self._container.name}` made nothing of {self._size:,} bytes")
        if os.name == "nt":  # where what is open cannot be renamed; elsewhere it stays locked until it has its name
            self.close()
        whole.replace(self.path)
        self.discard()
        return size

    def discard(self) -> None:
        """Take away what is there until it is whole, and let others in."""
        self._names.remove()
        for path in (self.partial, self._whole, self.state):
            path.unlink(missing_ok=True)
        self.close()

    def _make_whole(self) -> None:
        with self.partial.open("rb") as joined, self._whole.open("wb") as out, self._guard:
            self._container.finish(joined, out, self._options)
            out.flush()
            os.fsync(out.fileno())

    def close(self) -> None:
        """Close the file; what cannot be written any more was not counted."""
        self._names.close()
        file, self._file = self._file, None
        if file:
            with suppress(OSError):
                file.close()

    @property
    def _open(self) -> BinaryIO:
        if self._file is None:
            raise ValueError("it is not open")
        return self._file


class Tree(Output):
    """One file each, in folders by the last digits of a checksum, so that none gets too many."""

    def __init__(self, folder: Path) -> None:
        self.path = folder
        self.state = folder / ".factcheck-export.json"
        self._lock = folder / ".factcheck-export.lock"
        self._locked: BinaryIO | None = None
        self._names = Names(folder / ".factcheck-export.sqlite")
        self._size = 0

    @property
    def places(self) -> tuple[Path, ...]:
        """The folder, and what is in it until it is whole."""
        return self.path, self.state, self._names.path, self._lock

    def may_make(self, path: str) -> bool:
        """Whether it is called as the files in the tree are."""
        folder, name = Path(path).parent, Path(path).name
        return files.is_stable(name, folder.name) and str(folder.parent) == files.real(self.path)

    @property
    def is_begun(self) -> bool:
        """Whether the list of names is there still."""
        return self._names.path.exists()

    @property
    def is_open(self) -> bool:
        """Whether the list of names is open."""
        return self._names.is_open

    def holds(self, done: State) -> bool:
        """Whether the list of names is there; what was removed in the tree itself was not wanted."""
        return self._names.holds(done.written)

    def open(self, done: State | None) -> None:
        """Forget what files there were, or those that were written after the last state that was saved."""
        self.path.mkdir(parents=True, exist_ok=True)
        file = self._lock.open("ab")
        try:
            lock(file)
            if done is None:
                self.state.unlink(missing_ok=True)  # as above
            self._names.open(done.written if done else None)
        except OSError:
            file.close()
            raise
        self._locked = file
        self._size = done.size if done else 0

    def add(self, result: Result) -> Added:
        """Write each piece to its file."""
        findings, start = list[Finding](), 0
        for number, (name, size) in enumerate(result.names):
            body = result.body[start : start + size]
            start += size
            if self._names.take(name):
                files.write(self.path / name, body, sync=False)
                self._size += size
            else:
                findings.append(_told_twice(result, number))
        return Added(self._size, len(findings), findings)

    def settle(self) -> None:
        """Sync all at once: one by one, it takes a disk minutes."""
        self._names.settle()
        getattr(os, "sync", int)()

    def finish(self) -> int:
        """Leave the files, and nothing else."""
        self.settle()
        self.discard()
        return self._size

    def discard(self) -> None:
        """Take away what tells how far it is."""
        self._names.remove()
        self.state.unlink(missing_ok=True)
        self._lock.unlink(missing_ok=True)
        self.close()

    def close(self) -> None:
        """Close the list of names, and let others in."""
        self._names.close()
        file, self._locked = self._locked, None
        if file:
            file.close()


def _without(result: Result, twice: list[int], separator: bytes) -> bytes:
    """The pieces of a chunk without those of these numbers."""
    pieces, start, out = list[bytes](), 0, set(twice)
    for number, (_, size) in enumerate(result.names):
        if number not in out:
            pieces.append(result.body[start : start + size])
        start += size + len(separator)
    return separator.join(pieces)


def _told_twice(result: Result, number: int) -> Finding:
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
