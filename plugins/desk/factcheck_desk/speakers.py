"""Who made the claim, and who publishes the fact-check."""

from collections.abc import Iterator

from factcheck import Agent, FactCheck

from .place import Place


def claimant_is_publisher(fact_check: FactCheck) -> Iterator[Place]:
    """A claimant who is the publisher, by id, or by name or page where it was entered twice."""
    agents = {agent.id: agent for agent in fact_check.agents}
    publisher = agents.get(fact_check.publisher or "")
    if publisher is None:
        return
    for index, claim in enumerate(fact_check.claims):
        for place, claimant in enumerate(claim.claimants):
            if claimant == publisher.id or _same(agents[claimant], publisher):
                said = f"`{claimant}` publishes the fact-check: did it really assert this itself?"
                yield f"claims[{index}].claimants[{place}]", said


def _same(one: Agent, other: Agent) -> bool:
    return bool(_marks(one) & _marks(other))


def _marks(agent: Agent) -> set[str]:
    marks = (agent.name, agent.url.rstrip("/") if agent.url else None, *(page.rstrip("/") for page in agent.same_as))
    return {" ".join(mark.casefold().split()) for mark in marks if mark}
