"""Pieces of an archive: each names a few hundred records, and reads them where it is asked to, one after the other."""

import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from factcheck.engines import Chunk
from factcheck.errors import ReadingError
from factcheck.model import FactCheck
from factcheck.reading import SIZE_LIMIT, bytes_of_file, loads, opened, record
from factcheck.rules import READING


class Raw(NamedTuple):
    """The bytes of a record, or what is wrong with reading them; `line` counts from the chunk's first, 0 for a whole file."""

    name: str
    line: int
    body: bytes
    problem: ReadingError | None = None

    def fact_check(self) -> FactCheck:
        """The fact-check in it. Raises ReadingError."""
        return record(self.body, self.name, self.line) if self.line else loads(self.body, name=self.name)


class Records(Chunk):
    """A chunk whose records are fact-checks of ours.

    `name` is the file whose lines they are, empty for files of their own; `size` the bytes that they take in the archive.
    """

    name: str
    size: int

    def records(self) -> Iterator[Raw]:
        """Each record, one after the other; a blank line is none, and is there to be counted."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Span(Records):
    """Whole lines of a file of JSON Lines, by the bytes where they begin and end."""

    name: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.name}, bytes {self.start:,} to {self.end:,}"

    @property
    def size(self) -> int:  # type: ignore[override]  # worked out, not kept
        """How many bytes."""
        return self.end - self.start

    def records(self) -> Iterator[Raw]:
        """Each line."""
        with opened(self.name) as file:
            file.seek(self.start)
            yield from _lines(file, self.name, self.size)

    def loaded(self) -> "Lines":
        """The lines."""
        with opened(self.name) as file:
            file.seek(self.start)
            body = file.read(self.size)
        return Lines(self.name, body, missing=self.size - len(body))


@dataclass(frozen=True, slots=True)
class Lines(Records):
    """Lines of JSON, in whole, but for so many bytes that were `missing` when they were read."""

    name: str
    body: bytes
    missing: int = 0

    def __str__(self) -> str:
        return f"{self.name}, a part of {self.size:,} bytes"

    @property
    def size(self) -> int:  # type: ignore[override]  # as above
        """How many bytes."""
        return len(self.body)

    def records(self) -> Iterator[Raw]:
        """Each line."""
        return _lines(io.BytesIO(self.body), self.name, len(self.body) + self.missing)

    def loaded(self) -> "Lines":
        """Itself."""
        return self


@dataclass(frozen=True, slots=True)
class Files(Records):
    """Files that hold one fact-check each; what was read already stands beside the path."""

    paths: tuple[str, ...]
    size: int
    bodies: tuple[Raw, ...] | None = None
    name: str = ""

    def __str__(self) -> str:
        return f"{self.paths[0]} to {self.paths[-1]}"

    def records(self) -> Iterator[Raw]:
        """Each file."""
        return iter(self.bodies) if self.bodies is not None else map(_file, self.paths)

    def loaded(self) -> "Files":
        """The same with what is in the files."""
        return Files(self.paths, self.size, tuple(self.records()))


def _file(path: str) -> Raw:
    try:
        return Raw(path, 0, bytes_of_file(path))
    except ReadingError as error:
        return Raw(path, 0, b"", error)


def _lines(stream: BinaryIO, name: str, size: int) -> Iterator[Raw]:
    number, left = 0, size
    while left > 0:
        line = stream.readline(min(left, SIZE_LIMIT + 1))
        if not line:
            message = "the file ends before its time: it was changed or cut while it was read"
            raise ReadingError([READING["unreadable"].finding(message).at(name)])
        number += 1
        left -= len(line)
        if len(line) > SIZE_LIMIT and not line.endswith(b"\n"):
            left -= skip_line(stream, left)
            message = f"this line has more than {SIZE_LIMIT // 1_000_000} MB, which is the limit"
            yield Raw(name, number, b"", ReadingError([READING["too-large"].finding(message).at(name, number, 1)]))
        else:
            yield Raw(name, number, line)


def skip_line(stream: BinaryIO, most: int = sys.maxsize) -> int:
    """Pass over the rest of a line, however long it is; how many bytes that were."""
    skipped = 0
    while skipped < most and (part := stream.readline(min(most - skipped, SIZE_LIMIT))):
        skipped += len(part)
        if part.endswith(b"\n"):
            break
    return skipped
