"""What `import` reads: a file, standard input, or with leave an address."""

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
def opened(source: str, *, fetch: bool) -> Iterator["Input"]:
    """The bytes that a command line names, as an input for importers.

    Raises ReadingError where they cannot be read, UsageError for an address without leave to fetch it.
    """
    from factcheck.formats import Input  # noqa: PLC0415  # imports the model, which `--help` does without
    from factcheck.reading import opened as opened_file  # noqa: PLC0415  # as above

    if source.lower().startswith(_SCHEMES):
        yield _fetched(source, fetch=fetch)
    elif source == STDIN:
        # A pipe has no beginning to go back to, and importers look at it before they read.
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
            shutil.copyfileobj(sys.stdin.buffer, copy)
            copy.seek(0)
            yield Input("<stdin>", cast("BinaryIO", copy))
    else:
        with opened_file(source) as stream:
            yield Input(source, stream)


def _fetched(address: str, *, fetch: bool) -> "Input":
    if not fetch:
        raise click.UsageError(f"{printable(address)} is an address, and nothing is fetched unasked: add --fetch")
    from .fetch import fetched  # noqa: PLC0415  # its libraries are an extra

    return fetched(address)
