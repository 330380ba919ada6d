"""Who said what through whom, as rows and stations: each claim is a row, each who passed words on a station."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from factcheck import Appearance, Claim

from .lanes import in_order
from .story import Story

Hop = tuple[str | None, str]
Step = tuple[int, int]


class Route(NamedTuple):
    """The way of one claim: each step from a station to the next, None for whoever made it; and where it stands."""

    claim: Claim
    hops: tuple[Hop, ...]
    pages: frozenset[str]
    first: frozenset[str]

    def steps(self, places: Mapping[str, int]) -> list[Step]:
        """The steps by the places of the stations; -1 for whoever made the claim."""
        return [(-1 if start is None else places[start], places[end]) for start, end in self.hops]


def routes(story: Story) -> tuple[Route, ...]:
    """The way of each claim, in their order."""
    return tuple(_route(claim) for claim in story.fact_check.claims)


def stops(appearance: Appearance) -> list[str]:
    """Through whom the words came, and last the source that they stand in."""
    passed = [relay.by for relay in appearance.relays]
    return passed if passed[-1:] == [appearance.source] else [*passed, appearance.source]


def stations(ways: Iterable[Route]) -> list[str]:
    """Everybody and everything that words came through, in an order in which they go forward."""
    edges: dict[str, dict[str, None]] = {}
    for way in ways:
        for start, end in way.hops:
            edges.setdefault(end, {})
            if start is not None:
                edges.setdefault(start, {})[end] = None
    starts = {end: None for way in ways for start, end in way.hops if start is None}
    return in_order([*starts, *edges], {node: list(after) for node, after in edges.items()})


def _route(claim: Claim) -> Route:
    hops: dict[Hop, None] = {}
    for each in claim.appearances:
        at: str | None = None
        for stop in stops(each):
            if stop != at:
                hops[at, stop] = None
            at = stop
    pages = frozenset(each.source for each in claim.appearances)
    return Route(claim, tuple(hops), pages, frozenset(each.source for each in claim.appearances if each.first))
