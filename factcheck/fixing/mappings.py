"""Values that are written into a mapping of a text: in place of those that are there, or after the key before."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from factcheck.model.references import Location

from .scalars import Scalar, rewritten, scalars
from .texts import Text
from .writing import quoted, replaced

_REST_OF_LINE = re.compile(r"[ \t]*(?:(?<=[ \t])#[^\r\n]*)?(?:\r\n?|\n|\Z)")
_REST_IN_BRACKETS = re.compile(r"[ \t]*(,?)[ \t]*(?:(?<=[ \t])#[^\r\n]*)?(?:\r\n?|\n)")
_SEPARATOR = re.compile(r"[ \t]*:[ \t]*")
_LINE_BREAK = re.compile(r"\r\n?|\n")
_BARE = re.compile(r"[^\s,\]}]+")


class Edit(NamedTuple):
    """What is written for a span of a text; an empty span is a place to write at."""

    start: int
    end: int
    written: str


class _Entry(NamedTuple):
    """A key of a mapping and its value, as they are written."""

    key: Scalar
    value: Scalar


class Mappings:
    """The mappings of a text that can be read."""

    def __init__(self, text: Text) -> None:
        self._text, self._body = text, text.body
        self._scalars = scalars(text.body, is_json=text.is_json)
        found = _LINE_BREAK.search(text.body)
        self._line_break = found[0] if found else "\n"

    def edits(self, location: Location, order: Sequence[str], values: Mapping[str, Any]) -> list[Edit] | None:
        """The edits that put values into the mapping at a location, whose keys have an order.

        None where its layout leaves no place for one of them, or one is to go.
        """
        data: Any = self._text.tree.data
        for step in location:
            data = data[step]
        made, missing, last = list[Edit](), list[str](), None
        for key in order:
            if key in data:
                if missing and last:
                    made += self._inserted(last, {each: values[each] for each in missing})
                entry = self._entry((*location, key))
                if entry is None or (key in values and values[key] is None):
                    return None
                if key in values:
                    made.append(self._replaced(entry, data[key], values[key]))
                missing, last = [], entry
            elif key in values:
                missing.append(key)
        if missing and last:
            made += self._inserted(last, {each: values[each] for each in missing})
        return made if last else None

    def _entry(self, location: Location) -> _Entry | None:
        key_at, at = (self._text.tree.offset(location, of_key=of_key) for of_key in (True, False))
        key, value = self._scalars.get(key_at), self._scalars.get(at)
        if value is None and self._text.is_json:
            found = _BARE.match(self._body, at)
            value = Scalar(at, found.end(), "json", in_brackets=True) if found else None
        return _Entry(key, value) if key and value else None

    def _replaced(self, entry: _Entry, stood: Any, made: Any) -> Edit:
        scalar = entry.value
        raw = self._body[scalar.start : scalar.end]
        if scalar.is_block:
            raw = raw.rstrip(" \t\r\n")
            written = replaced(raw, str(made), self._text, self._line_break)
        elif isinstance(stood, str) and not (self._text.is_json and isinstance(made, int)):
            written = rewritten(raw, scalar, stood, str(made)) or self._written(made)
        else:
            written = self._written(made) if raw else f" {self._written(made)}"
        return Edit(scalar.start, scalar.start + len(raw), written)

    def _inserted(self, after: _Entry, values: Mapping[str, Any]) -> Iterator[Edit]:
        if self._text.is_json or after.value.in_brackets:
            return self._in_brackets(after, values)
        return self._in_lines(after, values)

    def _in_lines(self, after: _Entry, values: Mapping[str, Any]) -> Iterator[Edit]:
        end, keeps = after.value.end, False
        if after.value.is_block:
            raw = self._body[after.value.start : end]
            keeps = "+" in raw.partition("\n")[0]
            end = end if keeps else after.value.start + len(raw.rstrip(" \t\r\n"))
        rest = None if keeps else _REST_OF_LINE.match(self._body, end)
        at = rest.end() if rest else end
        is_last = not self._body[:at].endswith(("\n", "\r"))
        indentation = " " * (after.key.start - self._line_start(after.key.start))
        lines = [f"{indentation}{key}: {self._written(value)}" for key, value in values.items()]
        joined = self._line_break.join(lines)
        yield Edit(at, at, f"{self._line_break}{joined}" if is_last else f"{joined}{self._line_break}")

    def _in_brackets(self, after: _Entry, values: Mapping[str, Any]) -> Iterator[Edit]:
        separator = _SEPARATOR.match(self._body, after.key.end)
        between = separator[0] if separator and separator.end() == after.value.start else ": "
        mark = '"' if self._body[after.key.start] == '"' else ""
        pairs = [f"{mark}{key}{mark}{between}{self._written(value)}" for key, value in values.items()]
        before = self._body[self._line_start(after.key.start) : after.key.start]
        rest = None if before.strip(" \t") else _REST_IN_BRACKETS.match(self._body, after.value.end)
        if rest is None:
            comma = "," if between == ":" else ", "
            yield Edit(after.value.end, after.value.end, "".join(comma + pair for pair in pairs))
            return
        last = "," if rest[1] else ""
        if not last:
            yield Edit(after.value.end, after.value.end, ",")
        lines = f",{self._line_break}{before}".join(pairs)
        yield Edit(rest.end(), rest.end(), f"{before}{lines}{last}{self._line_break}")

    def _line_start(self, at: int) -> int:
        return max(self._body.rfind("\n", 0, at), self._body.rfind("\r", 0, at)) + 1

    def _written(self, value: Any) -> str:
        return str(value) if isinstance(value, int) else quoted(value, self._text)
