"""Agents, sources and ratings out of markup, each once and with an id."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Any

from factcheck_claimreview.vocabulary import SOURCES

from .nodes import Node
from .types import ORGANISATIONS, names
from .values import address, address_of, date, first, line, number

_KINDS = {name: kind for kind, name in reversed(SOURCES.items()) if kind not in ("interview", "briefing")}
_VIDEO = {"VideoObject": "recording", "AudioObject": "recording", "Clip": "broadcast"}
_WORKS = {name: kind for name, kind in (_KINDS | _VIDEO).items() if kind != "other"}
_AGENT = names("name url description sameAs jobTitle")
_WORK = names("name headline url datePublished")
_RATING = names("alternateName name ratingValue bestRating worstRating ratingExplanation")
_CODE = re.compile(r"\w+_\w+(_\w+)*")
_SENTENCE = 80
_MOST_ALIKE = 20  # of one name, so that thousands of one name take no time


class Parts:
    """The parts of one fact-check as they are found."""

    def __init__(self) -> None:
        self.agents: dict[str, dict[str, Any]] = {}
        self.sources: dict[str, dict[str, Any]] = {}
        self._ids: set[str] = set()
        self._counts: Counter[str] = Counter()
        self._alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        self.origins: dict[str, str] = {}

    def identifier(self, wish: str) -> str:
        """The id wished for, made unique."""
        stem = made = slug(wish)
        while made in self._ids:
            self._counts[stem] += 1
            made = f"{stem}-{self._counts[stem] + 1}"
        self._ids.add(made)
        return made

    def _known(self, found: dict[str, Any], *key: str) -> dict[str, Any] | None:
        """What is there already under the same key and says nothing else; it takes what it did not say yet."""
        for known in self._alike.setdefault(key, [])[:_MOST_ALIKE]:
            if all(not value or not known.get(name) or known[name] == value for name, value in found.items()):
                known.update({name: value for name, value in found.items() if value})
                return known
        return None

    def agent(self, node: Node, wish: str, *, person: bool = False) -> str | None:
        """The id of an agent; None for one of which nothing is known."""
        types = node.read(_AGENT)
        is_person, is_organisation = "Person" in types, not ORGANISATIONS.isdisjoint(types)
        found: dict[str, Any] = {
            "kind": "person" if is_person or (person and not is_organisation) else "organisation",
            "name": line(node, "name"),
            "url": address(node, "url"),
            "description": line(node, "description"),
            "same_as": self._pages(node) if "sameAs" in node.data else (),
        }
        if found["name"] is None:
            return self._nameless(node, found, wish)
        if wish == "claimant" and not (is_person or is_organisation):
            found["kind"] = "person"
            message = "nothing says whether this is a person or an organisation: taken for a person"
            node.reading.find("claimreview-kind-of-claimant", message, node.pointer, stood="", made="person")
        if found["kind"] == "person":
            found["job_title"] = line(node, "jobTitle")
        elif "jobTitle" in node.data:
            node.leave("jobTitle")
        return self._kept(node, found, wish)

    def _nameless(self, node: Node, found: dict[str, Any], wish: str) -> str | None:
        host = re.sub(r"^https?://(www\.)?", "", found["url"] or "").split("/")[0]
        if not host:
            node.leave("url", "description", "sameAs", "jobTitle")
            if node.data.keys() - {"@type"}:
                node.reading.find("claimreview-nameless-agent", "nobody is named here: it is left out", node.pointer)
            return None
        message = "it has no name: the host of its address stands in for it"
        node.reading.find("claimreview-nameless-agent", message, node.pointer, stood="", made=host)
        return self._kept(node, found | {"name": host}, wish)

    def _kept(self, node: Node, found: dict[str, Any], wish: str) -> str:
        key = (found["kind"], found["name"])
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

    def source(self, node: Node, wish: str) -> str | None:
        """The id of a source; None for one of which nothing is known."""
        types = node.read(_WORK)
        found = {
            "kind": next((_WORKS[each] for each in types if each in _WORKS), None),
            "title": first(line, node, "name", "headline"),
            "url": address(node, "url"),
            "published": date(node, "datePublished"),
        }
        if not (found["title"] or found["url"]):
            node.leave("name", "headline", "url", "datePublished")
            return None
        key = ("", found["url"] or found["title"] or "")
        known = self._known(found, *key)
        if known:
            return str(known["id"])
        identifier = self.identifier(wish)
        self.sources[identifier] = {"id": identifier, **found}
        self._alike[key].append(self.sources[identifier])
        self.origins[f"sources[{len(self.sources) - 1}]"] = node.pointer
        return identifier


def rating(node: Node, language: str) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """A label with its number, and the ends of its scale; None where there is neither label nor number."""
    node.read(_RATING)
    label = first(line, node, "alternateName", "name")
    numbers = _numbers(node)
    if label is None and not numbers:
        node.leave("ratingExplanation")
        return None
    if label is None:
        label = f"{numbers['number']:g} / {numbers['best']:g}"
        message = "the rating has no label: its number stands in for it"
        node.reading.find("claimreview-no-label", message, node.pointer, stood="", made=label)
    else:
        _wording(node, label)
    found: dict[str, Any] = {"names": {language: label}, "number": numbers.get("number")}
    ends = {name: numbers[name] for name in ("worst", "best") if numbers and numbers[name] != numbers["number"]}
    return found, ends


def _wording(node: Node, label: str) -> None:
    if _CODE.fullmatch(label):
        node.reading.find(
            "claimreview-code-as-label", "this reads like a program's name for a label", node.place("alternateName")
        )
    elif len(label) > _SENTENCE:
        node.reading.find("claimreview-sentence-as-label", "this is a sentence, no label", node.place("alternateName"))


def _numbers(node: Node) -> dict[str, float]:
    """The number of a rating and the ends of its scale, from 1 up; empty where they make no sense together."""
    value, best, worst = (number(node, name) for name in ("ratingValue", "bestRating", "worstRating"))
    reading, place = node.reading, node.place("ratingValue")
    if value is None:
        if best is not None or worst is not None:
            _leave(node, "claimreview-ends-without-number", "the ends of a scale without a number on it are left out")
        return {}
    if value == best == worst or value < 0:
        _leave(node, "claimreview-placeholder-number", "these numbers say that there is none: they are left out")
        return {}
    if best is None:
        _leave(node, "claimreview-number-without-ends", "nothing says which number is the best: it is left out")
        return {}
    if worst is None:
        worst = min(1.0, value)
        reading.find(
            "claimreview-worst-assumed",
            f"`worstRating` is missing: taken for {worst:g}",
            place,
            stood="",
            made=f"{worst:g}",
        )
    if best <= worst:
        _leave(node, "claimreview-best-not-above-worst", f"{worst:g} to {best:g} is no scale: the numbers are left out")
        return {}
    if not worst <= value <= best:
        _leave(
            node, "claimreview-number-out-of-range", f"it is not from {worst:g} to {best:g}: the numbers are left out"
        )
        return {}
    numbers = {"number": value, "best": best, "worst": worst}
    return numbers if worst >= 1 else _moved_up(node, numbers)


def _moved_up(node: Node, numbers: dict[str, float]) -> dict[str, float]:
    """The same scale, so that it begins at 1."""
    up = 1 - numbers["worst"]
    message = f"{numbers['worst']:g} to {numbers['best']:g} is moved up, so that it begins at 1"
    for name, key in (("worstRating", "worst"), ("bestRating", "best"), ("ratingValue", "number")):
        if name in node.data:
            stood, made = f"{numbers[key]:g}", f"{numbers[key] + up:g}"
            node.reading.find("claimreview-worst-below-one", message, node.place(name), stood=stood, made=made)
    return {key: number + up for key, number in numbers.items()}


def _leave(node: Node, rule: str, message: str) -> None:
    for name in ("ratingValue", "bestRating", "worstRating"):
        if name in node.data:
            node.leave(name)
            node.reading.find(rule, message, node.place(name), stood=node.data[name])


@lru_cache(4096)
def slug(text: str) -> str:
    """A text as the id of a part: ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode().lower()
    short = re.sub(r"[^a-z0-9]+", "-", plain)[:40].strip("-")
    return short if short[:1].isalpha() else f"p-{short}".rstrip("-") if short else "part"
