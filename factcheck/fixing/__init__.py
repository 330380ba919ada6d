"""Repairs without judgement, of files of ours: only what is repaired is written anew, all else keeps its bytes.

What writes the places of quotations into a file is in `anchored`, apart, since what locates words is slow to import.
"""

from collections.abc import Callable, Iterable

from factcheck.allowing import sifted
from factcheck.findings import Finding
from factcheck.model import FactCheck
from factcheck.reading import Reading
from factcheck.reading.inputs import bytes_like, text_of
from factcheck.rules import OWN, TIDYING

from .outcome import Fixed
from .removing import DOUBLED, SAME_ID, removals
from .repairs import Repair, applied, repairs
from .texts import Text
from .values import FORM

__all__ = ["Fixed", "fixed", "untidy"]

Check = Callable[[FactCheck], Iterable[Finding]]


def untidy(reading: Reading) -> list[Finding]:
    """What can be repaired in a file and is no error, with its place."""
    text = Text.of(reading)
    taken, left = removals(text)
    found = [finding for repair in (*repairs(text), *taken) for finding in repair.findings]
    return [finding for finding in (*found, *left) if finding.rule in TIDYING]


def fixed(data: bytes, name: str, check: Check = lambda _: ()) -> Fixed:
    """Repair what can be repaired without judgement; what a comment of the file allows stays.

    A repair is made only if the file, read again, holds what was meant and nothing else, and `check` finds nothing new
    in it. Raises ReadingError where the bytes are no text.
    """
    before = text_of(data, name)
    text, mended = Text(before, name), list[Finding]()
    # What keeps a file from being a fact-check first: before that, nothing tells what its comments allow. Entries after
    # the texts in them: only then are they the same.
    for wanted in (_of_form, _same_ids, _of_fact_check, _doubled):
        body, done = applied(text, wanted(text), check)
        text = Text(body, name)
        mended += [finding for repair in done for finding in repair.findings]
    return Fixed(name, before, text.body, bytes_like(text.body, data), tuple(mended))


def _of_form(text: Text) -> list[Repair]:
    if text.reading:
        return []
    return [repair for repair in repairs(text) if any(finding.rule in FORM for finding in repair.findings)]


def _same_ids(text: Text) -> list[Repair]:
    if text.reading:
        return []
    return [repair for repair in removals(text)[0] if repair.findings[0].rule == SAME_ID]


def _of_fact_check(text: Text) -> list[Repair]:
    return _unallowed(text, repairs(text)) if text.reading else []


def _doubled(text: Text) -> list[Repair]:
    if text.reading is None:
        return []
    return _unallowed(text, [repair for repair in removals(text)[0] if repair.findings[0].rule == DOUBLED])


def _unallowed(text: Text, wanted: list[Repair]) -> list[Repair]:
    if text.reading is None:
        return []
    found = [finding for repair in wanted for finding in repair.findings]
    allowed = set(sifted(found, text.reading, OWN).allowed)
    return [repair for repair in wanted if allowed.isdisjoint(repair.findings)]
