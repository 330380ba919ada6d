"""Entries that stand twice in a list: which they are, and the span of text that goes with one of them."""

import json
import re
from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]  # documented nowhere, there since Python 2.6
from typing import Any, NamedTuple

import yaml

from factcheck.model.references import Location
from factcheck.reading.comments import comments
from factcheck.reading.json_events import json_events
from factcheck.reading.lines import Lines
from factcheck.reading.yaml_events import parsed

from .fields import lists
from .texts import Text

# Words may take one way twice, and a verdict may go back to what it was.
_ORDERED = ("relays", "history")
_REST_OF_LINE = re.compile(r"[ \t]*(?:\r\n?|\n|\Z)")


class Doubled(NamedTuple):
    """An entry that is equal to one before it: where the two stand in the model, and what it says."""

    location: Location
    first: Location
    value: Any


class Span(NamedTuple):
    """An entry as it is written: its offsets, and whether it stands in brackets."""

    start: int
    end: int
    in_brackets: bool


def doubled(data: Any) -> Iterator[Doubled]:
    """Each entry of a list that is equal to one before it, in lists where that says nothing."""
    for location, entries in lists(data):
        if location[-1] in _ORDERED:
            continue
        seen = dict[str, int]()
        for index, entry in enumerate(entries):
            first = seen.setdefault(json.dumps(entry, sort_keys=True), index)
            if first != index:
                yield Doubled((*location, index), (*location, first), entry)


class Removals:
    """The spans to take out of a text: an entry with the dash, the comma and the line breaks that belong to it."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._entries = {
            each.start: each for each in _entries(_of_json(text.body) if text.is_json else _of_yaml(text.body))
        }
        self.lines = Lines(text.body)
        self._comments = [] if text.is_json else comments(text.body)

    def span(self, location: Location) -> tuple[int, int] | None:
        """The offsets of what goes with an entry; None where a comment belongs to it, or it cannot be told apart."""
        *parent, index = location
        offsets = (self._text.tree.offset((*parent, each)) for each in (int(index) - 1, index))
        before, entry = (self._entries.get(offset) for offset in offsets)
        if before is None or entry is None:
            return None
        span = (before.end, entry.end) if entry.in_brackets else _whole_lines(self._text.body, entry)
        return None if span is None or self._is_commented(entry, *span) else span

    def _is_commented(self, entry: Span, start: int, end: int) -> bool:
        """Whether a comment stands within, or is about a line of an entry that has its lines for itself."""
        first, last = self.lines.place(start), self.lines.place(end)
        about = range(0) if entry.in_brackets else range(first[0], last[0] + (last[1] > 1))
        return any(first <= (each.line, each.column) < last or each.about in about for each in self._comments)


def _whole_lines(body: str, entry: Span) -> tuple[int, int] | None:
    """From the line with the dash to the last one with words; None where more stands there than the entry."""
    dash = len(body[: entry.start].rstrip()) - 1
    start = max(body.rfind("\n", 0, dash), body.rfind("\r", 0, dash)) + 1
    rest = _REST_OF_LINE.match(body, len(body[: entry.end].rstrip()))
    return (start, rest.end()) if rest and body[start : dash + 1].lstrip(" ") == "-" else None


class _Piece(NamedTuple):
    """A scalar; or the beginning of a mapping or list, which has no end yet; or its end, which has no beginning."""

    start: int | None
    end: int | None
    is_list: bool = False
    in_brackets: bool = False


def _entries(pieces: Iterator[_Piece]) -> Iterator[Span]:
    opened = list[_Piece]()
    for piece in pieces:
        if piece.end is None:
            opened.append(piece)
            continue
        start = opened.pop().start if piece.start is None else piece.start
        if opened and opened[-1].is_list and start is not None:
            yield Span(start, piece.end, opened[-1].in_brackets)


def _of_json(body: str) -> Iterator[_Piece]:
    for kind, at, value, _ in json_events(body):
        if kind == "scalar":
            yield _Piece(at, scanstring(body, at + 1, True)[1] if isinstance(value, str) else at)
        elif kind == "end":
            yield _Piece(None, at + 1)
        else:
            yield _Piece(at, None, kind == "list", in_brackets=True)


def _of_yaml(body: str) -> Iterator[_Piece]:
    end = 0
    for event in parsed(body):
        first, last = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.CollectionStartEvent):
            yield _Piece(first, None, isinstance(event, yaml.SequenceStartEvent), bool(event.flow_style))
        elif isinstance(event, yaml.NodeEvent):
            end = last
            yield _Piece(first, end)
        elif isinstance(event, yaml.CollectionEndEvent):
            # Without brackets it is said to end where the next thing begins, after comments and empty lines.
            end = last if last > first else end
            yield _Piece(None, end)
