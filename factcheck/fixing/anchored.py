"""The places of quotations, written into files of ours: all else keeps its bytes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any, NamedTuple

from factcheck.allowing import sifted
from factcheck.anchoring import anchor, quotations, unmade
from factcheck.findings import Finding
from factcheck.model import FactCheck
from factcheck.model.references import Location, show
from factcheck.reading import Reading
from factcheck.reading.comments import comments
from factcheck.reading.inputs import bytes_like
from factcheck.rules import OWN, TEXTS

from .mappings import Edit, Mappings
from .outcome import Fixed
from .repairs import accepted, trials_for
from .texts import Text

_QUOTATION = ("exact", "prefix", "suffix", "start", "end")
_SOURCE = ("id", "kind", "title", "description", "url", "checksum")


class AnchoredFile(NamedTuple):
    """A file of ours before and after, all that was found, and how many quotations and checksums were written anew."""

    fixed: Fixed
    findings: tuple[Finding, ...]
    quotations: int
    checksums: int


class _Change(NamedTuple):
    """What is to be written anew in one mapping, which has several locations where aliases lead to it."""

    locations: tuple[Location, ...]
    values: Mapping[str, Any]
    edits: tuple[Edit, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The places of what findings are about."""
        return tuple(show(each) if each[-1] == "quotation" else show((*each, "checksum")) for each in self.locations)


def anchored(reading: Reading, data: bytes, texts: Mapping[str, str], *, accept_drift: bool = False) -> AnchoredFile:
    """Write the places of quotations into a file, of which these are the bytes; see `factcheck.anchor`.

    What a comment of the file allows stays. A place is written only if the file, read again, holds what was meant and
    nothing else.
    """
    wanted = anchor(reading.fact_check, texts, accept_drift=accept_drift)
    located = [reading.locate(each) for each in wanted.findings]
    allowed = set(sifted(located, reading, OWN).allowed)
    kept = {each.path for each in allowed if each.is_repair}
    text = Text.of(reading)
    changes = _changes(text, reading.fact_check, wanted.fact_check, kept)
    done = accepted([each for each in changes if each.edits], lambda some: _is_sound(text, some), trials_for(text))
    written = {each.locations for each in done}
    undone = [each for each in changes if each.locations not in written]
    after = _edited(text.body, done)
    findings = _told([each for each in located if each not in allowed], undone, reading)
    mended = tuple(each for each in findings if each.is_repair)
    fixed = Fixed(text.name, text.body, after, bytes_like(after, data), mended)
    count = sum(each.locations[0][-1] == "quotation" for each in done)
    return AnchoredFile(fixed, tuple(findings), count, len(done) - count)


def _changes(text: Text, stood: FactCheck, made: FactCheck, kept: Iterable[str]) -> list[_Change]:
    """What differs between two fact-checks, by the mappings of the text; without what is kept."""
    mappings = Mappings(text)
    wanted: dict[int, list[tuple[Location, tuple[str, ...], dict[str, Any]]]] = {}
    for location, order, values in _wanted(stood, made):
        # Aliases have places of their own, what they lead to has one.
        wanted.setdefault(text.tree.offset((*location, order[0])), []).append((location, order, values))
    changes = list[_Change]()
    for same in wanted.values():
        location, order, values = next((each for each in same if each[2]), same[0])
        written = {key: _as_read(value, text) for key, value in values.items()}
        locations = tuple(each[0] for each in same)
        change = _Change(locations, written, ())
        if not written or any(path.startswith(change.paths) for path in kept):
            continue
        edits = mappings.edits(location, order, values) if all(each[2] == values for each in same) else None
        changes.append(change._replace(edits=tuple(edits or ())))
    return changes


def _wanted(stood: FactCheck, made: FactCheck) -> Iterator[tuple[Location, tuple[str, ...], dict[str, Any]]]:
    """Each quotation and each source, the order of its keys, and the values that differ."""
    for before, after in zip(quotations(stood), quotations(made), strict=True):
        yield before.location, _QUOTATION, _differing(before.quotation, after.quotation, _QUOTATION)
    for index, (source, then) in enumerate(zip(stood.sources, made.sources, strict=True)):
        yield ("sources", index), _SOURCE, _differing(source, then, ("checksum",))


def _differing(stood: Any, made: Any, keys: Iterable[str]) -> dict[str, Any]:
    return {key: getattr(made, key) for key in keys if getattr(stood, key) != getattr(made, key)}


def _as_read(value: Any, text: Text) -> Any:
    """A value as reading gives it: numbers of YAML are text there."""
    return str(value) if isinstance(value, int) and not text.is_json else value


def _is_sound(text: Text, some: Iterable[_Change]) -> bool:
    meant = deepcopy(text.tree.data)
    for change in some:
        for location in change.locations:
            holder = meant
            for step in location:
                holder = holder[step]
            holder.update(change.values)
    then = Text(_edited(text.body, some), text.name)
    holds = then.tree.complete and not then.tree.problems and then.tree.data == meant
    return bool(holds) and _comments(text) == _comments(then)


def _comments(text: Text) -> list[str]:
    return [] if text.is_json else [each.text for each in comments(text.body)]


def _edited(body: str, some: Iterable[_Change]) -> str:
    pieces, at = list[str](), 0
    for edit in sorted(each for change in some for each in change.edits):
        pieces += [body[at : edit.start], edit.written]
        at = edit.end
    return "".join([*pieces, body[at:]])


def _told(found: Iterable[Finding], undone: Iterable[_Change], reading: Reading) -> list[Finding]:
    """The findings, and which of them could not be written."""
    paths = tuple(path for change in undone for path in change.paths)
    told = [unmade(each) if paths and each.path.startswith(paths) else each for each in found]
    for change in undone:
        values = (
            f"no {key}" if value is None else f"{key} {json.dumps(value, ensure_ascii=False)}"
            for key, value in change.values.items()
        )
        message = f"this is written in a way of its own: write by hand {', '.join(values)}"
        told.append(reading.locate(TEXTS["text-layout"].finding(message, change.paths[0])))
    return told
