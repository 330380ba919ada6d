"""Dates of verdicts, evidence and corrections that cannot all be right."""

from collections.abc import Iterator

from factcheck import FactCheck, Verdict
from factcheck.dates import later, latest

from .place import Place


def evidence_newer_than_verdict(fact_check: FactCheck) -> Iterator[Place]:
    """Evidence that was published, or read, after the verdict and after the last change to the fact-check."""
    sources = {source.id: source for source in fact_check.sources}
    for index, verdict in enumerate(fact_check.verdicts):
        stands = _stands(fact_check, verdict)
        for place, evidence in enumerate(verdict.evidence):
            source = sources[evidence.source]
            for done, when in (("published", source.published), ("read", source.accessed)):
                if later(when, stands):
                    told = f"`{source.id}` was {done} {when}, and the verdict is of {stands}"
                    yield f"verdicts[{index}].evidence[{place}].source", told
                    break


def verdict_before_claim(fact_check: FactCheck) -> Iterator[Place]:
    """A verdict that was published before its claim was made."""
    made = {claim.id: claim.made for claim in fact_check.claims}
    for index, verdict in enumerate(fact_check.verdicts):
        stands = _stands(fact_check, verdict)
        if later(made[verdict.claim], stands):
            yield f"verdicts[{index}]", f"the claim was made {made[verdict.claim]}, and the verdict is of {stands}"


def correction_without_change(fact_check: FactCheck) -> Iterator[Place]:
    """A correction after which the fact-check was not changed, by its own account."""
    for index, correction in enumerate(fact_check.corrections):
        if fact_check.modified is None:
            told = f"there is a correction of {correction.published}, and no `modified`"
            yield f"corrections[{index}].published", told
        elif later(correction.published, fact_check.modified):
            told = f"the correction is of {correction.published}, and `modified` says {fact_check.modified}"
            yield f"corrections[{index}].published", told


def _stands(fact_check: FactCheck, verdict: Verdict) -> str | None:
    published = verdict.published or fact_check.published
    return latest(published, fact_check.modified) if published else None
