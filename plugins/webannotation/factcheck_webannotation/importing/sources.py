"""The pages that annotations are on, as sources: one for each address, with all that annotations say of it."""

import re
from dataclasses import dataclass, field, replace

from factcheck.drafts import Part, Repair, Value, part
from factcheck_webannotation.pointers import Pointer
from factcheck_webannotation.rules import RULES

from .account import Account
from .marks import Mark, Target

_FRACTION = re.compile(r"(T\d\d:\d\d:\d\d)\.\d+", re.ASCII)


@dataclass
class _Source:
    """The values of its fields, and for each the places that say the same."""

    identifier: str
    values: dict[str, Value[Pointer]] = field(default_factory=dict)
    places: dict[str, list[str]] = field(default_factory=dict)


class Sources:
    """Gathers them; where two annotations say different things of one, the first counts and the other is told."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._of: dict[str, _Source] = {}

    def of(self, target: Target, mark: Mark) -> Value[Pointer]:
        """The id of the source that a target is on."""
        iri = target.iri.text
        source = self._of.setdefault(iri, _Source(f"s{len(self._of) + 1}"))
        is_web = iri.startswith(("http://", "https://"))
        self._say(source, "url" if is_web else "description", target.iri)
        self._say(source, "title", mark.title)
        self._say(source, "archived_url", target.cached)
        self._say(source, "accessed", date(target.accessed))
        return Value(source.identifier)

    def parts(self) -> list[Part[Pointer]]:
        """Each source, in the order that they came."""
        return [_part(each) for each in self._of.values()]

    def _say(self, source: _Source, name: str, found: Value[Pointer] | None) -> None:
        if found is None:
            return
        first = source.values.setdefault(name, found)
        if first.value == found.value:
            source.places.setdefault(name, []).extend(found.places)
        else:
            message = f"another annotation of this page says {first.text[:60]}"
            self._account.reason(found.places[0], "webannotation-ambiguous", message)


def _part(source: _Source) -> Part[Pointer]:
    said = {name: replace(value, places=tuple(source.places[name])) for name, value in source.values.items()}
    return part({"id": Value(source.identifier), "kind": Value("other"), **said})


def date(value: Value[Pointer] | None) -> Value[Pointer] | None:
    """A date without fractions of a second, for which EDTF has no form."""
    whole = _FRACTION.sub(r"\1", value.text) if value else ""
    if value is None or whole == value.text:
        return value
    return Value(whole, value.places, Repair(RULES["webannotation-date"], value.text, "fractions of a second go"))
