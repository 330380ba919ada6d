"""Agents and sources out of markup, each once and with an id."""

import re
from collections.abc import Mapping
from typing import Any

from factcheck import nameless
from factcheck.drafts import Ids, identifier
from factcheck_claimreview.vocabulary import SOURCES

from .nodes import Node
from .types import ALWAYS, ORGANISATIONS, names
from .values import address, address_of, date, first, line, lines, page, several, tag

_KINDS = {name: kind for kind, name in reversed(SOURCES.items()) if kind not in ("interview", "briefing")}
_VIDEO = {"VideoObject": "recording", "AudioObject": "recording", "Clip": "broadcast"}
_WORKS = {name: kind for name, kind in (_KINDS | _VIDEO).items() if kind != "other"}
_AGENT = names("name alternateName url description sameAs")
_OFFICE = names("jobTitle affiliation")
_WORK = names("name headline description url archivedAt inLanguage dateModified license")
_PUBLICATION = names("datePublished author publisher")
_SPEAKING = ("claimant", "author")
_MOST_ALIKE = 20  # of one name, so that thousands of one name take no time


class Parts:
    """The parts of one fact-check as they are found."""

    def __init__(self) -> None:
        self.agents: dict[str, dict[str, Any]] = {}
        self.sources: dict[str, dict[str, Any]] = {}
        self._ids = Ids()
        self._alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        self.origins: dict[str, str] = {}

    def identifier(self, wish: str) -> str:
        """The id wished for, made unique."""
        return self._ids.like(identifier(wish))

    def _known(self, found: dict[str, Any], *key: str) -> dict[str, Any] | None:
        """What is there already under the same key and says nothing else; it takes what it did not say yet."""
        for known in self._alike.setdefault(key, [])[:_MOST_ALIKE]:
            if all(not value or not known.get(name) or known[name] == value for name, value in found.items()):
                known.update({name: value for name, value in found.items() if value})
                return known
        return None

    def agent(self, node: Node, wish: str, *, person: bool = False, affiliated: bool = True) -> str | None:
        """The id of an agent, with whoever it works for where that is wanted; None for one of which nothing is known."""
        types = node.read(_AGENT)
        is_person, is_organisation = "Person" in types, not ORGANISATIONS.isdisjoint(types)
        found: dict[str, Any] = {
            "kind": "person" if is_person or (person and not is_organisation) else "organisation",
            "name": line(node, "name"),
            "alternative_names": lines(node, "alternateName"),
            "url": address(node, "url"),
            "description": line(node, "description"),
            "same_as": self._pages(node) if "sameAs" in node.data else (),
        }
        if found["name"] is None:
            return self._nameless(node, found, wish)
        described = nameless(found["name"]) if wish in _SPEAKING else None
        if described is not None:
            return self._undisclosed(node, found, described, wish)
        if wish == "claimant" and not (is_person or is_organisation):
            found["kind"] = "person"
            message = "nothing says whether this is a person or an organisation: taken for a person"
            node.reading.find("claimreview-kind-of-claimant", message, node.pointer, stood="", made="person")
        if found["kind"] == "person" and affiliated:
            found |= self._office(node)
        return self._kept(node, found, wish)

    def _undisclosed(self, node: Node, found: dict[str, Any], described: Mapping[str, str], wish: str) -> str | None:
        """An agent whose name says who it is and names nobody; None where it says that nobody knows."""
        place, name = node.place("name"), found["name"]
        if not described:
            message = "this says that it is not known: nobody is taken from it"
            node.reading.find("claimreview-unknown-agent", message, place, stood=name, made="")
            node.leave("alternateName", "url", "description", "sameAs")
            return None
        message = f"`{name[:80]}` describes somebody and names nobody: the kind is"
        node.reading.find("claimreview-unnamed-agent", message, place, stood="", made="unnamed")
        node.leave("alternateName", "description")
        return self._kept(node, {**found, "name": None, "alternative_names": (), **described}, wish)

    def _office(self, node: Node) -> dict[str, Any]:
        if node.data.keys().isdisjoint(_OFFICE - ALWAYS):
            return {}
        node.read(_OFFICE)
        organisations = [each for each in node.nodes("affiliation") if each.data is not node.data]
        if len(organisations) > 1:
            several(node, "affiliation")
            organisations = []
        found = [self.agent(each, "affiliation", affiliated=False) for each in organisations]
        return {"job_title": line(node, "jobTitle"), "affiliation": next(iter(found), None)}

    def _nameless(self, node: Node, found: dict[str, Any], wish: str) -> str | None:
        host = re.sub(r"^https?://(www\.)?", "", found["url"] or "").split("/")[0]
        if not host:
            node.leave("alternateName", "url", "description", "sameAs")
            if node.data.keys() - {"@type"}:
                node.reading.find("claimreview-nameless-agent", "nobody is named here: it is left out", node.pointer)
            return None
        message = "it has no name: the host of its address stands in for it"
        node.reading.find("claimreview-nameless-agent", message, node.pointer, stood="", made=host)
        return self._kept(node, found | {"name": host}, wish)

    def _kept(self, node: Node, found: dict[str, Any], wish: str) -> str:
        key = (found["kind"], found["name"] or found["description"])
        known = self._known(found, *key)
        if known:
            return str(known["id"])
        identifier = self.identifier(wish)
        self.agents[identifier] = {"id": identifier, **found}
        self._alike[key].append(self.agents[identifier])
        self.origins[f"agents[{len(self.agents) - 1}]"] = node.pointer
        self._identity(node, found, identifier)
        return identifier

    def _identity(self, node: Node, found: dict[str, Any], identifier: str) -> None:
        """Another address that tells who this is, as JSON-LD's `@id`."""
        given = node.data.get("@id")
        if isinstance(given, str) and given in (found["url"], *found["same_as"]):
            node.get("@id")
        elif isinstance(given, str) and given.startswith(("http://", "https://")):
            page = address_of(node, given, node.place("@id"))
            if page:
                node.get("@id")
                self.agents[identifier]["same_as"] = (*found["same_as"], page)

    def _pages(self, node: Node) -> tuple[str, ...]:
        value = node.data["sameAs"]
        if value in ([], "", None):
            node.leave("sameAs")
            return ()
        several = value if isinstance(value, list) else [value]
        place, pages = node.place("sameAs"), list[str]()
        for index, each in enumerate(several):
            where = f"{place}/{index}" if isinstance(value, list) else place
            page = address_of(node, each, where) if isinstance(each, str) and each.strip() else None
            if page:
                pages.append(page)
            elif isinstance(value, list) and not isinstance(each, dict | list):
                node.reading.find("claimreview-not-carried", "this is no address", where, stood=each)
            else:
                node.leave("sameAs")
        return tuple(dict.fromkeys(pages))

    def source(self, node: Node, wish: str = "source", *, claimed: bool = False) -> str | None:
        """The id of a source; None for one of which nothing is known. What is the claim itself has its date and author."""
        types = node.read(_WORK if claimed else _WORK | _PUBLICATION)
        found: dict[str, Any] = {
            "kind": next((_WORKS[each] for each in types if each in _WORKS), None),
            "title": first(line, node, "name", "headline"),
            "description": line(node, "description"),
            "url": address(node, "url"),
            "archived_url": address(node, "archivedAt"),
            "language": tag(node, "inLanguage"),
            "modified": date(node, "dateModified"),
            "licence": page(node, "license"),
        }
        if not (found["title"] or found["url"]):
            node.leave(*_WORK - ALWAYS, *(() if claimed else _PUBLICATION - ALWAYS))
            return None
        if not claimed:
            found |= self._publication(node)
        key = ("", found["url"] or found["title"])
        known = self._known(found, *key)
        if known:
            return str(known["id"])
        identifier = self.identifier(wish)
        self.sources[identifier] = {"id": identifier, **found}
        self._alike[key].append(self.sources[identifier])
        self.origins[f"sources[{len(self.sources) - 1}]"] = node.pointer
        return identifier

    def _publication(self, node: Node) -> dict[str, Any]:
        if node.data.keys().isdisjoint(_PUBLICATION - ALWAYS):
            return {}
        authors = [self.agent(each, "author", person=True) for each in node.nodes("author")]
        publishers = node.nodes("publisher")
        if len(publishers) > 1:
            several(node, "publisher")
            publishers = ()
        return {
            "published": date(node, "datePublished"),
            "authors": [each for each in dict.fromkeys(authors) if each],
            "publisher": self.agent(publishers[0], "publisher") if publishers else None,
        }
