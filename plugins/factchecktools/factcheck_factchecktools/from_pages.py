"""A `ClaimReviewMarkupPage` as a fact-check: one page, with a claim and a verdict for each review on it.

https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/pages
"""

import uuid
from typing import NamedTuple

from factcheck import FactCheck

from . import rules
from .draft import Draft, Label
from .fields import LINE, Node, address, text_at
from .labels import labels


class Markup(NamedTuple):
    """One review of a page: what is claimed, its label if it has one, its address if it has one of its own."""

    node: Node
    text: str
    label: Label | None
    url: str | None


def fact_check_of(page: Node, draft: Draft) -> FactCheck | None:
    """The fact-check; None where no review says what is claimed. Everything that is told of it is in the ledger."""
    page.update_only("name", "versionId")
    url = page.url("pageUrl", "url")
    published = page.date("publishDate", "published")
    publisher = page.node("claimReviewAuthor").text("name", kind=LINE)
    markups = _markups(page)
    if not markups:
        return None
    several = sum(markup.label is not None for markup in markups) > 1
    ids = [_claim_id(markup, url, draft) if several else None for markup in markups]
    signed = draft.publisher(publisher) if publisher else None
    for markup, identifier in zip(markups, ids, strict=True):
        _add(markup, draft, identifier or draft.identifier("c1"), url, several=several)
    return draft.fact_check(
        id=identity(page, url, markups[0].text, published), url=url, published=published, publisher=signed
    )


def identity(node: Node, url: str | None, claim: str, published: str | None) -> str:
    """The id of a fact-check: its page's address without an anchor, else made from its content."""
    if url:
        return url.partition("#")[0]
    made = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, repr((claim, published)))}"
    message = "there is no address: the id is made from the content"
    node.ledger.supplied(rules.NO_ADDRESS, node.pointer, made, message)
    return made


def _markups(page: Node) -> list[Markup]:
    found: list[Markup] = []
    for node in page.nodes("claimReviewMarkups"):
        index = len(found)
        text = node.text("claimReviewed", f"claims[{index}].text")
        if text is None:
            node.ledger.tell(rules.NO_CLAIM, node.pointer, "nothing says what is claimed: this review is left out")
            node.ledger.left_out(rules.NO_CLAIM, node.pointer, node.value, "left out with the review it belongs to")
            continue
        found.append(Markup(node, text, None, node.url("url")))
    found_labels = labels([markup.node.node("rating") for markup in found])
    return [markup._replace(label=label) for markup, label in zip(found, found_labels, strict=True)]


def _claim_id(markup: Markup, page: str | None, draft: Draft) -> str | None:
    """The anchor of a review, where it can be the id of its claim: so a page of our own keeps its ids."""
    base, _, anchor = (markup.url or "").partition("#")
    mine = page is not None and base == page.partition("#")[0]
    return anchor if mine and markup.label and draft.reserve(anchor) else None


def _add(markup: Markup, draft: Draft, claim: str, page: str | None, *, several: bool) -> None:
    node, index = markup.node, len(draft.claims)
    place = node.text("claimLocation", f"claims[{index}].place.name", LINE)
    draft.claim(
        claim,
        node.pointer,
        text=markup.text,
        made=node.date("claimDate", f"claims[{index}].made"),
        place={"name": place} if place else None,
        claimants=_claimants(node, draft),
        appearances=_appearances(node, draft),
    )
    if markup.label is None:
        return
    stands = markup.url or page
    usual = f"{page.partition('#')[0]}#{claim}" if page and several else page
    rating, own = node.node("rating"), stands if stands != usual else None
    explanation = rating.text("ratingExplanation", f"verdicts[{len(draft.verdicts)}].explanation")
    draft.verdict(claim, node.pointer, markup.label, rating.at("textualRating"), explanation=explanation, url=own)


def _claimants(node: Node, draft: Draft) -> list[str]:
    author = node.node("claimAuthor")
    name = author.text("name", kind=LINE)
    if name is None or draft.is_nobody(name, author.at("name")):
        return []
    return [draft.claimant(name, author.at("name"), author.text("jobTitle", kind=LINE), author.url("sameAs"))]


def _appearances(node: Node, draft: Draft) -> list[dict[str, object]]:
    first = node.url("claimFirstAppearance")
    found: list[dict[str, object]] = [{"source": draft.source(first), "first": True}] if first else []
    for pointer, value in node.list("claimAppearances"):
        text = text_at(value, pointer, node.ledger)
        url = address(text, pointer, node.ledger) if text else None
        if url:
            found.append({"source": draft.source(url)})
    return found
