"""Claims of `claims:search` as fact-checks: one for each page that reviews them.

https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims
"""

from typing import NamedTuple

from factcheck import FactCheck

from . import rules
from .draft import Draft, Label
from .fields import LINE, Node
from .from_pages import identity


class Reviewed(NamedTuple):
    """A claim and one of its reviews."""

    claim: Node
    review: Node


_HEADER = ("headline", "published", "language", "publisher", "site")


def fact_check_of(reviewed: list[Reviewed], draft: Draft) -> FactCheck | None:
    """The fact-check that reviews of one page are; None where no claim has words."""
    header: dict[str, str | None] = dict.fromkeys(_HEADER)
    url: str | None = None
    claims: dict[str, str | None] = {}
    several = len(reviewed) > 1
    for each in reviewed:
        stands = each.review.url("url", "" if url else "url")
        url = url or (stands.partition("#")[0] if stands and several else stands)
        _agree(header, each.review)
        if each.claim.pointer not in claims:
            claims[each.claim.pointer] = _claim(each.claim, draft, stands if several else None)
        _verdict(each.review, draft, claims[each.claim.pointer], url, stands)
    if not draft.claims:
        return None
    site = header.pop("site")
    header["publisher"] = _publisher(reviewed[0].review, draft, header["publisher"], site)
    first = reviewed[0].review
    return draft.fact_check(id=identity(first, url, draft.claims[0]["text"], header["published"]), url=url, **header)


def _agree(header: dict[str, str | None], review: Node) -> None:
    """Take the header of a review; where another one of the same page said otherwise, the first stands."""
    publisher = review.node("publisher")
    found = (
        (review, "title", "headline", review.text("title", "headline", LINE)),
        (review, "reviewDate", "published", review.date("reviewDate", "published")),
        (review, "languageCode", "language", review.language("languageCode", "language")),
        (publisher, "name", "publisher", publisher.text("name", kind=LINE)),
        (publisher, "site", "site", publisher.text("site", kind=LINE)),
    )
    for node, key, name, value in found:
        if header[name] is None:
            header[name] = value
        elif value not in (None, header[name]):
            message = f"another review of this page has {str(header[name])[:80]!r} here, which stands"
            node.ledger.tell(rules.DIFFERS, node.at(key), message, stood=str(node.value[key]))


def _claim(claim: Node, draft: Draft, stands: str | None) -> str | None:
    index = len(draft.claims)
    text = claim.text("text", f"claims[{index}].text")
    if text is None:
        return None
    claimant = claim.text("claimant", kind=LINE)
    is_somebody = claimant and not draft.is_nobody(claimant, claim.at("claimant"))
    anchor = (stands or "").partition("#")[2]
    return draft.claim(
        anchor if anchor and draft.reserve(anchor) else draft.identifier("c1"),
        claim.pointer,
        text=text,
        made=claim.date("claimDate", f"claims[{index}].made"),
        claimants=[draft.claimant(claimant, claim.at("claimant"))] if claimant and is_somebody else [],
    )


def _verdict(review: Node, draft: Draft, claim: str | None, url: str | None, stands: str | None) -> None:
    label = review.text("textualRating")
    if label is None:
        message = "there is no label, and so no verdict: a person has to give one"
        review.ledger.tell(rules.NO_LABEL, review.at("textualRating"), message)
    elif claim:
        own = stands not in (None, url, f"{url}#{claim}")
        said = review.at("textualRating")
        draft.verdict(claim, review.pointer, Label(label), said, url=stands if own else None)


def _publisher(review: Node, draft: Draft, name: str | None, site: str | None) -> str | None:
    node = review.node("publisher")
    url = node.site("site", site) if site else None
    if name is None and site:
        node.ledger.supplied(rules.SITE, node.at("site"), site, "there is no name: the site stands in for it")
    return draft.publisher(name or site or "", url) if name or site else None
