"""Who said what through whom, as rows and stations: each claim is a row, each who passed words on a station."""

from typing import NamedTuple

from factcheck import Claim

from .lanes import in_order
from .story import Story, agent_name

Hop = tuple[str | None, str]


class Route(NamedTuple):
    """The way of one claim: each step from a station to the next, None for whoever made it; and where it stands."""

    claim: Claim
    hops: tuple[Hop, ...]
    pages: frozenset[str]
    first: frozenset[str]


def routes(story: Story) -> list[Route]:
    """The way of each claim, in their order."""
    return [_route(claim) for claim in story.fact_check.claims]


def stations(story: Story, ways: list[Route]) -> list[str]:
    """Everybody and everything that words came through, in an order in which they go forward."""
    edges: dict[str, dict[str, None]] = {}
    for way in ways:
        for start, end in way.hops:
            edges.setdefault(end, {})
            if start is not None:
                edges.setdefault(start, {})[end] = None
    starts = {end: None for way in ways for start, end in way.hops if start is None}
    del story
    return in_order([*starts, *edges], {node: list(after) for node, after in edges.items()})


def station_names(story: Story, found: list[str]) -> dict[str, str]:
    """A short name for each station: its publisher and kind where that tells it apart, else its title."""
    names = {station: _short(story, station) for station in found}
    several = {name for name in names.values() if list(names.values()).count(name) > 1}
    return {station: _long(story, station) if name in several else name for station, name in names.items()}


def _route(claim: Claim) -> Route:
    hops: dict[Hop, None] = {}
    for each in claim.appearances:
        stops = [*(relay.by for relay in each.relays), each.source]
        at: str | None = None
        for stop in stops:
            if stop != at:
                hops[at, stop] = None
            at = stop
    pages = frozenset(each.source for each in claim.appearances)
    return Route(claim, tuple(hops), pages, frozenset(each.source for each in claim.appearances if each.first))


def _short(story: Story, station: str) -> str:
    if station in story.agents:
        return agent_name(story.agents[station])
    source = story.sources[station]
    if not source.publisher:
        return _long(story, station)
    publisher = agent_name(story.agents[source.publisher])
    return publisher if source.kind == "other" else f"{publisher}, {story.words.plain(f'kind.{source.kind}')}"


def _long(story: Story, station: str) -> str:
    if station in story.agents:
        return agent_name(story.agents[station])
    source = story.sources[station]
    return source.title or source.description or story.words.plain(f"kind.{source.kind}")
