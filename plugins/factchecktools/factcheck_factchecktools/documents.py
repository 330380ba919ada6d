"""Bytes to JSON documents: one, or one a line; nothing in them is lost, and each place is a JSON pointer."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from factcheck import Finding, Input, ReadingError, strict_json

from . import rules
from .sizes import DEEPEST, MOST_COMMAS, size_of, too_large

_LIMIT = 64_000_000  # bytes; the longest answers have some hundred kilobytes


class Document(NamedTuple):
    """One JSON document of an input: its value, or what is wrong with it.

    `pointer` is empty for the only one; of JSON Lines, `/0` is the first that is not blank, and `line`
    counts lines from 1.
    """

    value: Any
    pointer: str = ""
    line: int | None = None
    problem: Finding | None = None
    characters: int = 0


def documents(source: Input) -> Iterator[Document]:
    """Each document of an input. Raises ReadingError where there is none, or where it is too large."""
    text = text_of(source)
    whole = _parsed(text)
    parts = lines(text) if whole.problem else []
    if whole.problem and (len(parts) < 2 or not isinstance(_parsed(parts[0][1]).value, dict)):
        raise ReadingError([whole.problem.at(source.name, whole.problem.line, whole.problem.column)])
    if not whole.problem:
        yield whole
    for index, (line, part) in enumerate(parts):
        yield _parsed(part, line)._replace(pointer=f"/{index}", line=line)


def text_of(source: Input) -> str:
    """The text of an input. Raises ReadingError where it is too large, or no text."""
    try:
        return source.whole(_LIMIT).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"not UTF-8: byte {error.start} ({error.object[error.start]:#04x}) begins no character"
        *before, begun = error.object[: error.start].decode().split("\n")
        raise ReadingError([rules.JSON.finding(message).at(source.name, len(before) + 1, len(begun) + 1)]) from None


def lines(text: str) -> list[tuple[int, str]]:
    """The lines that are not blank, with their numbers."""
    return [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _parsed(text: str, line: int = 1) -> Document:
    if text.count(",") > MOST_COMMAS:
        return _refused(f"it has more than {MOST_COMMAS:,} commas")
    try:
        value = strict_json.loads(text)
    except (ValueError, RecursionError):
        return _broken(text, line)
    size = size_of(value)
    if size.depth > DEEPEST:
        return _broken(text, line)
    too_much = too_large(size)
    return _refused(too_much) if too_much else Document(value, characters=len(text))


def _broken(text: str, line: int) -> Document:
    """What is wrong with a text that no answer is, and where."""
    from factcheck import JsonPlaces  # noqa: PLC0415  # imports the core's reading, which `read` does without

    found = JsonPlaces(text, line, DEEPEST).problem
    if found is None:
        return _refused("it is nested too deep")
    return _refused(found.message, found.line, found.column)


def _refused(message: str, line: int | None = None, column: int | None = None) -> Document:
    problem = rules.JSON.finding(f"this JSON cannot be read: {message}")
    return Document(None, problem=problem.at(None, line, column))
