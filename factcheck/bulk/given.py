"""Archives that can be read twice, of whatever is given."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from factcheck.errors import ReadingError
from factcheck.model import FactCheck

from .archive import STREAM, Archive, Entry

Given = str | os.PathLike[str] | Archive | FactCheck | Iterable[FactCheck]


@contextmanager
def archive_of(given: Given) -> Iterator[Archive]:
    """The archive at a path, or one of these fact-checks; what comes through standard input is put on the disk.

    Raises ReadingError where a part of it cannot be read at all.
    """
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        if isinstance(given, str | os.PathLike):
            archive = Archive.of([os.fspath(given)])
        elif isinstance(given, Archive):
            archive = given
        else:
            archive = _written([given] if isinstance(given, FactCheck) else given, Path(folder, "given"))
        if archive.findings:
            raise ReadingError(archive.findings)
        entries = [_kept(Path(folder, "stream")) if each.kind == "stream" else each for each in archive.entries]
        yield replace(archive, entries=tuple(entries))


def _written(fact_checks: Iterable[FactCheck], path: Path) -> Archive:
    with path.open("wb") as file:
        for each in fact_checks:
            file.write(each.model_dump_json(exclude_defaults=True).encode() + b"\n")
    return Archive((Entry(str(path), "packed", name=""),))


def _kept(path: Path) -> Entry:
    with path.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    return Entry(str(path), "packed", name=STREAM)
