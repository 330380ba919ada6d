"""How agents and sources are called in a sentence."""

import re
from collections.abc import Mapping

from factcheck.model import Agent, FactCheck, Source

from .links import Links

_DETERMINED = re.compile(r"(?:an?|the|some|one of|several|many|two|three) ", re.IGNORECASE)
_UNNAMED = re.compile(r"(?:an? )?(?:unnamed|anonymous|unidentified|unknown)\b", re.IGNORECASE)
_OWN = {
    "article": "in an article",
    "wire": "in a wire story",
    "post": "in a post",
    "document": "in a document",
    "statement": "in a statement",
    "dataset": "in a dataset",
    "interview": "in an interview",
    "briefing": "at a briefing",
    "recording": "in a recording",
    "broadcast": "in a broadcast",
    "image": "in an image",
    "book": "in a book",
    "other": "in their own words",
}


def of_agent(agent: Agent) -> str:
    """The name of an agent; of one without a name the description, and that nobody names it: "an unnamed news agency"."""
    if agent.name:
        return agent.name
    described = agent.description or "source"
    if _UNNAMED.match(described):
        return described
    if _DETERMINED.match(described):
        return f"{described} (unnamed)"
    return f"unnamed {described}" if agent.nature == "group" else f"an unnamed {described}"


def of_source(links: Links, source: Source) -> str:
    """Whoever publishes or wrote a source; where nobody is known, its title, its description or its id, in quotation marks."""
    makers = links.makers(source)
    if makers:
        return of_agent(links.agents[makers[0]])
    return f"“{source.title or source.description or source.id}”"


def of_either(links: Links, identifier: str) -> str:
    """The name of the agent or source of this id."""
    agent = links.agents.get(identifier)
    return of_agent(agent) if agent else of_source(links, links.sources[identifier])


def names_of(fact_check: FactCheck) -> Mapping[str, str]:
    """How each agent and each source, by its id, is called in a sentence: "The Moscow Times", "an unnamed news agency".

    A source is called by whoever published or wrote it; where nobody is known, by its title, its description or its id.
    """
    links = Links(fact_check)
    return {identifier: of_either(links, identifier) for identifier in (*links.agents, *links.sources)}


def occasion(source: Source) -> str:
    """Where claimants say something in a text of their own: "in a statement"."""
    return _OWN[source.kind]
