"""What `import` reads: a file or standard input."""

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
        # A pipe has no beginning to go back to, and importers look at it before they read.
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
            shutil.copyfileobj(sys.stdin.buffer, copy)
            copy.seek(0)
            yield Input("<stdin>", cast("BinaryIO", copy))
    else:
        with opened_file(source) as stream:
            yield Input(source, stream)
