"""What is told of a document: what was put right, what was left out and why. No leaf is lost in silence."""

from collections.abc import Iterable, Iterator
from typing import Any

from factcheck import Finding
from factcheck.drafts import Found, Value, walk
from factcheck.strict_json import leaves, shown
from factcheck_webannotation.pointers import Pointer
from factcheck_webannotation.rules import RULES

_SHOWN = 2000


class Account:
    """Of one record of a document: its notes, and the reasons why values are left out, by their pointers."""

    def __init__(self, value: Any, pointer: str) -> None:
        self.value, self.pointer = value, pointer
        self.notes: list[Finding] = []
        self._reasons: dict[str, tuple[str, str]] = {}

    def note(self, rule: str, message: str, pointer: str, **values: str) -> None:
        """Something is to be said of this place."""
        self.notes.append(RULES[rule].finding(message, pointer, **values))

    def reason(self, pointer: str, rule: str, message: str) -> None:
        """Say why the leaf that stands here is left out; the first reason counts."""
        self._reasons.setdefault(pointer, (rule, message))

    def findings(self, found: Found[Pointer] | None, said: Iterable[str] = ()) -> Iterator[Finding]:
        """All that is to be told, where this was made of the record, and these places are in it as well."""
        yield from self.notes
        read = set(said)
        for _, each in walk(found) if found is not None else ():
            read.update(each.places)
            if isinstance(each, Value) and each.repair:
                rule, stood, message = each.repair
                yield rule.finding(message, each.places[0], stood=_short(stood), made=_short(each.text))
        for place, leaf in leaves(self.value, self.pointer):
            if place not in read:
                rule_id, message = self._reasons.get(place) or _no_place(leaf)
                yield RULES[rule_id].finding(message, place, stood=_short(shown(leaf)))


def _no_place(leaf: Any) -> tuple[str, str]:
    holds = leaf not in (None, "", [], {})
    return "webannotation-not-carried", "a fact-check has no place for this" if holds else "nothing is said here"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
