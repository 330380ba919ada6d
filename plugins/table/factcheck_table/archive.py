"""Whether a workbook can be opened safely: its size, its parts, and what its XML declares.

openpyxl reads sheets with the standard library's iterparse, which expands entities, and keeps what it
has read of a part as a tree; so every part is looked through before it sees any of them.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO, NamedTuple

from factcheck import ReadingError

from .rules import RULES

MOST_PARTS = 1000
MOST_BYTES = 500_000_000
MOST_TIMES = 200
_SMALL = 20_000_000
_LONGEST_TEXT = 4_000_000
_LONGEST_ROW = 40_000_000
_CHUNK = 1 << 18
_OVERLAP = 32
_XML = (".xml", ".rels", ".vml")
_ENCODING = re.compile(rb"(?i)^(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*[\"'](?!utf-8[\"']|us-ascii[\"'])")
_ROW = re.compile(rb"</(?:\w+:)?row>|<(?:\w+:)?row[^<>]*/>")
_LINK = re.compile(rb"<(?:\w+:)?hyperlink\s")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_READ = re.compile(
    r"\[content_types\]\.xml|_rels/.*|docprops/.*|xl/_rels/.*|xl/(?:workbook|styles|sharedstrings|calcchain|metadata)\.xml"
    r"|xl/theme/.*|xl/worksheets/[^/]*\.xml|xl/worksheets/_rels/.*|xl/printersettings/.*|xl/tables/.*|.*/",
    re.IGNORECASE,
)


class Limits(NamedTuple):
    """How many bytes and how many tags a part may have."""

    bytes: int
    tags: int


_SHEET = Limits(MOST_BYTES, 20_000_000)
_STRINGS = Limits(150_000_000, 6_000_000)
_LINKS = Limits(60_000_000, 400_000)
_OTHER = Limits(20_000_000, 400_000)


class Contents(NamedTuple):
    """What a workbook has beside the values of its cells."""

    unread: list[str]
    linked: list[str]
    formulas: list[str]


def looked_through(stream: BinaryIO) -> Contents:
    """Look at every part of a workbook. Raises ReadingError where it is no workbook, or none that is safe to open."""
    stream.seek(0)
    try:
        with zipfile.ZipFile(stream) as archive:
            parts = archive.infolist()
            _check_declared(parts)
            contents = Contents([part.filename for part in parts if not _READ.fullmatch(part.filename)], [], [])
            for part in parts:
                if part.filename.lower().endswith(_XML):
                    with archive.open(part) as opened:
                        _check_part(part, opened, contents)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise _unreadable(f"this workbook is damaged: {error or type(error).__name__}") from None
    return contents


def _check_declared(parts: list[zipfile.ZipInfo]) -> None:
    """Refuse what declares to be too large; the sizes are checked again when it is read."""
    names = [part.filename.lower() for part in parts]
    if "[content_types].xml" not in names:
        raise _unreadable("it is a zip archive, but no workbook")
    if len(parts) > MOST_PARTS:
        raise _unsafe(f"it has {len(parts)} parts, and {MOST_PARTS} is the limit")
    if len(names) != len(set(names)):
        raise _unsafe("two of its parts have one name")
    whole = sum(part.file_size for part in parts)
    if whole > MOST_BYTES:
        raise _unsafe(f"it unpacks to {whole / 1_000_000:,.0f} MB, and {MOST_BYTES / 1_000_000:.0f} is the limit")
    for part in parts:
        _check_size(part, part.file_size, 0)


def _limits(part: zipfile.ZipInfo) -> Limits:
    name = part.filename.lower()
    if "/worksheets/" in name:
        return _LINKS if name.endswith(".rels") else _SHEET
    return _STRINGS if "sharedstrings" in name else _OTHER


def _check_size(part: zipfile.ZipInfo, size: int, tags: int) -> None:
    limits = _limits(part)
    if part.filename.lower().endswith(_XML) and size > limits.bytes:
        raise _unsafe(f"{_shown(part)} has more than {limits.bytes / 1_000_000:.0f} MB, which is the limit")
    if tags > limits.tags:
        raise _unsafe(f"{_shown(part)} has more than {limits.tags:,} tags, which is the limit")
    if size > _SMALL and size > MOST_TIMES * max(part.compress_size, 1):
        raise _unsafe(f"{_shown(part)} unpacks to more than {MOST_TIMES} times its size")


def _check_part(part: zipfile.ZipInfo, opened: IO[bytes], contents: Contents) -> None:
    """Refuse a part that is too large, declares entities or could hide that it does; note links and formulas."""
    sheet = _limits(part) is _SHEET
    size = tags = in_text = in_row = 0
    linked = formulas = False
    for chunk, seen in _chunks(opened):
        if b"\0" in chunk or (size == 0 and _ENCODING.match(chunk[:200])):
            raise _unsafe(f"{_shown(part)} is not UTF-8")
        size, tags = size + len(chunk), tags + chunk.count(b"<")
        _check_size(part, size, tags)
        _check_declarations(part, seen, sheet=sheet)
        in_text = _since(seen.rfind(b"<"), seen, in_text + len(chunk))
        if in_text > _LONGEST_TEXT:
            raise _unsafe(f"{_shown(part)} has a text without an end")
        if sheet:
            in_row = _since(max((row.start() for row in _ROW.finditer(seen)), default=-1), seen, in_row + len(chunk))
            if in_row > _LONGEST_ROW:
                raise _unsafe(f"{_shown(part)} has a row without an end")
            linked = linked or _LINK.search(seen) is not None
            formulas = formulas or _FORMULA.search(seen) is not None
    contents.linked.extend([part.filename] if linked else [])
    contents.formulas.extend([part.filename] if formulas else [])


def _check_declarations(part: zipfile.ZipInfo, seen: bytes, *, sheet: bool) -> None:
    if b"<!DOCTYPE" in seen or b"<!ENTITY" in seen:
        raise _unsafe(f"{_shown(part)} declares a DOCTYPE, which no spreadsheet program writes")
    if sheet and b"<!" in seen:  # they could hold what looks like the end of a row
        raise _unsafe(f"{_shown(part)} has a comment or CDATA, which no spreadsheet program writes")


def _chunks(opened: IO[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """The bytes of a part; and with the last ones before them, since a tag may stand across."""
    before = b""
    while chunk := opened.read(_CHUNK):
        yield chunk, before + chunk
        before = chunk[-_OVERLAP:]


def _since(last: int, seen: bytes, otherwise: int) -> int:
    return otherwise if last < 0 else len(seen) - last


def _shown(part: zipfile.ZipInfo) -> str:
    return f"`{part.filename[:80]}`"


def _unsafe(reason: str) -> ReadingError:
    return ReadingError([RULES["table-unsafe-workbook"].finding(f"this workbook is not opened: {reason}")])


def _unreadable(message: str) -> ReadingError:
    return ReadingError([RULES["table-unreadable"].finding(message)])
