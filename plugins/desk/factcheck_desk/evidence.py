"""What verdicts rest on: nothing, one text twice, or a copy that does not say so."""

from collections.abc import Iterator, Mapping

from factcheck import Appearance, Evidence, FactCheck, Source, Verdict
from factcheck.provenance import Footing, footings, origins

from .place import Place

_SURELY_ONE_TEXT = 10
"""From so many words on, two sources of one title that are quoted with the same words have one text."""


def verdict_without_evidence(fact_check: FactCheck) -> Iterator[Place]:
    """A verdict without evidence, except one that says that there is none.

    That is a label whose category is `unproven`, and one with neither category nor number, which
    stands on no scale from false to true.
    """
    scale = fact_check.rating_scale
    silent = {
        rating.id
        for rating in (scale.ratings if scale else ())
        if rating.category == "unproven" or (rating.category is None and rating.number is None)
    }
    for index, verdict in enumerate(fact_check.verdicts):
        if not verdict.evidence and verdict.rating not in silent:
            yield f"verdicts[{index}]", f"`{verdict.rating}` rests on nothing here"


def copy_as_second_source(fact_check: FactCheck) -> Iterator[Place]:
    """Evidence for one side from two sources that are copies of one, or only pass on one report; `context` counts for no side."""
    if all(len(verdict.evidence) < 2 for verdict in fact_check.verdicts):
        return
    found, rests = origins(fact_check), footings(fact_check)
    for index, verdict in enumerate(fact_check.verdicts):
        for footing in rests[verdict.id]:
            if footing.stance != "context":
                yield from _repeated(verdict, index, footing, found)


def _repeated(verdict: Verdict, index: int, footing: Footing, found: Mapping[str, str]) -> Iterator[Place]:
    first = footing.sources[0]
    for place in footing.evidence:
        source = verdict.evidence[place].source
        if source == first:
            continue
        why = "are one text" if found[source] == found[first] else f"only pass on one report, that of {footing.name}"
        told = f"`{source}` and `{first}` {why}, counted twice as what {footing.stance} the claim"
        yield f"verdicts[{index}].evidence[{place}].source", told


def undeclared_copy(fact_check: FactCheck) -> Iterator[Place]:
    """Two sources with one checksum or address, or with one title and the same long words, and no `copy_of`."""
    found, quoted = origins(fact_check), _quoted(fact_check)
    first: dict[tuple[str, str], str] = {}
    for index, source in enumerate(fact_check.sources):
        for mark in _marks(source, quoted):
            other = first.setdefault(mark, source.id)
            if found[other] != found[source.id]:
                yield f"sources[{index}]", f"`{source.id}` has the {mark[0]} of `{other}`"
                break


def _marks(source: Source, quoted: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    if source.checksum:
        yield "checksum", source.checksum
    if source.url:
        yield "address", source.url
    if source.title:
        for words in sorted(quoted.get(source.id, ())):
            yield "title and words", f"{source.title.casefold()}\n{words}"


def _quoted(fact_check: FactCheck) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    parts: list[Appearance | Evidence] = [each for claim in fact_check.claims for each in claim.appearances]
    parts.extend(each for verdict in fact_check.verdicts for each in verdict.evidence)
    for part in parts:
        if part.quotation:
            words = part.quotation.exact.casefold().split()
            if len(words) >= _SURELY_ONE_TEXT:
                found.setdefault(part.source, set()).add(" ".join(words))
    return found


def independent(verdict: Verdict, found: Mapping[str, str]) -> int:
    """How many sources a verdict rests on, a text and its copies counted once."""
    return len({found[evidence.source] for evidence in verdict.evidence})
