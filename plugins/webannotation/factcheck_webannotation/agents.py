"""Agents: described once, and named again wherever they are the creators of something."""

from factcheck import Agent, FactCheck

from .terms import AGENT
from .writing import Object, written

_TYPES = {"person": "Person", "organisation": "Organization", "collective": "Group"}
_NATURES = {None: "Person", "organisation": "Organization", "group": "Group"}


def described(fact_check: FactCheck) -> list[Object]:
    """Each agent with all that is known of it; one that is not named has no name."""
    return [
        {**written(each, AGENT[:1], fact_check), "type": type_of(each), **written(each, AGENT[1:], fact_check)}
        for each in fact_check.agents
    ]


def type_of(agent: Agent) -> str:
    """Person, Organization or Group; an agent without a name is of the type of its nature."""
    return _NATURES[agent.nature] if agent.kind == "unnamed" else _TYPES[agent.kind]


class Creators:
    """Who made something, named so that it makes sense alone."""

    def __init__(self, fact_check: FactCheck) -> None:
        self._fact_check = fact_check
        self._named = {agent.id: _named(agent, fact_check) for agent in fact_check.agents}

    def of(self, ids: tuple[str, ...] = ()) -> Object:
        """`creator`, by their ids; without any the fact-check's authors, else its publisher."""
        whole = self._fact_check
        made_by = ids or whole.authors or ((whole.publisher,) if whole.publisher else ())
        named = [self._named[each] for each in made_by]
        return {"creator": named[0] if len(named) == 1 else named} if named else {}


def _named(agent: Agent, fact_check: FactCheck) -> Object:
    return {"id": fact_check.iri(agent.id), "type": type_of(agent)} | ({"name": agent.name} if agent.name else {})
