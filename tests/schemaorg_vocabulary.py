"""Walks markup along the schema.org vocabulary: which properties a type has, and what may stand in them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SCHEMA_ORG = Path(__file__).parents[1] / "../shared/schemaorg"
_LITERALS = {
    "URL": r"https?://\S+",
    "Date": r"\d{4}(-\d\d(-\d\d)?)?",
    "DateTime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?",
    "Text": r"(?s).+",
}


class Vocabulary:
    """Classes and properties of the vocabulary file."""

    def __init__(self, path: Path) -> None:
        graph = json.loads(path.read_text(encoding="utf-8"))["@graph"]
        terms = {_name(term["@id"]): term for term in graph}
        self._parents = {name: _names(term, "rdfs:subClassOf") for name, term in terms.items()}
        self._domains = {name: _names(term, "schema:domainIncludes") for name, term in terms.items()}
        self._ranges = {name: _names(term, "schema:rangeIncludes") for name, term in terms.items()}
        self._kinds = {name: [_name(kind) for kind in _list(term["@type"])] for name, term in terms.items()}

    def problems(self, document: Any) -> list[str]:
        """Every property that its type does not have, and every value that its property does not take."""
        kinds = {node["@id"]: node["@type"] for node in nodes(document) if "@id" in node and "@type" in node}
        return [problem for node in nodes(document) if "@type" in node for problem in self._of_node(node, kinds)]

    def _of_node(self, node: Any, kinds: dict[str, str]) -> Iterator[str]:
        kind = node["@type"]
        above = self._above(kind)
        if "Thing" not in above:
            yield f"{kind} is no type"
        for name, values in node.items():
            if name.startswith("@"):
                continue
            if not above & set(self._domains.get(name, ())):
                yield f"{kind} has no {name}"
            for value in _list(values):
                if not self._takes(set(self._ranges.get(name, ())), value, kinds):
                    yield f"{kind}.{name} does not take {json.dumps(value)[:100]}"

    def _takes(self, wanted: set[str], value: Any, kinds: dict[str, str]) -> bool:
        if isinstance(value, str):
            return any(re.fullmatch(_LITERALS[kind], value) for kind in wanted & set(_LITERALS))
        if isinstance(value, int | float):
            return "Number" in wanted or ("Integer" in wanted and isinstance(value, int))
        if "@value" in value:
            return "Text" in wanted and set(value) == {"@value", "@language"}
        kind = value.get("@type") or kinds.get(value["@id"])
        if kind:
            return bool(self._above(kind) & wanted)
        member = set(self._kinds.get(value["@id"].removeprefix("https://schema.org/"), ()))
        return bool(member & wanted) or wanted == {"Thing"}

    def _above(self, kind: str) -> set[str]:
        return {kind}.union(*(self._above(parent) for parent in self._parents.get(kind, ())))


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in the markup."""
    for inner in _list(value):
        if isinstance(inner, dict):
            yield inner
            for deeper in inner.values():
                yield from nodes(deeper)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _names(term: dict[str, Any], key: str) -> list[str]:
    return [_name(each["@id"]) for each in _list(term.get(key, []))]


def _name(iri: str) -> str:
    return iri.removeprefix("schema:")
