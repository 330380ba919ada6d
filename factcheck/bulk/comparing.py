"""Two archives compared: what was added, changed, corrected and withdrawn.

Each is read once for ids and checksums, and a second time, in its order, for the few records that differ.
"""

import hashlib
from array import array
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from factcheck.errors import ReadingError
from factcheck.findings import Finding, has_errors
from factcheck.model import FactCheck
from factcheck.rules import READING

from .archive import Archive
from .changes import Change, kind_of
from .chunks import Raw
from .differences import differences
from .given import Given, archive_of
from .index import NEW, OLD, Index, Noted, Record, Side, index
from .naming import id_of
from .versions import Versions, noted

Tell = Callable[[Finding], object]
Progress = Callable[[int, int], object]
"""Told of each chunk that was read: how many records there were so far, and the bytes of the chunk."""


def diff(old: Given, new: Given, *, tell: Tell | None = None) -> Iterator[Change]:
    """What became of each fact-check between two archives, in the order of the newer; those withdrawn at the end.

    Either is a path (a file, a folder), or fact-checks. `tell` is called with what is wrong with records, and with changes;
    without it, a record that cannot be read raises ReadingError. A path that cannot be read raises it in any case, and OSError
    is raised where the disk has no room: the memory that it takes is a part of one archive's chunk, whatever their size.
    """
    with archive_of(old) as older, archive_of(new) as newer:
        yield from Comparison(older, newer, tell or _refuse).changes()


class Comparison:
    """One comparison of two archives that can be read twice.

    Afterwards, `same` is the number of fact-checks that are what they were, and `unread` that of the records in each that cannot be read.
    """

    def __init__(
        self, old: Archive, new: Archive, tell: Tell, progress: Progress = lambda _records, _size: None
    ) -> None:
        self.same = 0
        self._tell, self._progress = tell, progress
        self._old, self._new = _Reader(old, OLD), _Reader(new, NEW)

    @property
    def unread(self) -> tuple[int, int]:
        """How many records of the older archive, and of the newer, cannot be read."""
        return self._old.unread, self._new.unread

    def changes(self) -> Iterator[Change]:
        """Each change. Raises ReadingError where an archive cannot be read any more, and OSError."""
        with index() as table:
            read = 0
            for reader in (self._old, self._new):
                for records, size in reader.chunks(self._tell):
                    table.add(records)
                    read += len(records)
                    self._progress(read, size)
            table.note(self._classed(table))
            table.keep((number, _dump(each)) for number, each in self._old.again(table.to_compare(OLD)))
            with closing(self._new.again(table.to_compare(NEW))) as again:
                for change in table.changes():
                    yield from self._told(change, table.kept(change.old), again)

    def _classed(self, table: Index) -> Iterator[Noted]:
        for records in table.by_id():
            sides = {side: Versions.of(each) for side, each in groupby(records, key=attrgetter("side"))}
            for versions in sides.values():
                if finding := versions.finding:
                    self._tell(finding)
            change = noted(sides.get(OLD), sides.get(NEW), is_lost=self._new.has_nameless)
            if change:
                yield change
            else:
                self.same += 1

    def _told(self, change: Noted, before: bytes | None, again: Iterator[tuple[int, FactCheck]]) -> Iterator[Change]:
        made = Change(change.kind, change.id, change.file or None, change.line or None)
        if before is None:
            yield made
            return
        old, (_, new) = FactCheck.model_validate_json(before), next(again)
        differing = differences(old, new)
        if old.id != change.id or new.id != change.id:
            raise _changed_meanwhile(change.file)
        if not differing:  # but for the order of languages, which says nothing
            self.same += 1
            return
        made = replace(made, kind=kind_of(old, new), differences=differing, before=old, after=new)
        if finding := made.finding:
            self._tell(finding)
        yield made


class _Reader:
    """Reads one archive, and again those of its records that are wanted."""

    def __init__(self, archive: Archive, side: Side) -> None:
        self._archive, self._side = archive, side
        self._starts = array("Q", [0])  # for each chunk, the number of its first record
        self.unread = 0
        self.has_nameless = False

    def chunks(self, tell: Tell) -> Iterator[tuple[list[Record], int]]:
        """The records of each chunk, and its size."""
        for _, chunks in groupby(self._archive.chunks(), key=attrgetter("name")):
            lines = 0
            for chunk in chunks:
                found, number = list[Record](), self._starts[-1]
                for raw in chunk.records():
                    lines += bool(raw.line)
                    if not raw.body.isspace():
                        found += self._found(raw._replace(line=lines), number, tell)
                        number += 1
                self._starts.append(number)
                yield found, chunk.size

    def _found(self, raw: Raw, number: int, tell: Tell) -> Iterator[Record]:
        try:
            read = _read(raw)
            content = hashlib.blake2b(_dump(read), digest_size=16).digest()
            yield Record(read.id, self._side, content, number, raw.name, raw.line)
        except ReadingError as error:
            self.unread += 1
            for each in error.findings:
                tell(each)
            identifier = id_of(raw)
            if identifier is None:
                self.has_nameless = True
            else:
                yield Record(identifier, self._side, None, number, raw.name, raw.line)

    def again(self, numbers: Iterator[int]) -> Generator[tuple[int, FactCheck], None, None]:
        """The fact-checks with these numbers, which rise."""
        wanted = next(numbers, None)
        for position, chunk in enumerate(self._archive.chunks()):
            if wanted is None:
                return
            if wanted >= self._starts[position + 1]:
                continue
            number = self._starts[position]
            for raw in chunk.records():
                if raw.body.isspace():
                    continue
                if number == wanted:
                    yield number, _read(raw)
                    wanted = next(numbers, None)
                number += 1
        if wanted is not None:
            raise _changed_meanwhile("")


def _read(raw: Raw) -> FactCheck:
    if raw.problem:
        raise ReadingError([each.at(raw.name, raw.line or None, each.column) for each in raw.problem.findings])
    return raw.fact_check()


def _dump(fact_check: FactCheck) -> bytes:
    return fact_check.model_dump_json(exclude_defaults=True).encode()


def _changed_meanwhile(file: str) -> ReadingError:
    message = "this was changed while it was read: compare again when it is whole"
    return ReadingError([READING["unreadable"].finding(message).at(file or None)])


def _refuse(finding: Finding) -> None:
    if has_errors([finding]):
        raise ReadingError([finding])
