"""The repairs that a text of ours needs, and the text with those that do what they mean to."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import Any, NamedTuple, TypeVar

from factcheck.findings import Finding
from factcheck.model import FactCheck
from factcheck.model.references import Location
from factcheck.reading.lines import Lines
from factcheck.rules import OWN

from .fields import Leaf, leaves
from .scalars import Scalar, rewritten, scalars
from .texts import Text
from .values import made

_Some = TypeVar("_Some")

_MOST_TRIALS, _MOST_READ = 60, 20_000_000  # code points, in all trials
_INDEX = re.compile(r"\[\d+\]")
_SHOWN = {
    "html-entity": "HTML's entities stand for characters here",
    "language-case": "this tag is usually written otherwise",
    "invisible-around": "characters that have no width stand around this",
    "space-around": "white space stands around this text",
}


class Repair(NamedTuple):
    """What is to be written anew: its span, what is written there, and the findings that this mends.

    It is a scalar; or, with `removes`, an entry of a list that goes.
    """

    start: int
    end: int
    written: str
    locations: tuple[Location, ...]
    is_key: bool
    value: str
    findings: tuple[Finding, ...]
    removes: bool = False


def repairs(text: Text) -> list[Repair]:
    """What can be repaired without judgement, in the order of the text; of scalars with aliases what all agree on."""
    there = scalars(text.body, is_json=text.is_json) if text.tree.complete else {}
    found: dict[int, list[Leaf]] = {}
    for leaf in leaves(text.tree.data):
        at = text.tree.offset(leaf.location, of_key=leaf.is_key)
        if at in there:
            found.setdefault(at, []).append(leaf)
    lines = Lines(text.body)
    wanted = (_repair(text, there[at], same, lines) for at, same in sorted(found.items()))
    return [repair for repair in wanted if repair]


def applied(
    text: Text, wanted: Iterable[Repair], check: Callable[[FactCheck], Iterable[Finding]]
) -> tuple[str, list[Repair]]:
    """The text with the repairs that, read again, make just the data that was meant and bring no new finding.

    `check` gives what is wrong with a fact-check. Repairs that are not sound are left out, and others with them where
    too many are not.
    """
    wanted = list(wanted)
    moved = any(repair.removes for repair in wanted)
    known = _found(text, check, moved=moved)

    def is_sound(some: list[Repair]) -> bool:
        then = Text(_edited(text.body, some), text.name)
        if not then.tree.complete or then.tree.data != _meant(text.tree.data, some):
            return False
        is_first_reading = then.reading is not None and text.reading is None
        return is_first_reading or known >= _found(then, check, moved=moved)

    done = sorted(accepted(wanted, is_sound, trials_for(text)))
    return _edited(text.body, done), done


def _found(text: Text, check: Callable[[FactCheck], Iterable[Finding]], *, moved: bool) -> Counter[tuple[str, str]]:
    """How often a rule finds something at a place; where entries are `moved`, whatever their index."""
    findings = check(text.reading.fact_check) if text.reading else text.problems
    return Counter((each.rule, _INDEX.sub("[]", each.path) if moved else each.path) for each in findings)


def _repair(text: Text, scalar: Scalar, same: list[Leaf], lines: Lines) -> Repair | None:
    results = {made(leaf.value, leaf.field, keep_space=scalar.is_block) for leaf in same}
    ((value, rules), *others) = results
    if others or not rules or _is_taken(text.tree.data, same, value):
        return None
    stood = same[0].value
    written = rewritten(text.body[scalar.start : scalar.end], scalar, stood, value)
    if written is None:
        return None
    place = lines.place(scalar.start)
    path = text.path(same[0].location)
    findings = tuple(
        OWN[rule].finding(_SHOWN.get(rule, f"`{value}` is meant"), path, stood=stood, made=value).at(text.name, *place)
        for rule in rules
    )
    locations = tuple(leaf.location for leaf in same)
    return Repair(scalar.start, scalar.end, written, locations, same[0].is_key, value, findings)


def _is_taken(data: Any, same: list[Leaf], value: str) -> bool:
    """Whether a key has a mapping with the new one already."""
    return any(leaf.is_key and value in _at(data, leaf.location[:-1]) for leaf in same)


def _edited(body: str, some: Iterable[Repair]) -> str:
    pieces, at = list[str](), 0
    for repair in sorted(some):
        pieces += [body[at : repair.start], repair.written]
        at = repair.end
    return "".join([*pieces, body[at:]])


def _meant(data: Any, some: Iterable[Repair]) -> Any:
    """The data with the values of these repairs, keys last, since they are on the way to others, then without what goes."""
    meant = deepcopy(data)
    going: dict[tuple[int, Any], list[Any]] = {}  # a list that has several places, by aliases, is one
    for repair in sorted(some, key=lambda repair: repair.is_key):
        for *parents, last in repair.locations:
            holder = _at(meant, tuple(parents))
            if repair.removes:
                going[id(holder), last] = holder
            elif repair.is_key and last in holder:
                holder[repair.value] = holder.pop(last)
            elif not repair.is_key:
                holder[last] = repair.value
    for (_, index), holder in sorted(going.items(), key=lambda each: -each[0][1]):
        del holder[index]
    return meant


def _at(data: Any, location: Location) -> Any:
    for step in location:
        data = data[step]
    return data


def trials_for(text: Text) -> int:
    """How often a text is read again, at most."""
    return min(_MOST_TRIALS, 1 + _MOST_READ // (len(text.body) + 1))


def accepted(wanted: list[_Some], is_sound: Callable[[list[_Some]], bool], trials: int) -> list[_Some]:
    """As many as are sound together, in their order: all at once if they can be, else one half after the other."""
    taken = list[_Some]()
    waiting = [wanted] if wanted else []
    while waiting and trials:
        some = waiting.pop()
        trials -= 1
        if is_sound([*taken, *some]):
            taken += some
        elif len(some) > 1:
            middle = len(some) // 2
            waiting += [some[middle:], some[:middle]]
    return taken
