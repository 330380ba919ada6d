"""What two archives hold: ids, checksums and places, on the disk, since a million of each is too much for memory.

SQLite sorts them; the file is a temporary one without a name.
"""

import errno
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple, NewType

from .changes import Kind

_CACHE = 32_000  # kB
_TABLES = """
CREATE TABLE record (id TEXT, side INTEGER, content BLOB, number INTEGER, file BLOB, line INTEGER);
CREATE TABLE change (kind TEXT, id TEXT, old INTEGER, new INTEGER, file BLOB, line INTEGER);
CREATE TABLE before (number INTEGER PRIMARY KEY, body BLOB);
"""

Side = NewType("Side", int)
OLD, NEW = Side(0), Side(1)


class Record(NamedTuple):
    """One record of one archive: `content` is a checksum, None where it cannot be read; `number` counts the archive's records."""

    id: str
    side: Side
    content: bytes | None
    number: int
    file: str
    line: int


class Noted(NamedTuple):
    """What becomes of one id, as far as checksums tell: `old` and `new` are numbers of records."""

    kind: Kind
    id: str
    old: int | None
    new: int | None
    file: str
    line: int


class Index:
    """Takes the records of both archives, then what is made of them, and gives either in an order."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._database = connection

    def add(self, records: Iterable[Record]) -> None:
        """Take records."""
        self._database.executemany("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?)", map(_stored, records))

    def by_id(self) -> Iterator[Iterator[Record]]:
        """The records of each id: those of the older archive first, and of one archive those that are equal together."""
        rows = self._database.execute("SELECT * FROM record ORDER BY id, side, content, number")
        for _, same in groupby(map(Record._make, map(_named, rows)), key=attrgetter("id")):
            yield same

    def note(self, changes: Iterable[Noted]) -> None:
        """Take what becomes of ids."""
        self._database.executemany("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)", map(_stored, changes))

    def to_compare(self, side: Side) -> Iterator[int]:
        """The numbers of the records that were changed, in the order of one archive."""
        column = "old" if side == OLD else "new"
        rows = self._database.execute(
            f"SELECT {column} FROM change WHERE kind = 'changed' AND old NOT NULL ORDER BY {column}"  # noqa: S608  # one of two words
        )
        return (number for (number,) in rows)

    def keep(self, bodies: Iterable[tuple[int, bytes]]) -> None:
        """Take what records of the older archive were, by their numbers."""
        self._database.executemany(
            "INSERT INTO before VALUES (?, ?)", ((number, zlib.compress(body, 1)) for number, body in bodies)
        )

    def kept(self, number: int | None) -> bytes | None:
        """What a record of the older archive was; None where that was not kept."""
        found = self._database.execute("SELECT body FROM before WHERE number = ?", (number,)).fetchone()
        return zlib.decompress(found[0]) if found else None

    def changes(self) -> Iterator[Noted]:
        """What becomes of each id, in the order of the newer archive; then, in the order of the older, what is not there any more."""
        rows = self._database.execute("SELECT * FROM change ORDER BY new IS NULL, new, old")
        return map(Noted._make, map(_named, rows))


# Names of files need not be UTF-8, and what then stands for their bytes (PEP 383) SQLite takes for no text.
def _stored(row: Record | Noted) -> tuple[object, ...]:
    return (*row[:-2], row.file.encode("utf-8", "surrogatepass"), row.line)


def _named(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*row[:-2], row[-2].decode("utf-8", "surrogatepass"), row[-1])


@contextmanager
def index() -> Iterator[Index]:
    """An empty index. Raises OSError where the disk has no room for it."""
    connection = sqlite3.connect("", check_same_thread=False)
    try:
        for setting in ("journal_mode = OFF", "temp_store = FILE", f"cache_size = -{_CACHE}"):
            connection.execute(f"PRAGMA {setting}")
        connection.executescript(_TABLES)
        yield Index(connection)
    except sqlite3.OperationalError as error:
        message = f"{error}: make room, or name another folder in SQLITE_TMPDIR"
        raise OSError(errno.ENOSPC, message, "temporary files") from error
    finally:
        connection.close()
