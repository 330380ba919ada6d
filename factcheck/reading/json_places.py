"""Where the values of a JSON text stand, for whoever reads it with a parser that does not say so."""

import re
from dataclasses import dataclass
from math import isinf
from typing import Any, NamedTuple

from .json_events import json_events
from .lines import Lines
from .rules import Broken, visible

_SURROGATE = re.compile("[\ud800-\udfff]")
_INDEX = re.compile("0|[1-9][0-9]{0,17}", re.ASCII)
_NUMBER = re.compile("[-+.0-9eE]+")
_MOST_DIGITS = 4300  # of a whole number: as many as Python reads


class JsonProblem(NamedTuple):
    """What is wrong with a JSON text, in a few words, and where: line and column count from 1, in code points."""

    message: str
    line: int
    column: int


class JsonPlaces:
    """Line and column of each value of a JSON text (RFC 8259), by its JSON pointer (RFC 6901).

    `problem` is the first thing that keeps programs from reading it alike (RFC 7493): what is no JSON, a key that
    stands twice in one object, half of a character, a number that is larger than any; and where `deepest` is given,
    more lists and objects within each other than that. What stands before it has its place. `line` is the line that
    the text begins on. Time and memory are in proportion to the text, and nothing is raised.
    """

    def __init__(self, text: str, line: int = 1, deepest: int | None = None) -> None:
        self._lines, self._before = Lines(text), line - 1
        self._top = _Value(0, [])
        self.problem: JsonProblem | None = None
        try:
            _gather(text, self._top, deepest)
        except Broken as broken:
            self.problem = JsonProblem(broken.message, *self._place(broken.at))

    def of(self, pointer: str) -> tuple[int, int]:
        """Line and column of a value, counted as in a problem; of one that is not there, those of its nearest parent."""
        value, found = self._top, self._top.within("0")
        for step in pointer.split("/")[1:]:
            if found is None:
                break
            value, found = found, found.within(step.replace("~1", "/").replace("~0", "~"))
        return self._place((found or value).at)

    def _place(self, offset: int) -> tuple[int, int]:
        line, column = self._lines.place(offset)
        return line + self._before, column


@dataclass(slots=True)
class _Value:
    """The offset of a value; of an object or a list what is in it, and the key whose value is still to come."""

    at: int
    inner: "dict[str, _Value] | list[_Value] | None" = None
    key: str | None = None

    def within(self, step: str) -> "_Value | None":
        """What a step of a pointer leads to."""
        if isinstance(self.inner, dict):
            return self.inner.get(step)
        if self.inner and _INDEX.fullmatch(step) and int(step) < len(self.inner):
            return self.inner[int(step)]
        return None

    def take(self, found: "_Value") -> None:
        """Take a value that stands in this list, or under the key that came last."""
        if isinstance(self.inner, list):
            self.inner.append(found)
        elif self.inner is not None and self.key is not None:
            self.inner[self.key], self.key = found, None


def _gather(text: str, top: _Value, deepest: int | None) -> None:
    """Put the values of a text into a list that takes the whole. Raises Broken."""
    opened = [top]
    for kind, at, value, _ in json_events(text):
        holder = opened[-1]
        if kind == "end":
            opened.pop()
        elif kind != "scalar":
            if len(opened) - 1 == deepest:
                raise Broken(at, "too-complex", f"more than {deepest} lists and objects stand within each other")
            opened.append(_Value(at, {} if kind == "mapping" else []))
            holder.take(opened[-1])
        elif isinstance(holder.inner, dict) and holder.key is None:
            _refuse_half(at, value)
            if value in holder.inner:
                raise Broken(at, "duplicate-key", f"the key `{visible(value)}` stands twice in one object")
            holder.key = value
        else:
            _refuse_half(at, value)
            _refuse_large(text, at, value)
            holder.take(_Value(at))


def _refuse_half(at: int, value: Any) -> None:
    if isinstance(value, str) and not value.isascii() and _SURROGATE.search(value):
        raise Broken(at, "wrong-value", "half of a character (a lone surrogate) stands in this text")


def _refuse_large(text: str, at: int, value: Any) -> None:
    """Refuse what no floating-point number holds; a whole number may be longer."""
    if not (isinstance(value, float) and isinf(value)):
        return
    written = text[at : _NUMBER.match(text, at).end()]  # type: ignore[union-attr]  # a number stands here
    if not written.lstrip("-").isdigit():
        raise Broken(at, "wrong-value", f"`{visible(written)}` is larger than any number that can be kept")
    if len(written.lstrip("-")) > _MOST_DIGITS:
        raise Broken(at, "wrong-value", f"this number has more than {_MOST_DIGITS:,} digits")
