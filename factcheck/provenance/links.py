"""Whom the words of a claim passed through: the claimant's own texts and voices, and those of others."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from factcheck.model import Agent, Appearance, Claim, FactCheck, Source

from .origins import origins


class Link(NamedTuple):
    """One who passed a claim on: an agent, or a source.

    `origin` is the source at the end of the chain of copies, or the agent. `house` is who stands behind it: the
    publisher of that origin, else its first author, else the origin itself. `own` says that it is the claimant's
    text or voice, and so the utterance and no report of it. `verb` is None for a page that no relay names.
    """

    by: str
    verb: str | None
    agent: Agent | None
    source: Source | None
    origin: str
    house: str
    own: bool


class Links:
    """The links of the appearances of one fact-check, from the claimant outwards."""

    def __init__(self, fact_check: FactCheck) -> None:
        """Take down who is who."""
        self.agents = {agent.id: agent for agent in fact_check.agents}
        self.sources = {source.id: source for source in fact_check.sources}
        self.origins = origins(fact_check)
        self._side = _sides(self.agents)

    def of(self, claim: Claim, appearance: Appearance) -> tuple[Link, ...]:
        """Each who passed the claim on, and last the source that it stands in.

        An agent before a source of its own is left out, since it is heard there; the original of a copy is put in.
        """
        sides = {self._side[claimant] for claimant in claim.claimants}
        links = [self._link(relay.by, relay.verb, sides) for relay in appearance.relays]
        if not links or links[-1].by != appearance.source:
            links.append(self._link(appearance.source, None, sides))
        return tuple(self._united(self._with_originals(links, sides)))

    def makers(self, source: Source) -> tuple[str, ...]:
        """The publisher of a source, and its authors."""
        return (*filter(None, (source.publisher,)), *source.authors)

    def _link(self, by: str, verb: str | None, sides: set[str]) -> Link:
        agent = self.agents.get(by)
        if agent:
            return Link(by, verb, agent, None, by, by, self._side[by] in sides)
        origin = self.sources[self.origins[by]]
        makers = self.makers(origin)
        own = any(self._side[maker] in sides for maker in makers)
        return Link(by, verb, None, self.sources[by], origin.id, next(iter(makers), origin.id), own)

    def _with_originals(self, links: Iterable[Link], sides: set[str]) -> Iterator[Link]:
        seen = set[str]()
        for link in links:
            if link.source and link.origin != link.by and link.origin not in seen:
                yield self._link(link.origin, None, sides)
            seen.add(link.origin)
            yield link

    def _united(self, links: Iterable[Link]) -> Iterator[Link]:
        waiting: Link | None = None
        for link in links:
            if waiting and waiting.agent and link.source and waiting.by in self.makers(link.source):
                waiting = link._replace(verb=link.verb or waiting.verb)
                continue
            if waiting:
                yield waiting
            waiting = link
        if waiting:
            yield waiting


def _sides(agents: Mapping[str, Agent]) -> Mapping[str, str]:
    """Whom an agent speaks or works for in the end: one for all who do for the same; itself, where it is for none."""
    found: dict[str, str] = {}
    for start in agents:
        passed, at = dict[str, None](), start
        while at not in found and at not in passed:
            passed[at] = None
            at = agents[at].affiliation or at
        found.update(dict.fromkeys(passed, found.get(at, at)))
    return found
