"""Agents as schema.org Person and Organization."""

from collections.abc import Mapping

from factcheck import Agent, FactCheck, Policies

from .nodes import Node, node
from .vocabulary import GROUPS, POLICIES


class Agents:
    """The agents of one fact-check as nodes, by their ids: in full, and as briefly as they can be understood."""

    def __init__(self, fact_check: FactCheck) -> None:
        kinds = _kinds(fact_check)
        self.persons = {identifier for identifier, kind in kinds.items() if kind == "Person"}
        self.brief: Mapping[str, Node] = {
            agent.id: _brief(agent, kinds[agent.id], fact_check.iri(agent.id)) for agent in fact_check.agents
        }
        self.full: Mapping[str, Node] = {agent.id: self._described(agent) for agent in fact_check.agents}
        if fact_check.publisher and fact_check.publisher not in self.persons:
            self.full[fact_check.publisher].update(_policies(fact_check.policies))

    def _described(self, agent: Agent) -> Node:
        described = self.brief[agent.id] | node(
            alternateName=list(agent.alternative_names),
            description=agent.description,
            sameAs=list(agent.same_as),
            keywords=GROUPS.get(agent.nature or agent.kind),
        )
        position = self._position(agent)
        if agent.id in self.persons:
            return described | position
        return described | {"member": node("Person", **position)} if position else described

    def _position(self, agent: Agent) -> Node:
        if not agent.affiliation:
            return node(jobTitle=agent.job_title)
        # `affiliation` leads to organisations alone; `knows` is any social or work relation between persons.
        relation = "knows" if agent.affiliation in self.persons else "affiliation"
        return node(jobTitle=agent.job_title) | {relation: self.brief[agent.affiliation]}


def policies_of_others(fact_check: FactCheck, agents: Agents) -> list[str]:
    """The policies, where there is no organisation whose policies they could be."""
    if fact_check.publisher and fact_check.publisher not in agents.persons:
        return []
    return list(_policies(fact_check.policies).values())


def _brief(agent: Agent, kind: str, iri: str) -> Node:
    return node(kind, iri, name=agent.name, description=None if agent.name else agent.description, url=agent.url)


def _policies(policies: Policies) -> dict[str, str]:
    return {name: page for field, name in POLICIES.items() if (page := getattr(policies, field))}


def _kinds(fact_check: FactCheck) -> dict[str, str]:
    kinds = {agent.id: "Person" if _is_person(agent) else "Organization" for agent in fact_check.agents}
    if fact_check.publisher and kinds[fact_check.publisher] == "Organization":
        kinds[fact_check.publisher] = "NewsMediaOrganization"
    return kinds


def _is_person(agent: Agent) -> bool:
    # A group is no Person: schema.org's only type for a party of more than one is Organization.
    return agent.kind == "person" or (agent.kind == "unnamed" and agent.nature is None)
