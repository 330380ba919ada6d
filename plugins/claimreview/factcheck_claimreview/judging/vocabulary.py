"""The terms of schema.org: which types and properties there are, where a property may stand and what it takes."""

import json
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

NOTHING: frozenset[str] = frozenset()
_LONGEST = 60  # of the names that are compared with those of schema.org
_MOST = 1000


class Property(NamedTuple):
    """The types that have a property, and the types that it takes."""

    domain: frozenset[str]
    range: frozenset[str]


class Vocabulary:
    """One release: `types` with all that each is a kind of, `members` of enumerations with their types, and properties.

    `superseded` leads from a term to what is written in its place today.
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Take the table as `make_schemaorg.py` writes it."""
        self.types = _with_all_above(table["types"])
        self.properties = {
            name: Property(frozenset(domain), frozenset(takes)) for name, (domain, takes) in table["properties"].items()
        }
        self.members = {name: self.above(kinds) for name, kinds in table["members"].items()}
        self.superseded: Mapping[str, Sequence[str]] = table["superseded"]
        self._type_names = {name.lower(): name for name in self.types}
        self._property_names = {name.lower(): name for name in self.properties}

    def above(self, types: Iterable[str]) -> frozenset[str]:
        """These types and all that they are kinds of, without those that are none of schema.org's."""
        return NOTHING.union(*(self.types.get(name, NOTHING) for name in types))

    def type_named(self, name: str) -> str | None:
        """A type as schema.org writes it, whatever its case."""
        return self._type_names.get(name.lower())

    def property_named(self, name: str) -> str | None:
        """A property as schema.org writes it, whatever its case."""
        return self._property_names.get(name.lower())


class Hints:
    """Guesses which terms were meant by names that are none; it does so a thousand times, as each takes a while."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._known: dict[tuple[str, bool], str | None] = {}

    def near(self, name: str, *, a_type: bool) -> str | None:
        """The type or the property whose name is nearest; None where none is near."""
        key = name[: _LONGEST + 1], a_type
        if key not in self._known and len(self._known) < _MOST:
            names = self._words.types if a_type else self._words.properties
            near = get_close_matches(name, names, n=1, cutoff=0.85) if len(name) <= _LONGEST else []
            self._known[key] = near[0] if near else None
        return self._known.get(key)


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the release that is shipped."""
    text = (files("factcheck_claimreview") / "judging" / "schemaorg.json").read_text(encoding="utf-8")
    return Vocabulary(json.loads(text))


def _with_all_above(parents: Mapping[str, Sequence[str]]) -> Mapping[str, frozenset[str]]:
    """Each type with itself and all types that it is a kind of, at whatever distance."""
    above: dict[str, frozenset[str]] = {}

    def found(name: str) -> frozenset[str]:
        if name not in above:
            above[name] = frozenset({name}).union(*(found(parent) for parent in parents.get(name, ())))
        return above[name]

    for name in parents:
        found(name)
    return above
