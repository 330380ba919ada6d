"""Streams that may be packed by gzip or Zstandard, known by their first bytes."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any, BinaryIO, cast

from factcheck.errors import ReadingError
from factcheck.rules import READING, WORK

_GZIP = b"\x1f\x8b"
_ZSTANDARD = b"\x28\xb5\x2f\xfd"
_ZSTANDARD_MODULES = ("compression.zstd", "backports.zstd")
"""Of Python since 3.14, and the same for older ones."""


@contextmanager
def unpacked(stream: BinaryIO, name: str) -> Iterator[BinaryIO]:
    """The stream, which can be peeked at, or what is packed in it. Raises ReadingError where it cannot be unpacked, or is broken."""
    head = stream.peek(4)[:4]  # type: ignore[attr-defined]  # a buffered stream has it
    problems: tuple[type[Exception], ...] = (EOFError, gzip.BadGzipFile, zlib.error)
    if head.startswith(_GZIP):
        stream = cast("BinaryIO", gzip.GzipFile(fileobj=stream))
    elif head.startswith(_ZSTANDARD):
        zstandard = _zstandard(name)
        stream, problems = zstandard.ZstdFile(stream), (*problems, zstandard.ZstdError)
    try:
        yield stream
    except problems as error:
        message = f"what is packed here is broken, or cut off: {error}"
        raise ReadingError([READING["unreadable"].finding(message).at(name)]) from error


def _zstandard(name: str) -> Any:
    for module in _ZSTANDARD_MODULES:
        if find_spec(module.partition(".")[0]) and find_spec(module):
            return import_module(module)
    raise ReadingError(
        [WORK["missing-extra"].finding("this is packed by Zstandard: pip install 'factcheck-export[zst]'").at(name)]
    )
