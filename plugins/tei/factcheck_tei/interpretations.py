"""interpGrp: what the desk says of an appearance, of evidence or of a label, for @ana to point to."""

from collections.abc import Iterator

from factcheck import Appearance, Evidence, FactCheck, Rating

from .markup import Markup, block, element, lines, text

_FIRST = "appearance.first"

_MEANINGS = {
    "appearance": {"first": "The claim appeared here first."},
    "rendering": {
        "whole": "The claimant's words, whole.",
        "part": "A part of the claimant's words.",
        "altered": "The claimant's words, altered.",
        "translated": "The claimant's words, translated.",
        "paraphrased": "What the claimant said, in other words.",
    },
    "stance": {
        "supports": "The source supports the claim.",
        "refutes": "The source refutes the claim.",
        "context": "The source gives context to the claim.",
    },
    "category": {
        "false": "The claim is false.",
        "mostly-false": "The claim is mostly false.",
        "mixed": "The claim is true in part.",
        "mostly-true": "The claim is mostly true.",
        "true": "The claim is true.",
        "unproven": "Nothing proves or refutes the claim.",
        "satire": "The claim is satire.",
        "altered": "What the claim rests on was altered.",
        "missing-context": "The claim lacks context that changes what it says.",
    },
}


def of_rating(rating: Rating) -> str | None:
    """The id of what a label amounts to, None where nobody says."""
    return None if rating.category is None else f"category.{rating.category}"


def of_appearance(appearance: Appearance) -> tuple[str, ...]:
    """The ids of what is said of an appearance."""
    renderings = tuple(f"rendering.{rendering}" for rendering in appearance.rendering)
    return (_FIRST, *renderings) if appearance.first else renderings


def of_evidence(evidence: Evidence) -> str:
    """The id of what is said of a piece of evidence."""
    return f"stance.{evidence.stance}"


def interpretations(fact_check: FactCheck) -> Markup:
    """A group for each kind of interpretation that is used, with the values that are."""
    used = set(_used(fact_check))
    groups = (
        block("interpGrp", *found, type=kind, lang="en")
        for kind, meanings in _MEANINGS.items()
        if (found := [_interp(kind, value, meanings[value]) for value in meanings if f"{kind}.{value}" in used])
    )
    return lines(groups)


def _used(fact_check: FactCheck) -> Iterator[str]:
    for rating in fact_check.rating_scale.ratings if fact_check.rating_scale else ():
        amounts = of_rating(rating)
        if amounts is not None:
            yield amounts
    for claim in fact_check.claims:
        for appearance in claim.appearances:
            yield from of_appearance(appearance)
    for verdict in fact_check.verdicts:
        for evidence in verdict.evidence:
            yield of_evidence(evidence)


def _interp(kind: str, value: str, meaning: str) -> Markup:
    return element("interp", text(meaning), id=f"{kind}.{value}")
