"""What a verdict really rests on: its evidence by origin, copies and those who pass on one report counted once."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from factcheck.model import Evidence, FactCheck, Quotation, Verdict
from factcheck.text.unions import Unions

from . import names
from .links import Links

# So many places of claims in one source are looked at for each piece of evidence from it: files are untrusted.
_MOST = 500


class Footing(NamedTuple):
    """Evidence of one stance that comes from one origin.

    `origin` is the id of a source, or of an agent where the report has no source here, and `name` says in words whose it
    is; `sources` are the sources named, each once, and `evidence` the places in the verdict's list, from 0.
    """

    origin: str
    name: str
    stance: str
    sources: tuple[str, ...]
    evidence: tuple[int, ...]


def footings(fact_check: FactCheck) -> Mapping[str, tuple[Footing, ...]]:
    """What each verdict rests on, by the verdict's id: for each stance, one entry for each independent source.

    The origin of evidence is that of its source, once copies are followed; and where its words are those of a
    claim that reached this source through others, the origin of the report that it passes on.
    """
    traced = _Traced(fact_check)
    return {verdict.id: tuple(_grouped(traced, verdict)) for verdict in fact_check.verdicts}


def independent_sources(footings: tuple[Footing, ...]) -> int:
    """How many independent sources a verdict rests on, whatever they say."""
    return len({each.origin for each in footings})


class _Standing(NamedTuple):
    """A claim that stands in a source, the words there, and who heard it; None where that is the claimant alone."""

    claim: str
    quotation: Quotation | None
    heard: str | None


def _grouped(traced: "_Traced", verdict: Verdict) -> Iterator[Footing]:
    found = [traced.origins_of(verdict, evidence) for evidence in verdict.evidence]
    united = _united(found)
    named = {one: _name([pair for pair in found if united[pair[1]] == one]) for one in dict.fromkeys(united.values())}
    groups: dict[tuple[str, str], list[int]] = {}
    for index, (evidence, (_, text)) in enumerate(zip(verdict.evidence, found, strict=True)):
        groups.setdefault((named[united[text]], evidence.stance), []).append(index)
    for (origin, stance), indices in groups.items():
        sources = dict.fromkeys(verdict.evidence[index].source for index in indices)
        yield Footing(origin, names.of_either(traced.links, origin), stance, tuple(sources), tuple(indices))


def _name(pairs: list[tuple[str, str]]) -> str:
    """The report that all pass on, else the text that all have, else the first report."""
    heard, texts = {report for report, _ in pairs}, {text for _, text in pairs}
    return pairs[0][1] if len(heard) > 1 and len(texts) == 1 else pairs[0][0]


def _united(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """One name for all that are linked by pairs."""
    unions, pairs = Unions(), list(pairs)
    for one, other in pairs:
        unions.join(other, one)
    return {each: unions.first(each) for pair in pairs for each in pair}


class _Traced:
    """Who heard the claims that stand in each source."""

    def __init__(self, fact_check: FactCheck) -> None:
        self.links = links = Links(fact_check)
        self._standing: dict[str, list[_Standing]] = {}
        for claim in fact_check.claims:
            for appearance in claim.appearances:
                heard = next((link.origin for link in links.of(claim, appearance) if not link.own), None)
                standing = _Standing(claim.id, appearance.quotation, heard)
                self._standing.setdefault(appearance.source, []).append(standing)

    def origins_of(self, verdict: Verdict, evidence: Evidence) -> tuple[str, str]:
        """The one report that this evidence passes on, where there is one, and the origin of its source."""
        text = self.links.origins[evidence.source]
        standing = self._standing.get(evidence.source, [])[:_MOST]
        heard = {each.heard for each in standing if _is_of(verdict, evidence, each)}
        only = heard.pop() if len(heard) == 1 else None
        return only or text, text


def _is_of(verdict: Verdict, evidence: Evidence, standing: _Standing) -> bool:
    if evidence.quotation is None:
        return standing.claim == verdict.claim
    return standing.quotation is not None and _overlap(evidence.quotation, standing.quotation)


def _overlap(one: Quotation, other: Quotation) -> bool:
    if one.start is not None and one.end is not None and other.start is not None and other.end is not None:
        return one.start < other.end and other.start < one.end
    words, others = one.exact.casefold().strip(), other.exact.casefold().strip()
    return words in others or others in words
