"""What `import` and `check` read: a file, standard input, or a page where fetching is asked for."""

import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

import click

from factcheck.files import STDIN

from .output import printable

if TYPE_CHECKING:
    from factcheck.formats import Input

_IN_MEMORY = 16_000_000
_CHUNK = 1_000_000
_MOST = 1_000_000_000
# One letter before the colon is a drive of Windows.
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_address(source: str) -> bool:
    """Whether this is an address of the web and no file."""
    return _ADDRESS.match(source) is not None


def unfetched(sources: Iterable[str]) -> None:
    """Raise UsageError for an address: nothing is fetched that nobody asked for."""
    for source in filter(is_address, sources):
        raise click.UsageError(
            f"{printable(source)} is an address, and nothing is fetched but by `factcheck import --fetch`: "
            "save the page as a file"
        )


@contextmanager
def opened(source: str, *, fetch: bool = False) -> Iterator["Input"]:
    """The bytes that a command line names, as an input for importers.

    Raises ReadingError where they cannot be read, UsageError for an address where fetching is not asked for.
    """
    from factcheck.formats import Input  # noqa: PLC0415  # imports the model, which `--help` does without
    from factcheck.reading import opened as opened_file  # noqa: PLC0415  # as above

    if is_address(source):
        if not fetch:
            unfetched([source])
        from . import fetching  # noqa: PLC0415  # as above; a module, so that tests can give it another network

        yield fetching.fetched(source)
        return
    if source == STDIN:
        with _rewindable(sys.stdin.buffer, "<stdin>") as copy:
            yield Input("<stdin>", copy)
        return
    with opened_file(source) as stream:
        if stream.seekable():
            yield Input(source, stream)
        else:
            with _rewindable(stream, source) as copy:
                yield Input(source, copy)


@contextmanager
def _rewindable(stream: BinaryIO, name: str) -> Iterator[BinaryIO]:
    """A copy of a pipe, which has no beginning to go back to: importers look at it before they read."""
    from factcheck.errors import ReadingError  # noqa: PLC0415  # imports the model, which `--help` does without
    from factcheck.rules import READING  # noqa: PLC0415  # as above

    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
        while chunk := stream.read(_CHUNK):
            copy.write(chunk)
            if copy.tell() > _MOST:
                message = f"more than {_MOST // 1_000_000} MB came through the pipe, which is the limit"
                raise ReadingError([READING["too-large"].finding(message).at(name)])
        copy.seek(0)
        yield cast("BinaryIO", copy)
