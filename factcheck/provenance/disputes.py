"""Claims that are set against each other, with their dates."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from factcheck.dates import known, later
from factcheck.model import Claim, ClaimRelation, FactCheck

Against = Literal["denies", "contradicts", "narrows"]
AGAINST: tuple[Against, ...] = ("denies", "contradicts", "narrows")


class Opposition(NamedTuple):
    """What one claim does to another: their ids, and how one is set against the other."""

    claim: str
    other: str
    kind: str
    note: str | None


class Dispute(NamedTuple):
    """Two claims that are set against each other, the earlier one first where that is certain.

    `made` are the dates of the two, in EDTF; `is_ordered` says whether the second is certainly later. `oppositions`
    are what either says of the other: one entry, or one each way.
    """

    claims: tuple[str, str]
    made: tuple[str | None, str | None]
    is_ordered: bool
    oppositions: tuple[Opposition, ...]


def disputes(fact_check: FactCheck, kinds: Iterable[str] = AGAINST) -> tuple[Dispute, ...]:
    """The claims that deny, contradict or narrow each other, each two of them once, in the order of their dates.

    Where no date is certainly the earlier one, the claim that the other is set against comes first.
    """
    claims = {claim.id: claim for claim in fact_check.claims}
    wanted, pairs = frozenset(kinds), dict[frozenset[str], list[Opposition]]()
    for claim in fact_check.claims:
        for relation in claim.relations:
            if relation.kind in wanted and relation.claim != claim.id:
                pairs.setdefault(frozenset((claim.id, relation.claim)), []).append(_opposition(claim, relation))
    found = [_dispute(claims, oppositions) for oppositions in pairs.values()]
    return tuple(sorted(found, key=lambda each: _when(each.made)))


def _opposition(claim: Claim, relation: ClaimRelation) -> Opposition:
    return Opposition(claim.id, relation.claim, relation.kind, relation.note)


def _dispute(claims: dict[str, Claim], oppositions: list[Opposition]) -> Dispute:
    first, second = claims[oppositions[0].other], claims[oppositions[0].claim]
    if later(first.made, second.made):
        first, second = second, first
    return Dispute((first.id, second.id), (first.made, second.made), later(second.made, first.made), tuple(oppositions))


def _when(made: tuple[str | None, str | None]) -> tuple[tuple[bool, str], ...]:
    """To sort by: what has no date comes last, and an open beginning counts by its end."""
    dates = [known(each) if each else None for each in made]
    return tuple(
        (bound is None, bound or "") for bound in ((each.earliest or each.latest) if each else None for each in dates)
    )
