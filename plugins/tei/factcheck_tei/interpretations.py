"""interpGrp: what the desk says of an appearance, of evidence or of a label, for @ana to point to."""

from functools import lru_cache

from factcheck import Appearance, Evidence, FactCheck, Rating

from .markup import Markup, lines, listed

_FIRST = "appearance.first"

_MEANINGS = {
    "appearance": {_FIRST: "The claim appeared here first."},
    "rendering": {
        "rendering.whole": "The claimant's words, whole.",
        "rendering.part": "A part of the claimant's words.",
        "rendering.altered": "The claimant's words, altered.",
        "rendering.translated": "The claimant's words, translated.",
        "rendering.paraphrased": "What the claimant said, in other words.",
    },
    "stance": {
        "stance.supports": "The source supports the claim.",
        "stance.refutes": "The source refutes the claim.",
        "stance.context": "The source gives context to the claim.",
    },
    "category": {
        "category.false": "The claim is false.",
        "category.mostly-false": "The claim is mostly false.",
        "category.mixed": "The claim is true in part.",
        "category.mostly-true": "The claim is mostly true.",
        "category.true": "The claim is true.",
        "category.unproven": "Nothing proves or refutes the claim.",
        "category.satire": "The claim is satire.",
        "category.altered": "What the claim rests on was altered.",
        "category.missing-context": "The claim lacks context that changes what it says.",
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
    return _groups(frozenset(_used(fact_check)))


def every_interpretation() -> Markup:
    """All groups with all values: what the fact-checks of a corpus have in common."""
    return _groups(frozenset(value for values in _MEANINGS.values() for value in values))


@lru_cache  # the fact-checks of an archive use few combinations of them
def _groups(used: frozenset[str | None]) -> Markup:
    return lines(*[_group(kind, [value for value in values if value in used]) for kind, values in _MEANINGS.items()])


def _group(kind: str, used: list[str]) -> Markup:
    interps = [f'<interp xml:id="{value}">{_MEANINGS[kind][value]}</interp>' for value in used]
    return listed(f'interpGrp type="{kind}" xml:lang="en"', interps)


def _used(fact_check: FactCheck) -> set[str | None]:
    used: set[str | None] = set()
    if fact_check.rating_scale:
        used.update(map(of_rating, fact_check.rating_scale.ratings))
    for claim in fact_check.claims:
        for appearance in claim.appearances:
            used.update(of_appearance(appearance))
    for verdict in fact_check.verdicts:
        used.update(map(of_evidence, verdict.evidence))
    return used
