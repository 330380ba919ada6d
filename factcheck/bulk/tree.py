"""Each piece in a file of its own, which is whole from the beginning."""

import os
from pathlib import Path
from typing import BinaryIO

from factcheck import files
from factcheck.engines import Result
from factcheck.findings import Finding

from .names import Names
from .output import Added, Output, lock, told_twice
from .state import State


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
                self.state.unlink(missing_ok=True)  # it tells of what is gone now
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
                findings.append(told_twice(result, number))
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
