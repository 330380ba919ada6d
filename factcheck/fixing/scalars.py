"""Where each scalar of a text begins and ends, and how another value is written in its place."""

import json
import re
from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]  # documented nowhere, there since Python 2.6
from typing import NamedTuple

import yaml

from factcheck.reading.json_events import json_events
from factcheck.reading.yaml_events import parsed

from .values import without_entities

_HEADER = re.compile(r"([^\r\n]*)(\r\n?|\n|)(.*)", re.DOTALL)
_BLOCK = ("|", ">")
_NULLS = ("", "~", "null")


class Scalar(NamedTuple):
    """A scalar as it is written: its offsets, its style (`json` or YAML's), and whether it stands in YAML's brackets."""

    start: int
    end: int
    style: str
    in_brackets: bool = False

    @property
    def is_block(self) -> bool:
        """Whether its words begin in the next line, after `|` or `>`."""
        return self.style in _BLOCK


def scalars(text: str, *, is_json: bool) -> dict[int, Scalar]:
    """The scalars of a text that can be read, by their offset; of JSON the texts only."""
    return {each.start: each for each in (_of_json(text) if is_json else _of_yaml(text))}


def rewritten(raw: str, scalar: Scalar, stood: str, made: str) -> str | None:
    """A scalar as it is written, with another value: in its own style if that can be; None where it cannot at all."""
    if scalar.is_block:
        # Its indentation depends on what is around it, so that it is judged in its place only, like every repair.
        header, line_break, words = _HEADER.match(raw).groups()  # type: ignore[union-attr]  # it matches everything
        return f"{header}{line_break}{without_entities(words)}"
    for candidate in _candidates(raw, scalar, stood, made):
        if _value(candidate, scalar) == made:
            return candidate
    return None


def _of_json(text: str) -> Iterator[Scalar]:
    for kind, at, value, _ in json_events(text):
        if kind == "scalar" and isinstance(value, str):
            yield Scalar(at, scanstring(text, at + 1, True)[1], "json")


def _of_yaml(text: str) -> Iterator[Scalar]:
    brackets = list[bool]()
    for event in parsed(text):
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.ScalarEvent):
            in_brackets = bool(brackets and brackets[-1])
            yield Scalar(start, end, event.style or "", in_brackets)
        elif isinstance(event, yaml.CollectionStartEvent):
            brackets.append(bool(event.flow_style))
        elif isinstance(event, yaml.CollectionEndEvent):
            brackets.pop()


def _candidates(raw: str, scalar: Scalar, stood: str, made: str) -> Iterator[str]:
    if stood in raw:
        yield raw.replace(stood, made, 1)
    yield without_entities(raw)
    double = json.dumps(made, ensure_ascii=raw.isascii() and "\\u" in raw)
    single = "'" + made.replace("'", "''") + "'"
    yield from (single, double) if scalar.style in ("", "'") else (double, single)


def _value(written: str, scalar: Scalar) -> str | None:
    """What such a scalar says in its surroundings; None where it says nothing or more than one thing."""
    if scalar.style == "json":
        try:
            return str(json.loads(written))
        except ValueError:
            return None
    before, after = ("[", "\n]") if scalar.in_brackets else ("k: ", "\n")
    try:
        found = [event for event in parsed(before + written + after) if isinstance(event, yaml.ScalarEvent)]
    except yaml.YAMLError:
        return None
    value = found[-1] if len(found) == (1 if scalar.in_brackets else 2) else None
    if value is None or (value.implicit[0] and value.value in _NULLS):
        return None
    return str(value.value)
