"""Streams that may be packed by gzip or Zstandard, known by their first bytes."""

import gzip
import io
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
    """The stream, or what is packed in it. Raises ReadingError where it cannot be unpacked, or is broken."""
    buffered = io.BufferedReader(cast("io.RawIOBase", stream))
    head, plain = buffered.peek(4)[:4], cast("BinaryIO", buffered)
    problems: tuple[type[Exception], ...] = (EOFError, gzip.BadGzipFile, zlib.error)
    if head.startswith(_GZIP):
        plain = cast("BinaryIO", gzip.GzipFile(fileobj=buffered))
    elif head.startswith(_ZSTANDARD):
        zstandard = _zstandard(name)
        plain, problems = zstandard.ZstdFile(buffered), (*problems, zstandard.ZstdError)
    try:
        yield plain
    except problems as error:
        message = f"what is packed here is broken, or cut off: {error}"
        raise ReadingError([READING["unreadable"].finding(message).at(name)]) from error
    finally:
        buffered.detach()  # else it would close a stream that is not ours


def _zstandard(name: str) -> Any:
    for module in _ZSTANDARD_MODULES:
        if find_spec(module.partition(".")[0]) and find_spec(module):
            return import_module(module)
    raise ReadingError(
        [WORK["missing-extra"].finding("this is packed by Zstandard: pip install 'factcheck-export[zst]'").at(name)]
    )
