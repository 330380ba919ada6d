"""Bytes to FactCheck."""

import os
from dataclasses import dataclass
from functools import cached_property
from typing import BinaryIO

from pydantic import ValidationError

from factcheck.errors import ReadingError
from factcheck.findings import Finding
from factcheck.model import FactCheck

from .comments import Comment, comments
from .compose import Tree, compose
from .diagnosis import diagnose, findings_of
from .inputs import bytes_of_file, bytes_of_stream, text_of
from .json_events import json_events
from .lines import Lines, OneLine
from .quick import quick
from .rules import Problem, location_of
from .yaml_events import yaml_events


@dataclass(frozen=True)
class Reading:
    """A fact-check, and the text that it was read from."""

    fact_check: FactCheck
    name: str
    text: str

    def locate(self, finding: Finding) -> Finding:
        """The finding with file, line and column, for a model path such as `claims[0].made`.

        A path that is not written in the text gets the place of its nearest parent.
        """
        line, column = self._lines.place(self.tree.offset(location_of(finding.path)))
        return finding.at(self.name, line, column)

    def lines_of(self, path: str) -> frozenset[int]:
        """The lines where a model path's key and its value begin."""
        location = location_of(path)
        return frozenset(self._lines.place(self.tree.offset(location, of_key=of_key))[0] for of_key in (True, False))

    def comments(self) -> list[Comment]:
        """The comments in the text; JSON has none."""
        return [] if self.name.lower().endswith(".json") else comments(self.text)

    @cached_property
    def tree(self) -> Tree:
        """The data in the text, and where each key and value is written."""
        return tree_of(self.text, self.name)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)


def load(path: str | os.PathLike[str]) -> FactCheck:
    """The fact-check in a YAML or JSON file. Raises ReadingError, which holds every problem."""
    return read_file(path).fact_check


def loads(text: str | bytes, *, name: str = "<text>") -> FactCheck:
    """The fact-check in a YAML or JSON text. Raises ReadingError, which holds every problem."""
    data = _utf8(text) if isinstance(text, str) else text
    fact_check = quick(data)
    return read(data, name).fact_check if fact_check is None else fact_check


def read_file(path: str | os.PathLike[str]) -> Reading:
    """Read a YAML or JSON file. Raises ReadingError, which holds every problem."""
    return read(bytes_of_file(path), os.fspath(path))


def read_stream(stream: BinaryIO, name: str) -> Reading:
    """Read a binary stream to its end. Raises ReadingError, which holds every problem."""
    return read(bytes_of_stream(stream, name), name)


def read(data: bytes, name: str) -> Reading:
    """Read bytes as YAML or JSON; `name` is what findings call them, and `.json` at its end allows JSON only.

    Raises ReadingError, which holds every problem.
    """
    return read_text(text_of(data, name), name)


def read_text(text: str, name: str) -> Reading:
    """Read a text as YAML or JSON. Raises ReadingError, which holds every problem."""
    fact_check = quick(_utf8(text))
    return _thoroughly(text, name) if fact_check is None else Reading(fact_check, name, text)


def record(line: bytes, name: str, number: int) -> FactCheck:
    """The fact-check in one line of JSON Lines, a JSON text in UTF-8; `name` and `number` say which line of what.

    Raises ReadingError, whose findings have this line, and the column in it in code points.
    """
    fact_check = quick(line)
    return _of_line(line, name, number) if fact_check is None else fact_check


def _of_line(line: bytes, name: str, number: int) -> FactCheck:
    try:
        text = text_of(line, name)
    except ReadingError as error:
        raise ReadingError([each.at(name, number, each.column) for each in error.findings]) from None
    judged = _judged(compose(json_events(text)))
    if isinstance(judged, FactCheck):
        return judged
    raise ReadingError(findings_of(judged, name, OneLine(number)))


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _thoroughly(text: str, name: str) -> Reading:
    tree = tree_of(text, name)
    judged = _judged(tree)
    if not isinstance(judged, FactCheck):
        raise ReadingError(findings_of(judged, name, Lines(text)))
    reading = Reading(judged, name, text)
    reading.__dict__["tree"] = tree
    return reading


def _judged(tree: Tree) -> FactCheck | list[Problem]:
    """The fact-check in a tree, or else everything that is wrong with it."""
    fact_check, error = None, None
    if tree.complete:
        try:
            fact_check = FactCheck.model_validate(tree.data)
        except ValidationError as caught:
            error = caught
    return diagnose(tree, error) if fact_check is None or tree.problems else fact_check


def tree_of(text: str, name: str) -> Tree:
    """The tree of a text, as JSON or YAML; of one that is neither, as what it looks like most."""
    if name.lower().endswith(".json"):
        return compose(json_events(text))
    if not _may_be_json(text, name):
        return compose(yaml_events(text))
    as_json = compose(json_events(text))
    if as_json.complete:
        return as_json
    as_yaml = compose(yaml_events(text))
    return as_yaml if as_yaml.complete or not _looks_like_json(text, name) else as_json


def is_json(text: str, name: str) -> bool:
    """Whether a text that can be read is read as JSON."""
    return name.lower().endswith(".json") or (_may_be_json(text, name) and compose(json_events(text)).complete)


def _may_be_json(text: str, name: str) -> bool:
    return text.lstrip()[:1] in ("{", "[") or name.lower().endswith(".json")


def _looks_like_json(text: str, name: str) -> bool:
    """Whether a text that begins with a bracket, and is neither JSON nor YAML, was meant as JSON."""
    begins_with_quotes = text.lstrip()[1:].lstrip()[:1] in ('"', "{", "[")
    return begins_with_quotes and not name.lower().endswith((".yaml", ".yml"))
