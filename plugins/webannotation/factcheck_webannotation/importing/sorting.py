"""Which annotation is a claim, a verdict, evidence or an appearance, as far as it says so.

Tags say it: `claim`, `verdict: False`, `supports`, `refutes`, `context`. So does what an annotation leads to: one that
assesses or classifies another one of the same file is a verdict on it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.drafts import Value
from factcheck_webannotation.pointers import Pointer

from .account import Account
from .marks import Mark, Said

STANCES = ("supports", "refutes", "context")
_LABEL = re.compile(r"\s*(?:verdict|rating)\s*:\s*(\S.*?)\s*", re.IGNORECASE | re.DOTALL)
_ASSESSING = ("assessing", "classifying", "reviewing")


class Verdict(NamedTuple):
    """An annotation that rates another one, or itself: the label, and the places that say so."""

    mark: Mark
    on: Mark
    label: Value[Pointer]
    places: tuple[str, ...] = ()


class Appearance(NamedTuple):
    """An annotation of a page that identifies a claim in it, and the places that say so."""

    mark: Mark
    on: Mark
    places: tuple[str, ...]


class Evidence(NamedTuple):
    """An annotation of a page that bears on a claim or a verdict: how, and the places that say on which."""

    mark: Mark
    on: Mark
    stance: Said
    places: tuple[str, ...]


class Sorted(NamedTuple):
    """The annotations by what they are; what is in none of these is not told by itself."""

    claims: list[Mark]
    verdicts: list[Verdict]
    evidence: list[Evidence]
    appearances: list[Appearance]


class Sorting:
    """Sorts the annotations of one record."""

    def __init__(self, marks: Sequence[Mark], account: Account) -> None:
        self._marks, self._account = marks, account
        self._by_id: dict[str, Mark] = {}
        for mark in marks:
            self._index(mark)

    def sorted(self) -> Sorted:
        """The annotations by what they are."""
        verdicts = [rates for mark in self._marks if (rates := self._verdict(mark))]
        rated = {id(each.on) for each in verdicts}
        rating = {id(each.mark) for each in verdicts if each.mark is not each.on}
        claims = [mark for mark in self._marks if id(mark) not in rating and (id(mark) in rated or tag(mark, "claim"))]
        claimed = {id(mark) for mark in claims}
        known = claimed | rating
        others = [mark for mark in self._marks if id(mark) not in known]
        evidence = [bears for mark in others if (bears := self._evidence(mark, known))]
        used = {id(each.mark) for each in evidence}
        appearances = [
            stands for mark in others if id(mark) not in used and (stands := self._appearance(mark, claimed))
        ]
        return Sorted(claims, verdicts, evidence, appearances)

    def _index(self, mark: Mark) -> None:
        if mark.identifier is None:
            return
        first = self._by_id.setdefault(mark.identifier.text, mark)
        if first is not mark:
            message = f"the annotation at `{first.pointer}` has this id, too"
            self._account.reason(mark.identifier.places[0], "webannotation-doubled-id", message)

    def leads_to(self, mark: Mark) -> Iterator[tuple[Mark, tuple[str, ...]]]:
        """Each other annotation that one is on, links to or replies to, with the places that say so."""
        iris = [(each.iri, each.places) for each in mark.links] + [(each.iri, each.places) for each in mark.targets]
        for iri, places in iris:
            other = self._by_id.get(iri.text)
            if other is not None and other is not mark and other.identifier:
                yield other, (*iri.places, *places, *other.identifier.places)

    def _verdict(self, mark: Mark) -> Verdict | None:
        others = list(self.leads_to(mark))
        on, places = others[0] if others else (mark, ())
        is_of_several = len({id(other) for other, _ in others}) > 1
        labels = [found for each in mark.tags if (found := _labelled(each))]
        if not labels and on is not mark and mark.is_for(*_ASSESSING):
            labels = [_whole(each) for each in mark.tags]
            places += tuple(place for each in mark.motivations for place in each.places)
        if len(labels) > 1 or is_of_several:
            message = "this leads to several annotations" if is_of_several else "there are several labels"
            for label in labels:
                self._account.reason(label.places[0], "webannotation-ambiguous", message)
            return None
        return Verdict(mark, on, labels[0], places) if labels else None

    def _evidence(self, mark: Mark, known: set[int]) -> Evidence | None:
        stances = [each for stance in STANCES if (each := tag(mark, stance))]
        if len(stances) != 1:
            return None
        others = [(other, places) for other, places in self.leads_to(mark) if id(other) in known]
        if len(others) == 1:
            return Evidence(mark, others[0][0], stances[0], others[0][1])
        message = "nothing says on which claim or verdict this bears"
        self._account.reason(stances[0].value.places[0], "webannotation-not-linked", message)
        return None

    def _appearance(self, mark: Mark, known: set[int]) -> Appearance | None:
        others = [(other, places) for other, places in self.leads_to(mark) if id(other) in known]
        if len(others) != 1 or not mark.is_for("identifying"):
            return None
        motivated = tuple(place for each in mark.motivations for place in each.places)
        return Appearance(mark, others[0][0], (*others[0][1], *motivated))


def tag(mark: Mark, name: str) -> Said | None:
    """The tag of this name, whatever its case."""
    return next((each for each in mark.tags if each.value.text.strip().casefold() == name), None)


def _labelled(said: Said) -> Value[Pointer] | None:
    """The label that a tag names a verdict with."""
    found = _LABEL.fullmatch(said.value.text)
    return Value(found[1], (*said.value.places, *said.around)) if found else None


def _whole(said: Said) -> Value[Pointer]:
    return said.value.by(*said.around)
