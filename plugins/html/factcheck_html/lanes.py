"""Where lines run so that none lies on another one, and in what order stations stand."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

Node = TypeVar("Node")


def lanes(spans: Sequence[tuple[int, int]]) -> list[int]:
    """A lane from 0 for each span, shorter ones first, so that no two in one lane overlap; meeting ends do."""
    taken: list[list[tuple[int, int]]] = []
    found = [0] * len(spans)
    ordered = sorted(range(len(spans)), key=lambda at: (_length(spans[at]), min(spans[at]), at))
    for at in ordered:
        low, high = sorted(spans[at])
        lane = next((n for n, there in enumerate(taken) if all(high <= a or b <= low for a, b in there)), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((low, high))
        found[at] = lane
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
