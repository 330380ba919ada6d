"""Bytes to a JSON value: one document, of a size that every value and its place can be told of."""

from typing import Any

from factcheck import Input, JsonPlaces, ReadingError, strict_json
from factcheck_webannotation.rules import RULES

_LIMIT = 64_000_000  # bytes
DEEPEST = 200
_MOST_COMMAS = 1_000_000  # counted before anything is made of them
_MOST_PLACES = 100_000_000  # characters of all pointers together


def document(source: Input) -> Any:
    """The JSON value of an input. Raises ReadingError, with the place, where it is none or too large."""
    text = text_of(source)
    if text.count(",") > _MOST_COMMAS:
        raise _refused(source, f"it has more than {_MOST_COMMAS:,} commas")
    try:
        value = strict_json.loads(text)
    except (ValueError, RecursionError):
        raise _broken(source, text) from None
    depth, places = _size(value)
    if depth > DEEPEST:
        raise _broken(source, text)
    if places > _MOST_PLACES:
        raise _refused(source, f"the pointers to its values have more than {_MOST_PLACES:,} characters")
    return value


def text_of(source: Input) -> str:
    """The text of an input. Raises ReadingError where it is too large, or no text."""
    try:
        return source.whole(_LIMIT).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        *before, begun = error.object[: error.start].decode().split("\n")
        message = f"not UTF-8: byte {error.start} ({error.object[error.start]:#04x}) begins no character"
        raise _refused(source, message, len(before) + 1, len(begun) + 1) from None


def _broken(source: Input, text: str) -> ReadingError:
    found = JsonPlaces(text, deepest=DEEPEST).problem
    return (
        _refused(source, found.message, found.line, found.column)
        if found
        else _refused(source, "it is nested too deep")
    )


def _refused(source: Input, message: str, line: int | None = None, column: int | None = None) -> ReadingError:
    problem = RULES["webannotation-json"].finding(f"this JSON cannot be read: {message}")
    return ReadingError([problem.at(source.name, line, column)])


def _size(value: Any) -> tuple[int, int]:
    """How deep a value is nested, and how long all pointers within it are together."""
    deepest = places = 0
    waiting = [(value, 0, 0)]  # no recursion: a document may be nested deeper than Python likes to follow
    while waiting:
        each, length, level = waiting.pop()
        places, deepest = places + length, max(deepest, level)
        if isinstance(each, dict):
            waiting += [(inner, length + 1 + 2 * len(key), level + 1) for key, inner in each.items()]
        elif isinstance(each, list):
            within = length + 1 + len(str(len(each)))
            waiting += [(inner, within, level + 1) for inner in each]
    return deepest, places
