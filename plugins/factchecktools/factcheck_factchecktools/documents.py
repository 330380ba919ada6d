"""Bytes to JSON documents: one, or one a line; nothing in them is lost, and each place is a JSON pointer."""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from factcheck import Finding, Input, ReadingError

from . import rules
from .ledger import leaves

_LIMIT = 64_000_000  # bytes; the longest answers have some hundred kilobytes
_MOST_COMMAS = 1_000_000  # counted before anything is made of them, those in texts among them
_MOST_VALUES = 500_000  # each may become a finding


class Document(NamedTuple):
    """One JSON document of an input: its value, or what is wrong with it.

    `pointer` is empty for the only one; of JSON Lines, `/0` is the first that is not blank, and `line`
    counts lines from 1.
    """

    value: Any
    pointer: str = ""
    line: int | None = None
    problem: Finding | None = None


def documents(source: Input) -> Iterator[Document]:
    """Each document of an input. Raises ReadingError where there is none, or where it is too large."""
    try:
        text = source.whole(_LIMIT).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"not UTF-8: byte {error.start} ({error.object[error.start]:#04x}) begins no character"
        raise ReadingError([rules.JSON.finding(message).at(source.name)]) from None
    whole = _parsed(text)
    lines = _lines(text) if whole.problem else []
    if whole.problem and (len(lines) < 2 or not isinstance(_parsed(lines[0][1]).value, dict)):
        raise ReadingError([whole.problem.at(source.name, whole.problem.line, whole.problem.column)])
    if not whole.problem:
        yield whole
    for index, (line, part) in enumerate(lines):
        found = _parsed(part)
        problem = found.problem and found.problem.at(None, line, found.problem.column)
        yield Document(found.value, f"/{index}", line, problem)


def _lines(text: str) -> list[tuple[int, str]]:
    return [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _parsed(text: str) -> Document:
    try:
        _refuse_many(text.count(","), _MOST_COMMAS)
        value = json.loads(text, object_pairs_hook=_object, parse_float=_finite, parse_constant=_refused)
        if text.count(",") >= _MOST_VALUES:
            _refuse_many(sum(1 for _ in islice(leaves(value, ""), _MOST_VALUES + 1)), _MOST_VALUES)
        if "\\u" in text:  # an escape may stand for half of a character, which no UTF-8 can hold again
            json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        problem = rules.JSON.finding(f"not JSON: {error.msg}").at(None, error.lineno, error.colno)
    except RecursionError:
        problem = rules.JSON.finding("no answer is nested as deep as this")
    except UnicodeEncodeError:
        problem = rules.JSON.finding("an escape such as `\\ud83d` stands for half a character")
    except ValueError as error:
        problem = rules.JSON.finding(str(error))
    else:
        return Document(value)
    return Document(None, problem=problem)


def _refuse_many(count: int, most: int) -> None:
    if count > most:
        raise ValueError(f"a document holds at most {most:,} values; this one has more")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        doubled = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        raise ValueError(f"the key `{doubled}` stands twice in one object: nobody can say which counts")
    return made


def _finite(text: str) -> float:
    if float(text) in (float("inf"), float("-inf")):
        raise ValueError(f"{text[:40]} is larger than any number that can be kept")
    return float(text)


def _refused(text: str) -> float:
    raise ValueError(f"{text} is no number in JSON")
