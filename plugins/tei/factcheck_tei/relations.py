"""listRelation: who asserted a claim, who passed it on, and how claims bear on each other."""

from collections.abc import Iterator

from factcheck import Claim

from .ids import appearance_id
from .markup import FORBIDDEN, NOTHING, Markup, element, lines, listed, text, to, to_all


def relations(claims: tuple[Claim, ...]) -> Markup:
    """A listRelation for attribution and one for the claims among themselves."""
    return lines(
        (
            listed("listRelation", [made for claim in claims for made in _attributions(claim)], type="attribution"),
            listed("listRelation", [made for claim in claims for made in _bearings(claim)], type="claims"),
        )
    )


def _attributions(claim: Claim) -> Iterator[Markup]:
    """Who asserted it, in one relation; then each relay of each appearance, numbered from the claimant outwards."""
    if claim.claimants:
        yield element("relation", name="asserts", active=to_all(claim.claimants), passive=to(claim.id))
    for number, appearance in enumerate(claim.appearances, 1):
        passive = to(appearance_id(claim.id, number, appearance.id))
        for step, relay in enumerate(appearance.relays, 1):
            yield element(
                "relation", _desc(relay.verb), name="relays", n=str(step), active=to(relay.by), passive=passive
            )


def _bearings(claim: Claim) -> Iterator[Markup]:
    for relation in claim.relations:
        yield element(
            "relation", _desc(relation.note), name=relation.kind, active=to(claim.id), passive=to(relation.claim)
        )


def _desc(words: str | None) -> Markup:
    """A desc, which takes no `g` but within a phrase."""
    if words is None:
        return NOTHING
    escaped = text(words)
    return element("desc", element("label", escaped) if FORBIDDEN.search(words) else escaped)
