"""What becomes of an id, as far as checksums of its records tell."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.findings import Finding
from factcheck.rules import WORK

from .changes import Kind
from .index import Noted, Record


@dataclass(frozen=True)
class Versions:
    """The records of one id in one archive, however many: the first two of them, and a checksum of all that differ."""

    first: Record
    second: Record | None
    count: int
    distinct: int
    contents: bytes
    is_unread: bool

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Versions":
        """Of records that stand together where they are equal."""
        lowest, count, distinct = list[Record](), 0, 0
        before: bytes | None = b""
        contents, is_unread = hashlib.blake2b(digest_size=16), False
        for record in records:
            count += 1
            lowest = sorted([*lowest, record], key=_number)[:2]
            is_unread = is_unread or record.content is None
            if record.content != before:
                before = record.content
                distinct += 1
                contents.update(record.content or b"")
        return cls(lowest[0], lowest[1] if count > 1 else None, count, distinct, contents.digest(), is_unread)

    @property
    def finding(self) -> Finding | None:
        """That the fact-check stands there more than once."""
        if self.second is None:
            return None
        where, more = " and ".join(map(_place, (self.first, self.second))), self.count - 2
        message = f"`{self.first.id}` stands in this archive {self.count} times: {where}" + f", and {more} more" * bool(
            more
        )
        return WORK["archive-doubled"].finding(message).at(self.second.file or None, self.second.line or None)


def noted(old: Versions | None, new: Versions | None, *, is_lost: bool) -> Noted | None:
    """The change of an id, None where it is what it was; `is_lost` says that of the newer archive records are unread, nobody knows which."""
    known = new or old
    if known is None:
        raise ValueError("an id stands somewhere")
    kind = _kind(old, new, is_lost=is_lost)
    if kind is None:
        return None
    before = None if old is None or (new is not None and old.is_unread) else old.first.number
    after = new.first.number if new else None
    return Noted(kind, known.first.id, before, after, known.first.file, known.first.line)


def _kind(old: Versions | None, new: Versions | None, *, is_lost: bool) -> Kind | None:
    if new is None:
        return "missing" if is_lost else "withdrawn"
    if new.is_unread:
        return "unread"
    if old is None:
        return "added"
    if old.contents == new.contents:
        return None
    return "doubled" if max(old.distinct, new.distinct) > 1 else "changed"


def _number(record: Record) -> int:
    return record.number


def _place(record: Record) -> str:
    return ", ".join([*filter(None, [record.file]), *([f"line {record.line}"] if record.line else [])])
