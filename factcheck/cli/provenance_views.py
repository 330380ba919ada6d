"""What `factcheck sources` shows: lines for people, values for programs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

import click

from factcheck import provenance
from factcheck.model import FactCheck, Source
from factcheck.provenance import Chain, Footing, Found, Independence, Opposition
from factcheck.text import Copies, Copy

from .output import number, printable


@dataclass(frozen=True)
class View:
    """A fact-check, the copies that were found in the texts of its sources, and which of them make sources copies."""

    fact_check: FactCheck
    copies: Copies
    found: tuple[Found, ...]

    @cached_property
    def whole(self) -> FactCheck:
        """The fact-check with found copies declared."""
        return provenance.with_copies(self.fact_check, self.found)

    @cached_property
    def origins(self) -> Mapping[str, str]:
        """The origin of the text of each source."""
        return provenance.origins(self.whole)

    @cached_property
    def texts(self) -> dict[str, list[Source]]:
        """The sources by the origin of their text, that one first."""
        texts: dict[str, list[Source]] = {}
        for source in self.fact_check.sources:
            texts.setdefault(self.origins[source.id], []).append(source)
        return {origin: sorted(each, key=lambda source: source.id != origin) for origin, each in texts.items()}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """How sources are called."""
        return provenance.names_of(self.fact_check)

    @cached_property
    def reasons(self) -> dict[str, str]:
        """Why a source is likely the original, where copies were found."""
        return {each.original.source: each.original.reason for each in self.found}

    @cached_property
    def chains(self) -> dict[str, list[Chain]]:
        """The chains of each claim, by the claim's id."""
        return {claim: list(each) for claim, each in groupby(provenance.chains(self.whole), lambda chain: chain.claim)}

    def values(self) -> dict[str, Any]:
        """Everything as JSON-ready values: ids, and the words for people beside them."""
        footings = provenance.footings(self.whole)
        return {
            "texts": [
                {"origin": origin, "sources": [source.id for source in sources], "reason": self.reasons.get(origin)}
                for origin, sources in self.texts.items()
            ],
            "copies": [_copy_values(copy) for copy in self.copies.pairs],
            "undeclared": [
                {"source": name, "original": original.source, "reason": original.reason}
                for name, original in provenance.undeclared(self.fact_check, self.found)
            ],
            "claims": [
                {
                    "id": claim,
                    "independent": len(each.reports),
                    "statements": each.statements,
                    "reports": [report._asdict() for report in each.reports],
                    "chains": [_chain_values(chain) for chain in self.chains.get(claim, [])],
                }
                for claim, each in provenance.independence(self.whole).items()
            ],
            "verdicts": [
                {
                    "id": verdict.id,
                    "claim": verdict.claim,
                    "independent": provenance.independent_sources(footings[verdict.id]),
                    "rests_on": [footing._asdict() for footing in footings[verdict.id]],
                }
                for verdict in self.whole.verdicts
            ],
            "disputes": [
                {**each._asdict(), "oppositions": [opposition._asdict() for opposition in each.oppositions]}
                for each in provenance.disputes(self.whole)
            ],
        }

    def lines(self) -> Iterator[str]:
        """Everything as lines for people."""
        parts = (
            ("Sources, by their texts", self._source_lines()),
            ("Shared passages", self._passage_lines()),
            ("Claims, and their independent reports", self._claim_lines()),
            ("Verdicts, and what they rest on", self._verdict_lines()),
            ("Claims against each other", self._dispute_lines()),
        )
        before = False
        for title, told in parts:
            for place, line in enumerate(told):
                if not place:
                    yield from [""] * before
                    yield click.style(title, bold=True)
                    before = True
                yield printable(line)

    def _source_lines(self) -> Iterator[str]:
        shared: dict[str, list[Copy]] = {}
        for copy in (copy for each in self.found for copy in each.pairs):
            if self.origins[copy.one] == self.origins[copy.other]:
                shared.setdefault(self.origins[copy.one], []).append(copy)
        for origin, sources in self.texts.items():
            reason = self.reasons.get(origin)
            why = f"; likely the original: {reason}" if reason else ""
            yield f"  {self._described(sources[0])}{why}"
            for source in sources[1:]:
                yield f"    {self._described(source)}; {self._copied(source)}"
            yield from (f"    {_shares(copy)}" for copy in shared.get(origin, []))

    def _described(self, source: Source) -> str:
        return f"{source.id}: {self.names[source.id]}{f', {source.published}' if source.published else ''}"

    def _copied(self, source: Source) -> str:
        declared = source.copy_of
        if declared:
            return f"declared a copy of {declared.source} ({declared.kind})"
        return "a copy by its text, and not declared"

    def _passage_lines(self) -> Iterator[str]:
        told = {(copy.one, copy.other) for each in self.found for copy in each.pairs}
        for copy in self.copies.pairs:
            if (copy.one, copy.other) not in told:
                words = sum(passage.words for passage in copy.passages)
                yield f"  {copy.one} and {copy.other} share {number(words, 'word')} in {number(len(copy.passages), 'passage')}: {_shares(copy)}"

    def _claim_lines(self) -> Iterator[str]:
        texts = {claim.id: claim.text for claim in self.whole.claims}
        for claim, each in provenance.independence(self.whole).items():
            yield f"  {claim}: {texts[claim]}"
            yield f"    {_reports(each)}"
            yield from (f"    - {chain.sentence} [{chain.source}]" for chain in self.chains.get(claim, []))

    def _verdict_lines(self) -> Iterator[str]:
        rated = {verdict.id: verdict.claim for verdict in self.whole.verdicts}
        for name, footings in provenance.footings(self.whole).items():
            count = provenance.independent_sources(footings)
            yield f"  {name}, of {rated[name]}: {number(count, 'independent source') if count else 'no evidence'}"
            yield from (f"    {_footing(each)}" for each in footings)

    def _dispute_lines(self) -> Iterator[str]:
        for each in provenance.disputes(self.whole):
            (one, other), (made, other_made) = each.claims, each.made
            order = "before" if each.is_ordered else "beside"
            yield f"  {one} ({made or 'no date'}) {order} {other} ({other_made or 'no date'})"
            yield from (f"    {_opposition(opposition)}" for opposition in each.oppositions)


def _copy_values(copy: Copy) -> dict[str, Any]:
    return {**copy._asdict(), "passages": [passage._asdict() for passage in copy.passages]}


def _chain_values(chain: Chain) -> dict[str, Any]:
    return {**chain._asdict(), "steps": [step._asdict() for step in chain.steps], "sentence": chain.sentence}


def _shares(copy: Copy) -> str:
    return f"{copy.share:.0%} of {copy.one} stands in {copy.other}, {copy.other_share:.0%} the other way round"


def _reports(each: Independence) -> str:
    count = number(len(each.reports), "independent report")
    named = "; ".join(f"{report.name} ({', '.join(report.pages)})" for report in each.reports)
    own = f"; the claimant's own: {', '.join(each.statements)}" if each.statements else ""
    return f"{count}{f': {named}' if named else ''}{own}"


def _footing(footing: Footing) -> str:
    others = [source for source in footing.sources if source != footing.origin]
    through = f", in {', '.join(others)}" if others else ""
    return f"{footing.stance}: {footing.name} ({footing.origin}){through}"


def _opposition(opposition: Opposition) -> str:
    note = f": {opposition.note}" if opposition.note else ""
    return f"{opposition.claim} {opposition.kind} {opposition.other}{note}"
