"""The entries that are taken out of a text, since they stand in their list already; each with its finding."""

import json
from collections.abc import Iterable, Iterator

from factcheck.findings import Finding
from factcheck.model.references import Location
from factcheck.rules import OWN

from .entries import Doubled, Removals, doubled
from .repairs import Repair
from .texts import Text

DOUBLED, SAME_ID = "doubled-entry", "duplicate-id"


def removals(text: Text) -> tuple[list[Repair], list[Finding]]:
    """What can be taken out without judgement; and what stands twice and is a person's, for the comment that goes with it."""
    found: dict[int, list[Doubled]] = {}
    for each in _outermost(doubled(text.tree.data)) if text.tree.complete else ():
        found.setdefault(text.tree.offset(each.location), []).append(each)
    if not found:
        return [], []
    spans, taken, left = Removals(text), list[Repair](), list[Finding]()
    for at, same in sorted(found.items()):
        span = spans.span(same[0].location)
        finding = _finding(text, same[0], goes=span is not None).at(text.name, *spans.lines.place(at))
        if span is None:
            left.append(finding)
        else:
            locations = tuple(each.location for each in same)
            taken.append(Repair(*span, "", locations, is_key=False, value="", findings=(finding,), removes=True))
    return taken, left


def _outermost(found: Iterable[Doubled]) -> Iterator[Doubled]:
    """Without those within an entry that goes as a whole."""
    going = set[Location]()
    for each in sorted(found, key=lambda each: len(each.location)):
        if not any(each.location[:end] in going for end in range(len(each.location))):
            going.add(each.location)
            yield each


def _finding(text: Text, each: Doubled, *, goes: bool) -> Finding:
    rule = SAME_ID if isinstance(each.value, dict) and "id" in each.value else DOUBLED
    stood = each.value if isinstance(each.value, str) else json.dumps(each.value, ensure_ascii=False)
    by_hand = (
        ""
        if goes
        else "; a comment stands with it, or it is written in a way of its own: take one of the two out by hand"
    )
    message = f"this is the same as {text.path(each.first)}{by_hand}"
    return OWN[rule].finding(message, text.path(each.location), stood=stood, made="" if goes else None)
