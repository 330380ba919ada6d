"""Where lines run so that none lies on another one, and in what order stations stand."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import TypeVar

Node = TypeVar("Node")


def lanes(spans: Sequence[tuple[int, int]]) -> list[int]:
    """A lane from 0 for each span, shorter ones first, so that no two in one lane overlap; meeting ends do."""
    placed: list[tuple[int, int, int]] = []
    found = [0] * len(spans)
    for at in sorted(range(len(spans)), key=lambda at: (_length(spans[at]), min(spans[at]), at)):
        low, high = sorted(spans[at])
        taken = {lane for start, end, lane in placed if start < high and low < end}
        found[at] = next(lane for lane in count() if lane not in taken)
        placed.append((low, high, found[at]))
    return found


def in_order(nodes: Iterable[Node], edges: Mapping[Node, Sequence[Node]]) -> list[Node]:
    """These nodes so that edges lead forward, and what follows each other stands near; an edge in a circle may lead back."""
    done: list[Node] = []
    seen: set[Node] = set()
    for start in reversed(list(nodes)):
        path = [] if start in seen else [(start, iter(reversed(edges.get(start, ()))))]
        seen.add(start)
        while path:
            node, following = path[-1]
            fresh = next((each for each in following if each not in seen), None)
            if fresh is None:
                done.append(node)
                path.pop()
            else:
                seen.add(fresh)
                path.append((fresh, iter(reversed(edges.get(fresh, ())))))
    return done[::-1]


def _length(span: tuple[int, int]) -> int:
    return abs(span[1] - span[0])
