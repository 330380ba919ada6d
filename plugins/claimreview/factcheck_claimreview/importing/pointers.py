"""JSON pointers, and the objects of a JSON value with theirs: RFC 6901."""

from collections.abc import Sequence
from typing import Any

_LONG = 200  # of a pointer; that of hardly any value in markup is longer
_MOST = 100_000_000
_INNER = (dict, list)

Placed = tuple[dict[str, Any], str]
Objects = Sequence[Placed]


def escaped(step: str) -> str:
    """A key as a step of a JSON pointer (section 3)."""
    return step.replace("~", "~0").replace("/", "~1") if "~" in step or "/" in step else step


class Room:
    """What is left for the pointers of a document: below a long key each value has a long one, and they add up."""

    def __init__(self) -> None:
        self._left = _MOST

    def take(self, pointer: str, times: int = 1) -> None:
        """Count a pointer that so many others begin with. Raises ValueError where they are too long together."""
        if len(pointer) > _LONG:
            self._left -= (len(pointer) - _LONG) * times
            if self._left < 0:
                raise ValueError("its keys are longer than those of any markup")


def objects(root: Any, pointer: str = "") -> Objects:
    """Every object in a JSON value, each before those within it, with its pointer. Raises ValueError for endless keys."""
    found: list[Placed] = []
    room = Room()
    waiting = [(root, pointer)] if type(root) in _INNER else []
    while waiting:
        value, place = waiting.pop()
        room.take(place, len(value))
        if type(value) is dict:
            found.append((value, place))
            inner = [(value[key], f"{place}/{escaped(key)}") for key in value if type(value[key]) in _INNER]
        else:
            inner = [(each, f"{place}/{index}") for index, each in enumerate(value) if type(each) in _INNER]
        if inner:
            inner.reverse()
            waiting += inner
    return found
