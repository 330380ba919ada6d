"""What the IFCN's code of principles asks a fact-check to show: method, sources, corrections."""

from collections.abc import Callable, Iterator

from factcheck import FactCheck
from factcheck.provenance import origins

from .evidence import independent
from .place import Place

# What is on paper, or was said or sent to the desk alone, has no address to give.
_ONLINE = frozenset(("article", "wire", "post", "document", "dataset", "statement", "recording", "broadcast", "image"))


def _no_policy(name: str, wanted: str) -> Callable[[FactCheck], Iterator[Place]]:
    def broken(fact_check: FactCheck) -> Iterator[Place]:
        if not getattr(fact_check.policies, name):
            yield f"policies.{name}", f"no page says {wanted}"

    return broken


no_methodology = _no_policy("methodology", "how claims are chosen and checked")
no_corrections_policy = _no_policy("corrections", "how errors are corrected")
no_funding = _no_policy("funding", "who owns and funds the publisher")
no_contact = _no_policy("feedback", "how readers can write to the publisher")
no_ethics = _no_policy("ethics", "how the publisher stays non-partisan")


def no_link(fact_check: FactCheck) -> Iterator[Place]:
    """A source of evidence, of a kind that is usually online, without an address."""
    used = {evidence.source for verdict in fact_check.verdicts for evidence in verdict.evidence}
    for index, source in enumerate(fact_check.sources):
        if source.id in used and source.kind in _ONLINE and not (source.url or source.archived_url):
            yield f"sources[{index}]", f"a verdict rests on `{source.id}`, and nobody is told where to read it"


def secondary_source(fact_check: FactCheck) -> Iterator[Place]:
    """Evidence from a copy, where the original has an address, and without a note."""
    sources = {source.id: source for source in fact_check.sources}
    found = origins(fact_check)
    for index, verdict in enumerate(fact_check.verdicts):
        for place, evidence in enumerate(verdict.evidence):
            origin = sources[found[evidence.source]]
            if origin.id != evidence.source and (origin.url or origin.archived_url) and not evidence.note:
                told = f"`{evidence.source}` is a copy; `{origin.id}` can be read"
                yield f"verdicts[{index}].evidence[{place}].source", told


def single_source(fact_check: FactCheck) -> Iterator[Place]:
    """A verdict whose evidence comes from one source, its copies counted in."""
    found = origins(fact_check)
    for index, verdict in enumerate(fact_check.verdicts):
        if independent(verdict, found) == 1:
            yield f"verdicts[{index}].evidence", f"all of it comes from `{found[verdict.evidence[0].source]}`"


def unexplained(fact_check: FactCheck) -> Iterator[Place]:
    """A verdict without an explanation."""
    for index, verdict in enumerate(fact_check.verdicts):
        if not verdict.explanation:
            yield f"verdicts[{index}].explanation", "readers see a label, and no reason"


def earlier_verdict(fact_check: FactCheck) -> Iterator[Place]:
    """A correction that replaced a verdict, and names other parts only."""
    parts = {correction.id: correction.parts for correction in fact_check.corrections}
    for index, verdict in enumerate(fact_check.verdicts):
        for place, earlier in enumerate(verdict.history):
            named = parts[earlier.correction]
            if named and verdict.id not in named:
                told = f"`{earlier.correction}` changed `{verdict.id}` and does not say so in its `parts`"
                yield f"verdicts[{index}].history[{place}].correction", told
