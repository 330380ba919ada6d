"""Bytes: from a file or a stream, within a limit, and as text."""

import codecs
import os
import stat
from pathlib import Path
from typing import BinaryIO

from factcheck.errors import ReadingError
from factcheck.rules import READING

from .lines import Lines

SIZE_LIMIT = 16_000_000
"""The most bytes that a file may have."""

_CHUNK = 1 << 20
# UTF-32's mark begins with UTF-16's, so it is asked for first.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How files begin that people take for a text, since a program shows one.
_NO_TEXTS = (
    (b"PK\x03\x04", "a ZIP archive, as .docx, .xlsx and .odt are"),
    (b"\xd0\xcf\x11\xe0", "a file of an old Office program, .doc or .xls"),
    (b"{\\rtf", "RTF, a file of a word processor"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
)
_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "there is no such file"),
    (IsADirectoryError, "this is a directory, not a file"),
    (NotADirectoryError, "a part of this path is a file, not a directory"),
    (PermissionError, "this file may not be read: permission is denied"),
)


def bytes_of_file(path: str | os.PathLike[str]) -> bytes:
    """What is in a file; one that is too large is not opened. Raises ReadingError."""
    name = os.fspath(path)
    try:
        status = Path(path).stat()
        if stat.S_ISREG(status.st_mode) and status.st_size > SIZE_LIMIT:
            raise _too_large(name, f"this file has {_megabytes(status.st_size)}")
        with Path(path).open("rb") as stream:
            return bytes_of_stream(stream, name)
    except OSError as error:
        raise _unreadable(name, error) from None
    except ValueError:  # a NUL or half a character in the path
        raise failure(name, "unreadable", "this is no path of a file") from None


def text_of_file(path: str | os.PathLike[str]) -> str:
    """The text in a file. Raises ReadingError."""
    return text_of(bytes_of_file(path), os.fspath(path))


def opened(path: str | os.PathLike[str]) -> BinaryIO:
    """The bytes of a file as a stream, of whatever size. Raises ReadingError."""
    name = os.fspath(path)
    try:
        return Path(path).open("rb")
    except OSError as error:
        raise _unreadable(name, error) from None
    except ValueError:  # as above
        raise failure(name, "unreadable", "this is no path of a file") from None


def _unreadable(name: str, error: OSError) -> ReadingError:
    reason = next((reason for kind, reason in _REASONS if isinstance(error, kind)), error.strerror or str(error))
    return failure(name, "unreadable", reason)


def bytes_of_stream(stream: BinaryIO, name: str) -> bytes:
    """What a stream holds. Raises ReadingError where that is more than the limit, and OSError."""
    chunks: list[bytes] = []
    left = SIZE_LIMIT + 1
    while left and (chunk := stream.read(min(left, _CHUNK))):
        chunks.append(chunk)
        left -= len(chunk)
    if not left:
        raise _too_large(name, f"there are more than {_megabytes(SIZE_LIMIT)}")
    return b"".join(chunks)


def text_of(data: bytes, name: str) -> str:
    """Bytes as text, without a byte order mark. Raises ReadingError."""
    if len(data) > SIZE_LIMIT:
        raise _too_large(name, f"this text has {_megabytes(len(data))}")
    looks_like = next((kind for beginning, kind in _NO_TEXTS if data.startswith(beginning)), None)
    if looks_like:
        message = f"this is no text file (it looks like {looks_like}): a fact-check is YAML or JSON"
        raise failure(name, "encoding", message, 1, 1)
    mark, encoding = _encoding(data)
    body = data[len(mark) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        before = body[: error.start].decode(encoding)
        line, column = Lines(before).place(len(before))
        raise failure(name, "encoding", undecodable(body, error.start, mark, encoding), line, column) from None
    if "\0" in text:
        line, column = Lines(text).place(text.index("\0"))
        message = (
            "there is a NUL here, so this is no text; a text in UTF-16 needs a byte order mark, or save it as UTF-8"
        )
        raise failure(name, "encoding", message, line, column)
    return text


def bytes_like(text: str, data: bytes) -> bytes:
    """A text as bytes in the encoding of others, with their byte order mark."""
    mark, encoding = _encoding(data)
    return mark + text.encode(encoding)


def _encoding(data: bytes) -> tuple[bytes, str]:
    return next(((mark, encoding) for mark, encoding in MARKS if data.startswith(mark)), (b"", "utf-8"))


def failure(name: str, rule: str, message: str, line: int | None = None, column: int | None = None) -> ReadingError:
    """An error of one finding."""
    return ReadingError([READING[rule].finding(message).at(name, line, column)])


def undecodable(body: bytes, at: int, mark: bytes, encoding: str) -> str:
    """That a byte is none of an encoding, and what it may be instead."""
    byte = body[at : at + 1]
    message = f"byte {len(mark) + at + 1} (0x{byte.hex().upper()}) is not {encoding.upper()}"
    if encoding != "utf-8":
        return f"{message}, which the byte order mark promises: save the file as UTF-8"
    if b"\0" in body:
        return f"{message}, so this is no text"
    meant = byte.decode("cp1252", "replace")
    guess = f", where it means `{meant}`" if meant.isprintable() and meant != "\ufffd" else ""
    return f"{message}; it may be Latin-1 or Windows-1252{guess}: save the file as UTF-8"


def _too_large(name: str, size: str) -> ReadingError:
    return failure(name, "too-large", f"{size}, and the limit is {_megabytes(SIZE_LIMIT)}")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB".replace(".0 ", " ")
