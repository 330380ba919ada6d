"""What `import` and `check` read: a file or standard input."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

import click

from .files import STDIN
from .output import printable

if TYPE_CHECKING:
    from factcheck.formats import Input

_IN_MEMORY = 16_000_000
_SCHEMES = ("http://", "https://")


@contextmanager
def opened(source: str) -> Iterator["Input"]:
    """The bytes that a command line names, as an input for importers.

    Raises ReadingError where they cannot be read, UsageError for an address: nothing is fetched.
    """
    from factcheck.formats import Input  # noqa: PLC0415  # imports the model, which `--help` does without
    from factcheck.reading import opened as opened_file  # noqa: PLC0415  # as above

    if source.lower().startswith(_SCHEMES):
        raise click.UsageError(f"{printable(source)} is an address, and nothing is fetched: save the page as a file")
    if source == STDIN:
        with _rewindable(sys.stdin.buffer) as copy:
            yield Input("<stdin>", copy)
        return
    with opened_file(source) as stream:
        if stream.seekable():
            yield Input(source, stream)
        else:
            with _rewindable(stream) as copy:
                yield Input(source, copy)


@contextmanager
def _rewindable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """A copy of a pipe, which has no beginning to go back to: importers look at it before they read."""
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield cast("BinaryIO", copy)
