"""JSON pointers (RFC 6901), and what of a JSON value stands where. Nothing here recurses: documents may be nested deep."""

import json
from collections.abc import Iterator, Sequence
from typing import Any


def escaped(key: str) -> str:
    """A key as a step of a pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def pointer_of(path: Sequence[str | int]) -> str:
    """The pointer that these steps make."""
    return "".join(f"/{escaped(str(step))}" for step in path)


def objects(value: Any) -> Iterator[tuple[dict[str, Any], str]]:
    """Each object of a value with its pointer, but for contexts, in the order of the document."""
    waiting = [(value, "")]
    while waiting:
        each, pointer = waiting.pop()
        if isinstance(each, dict):
            yield each, pointer
            inner = [(value, f"{pointer}/{escaped(key)}") for key, value in each.items() if key != "@context"]
            waiting.extend(reversed(inner))
        elif isinstance(each, list):
            waiting.extend((each[index], f"{pointer}/{index}") for index in reversed(range(len(each))))


def leaves(value: Any, pointer: str) -> Iterator[tuple[str, Any]]:
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


def shown(leaf: Any) -> str:
    """A leaf as text."""
    return leaf if isinstance(leaf, str) else json.dumps(leaf)
