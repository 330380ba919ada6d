"""A fact-check in the making: its agents, sources, claims, verdicts and their scale, gathered review by review."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

from factcheck import FactCheck, Options, drafts, nameless

from . import rules
from .ledger import Ledger
from .numbers import Numbers

Data = dict[str, Any]
Claimants = Literal["person", "organisation", "collective"]

_LOCAL_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*", re.ASCII)


class Label(NamedTuple):
    """A label as a review has it, and its numbers."""

    text: str
    numbers: Numbers | None = None


class Known(Options):
    """What a person knows and answers leave out; empty where nobody does."""

    language: str = ""
    claimants: Claimants | None = None


@dataclass
class Draft:
    """Gathers the parts of one fact-check, whose record stands at `place`.

    Whoever fills it writes down in the ledger where each came from.
    """

    ledger: Ledger
    known: Known
    place: str
    claims: list[Data] = field(default_factory=list)
    verdicts: list[Data] = field(default_factory=list)
    _labels: dict[Label, str] = field(default_factory=dict)
    _said: dict[Label, str] = field(default_factory=dict)
    _agents: dict[tuple[Any, ...], Data] = field(default_factory=dict)
    _sources: dict[str, Data] = field(default_factory=dict)
    _ids: drafts.Ids = field(default_factory=drafts.Ids)

    def reserve(self, wish: str) -> bool:
        """Take exactly this id; False where it is no id, or taken."""
        return _LOCAL_ID.fullmatch(wish) is not None and self._ids.reserve(wish)

    def identifier(self, wish: str) -> str:
        """An id like this one that no other part has."""
        return self._ids.like(wish)

    def publisher(self, name: str, url: str | None = None) -> str:
        """The id of who published the reviews."""
        return self._agent("publisher", kind="organisation", name=name, url=url)[0]

    def is_nobody(self, name: str, pointer: str) -> bool:
        """Whether what stands where a claimant's name is wanted says that none is known, which is told."""
        if nameless(name) != {}:
            return False
        message = "this says that nobody knows who made the claim: there is no claimant"
        self.ledger.repaired(rules.UNKNOWN_CLAIMANT, pointer, name, "", message)
        return True

    def claimant(self, name: str, pointer: str, job_title: str | None = None, page: str | None = None) -> str:
        """The id of who made a claim. The API does not say what kind of agent this is; an office makes a person."""
        described = nameless(name)
        kind = "person" if job_title else self.known.claimants or "person"
        fields = described or {"kind": kind, "name": name}
        pages = {"same_as": (page,)} if page else {}
        identifier, is_new = self._agent("claimant", **fields, job_title=job_title, **pages)
        if is_new and described:
            message = f"{name!r} describes somebody and names nobody: the claimant is unnamed"
            self.ledger.supplied(rules.UNNAMED_CLAIMANT, pointer, "unnamed", message)
        elif is_new and not job_title and not self.known.claimants:
            message = f"taken for a {kind}: correct that where it is none"
            self.ledger.supplied(rules.CLAIMANT_KIND, pointer, kind, message)
        return identifier

    def _agent(self, role: str, **fields: Any) -> tuple[str, bool]:
        """The id of an agent, and whether it is a new one."""
        key = (role, *sorted(_given(fields).items()))
        if key in self._agents:
            return str(self._agents[key]["id"]), False
        self._agents[key] = {"id": self.identifier(role), **_given(fields)}
        return str(self._agents[key]["id"]), True

    def source(self, url: str) -> str:
        """The id of the work at this address."""
        if url not in self._sources:
            self._sources[url] = {"id": self.identifier("source"), "kind": "other", "url": url}
        return str(self._sources[url]["id"])

    def claim(self, identifier: str, pointer: str, **fields: Any) -> str:
        """Add a claim that stands at this pointer; its id."""
        self.ledger.origins[f"claims[{len(self.claims)}]"] = pointer
        self.claims.append({"id": identifier, **_given(fields)})
        return identifier

    def verdict(self, claim: str, pointer: str, label: Label, said: str, **fields: Any) -> None:
        """Add a verdict on a claim, which stands at the one pointer and its label at the other."""
        if label not in self._labels:
            self._labels[label], self._said[label] = self.identifier(drafts.identifier(label.text)), said
        rating = self._labels[label]
        self.ledger.origins[f"verdicts[{len(self.verdicts)}]"] = pointer
        self.verdicts.append({"id": self.identifier("v1"), "claim": claim, "rating": rating, **_given(fields)})

    def fact_check(self, **header: Any) -> FactCheck:
        """The whole; its claims' words stand in for a headline, where there is none."""
        if not header.get("headline"):
            header["headline"] = _shortened(self.claims[0]["text"])
            message = "there is no headline: the first claim stands in for it"
            self.ledger.supplied(rules.NO_HEADLINE, self._first_claim, header["headline"], message)
        if not header.get("language"):
            header["language"] = self.known.language or "und"
            if not self.known.language:
                self.ledger.supplied(rules.NO_LANGUAGE, self.place, "und", "nothing says in which language this is")
        agents, sources = list(self._agents.values()), list(self._sources.values())
        scale = self._scale(header["language"])
        parts = {"agents": agents, "sources": sources, "claims": self.claims, "verdicts": self.verdicts}
        return FactCheck.model_validate(_given(header) | parts | _given({"rating_scale": scale}))

    @cached_property
    def _first_claim(self) -> str:
        return self.ledger.origins.get("claims[0].text", "")

    def _scale(self, language: str) -> Data | None:
        if not self._labels:
            return None
        # Numbers rise with the labels; those without stand anywhere, and `sorted` keeps their order.
        ordered = sorted(self._labels.items(), key=lambda each: each[0].numbers.value if each[0].numbers else -1)
        self.ledger.origins.update(
            (f"rating_scale.ratings[{index}]", self._said[label]) for index, (label, _) in enumerate(ordered)
        )
        ratings = [
            {"id": each, "names": {language: label.text}} | ({"number": label.numbers.value} if label.numbers else {})
            for label, each in ordered
        ]
        ends = next((label.numbers for label in self._labels if label.numbers), None)
        return {"ratings": ratings} | ({"worst": ends.worst, "best": ends.best} if ends else {})


def _shortened(text: str) -> str:
    return text if len(text) <= 2000 else f"{text[:1999].rstrip()}…"


def _given(values: Data) -> Data:
    return {name: value for name, value in values.items() if value}
