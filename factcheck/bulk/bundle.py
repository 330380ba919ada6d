"""All pieces in one file, which has its name when it is whole."""

import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from factcheck.containers import Container
from factcheck.engines import Result
from factcheck.errors import PluginError
from factcheck.formats import Options
from factcheck.guard import Guard

from .checked import bytes_of
from .names import Names
from .output import Added, Output, holds, lock, told_twice
from .state import STATE, State


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
        return Added(self._size, len(twice), [told_twice(result, number) for number in twice])

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


def _without(result: Result, twice: list[int], separator: bytes) -> bytes:
    """The pieces of a chunk without those of these numbers."""
    pieces, start, out = list[bytes](), 0, set(twice)
    for number, (_, size) in enumerate(result.names):
        if number not in out:
            pieces.append(result.body[start : start + size])
        start += size + len(separator)
    return separator.join(pieces)
