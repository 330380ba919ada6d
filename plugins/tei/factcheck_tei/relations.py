"""listRelation: who asserted a claim, who passed it on, and how claims bear on each other."""

from collections.abc import Iterator

from factcheck import Claim

from .ids import appearance_id
from .markup import FORBIDDEN, NOTHING, Markup, element, lines, listed, text, to_all


def relations(claims: tuple[Claim, ...]) -> Markup:
    """A listRelation for attribution and one for the claims among themselves."""
    return lines(
        listed('listRelation type="attribution"', [made for claim in claims for made in _attributions(claim)]),
        listed('listRelation type="claims"', [made for claim in claims for made in _bearings(claim)]),
    )


def _attributions(claim: Claim) -> Iterator[str]:
    """Who asserted it, in one relation; then each relay of each appearance, numbered from the claimant outwards."""
    if claim.claimants:
        yield f'<relation name="asserts" active="{to_all(claim.claimants)}" passive="#{claim.id}"/>'
    for number, appearance in enumerate(claim.appearances, 1):
        passive = appearance_id(claim.id, number, appearance.id)
        for step, relay in enumerate(appearance.relays, 1):
            yield element(
                f'relation name="relays" n="{step}" active="#{relay.by}" passive="#{passive}"', _desc(relay.verb)
            )


def _bearings(claim: Claim) -> list[Markup]:
    return [
        element(f'relation name="{each.kind}" active="#{claim.id}" passive="#{each.claim}"', _desc(each.note))
        for each in claim.relations
    ]


def _desc(words: str | None) -> Markup:
    """A desc, which takes no `g` but within a phrase."""
    if words is None:
        return NOTHING
    escaped = text(words)
    return Markup(f"<desc><label>{escaped}</label></desc>" if FORBIDDEN.search(words) else f"<desc>{escaped}</desc>")
