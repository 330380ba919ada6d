"""JSON pointers (RFC 6901), and what of a JSON value stands where. Nothing here recurses: documents may be nested deep."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from factcheck.strict_json import escaped

Pointer: TypeAlias = str


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
