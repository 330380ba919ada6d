"""Agents, topics and policies out of markup that we wrote ourselves: what `agents.py` wrote, undone."""

from typing import Any

from factcheck_claimreview.vocabulary import GROUPS, POLICIES

from .own_values import Data, Ids, first, kinds, objects, text, texts

AGENTS = frozenset(("Person", "Organization", "NewsMediaOrganization"))
_NATURES = {word: nature for nature, word in GROUPS.items()}


def agent(identifier: str, data: Data, ids: Ids) -> Data:
    """One agent, out of all that is said of it."""
    name, is_person = text(data.get("name")), "Person" in kinds(data)
    held = data if is_person else first(data.get("member"))
    return {
        "id": identifier,
        **_kind(name, _NATURES.get(text(data.get("keywords")) or ""), is_person=is_person),
        "name": name,
        "description": text(data.get("description")),
        "alternative_names": texts(data.get("alternateName")),
        "same_as": texts(data.get("sameAs")),
        "url": text(data.get("url")),
        "job_title": text(held.get("jobTitle")),
        "affiliation": ids.one(held.get("affiliation")) or ids.one(held.get("knows")),
    }


def _kind(name: str | None, group: str | None, *, is_person: bool) -> dict[str, Any]:
    if name:
        return {"kind": "person" if is_person else "collective" if group == "collective" else "organisation"}
    return {"kind": "unnamed", "nature": None if is_person else "group" if group == "group" else "organisation"}


def policies(publisher: Data) -> dict[str, str]:
    """The policies of the organisation that publishes."""
    found = {field: text(publisher.get(name)) for field, name in POLICIES.items()}
    return {field: page for field, page in found.items() if page}


def policies_of_others(pages: list[str]) -> dict[str, str]:
    """The policies where nobody has them: all of them are in order, of fewer nothing tells which they are."""
    return dict(zip(POLICIES, pages, strict=True)) if len(pages) == len(POLICIES) else {}


def topics(value: Any) -> list[Data]:
    """What something is about, without images, videos and recordings."""
    return [
        {
            "name": text(each.get("name")),
            "alternative_names": texts(each.get("alternateName")),
            "same_as": texts(each.get("sameAs")),
        }
        for each in objects(value)
        if "Thing" in kinds(each)
    ]
