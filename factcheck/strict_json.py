"""JSON that all programs read alike (RFC 7493), and what of it stands where, by JSON pointer (RFC 6901).

Nothing here but `loads` recurses: documents may be nested deeper than Python likes to follow.
"""

import json
from collections.abc import Iterator
from math import isinf
from typing import Any, NoReturn

__all__ = ["escaped", "leaves", "loads", "shown"]


def loads(text: str) -> Any:
    """The value of a JSON text.

    Raises ValueError for what is no JSON, a key that stands twice in one object, half of a character and a number that
    is larger than any, and RecursionError: `JsonPlaces(text).problem` says which, and where.
    """
    value = json.loads(text, object_pairs_hook=_distinct, parse_float=_finite, parse_constant=_no_number)
    if "\\u" in text:  # an escape may stand for half of a character, which no UTF-8 can hold again
        json.dumps(value, ensure_ascii=False).encode()
    return value


def leaves(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Each leaf, empty lists and objects among them, with its pointer, in the order of the document."""
    waiting = [(pointer, value)]
    while waiting:
        place, each = waiting.pop()
        if isinstance(each, dict) and each:
            waiting.extend((f"{place}/{escaped(key)}", inner) for key, inner in reversed(each.items()))
        elif isinstance(each, list) and each:
            waiting.extend((f"{place}/{index}", each[index]) for index in reversed(range(len(each))))
        else:
            yield place, each


def escaped(key: str) -> str:
    """A key as a step of a pointer (section 3)."""
    return key.replace("~", "~0").replace("/", "~1")


def shown(leaf: Any) -> str:
    """A leaf as text."""
    return leaf if isinstance(leaf, str) else json.dumps(leaf)


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError("a key stands twice")
    return made


def _finite(text: str) -> float:
    found = float(text)
    if isinf(found):
        raise ValueError(text)
    return found


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)
