"""What somebody and something is called: whole, and short where it stands often."""

from collections import Counter
from collections.abc import Mapping

from factcheck import Agent, FactCheck, Source

from .words import Words


def agent_name(agent: Agent) -> str:
    """The name of somebody, or what somebody without one is described as."""
    return agent.name or agent.description or agent.id


def source_words(source: Source, agents: Mapping[str, Agent], words: Words) -> str:
    """The title or description of a source, else its kind and publisher, its address, or its id."""
    if source.title or source.description:
        return source.title or source.description or ""
    kind = words.plain(f"kind.{source.kind}")
    if source.publisher:
        return f"{kind}, {agent_name(agents[source.publisher])}"
    return source.url or f"{kind} {source.id}"


def short_names(fact_check: FactCheck, words: Words) -> Mapping[str, str]:
    """A short name for everybody and every source, by id: of a source its publisher and kind, where that tells it apart."""
    agents = {agent.id: agent for agent in fact_check.agents}
    names = {agent.id: agent_name(agent) for agent in fact_check.agents}
    whole = {source.id: source_words(source, agents, words) for source in fact_check.sources}
    for source in fact_check.sources:
        names[source.id] = whole[source.id]
        if source.publisher:
            publisher, kind = agent_name(agents[source.publisher]), words.plain(f"kind.{source.kind}")
            names[source.id] = publisher if source.kind == "other" else f"{publisher}, {kind}"
    times = Counter(names.values())
    return {each: whole.get(each, name) if times[name] > 1 else name for each, name in names.items()}
