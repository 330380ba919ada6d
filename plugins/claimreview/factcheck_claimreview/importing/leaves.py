"""What was read of a document and what was not: no leaf is lost in silence."""

from collections.abc import Iterator
from typing import Any

from factcheck import Finding

from .nodes import Reading, escaped, shown_as
from .rules import RULES


def left(reading: Reading) -> Iterator[Finding]:
    """A finding for each leaf that was not read and that nothing has been said of."""
    told = {finding.path for finding in reading.findings}
    for place, value in _unread(reading):
        if place not in told:
            yield RULES["claimreview-not-carried"].finding(
                "a fact-check has no place for this", place, stood=shown_as(value)
            )


def _unread(reading: Reading) -> Iterator[tuple[str, Any]]:
    waiting: list[tuple[Any, str, bool]] = [(reading.root, "", False)]
    while waiting:
        value, place, read = waiting.pop()
        if isinstance(value, dict):
            if not value and not read:
                yield place, "{}"
            waiting.extend(
                (value[key], f"{place}/{escaped(key)}", (id(value), key) in reading.taken) for key in reversed(value)
            )
        elif isinstance(value, list):
            if not value and not read:
                yield place, "[]"
            waiting.extend((value[index], f"{place}/{index}", read) for index in reversed(range(len(value))))
        elif not read:
            yield place, value
