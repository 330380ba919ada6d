"""Which function finds where a rule is broken."""

from collections.abc import Callable, Iterator, Mapping

from factcheck import FactCheck, Finding

from . import changes, evidence, ifcn, quotations, scales, speakers, texts, words
from .place import Place
from .rules import RULES

CHECKS: Mapping[str, Callable[[FactCheck], Iterator[Place]]] = {
    "desk-claimant-is-publisher": speakers.claimant_is_publisher,
    "desk-copy-as-second-source": evidence.copy_as_second_source,
    "desk-undeclared-copy": evidence.undeclared_copy,
    "desk-verdict-without-evidence": evidence.verdict_without_evidence,
    "desk-evidence-newer-than-verdict": changes.evidence_newer_than_verdict,
    "desk-verdict-before-claim": changes.verdict_before_claim,
    "desk-correction-without-change": changes.correction_without_change,
    "desk-inverted-scale": scales.inverted_scale,
    "desk-relative-date": words.relative_date,
    "desk-long-quotation": quotations.long_quotation,
    "desk-placeholder": words.placeholder,
    "desk-repeated-claim": words.repeated_claim,
    "desk-ifcn-no-methodology": ifcn.no_methodology,
    "desk-ifcn-no-corrections-policy": ifcn.no_corrections_policy,
    "desk-ifcn-no-funding": ifcn.no_funding,
    "desk-ifcn-no-contact": ifcn.no_contact,
    "desk-ifcn-no-ethics": ifcn.no_ethics,
    "desk-ifcn-no-link": ifcn.no_link,
    "desk-ifcn-secondary-source": ifcn.secondary_source,
    "desk-ifcn-single-source": ifcn.single_source,
    "desk-ifcn-unexplained": ifcn.unexplained,
    "desk-ifcn-earlier-verdict": ifcn.earlier_verdict,
}


def findings(fact_check: FactCheck, profile: str | None) -> Iterator[Finding]:
    """A finding for each place where a rule is broken that is asked for this profile."""
    for name, broken in CHECKS.items():
        rule = RULES[name]
        if rule.asked(profile):
            for path, message in broken(fact_check):
                yield rule.finding(message, path)
    for name, (path, message) in texts.looked_at(fact_check):
        yield RULES[name].finding(message, path)
