"""What was written already, by name: on the disk, so that memory stays flat, and in step with the state."""

import sqlite3
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

    def open(self, taken: int | None) -> None:
        """Forget all names, or those after the first so many. Raises OSError."""
        if taken is None:
            self.path.unlink(missing_ok=True)
        self._index = sqlite3.connect(self.path)
        self._index.execute("CREATE TABLE IF NOT EXISTS names (number INTEGER PRIMARY KEY, name TEXT UNIQUE)")
        self._index.execute("DELETE FROM names WHERE number > ?", (taken or 0,))

    def take(self, name: str) -> bool:
        """Take a name; False where it is taken already."""
        return self._names.execute("INSERT OR IGNORE INTO names (name) VALUES (?)", (name,)).rowcount == 1

    def settle(self) -> None:
        """See to it that all of them are on the disk. Raises OSError."""
        try:
            self._names.commit()
        except sqlite3.OperationalError as error:
            raise OSError(f"{self.path}: {error}") from error

    def close(self) -> None:
        """Leave them as they are."""
        index, self._index = self._index, None
        if index:
            index.close()

    def remove(self) -> None:
        """Forget them all."""
        self.close()
        self.path.unlink(missing_ok=True)

    @property
    def _names(self) -> sqlite3.Connection:
        if self._index is None:
            raise ValueError("it is not open")
        return self._index
