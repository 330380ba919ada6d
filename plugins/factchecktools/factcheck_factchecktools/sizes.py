"""How large a JSON value is, before places and findings are made of what is in it."""

from typing import Any, NamedTuple

DEEPEST = 500
MOST_COMMAS = 1_000_000  # counted before anything is made of them, those in texts among them
_MOST_LEAVES = 500_000  # each may become a finding
_MOST_PLACES = 100_000_000  # characters


class Size(NamedTuple):
    """The leaves of a JSON value, the characters of its texts and of all pointers within it, and how deep it is nested."""

    leaves: int
    texts: int
    places: int
    depth: int


def size_of(value: Any) -> Size:
    """The size of a value, in time proportional to it."""
    leaves = texts = places = depth = 0
    waiting = [(value, 0, 0)]  # no recursion: a document may be nested deeper than Python likes to follow
    while waiting:
        each, length, level = waiting.pop()
        places += length
        if not isinstance(each, dict | list):
            leaves, texts = leaves + 1, texts + (len(each) if isinstance(each, str) else 0)
            continue
        leaves += not each
        depth = max(depth, level + 1)
        if isinstance(each, dict):
            waiting += [(inner, length + _step(key), level + 1) for key, inner in each.items()]
        else:
            within = length + _step(str(len(each)))
            waiting += [(inner, within, level + 1) for inner in each]
    return Size(leaves, texts, places, depth)


def too_large(size: Size) -> str | None:
    """Why no answer has such a size, None where one may have."""
    if size.leaves > _MOST_LEAVES:
        return f"it has more than {_MOST_LEAVES:,} values"
    if size.places > _MOST_PLACES:
        return f"its keys are so long that the pointers to its values have more than {_MOST_PLACES:,} characters"
    return None


def _step(key: str) -> int:
    return 1 + len(key) + key.count("~") + key.count("/")
