"""What was read of a document and what was not: no leaf is lost in silence."""

from collections.abc import Iterator
from typing import Any

from factcheck import Finding

from .nodes import Reading, shown_as
from .pointers import escaped
from .rules import RULES

_NO_PLACE = "a fact-check has no place for this"


def left(reading: Reading) -> Iterator[Finding]:
    """A finding for each leaf that was not read and that nothing has been said of."""
    told, stands, rule = (
        {finding.path for finding in reading.findings},
        reading.stands,
        RULES["claimreview-not-carried"],
    )
    for place, value in _unread(reading):
        if place not in told:
            stood = value if isinstance(value, str) else shown_as(value)
            yield Finding(rule.id, rule.severity, _NO_PLACE, place, *stands, rule.source, stood)


def _unread(reading: Reading) -> Iterator[tuple[str, Any]]:
    # Pointers are made for what was not read alone: most of a review is read, and this sees every leaf.
    taken, waiting = reading.taken, [(reading.root, reading.pointer, False)]
    while waiting:
        value, place, read = waiting.pop()
        if isinstance(value, dict) and value:
            owner = id(value)
            unread = [
                (each, f"{place}/{escaped(key)}", seen)
                for key, each in value.items()
                if not (seen := (owner, key) in taken) or isinstance(each, dict | list)
            ]
            waiting += reversed(unread)
        elif isinstance(value, list) and value:
            unread = [
                (each, f"{place}/{index}", read)
                for index, each in enumerate(value)
                if not read or isinstance(each, dict | list)
            ]
            waiting += reversed(unread)
        elif not read:
            yield place, value
