"""listPerson and listOrg: everybody who is referred to; and how they are mentioned elsewhere."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck import Agent, FactCheck

from .markup import NOTHING, Markup, block, element, lines, listed, text, to, worded

_NAME_TAGS = {"person": "persName", "organisation": "orgName", "collective": "orgName"}


class Mentions(NamedTuple):
    """How each agent is mentioned, by id: in running text, and where the TEI wants a name.

    Somebody unnamed is spoken of in the words of the description, and never as a name.
    """

    spoken: Mapping[str, Markup]
    signed: Mapping[str, Markup]


def mentions(agents: tuple[Agent, ...]) -> Mentions:
    """How each of these is mentioned."""
    return Mentions({agent.id: _spoken(agent) for agent in agents}, {agent.id: _signed(agent) for agent in agents})


def responsible(resp: str, agents: tuple[str, ...], mentioned: Mentions) -> Markup:
    """A respStmt for each of these agents."""
    return lines(element("respStmt", element("resp", text(resp)), mentioned.signed[agent]) for agent in agents)


def agent_lists(fact_check: FactCheck) -> Markup:
    """The listPerson and the listOrg; @sortKey is the agent's place among all of them, from 1."""
    persons, bodies = [], []
    for number, agent in enumerate(fact_check.agents, 1):
        if "organisation" in (agent.kind, agent.nature) or agent.kind == "collective":
            bodies.append(_agent("org", agent, number, type=agent.kind))
        else:
            persons.append(_agent("personGrp" if agent.nature == "group" else "person", agent, number))
    return lines((listed("listPerson", persons), listed("listOrg", bodies)))


def _agent(tag: str, agent: Agent, number: int, **attributes: str) -> Markup:
    return block(
        tag,
        *_names(agent),
        *(worded("idno", url, type="sameAs") for url in agent.same_as),
        worded("idno", agent.url, type="URL"),
        worded("occupation", agent.job_title),
        NOTHING if agent.affiliation is None else element("affiliation", ref=to(agent.affiliation)),
        worded("note", agent.description, type="description"),
        id=agent.id,
        sortKey=str(number),
        **attributes,
    )


def _names(agent: Agent) -> Iterator[Markup]:
    if agent.name is not None:
        tag = _NAME_TAGS[agent.kind]
        yield element(tag, text(agent.name))
        yield from (element(tag, text(other), type="alternative") for other in agent.alternative_names)


def _spoken(agent: Agent) -> Markup:
    if agent.name is None:
        return element("rs", text(agent.description or ""), ref=to(agent.id))
    return element(_NAME_TAGS[agent.kind], text(agent.name), ref=to(agent.id))


def _signed(agent: Agent) -> Markup:
    # A respStmt takes names only: an empty one points to who it is without giving a name.
    return element("name", ref=to(agent.id)) if agent.name is None else _spoken(agent)
