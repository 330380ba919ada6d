"""Which encoding a table is in: UTF-8, UTF-16 with a byte order mark, or the one that a person names."""

import codecs
import io
import re
from typing import BinaryIO

from factcheck import ReadingError

from .rules import RULES

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHUNK = 1 << 20
# Codecs of languages; Python has others, for host names and the like, that take long or are no text.
_OF_TEXT = re.compile(
    r"(?i)(utf|ucs|us-?ascii|ascii|cp|windows|iso|latin|mac|koi8|gb|big5|shift|sjis|euc|tis|hz)[\w-]*"
)


def known(name: str) -> str:
    """The name of an encoding, checked. Raises ValueError."""
    try:
        if _OF_TEXT.fullmatch(name):
            "".encode(name)
            return codecs.lookup(name).name
    except LookupError:
        pass
    raise ValueError(f"there is no encoding `{name}`: name one such as windows-1252, iso-8859-2 or utf-16")


def encoding_of(head: bytes, named: str) -> str:
    """The encoding of a text that begins like this; `named` is the one that a person gave, or empty."""
    marked = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)
    if named:
        name = known(named)
        return marked if marked and marked.startswith(name) else name
    return marked or "utf-8"


def head_of(body: bytes) -> str:
    """The beginning of a text, to look at: an error in it does not matter here."""
    return codecs.getincrementaldecoder(encoding_of(body, ""))("replace").decode(body)


def text_of(stream: BinaryIO, encoding: str) -> io.TextIOWrapper:
    """The stream from its beginning as text, line breaks as they stand; detach it, since closing it closes the stream."""
    stream.seek(0)
    return io.TextIOWrapper(stream, encoding, errors="strict", newline="")


def undecodable(stream: BinaryIO, encoding: str) -> ReadingError:
    """Where a text is not in its encoding: found by another pass, since decoders work ahead of the lines."""
    stream.seek(0)
    decoder, line, problem = codecs.getincrementaldecoder(encoding)(), 1, "it breaks off"
    while True:
        chunk = stream.read(_CHUNK)
        try:
            line += decoder.decode(chunk, final=not chunk).count("\n")
        except UnicodeDecodeError as error:
            wrong = error.object[error.start : error.end]
            line += error.object[: error.start].count(b"\n")
            problem = f"the bytes {wrong[:4].hex(' ')} there are none of it"
            break
        if not chunk:
            break
    message = f"this is not {encoding.removesuffix('-sig').upper()}: {problem}"
    return ReadingError([RULES["table-encoding"].finding(message).at(None, line)])


def no_text(line: int) -> ReadingError:
    """That there are NUL bytes, which no text has."""
    message = "there is a NUL character: this is no text, or in an encoding that it does not name"
    return ReadingError([RULES["table-encoding"].finding(message).at(None, line)])
