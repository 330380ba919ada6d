"""Agents as schema.org Person and Organization."""

from factcheck import FactCheck, Policies

from .nodes import Node, Told
from .vocabulary import GROUPS, POLICIES


class Agents:
    """The agents of one fact-check as nodes, by their ids: in full, and as briefly as they can be understood."""

    def __init__(self, fact_check: FactCheck, base: str) -> None:
        publisher, affiliations = fact_check.publisher, {}
        self.brief: dict[str, Node] = {}
        self.full: dict[str, Node] = {}
        for agent in fact_check.agents:
            told = agent.__dict__
            identifier = told["id"]
            self.brief[identifier] = brief = _brief(told, base + identifier, is_publisher=identifier == publisher)
            self.full[identifier] = _described(told, brief)
            if affiliation := told["affiliation"]:
                affiliations[identifier] = affiliation
        for identifier, affiliation in affiliations.items():
            self._put_affiliation(self.full[identifier], affiliation)
        if publisher and not self.is_person(publisher):
            self.full[publisher].update(_policies(fact_check.policies))

    def is_person(self, identifier: str) -> bool:
        """Whether the agent with this id goes out as a Person."""
        return bool(self.brief[identifier]["@type"] == "Person")

    def _put_affiliation(self, node: Node, affiliation: str) -> None:
        # `affiliation` leads to organisations alone; `knows` is any social or work relation between persons.
        relation = "knows" if self.is_person(affiliation) else "affiliation"
        _person(node)[relation] = self.brief[affiliation]


def policies_of_others(fact_check: FactCheck, agents: Agents) -> list[str]:
    """The policies, where there is no organisation whose policies they could be."""
    publisher = fact_check.publisher
    if publisher and not agents.is_person(publisher):
        return []
    return list(_policies(fact_check.policies).values())


def _brief(told: Told, iri: str, *, is_publisher: bool) -> Node:
    # A group is no Person: schema.org's only type for a party of more than one is Organization.
    kind = told["kind"]
    if kind == "person" or (kind == "unnamed" and told["nature"] is None):
        kind = "Person"
    else:
        kind = "NewsMediaOrganization" if is_publisher else "Organization"
    node = {"@type": kind, "@id": iri}
    if name := told["name"]:
        node["name"] = name
    elif description := told["description"]:
        node["description"] = description
    if url := told["url"]:
        node["url"] = url
    return node


def _described(told: Told, brief: Node) -> Node:
    node = {**brief}
    if others := told["alternative_names"]:
        node["alternateName"] = list(others)
    if description := told["description"]:
        node["description"] = description
    if pages := told["same_as"]:
        node["sameAs"] = list(pages)
    if group := GROUPS.get(told["nature"] or told["kind"]):
        node["keywords"] = group
    if title := told["job_title"]:
        _person(node)["jobTitle"] = title
    return node


def _person(node: Node) -> Node:
    """Whose office or affiliation it is: a person's own; of a group, that of its members."""
    return node if node["@type"] == "Person" else node.setdefault("member", {"@type": "Person"})


def _policies(policies: Policies) -> dict[str, str]:
    pages = policies.__dict__
    return {name: pages[field] for field, name in POLICIES.items() if pages[field]}
