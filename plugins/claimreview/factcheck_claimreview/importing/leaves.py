"""What was read of a document and what was not: no leaf is lost in silence."""

from collections.abc import Iterator
from typing import Any

from factcheck import Finding

from .nodes import NONE, Reading, shown_as
from .pointers import escaped
from .rules import RULES

_NO_PLACE = "no part of a fact-check was made of this"


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
    if not reading.objects or reading.objects[0][0] is not reading.root:
        yield from _listed(reading.root, reading.pointer)
    for data, place in reading.objects:
        if not data:
            yield place, data
            continue
        taken = reading.taken.get(id(data), NONE)
        # Nothing is ever made of a null.
        for key in data if not taken else [key for key in data if key not in taken or data[key] is None]:
            value = data[key]
            if type(value) is list:
                yield from _listed(value, f"{place}/{escaped(key)}")
            elif type(value) is not dict:
                yield f"{place}/{escaped(key)}", value


def _listed(value: Any, place: str) -> Iterator[tuple[str, Any]]:
    """The leaves of a list, or a value that is a leaf itself; its objects are seen to where they stand."""
    waiting = [(value, place)]
    while waiting:
        each, where = waiting.pop()
        if type(each) is list and each:
            waiting += [(inner, f"{where}/{index}") for index, inner in enumerate(each)][::-1]
        elif type(each) is not dict:
            yield where, each
