"""What was written already, by name: on the disk, so that memory stays flat, and in step with the state."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


class Names:
    """Names, each of which is taken once; as many are kept as pieces were written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._index: sqlite3.Connection | None = None

    @property
    def is_open(self) -> bool:
        """Whether names can be taken."""
        return self._index is not None

    def holds(self, count: int) -> bool:
        """Whether so many names are there, and can be read."""
        if not self.path.is_file():  # SQLite would make it
            return False
        try:
            with closing(sqlite3.connect(self.path)) as index:
                (last,) = index.execute("SELECT max(number) FROM names").fetchone()
        except sqlite3.Error:
            return False
        return (last or 0) >= count

    def open(self, taken: int | None) -> None:
        """Forget all names, or those after the first so many. Raises OSError."""
        if taken is None:
            self.path.unlink(missing_ok=True)
        with self._told():
            self._index = sqlite3.connect(self.path)
            self._index.execute("CREATE TABLE IF NOT EXISTS names (number INTEGER PRIMARY KEY, name TEXT UNIQUE)")
            self._index.execute("DELETE FROM names WHERE number > ?", (taken or 0,))

    def take(self, name: str) -> bool:
        """Take a name; False where it is taken already. Raises OSError."""
        with self._told():
            return self._names.execute("INSERT OR IGNORE INTO names (name) VALUES (?)", (name,)).rowcount == 1

    def settle(self) -> None:
        """See to it that all of them are on the disk. Raises OSError."""
        with self._told():
            self._names.commit()

    def close(self) -> None:
        """Leave them as they are."""
        index, self._index = self._index, None
        if index:
            index.close()

    def remove(self) -> None:
        """Forget them all."""
        self.close()
        self.path.unlink(missing_ok=True)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What SQLite raises, as an OSError."""
        try:
            yield
        except sqlite3.Error as error:
            full = "full" in str(error)
            words = os.strerror(errno.ENOSPC) if full else f"the list of what is written is spoilt: {error}"
            raise OSError(errno.ENOSPC if full else errno.EIO, words, str(self.path)) from error

    @property
    def _names(self) -> sqlite3.Connection:
        if self._index is None:
            raise ValueError("it is not open")
        return self._index
