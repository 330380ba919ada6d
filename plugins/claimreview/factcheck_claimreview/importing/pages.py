"""The JSON-LD scripts of an HTML page, as browsers would find them: not in comments, not in the text of other elements.

https://html.spec.whatwg.org/multipage/parsing.html, sections 13.2.5.1 and 13.2.6.2
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from factcheck import declared_encoding

# Elements whose content is text to the parser, and comments, with what ends them.
_ENDS = {
    f"<{name}".encode(): f"</{name}".encode()
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noframes", "noembed")
} | {b"<!--": b"-->"}
_AFTER = frozenset({b" ", b"\t", b"\n", b"\r", b"\f", b"/", b">"})
_REST = re.compile(rb"""(?:[^>"']|"[^"]*"|'[^']*')*+>""")
_TYPE = re.compile(rb"""(?:^|[\s"'/])type\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)
_LANGUAGE = re.compile(rb"<html\b[^>]{0,500}?\slang\s*+=\s*+[\"']?([A-Za-z0-9-]+)", re.IGNORECASE)
_BASE = re.compile(rb"<base\b[^>]{0,500}?\shref\s*+=\s*+[\"']?(https?://[^\s\"'>]+)", re.IGNORECASE)
_CANONICAL = re.compile(
    rb"<link\b(?=[^>]{0,500}?\brel\s*+=\s*+[\"']?canonical\b)[^>]{0,500}?\shref\s*+=\s*+[\"']?(https?://[^\s\"'>]+)",
    re.IGNORECASE,
)
_HEAD = 100_000
_LONGEST_TAG = 65_536


class Script(NamedTuple):
    """The text of a JSON-LD script, and where it begins in the page's bytes."""

    body: bytes
    offset: int


def is_page(body: bytes) -> bool:
    """Whether these bytes are markup, no JSON."""
    begun = body.removeprefix(b"\xef\xbb\xbf").lstrip()
    return begun.startswith(b"<") and not begun.startswith(b"<![CDATA[")


def is_utf8(body: bytes) -> bool:
    """Whether no byte order mark says that it is UTF-16."""
    return not body.startswith((b"\xff\xfe", b"\xfe\xff"))


def scripts(page: bytes) -> Iterator[Script]:
    """Each JSON-LD script of a page in its order."""
    lowered = page.lower()
    last = max(lowered.rfind(b"ld+json"), lowered.rfind(b"ld&#"))
    place, nearest = 0, dict.fromkeys(_ENDS, 0)
    while last >= place:
        for begin, found in nearest.items():
            if 0 <= found <= place:
                nearest[begin] = lowered.find(begin, place, last)
        name, start = min(((name, at) for name, at in nearest.items() if at >= 0), key=_start, default=(b"", -1))
        if start < 0:
            return
        if page[start + len(name) : start + len(name) + 1] not in _AFTER and name != b"<!--":
            place = start + 1
            continue
        tag = _REST.match(page, start + len(name), start + _LONGEST_TAG) if name != b"<!--" else None
        if tag is None and name != b"<!--":
            return
        content = tag.end() if tag else start + len(name)
        end = lowered.find(_ENDS[name], content)
        if tag and name == b"<script" and _is_json_ld(tag[0]):
            yield Script(page[content : end if end >= 0 else len(page)], content)
        place = end + 2 if end >= 0 else last + 1


def _start(found: tuple[bytes, int]) -> int:
    return found[1]


def placed_scripts(page: bytes, encoding: str) -> Iterator[tuple[bytes, int, int]]:
    """Each JSON-LD script with the line and the column where its text begins, which count code points."""
    last, line, column = 0, 1, 1
    for body, offset in scripts(page):
        between = page[last:offset].decode(encoding, "replace")
        down = between.count("\n")
        line, column = line + down, len(between) - between.rfind("\n") if down else column + len(between)
        last = offset
        yield body, line, column


def language(page: bytes) -> str | None:
    """The language that a page says it is in."""
    found = _LANGUAGE.search(page, 0, _HEAD)
    return found[1].decode("ascii") if found else None


def base(page: bytes) -> str | None:
    """The address that a page says its relative addresses start from, else the one that it says it has."""
    found = _in_head(page, _BASE) or _in_head(page, _CANONICAL)
    return unescape(found[1].decode("utf-8", "replace")) if found else None


def encoding(page: bytes) -> str:
    """The name of the encoding that a page declares; UTF-8 where it declares none."""
    return "utf-8" if page.startswith(b"\xef\xbb\xbf") else declared_encoding(page)


def _in_head(page: bytes, tag: re.Pattern[bytes]) -> re.Match[bytes] | None:
    """The first such tag in the head of a page, or in its beginning where the head has no end."""
    end = page.find(b"</head", 0, _HEAD)
    return tag.search(page, 0, end if end >= 0 else _HEAD)


def _is_json_ld(attributes: bytes) -> bool:
    found = _TYPE.search(attributes)
    if not found:
        return False
    given = unescape((found[1] or found[2] or found[3] or b"").decode("ascii", "replace"))
    return given.partition(";")[0].strip().lower() == "application/ld+json"
