"""What becomes of each leaf of a record: it goes into the fact-check, or a finding says what became of it."""

from typing import Any

from factcheck import Finding, Rule
from factcheck.strict_json import escaped, leaves, shown

from . import rules


class Ledger:
    """What is found about one record, and which of its leaves have been accounted for."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.origins: dict[str, str] = {}
        self._told = set[str]()
        self._why = "a fact-check has no place for this"

    def carried(self, pointer: str, to: str = "") -> None:
        """A leaf is in the fact-check, at the model path `to`."""
        self._told.add(pointer)
        if to:
            self.origins[to] = pointer

    def repaired(self, rule: Rule, pointer: str, stood: str, made: str, message: str) -> None:
        """A leaf is in the fact-check otherwise than it stood."""
        self._told.add(pointer)
        self.findings.append(rule.finding(message, pointer, stood=stood, made=made))

    def tell(self, rule: Rule, pointer: str, message: str, stood: str | None = None) -> None:
        """Something is to be said of this place."""
        self._told.add(pointer)
        self.findings.append(rule.finding(message, pointer, stood=stood))

    def supplied(self, rule: Rule, pointer: str, made: str, message: str) -> None:
        """The fact-check needs something that is missing here, and has this instead."""
        self.findings.append(rule.finding(message, pointer, stood="", made=made))

    def left_out(self, rule: Rule, pointer: str, value: Any, message: str) -> None:
        """A value is not in the fact-check; each of its leaves is told, once."""
        for place, leaf in leaves(value, pointer):
            if place not in self._told:
                self._told.add(place)
                self.findings.append(rule.finding(message, place, stood=shown(leaf)))

    def rest(self, value: Any, pointer: str) -> None:
        """Tell each leaf that nothing has been said of."""
        for place, leaf in leaves(value, pointer):
            if place not in self._told:
                holds = leaf not in (None, "", [], {})
                rule, message = (rules.NO_PLACE, self._why) if holds else (rules.EMPTY, "nothing is said here")
                self.left_out(rule, place, leaf, message)

    def around(self, values: dict[str, Any], pointer: str, *but: str) -> None:
        """Tell each leaf that nothing has been said of, except under these keys."""
        for key, value in values.items():
            if key not in but:
                self.rest(value, f"{pointer}/{escaped(key)}")

    def nothing_made(self, problem: Finding) -> None:
        """No fact-check comes of this record, for this reason: nothing that was carried so far counts."""
        self.findings, self.origins, self._told = [problem], {}, set()
        self._why = "left out, as no fact-check could be made here"
