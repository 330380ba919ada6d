"""The comments of a YAML text, and what each stands at.

PyYAML drops comments, so they are what begins with `#` outside of its scalars. Anchors, aliases and what else
stands between two scalars hold no `#`, but for tags and directives, which no fact-check has.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from .lines import Lines
from .yaml_events import parsed

_COMMENT = re.compile(r"#[^\r\n]*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)?")
_BREAK = re.compile(r"[\r\n]|\Z")
_BEFORE = (yaml.StreamStartEvent, yaml.DocumentStartEvent)


class Comment(NamedTuple):
    """A comment, its line and column, and the line that it is about; None where it stands before everything.

    At the end of a line it is about this line; alone in its line, about the next one that says something.
    """

    text: str
    line: int
    column: int
    about: int | None


def comments(text: str) -> list[Comment]:
    """The comments of a text in the order of the text; none where it is no YAML."""
    try:
        begins, spans = _scanned(text)
    except yaml.YAMLError:
        return []
    lines = Lines(text)
    return [
        _comment(text, found, begins, lines) for start, end in spans for found in _COMMENT.finditer(text, start, end)
    ]


def _scanned(text: str) -> tuple[int, list[tuple[int, int]]]:
    """Where the text begins to say something, and the spans of it that lie outside of scalars. Raises YAMLError."""
    begins, at, spans = None, 0, list[tuple[int, int]]()
    for event in parsed(text):
        start, end = event.start_mark.index, event.end_mark.index
        if begins is None and not isinstance(event, _BEFORE):
            begins = start
        if isinstance(event, yaml.ScalarEvent):
            # A comment may follow the indicator of a block scalar, whose words begin in the next line.
            spans.append((at, _end_of_line(text, start) if event.style in ("|", ">") else start))
            at = end
    return begins or 0, [*spans, (at, len(text))]


def _end_of_line(text: str, at: int) -> int:
    found = _BREAK.search(text, at)
    return found.start() if found else len(text)


def _comment(text: str, found: re.Match[str], begins: int, lines: Lines) -> Comment:
    line, column = lines.place(found.start())
    alone = not text[found.start() - column + 1 : found.start()].strip()
    about = None if alone and found.start() < begins else line + (_skipped(text, found.end()) if alone else 0)
    return Comment(found[0], line, column, about)


def _skipped(text: str, at: int) -> int:
    """How many lines further on the next one is that says something."""
    count = 0
    for count, line in enumerate(_lines_from(text, at)):
        if count and line.strip() and not line.lstrip().startswith("#"):
            break
    return count


def _lines_from(text: str, at: int) -> Iterator[str]:
    while at < len(text) and (line := _LINE.match(text, at)):
        yield line[0]
        at = line.end()
