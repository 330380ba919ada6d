"""listPerson and listOrg: everybody who is referred to; and how they are mentioned elsewhere."""

from collections.abc import Mapping
from typing import NamedTuple

from factcheck import Agent, FactCheck

from .markup import NOTHING, Markup, lines, listed, text

_NAME_TAGS = {"person": "persName", "organisation": "orgName", "collective": "orgName"}


class Mentions(NamedTuple):
    """How each agent is mentioned, by id: in running text, and where the TEI wants a name.

    Somebody unnamed is spoken of in the words of the description, and never as a name.
    """

    spoken: Mapping[str, Markup]
    signed: Mapping[str, Markup]


def mentions(agents: tuple[Agent, ...]) -> Mentions:
    """How each of these is mentioned."""
    spoken = {agent.id: _spoken(agent) for agent in agents}
    # A respStmt takes names only: an empty one points to who it is without giving a name.
    nameless = {agent.id: Markup(f'<name ref="#{agent.id}"/>') for agent in agents if agent.name is None}
    return Mentions(spoken, spoken | nameless)


def authors(agents: tuple[str, ...], mentioned: Mentions) -> Markup:
    """An author for each of these agents."""
    return lines(*[f"<author>{mentioned.spoken[agent]}</author>" for agent in agents]) if agents else NOTHING


def publisher(agent: str | None, mentioned: Mentions) -> Markup:
    """The publisher; an empty one where nobody is, since the TEI wants one first."""
    return Markup("<publisher/>" if agent is None else f"<publisher>{mentioned.spoken[agent]}</publisher>")


def responsible(resp: str, agents: tuple[str, ...], mentioned: Mentions) -> Markup:
    """A respStmt for each of these agents."""
    if not agents:
        return NOTHING
    return lines(*[f"<respStmt><resp>{resp}</resp>{mentioned.signed[agent]}</respStmt>" for agent in agents])


def agent_lists(fact_check: FactCheck) -> Markup:
    """The listPerson and the listOrg; @sortKey is the agent's place among all of them, from 1."""
    persons, bodies = [], []
    for number, agent in enumerate(fact_check.agents, 1):
        attributes = f'xml:id="{agent.id}" sortKey="{number}"'
        if agent.kind in ("organisation", "collective") or agent.nature == "organisation":
            bodies.append(f'<org {attributes} type="{agent.kind}">\n{_described(agent)}\n</org>')
        else:
            tag = "personGrp" if agent.nature == "group" else "person"
            persons.append(f"<{tag} {attributes}>\n{_described(agent)}\n</{tag}>")
    return lines(listed("listPerson", persons), listed("listOrg", bodies))


def _described(agent: Agent) -> Markup:
    """What is said of an agent: a name or a description at least."""
    return lines(
        *_names(agent),
        *[f'<idno type="sameAs">{text(url)}</idno>' for url in agent.same_as],
        agent.url and f'<idno type="URL">{text(agent.url)}</idno>',
        agent.job_title and f"<occupation>{text(agent.job_title)}</occupation>",
        agent.affiliation and f'<affiliation ref="#{agent.affiliation}"/>',
        agent.description and f'<note type="description">{text(agent.description)}</note>',
    )


def _names(agent: Agent) -> list[str]:
    if agent.name is None:
        return []
    tag = _NAME_TAGS[agent.kind]
    others = [f'<{tag} type="alternative">{text(other)}</{tag}>' for other in agent.alternative_names]
    return [f"<{tag}>{text(agent.name)}</{tag}>", *others]


def _spoken(agent: Agent) -> Markup:
    tag, words = ("rs", agent.description or "") if agent.name is None else (_NAME_TAGS[agent.kind], agent.name)
    return Markup(f'<{tag} ref="#{agent.id}">{text(words)}</{tag}>')
