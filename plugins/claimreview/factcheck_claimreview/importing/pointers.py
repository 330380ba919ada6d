"""JSON pointers, and the objects of a JSON value with theirs: RFC 6901."""

from typing import Any

_LONGEST = 10_000

Objects = list[tuple[dict[str, Any], str]]


def escaped(step: str) -> str:
    """A key as a step of a JSON pointer (section 3)."""
    return step.replace("~", "~0").replace("/", "~1") if "~" in step or "/" in step else step


def objects(root: Any, pointer: str = "") -> Objects:
    """Every object in a JSON value, each before those within it, with its pointer. Raises ValueError for endless keys."""
    found: Objects = []
    waiting = [(root, pointer)]
    while waiting:
        value, place = waiting.pop()
        if len(place) > _LONGEST:
            raise ValueError("its keys are longer than those of any markup")
        if type(value) is dict:
            found.append((value, place))
            inner = [
                (each, f"{place}/{escaped(key)}")
                for key, each in value.items()
                if type(each) is dict or type(each) is list
            ]
        elif type(value) is list:
            inner = [(each, f"{place}/{index}") for index, each in enumerate(value)]
        else:
            continue
        inner.reverse()
        waiting += inner
    return found
