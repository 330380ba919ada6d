"""Archives: folders, files of JSON Lines (also packed), single fact-checks and standard input, as chunks in one order."""

import hashlib
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO, Literal

from factcheck.errors import ReadingError
from factcheck.files import real
from factcheck.findings import Finding
from factcheck.reading import SIZE_LIMIT, below, is_folder, opened
from factcheck.rules import READING, WORK

from .chunks import Files, Lines, Records, Span, skip_line
from .packed import unpacked
from .state import STATE

STDIN = "-"
STREAM = "<stdin>"
LINES = (".jsonl", ".ndjson")
PACKED = tuple(f"{suffix}{packing}" for suffix in LINES for packing in (".gz", ".zst"))
SINGLE = (".yaml", ".yml", ".json")
_FILES = 64

Kind = Literal["lines", "packed", "single", "stream"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of an archive, or standard input, which has no size; `name` is what findings call it, where not its path."""

    path: str
    kind: Kind
    size: int = 0
    changed: int = 0
    name: str | None = None


@dataclass(frozen=True)
class Archive:
    """Fact-checks in many files, in one order; `findings` say what of it cannot be read at all.

    A chunk of lines has `chunk` bytes and what is left of the last line; one of files that hold one fact-check each, 64 of them.
    """

    entries: Sequence[Entry]
    findings: Sequence[Finding] = ()
    chunk: int = 1 << 21

    @classmethod
    def of(cls, sources: Iterable[str], *, chunk: int = 1 << 21) -> "Archive":
        """The archive of these files, folders, and `-` for lines on standard input."""
        entries, findings = list[Entry](), list[Finding]()
        for source in sources:
            try:
                found = list(_entries(source))
            except ReadingError as error:
                findings += error.findings
                continue
            if not found:
                message = f"there is no file in this folder that ends with {', '.join((*LINES, *PACKED, *SINGLE))}"
                findings.append(WORK["nothing-found"].finding(message).at(source))
            entries += found
        findings += _twice(entries)
        return cls(tuple(entries), tuple(findings), chunk)

    @property
    def size(self) -> int | None:
        """How many bytes its chunks have; None where that is known at the end only, as of what is packed."""
        unknown = any(each.kind in ("packed", "stream") for each in self.entries)
        return None if unknown else sum(each.size for each in self.entries)

    @cached_property
    def fingerprint(self) -> str:
        """What tells it from an archive of other files, or of files that were changed since."""
        told = repr((self.chunk, [(each.path, each.kind, each.size, each.changed) for each in self.entries]))
        return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()

    def refuse_changed(self) -> None:
        """Raise ReadingError where a file is not any more what it was at the beginning."""
        for entry in self.entries:
            if entry.kind != "stream" and _status(entry.path) != (entry.size, entry.changed):
                message = "this was changed while it was read, so what was made of it is of no version: export anew"
                raise ReadingError([READING["unreadable"].finding(message).at(entry.path)])

    def chunks(self) -> Iterator[Records]:
        """All of it, in order; the same chunks each time. Raises ReadingError for a file that cannot be read any more."""
        for kind, entries in groupby(self.entries, key=attrgetter("kind")):
            yield from _CHUNKS[kind](entries, self.chunk)


def _entries(source: str) -> Iterator[Entry]:
    if source == STDIN:
        yield Entry(STREAM, "stream")
    elif is_folder(source):
        known = (*LINES, *PACKED, *SINGLE)
        paths = (path for path in below(source) if path.lower().endswith(known))
        yield from (_entry(path) for path in paths if not path.endswith(STATE))
    else:
        yield _entry(source)


def _entry(path: str) -> Entry:
    lowered = path.lower()
    kind: Kind = "lines" if lowered.endswith(LINES) else "packed" if lowered.endswith(PACKED) else "single"
    size, changed = _status(path)
    with opened(path) as file:  # what cannot be opened is told before the work begins
        head = file.peek(1)  # type: ignore[attr-defined]  # files are buffered
    if kind == "lines" and head[:1] in (b"\x1f", b"\x28"):  # packed under another name
        kind = "packed"
    return Entry(path, kind, size, changed)


def _status(path: str) -> tuple[int, int]:
    """The size of a file, and when it was changed. Raises ReadingError."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        with opened(path):  # which says why it cannot be read
            return 0, 0
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        message = "this is a pipe or a device, and no file: give lines on standard input, as `-`"
        raise ReadingError([READING["unreadable"].finding(message).at(path)])
    return status.st_size, status.st_mtime_ns


def _twice(entries: Iterable[Entry]) -> Iterator[Finding]:
    counts = Counter(real(each.path) if each.kind != "stream" else each.path for each in entries)
    for path, count in counts.items():
        if count > 1:
            yield WORK["twice-in-archive"].finding(f"this file is named {count} times").at(path)


def _spans(entries: Iterable[Entry], size: int) -> Iterator[Span]:
    for entry in entries:
        with opened(entry.path) as file:
            start = 0
            while start < entry.size:
                file.seek(min(start + size, entry.size))
                skip_line(file)
                end = min(file.tell(), entry.size)
                yield Span(entry.path, start, end)
                start = end


def _packed(entries: Iterable[Entry], size: int) -> Iterator[Lines]:
    for entry in entries:
        with opened(entry.path) as file:
            yield from _parts(file, entry.path if entry.name is None else entry.name, size)


def _streamed(entries: Iterable[Entry], size: int) -> Iterator[Lines]:
    for entry in entries:
        yield from _parts(sys.stdin.buffer, entry.path, size)


def _parts(stream: BinaryIO, name: str, size: int) -> Iterator[Lines]:
    with unpacked(stream, name) as plain:
        while body := plain.read(size):
            body += plain.readline(SIZE_LIMIT) if not body.endswith(b"\n") else b""
            if not body.endswith(b"\n") and len(body) > SIZE_LIMIT:
                skip_line(plain)
            yield Lines(name, body)


def _singles(entries: Iterator[Entry], _: int) -> Iterator[Files]:
    while taken := list(islice(entries, _FILES)):
        yield Files(tuple(entry.path for entry in taken), sum(entry.size for entry in taken))


_CHUNKS: Mapping[Kind, Callable[[Iterator[Entry], int], Iterator[Records]]] = {
    "lines": _spans,
    "packed": _packed,
    "single": _singles,
    "stream": _streamed,
}
