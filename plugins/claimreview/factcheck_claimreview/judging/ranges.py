"""What the properties of schema.org take: which types of things, and which forms of texts and numbers."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck_claimreview.importing.types import local

from .contexts import Thing
from .vocabulary import NOTHING, Vocabulary

# The forms in which texts stand for what is no text: https://schema.org/docs/datamodel.html, https://schema.org/DataType
_FORMS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(form, re.ASCII)
    for name, form in {
        "Boolean": r"(?i)true|false",
        "Date": r"\d{4}(-\d\d(-\d\d)?)?",
        "DateTime": r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?",
        "Duration": r"[+-]?P.+",
        "Float": r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?",
        "Integer": r"[+-]?\d+",
        "Number": r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?",
        "Quantity": r"(?s).*\d.*",
        "Text": r"(?s).*",
        "Time": r"\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?",
        "URL": r"[A-Za-z][A-Za-z0-9+.-]*:\S+",
    }.items()
}  # fmt: skip
_AROUND = ("@list", "@set", "@value")
_END: tuple[Any, str | None] = (None, None)
_MOST_NAMED = 4
_SHOWN = 60


class Ranges:
    """Judges values by what their properties take."""

    def __init__(self, vocabulary: Vocabulary, types_of: Mapping[str, frozenset[str]]) -> None:
        """Take the types, and all above them, of the objects that others refer to by their `@id`."""
        self._words = vocabulary
        self._types_of = types_of
        self._forms: dict[frozenset[str], tuple[re.Pattern[str], ...]] = {}

    def wrong(self, thing: Thing, takes: frozenset[str], value: Any, pointer: str) -> Iterator[tuple[str, str]]:
        """What stands in the value of a property, as words, and where, that is of no type that the property takes."""
        waiting: list[Iterator[tuple[Any, str | None]]] = [iter([(value, pointer)])]
        while waiting:
            each, place = next(waiting[-1], _END)
            if place is None:
                waiting.pop()
            elif isinstance(each, list) or (isinstance(each, dict) and any(key in each for key in _AROUND)):
                waiting.append(_within(each, place))
            elif each is not None and not self._is_taken(thing, takes, each):
                yield _told(each), place

    def _is_taken(self, thing: Thing, takes: frozenset[str], value: Any) -> bool:
        if isinstance(value, dict):
            return self._is_thing(Thing(value, "", thing.context.within(value.get("@context"))), takes)
        if isinstance(value, str):
            member = self._words.members.get(local(value), NOTHING)
            return bool(member & takes) or any(form.fullmatch(value.strip()) for form in self._forms_of(takes))
        if isinstance(value, bool):
            return "Boolean" in takes
        is_whole = isinstance(value, int) or value.is_integer()
        return "Number" in takes or ("Integer" if is_whole else "Float") in takes

    def _is_thing(self, thing: Thing, takes: frozenset[str]) -> bool:
        identifier = thing.data.get("@id", thing.data.get("id"))
        if not thing.is_typed and isinstance(identifier, str):
            known = self._types_of.get(identifier) or self._words.members.get(local(identifier), NOTHING)
            return not known or bool(known & takes) or "URL" in takes
        above = self._words.above(self._words.type_named(name) or name for name, _ in thing.types())
        # Of what has no type of schema.org nothing can be said; a Role may stand before any value.
        return not above or "Role" in above or not above.isdisjoint(takes)

    def _forms_of(self, takes: frozenset[str]) -> tuple[re.Pattern[str], ...]:
        if takes not in self._forms:
            # A form of its own is narrower than that of what a type is a kind of: not each text is a URL.
            kinds = NOTHING.union(*({name} if name in _FORMS else self._words.above([name]) for name in takes))
            self._forms[takes] = tuple(form for name, form in _FORMS.items() if name in kinds)
        return self._forms[takes]


def _within(value: Any, pointer: str) -> Iterator[tuple[Any, str | None]]:
    """The values in a list, and in the objects that JSON-LD has around values, with their pointers."""
    inner = enumerate(value) if isinstance(value, list) else ((key, value[key]) for key in _AROUND if key in value)
    return ((each, f"{pointer}/{step}") for step, each in inner)


def named(types: frozenset[str]) -> str:
    """Types for people: the first of them in their order."""
    first = sorted(types)[:_MOST_NAMED]
    rest = ["others"] if len(types) > _MOST_NAMED else []
    words = [*(f"`{name}`" for name in first), *rest]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def short(text: str) -> str:
    """The beginning of a text, where it is long."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _told(value: Any) -> str:
    if isinstance(value, dict):
        given = value.get("@type", value.get("type"))
        kinds = given if isinstance(given, list) else [given]
        return f"`{short(', '.join(map(str, kinds[:_MOST_NAMED])))}`" if given else "this"
    shown = short(str(value).lower() if isinstance(value, bool) else str(value))
    return f"“{shown}”" if isinstance(value, str) else shown
