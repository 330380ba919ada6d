"""The columns of the table of reviews: names, types, and what is in them."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from factcheck import Claim, FactCheck, Rating, Verdict
from factcheck_claimreview.nodes import date
from factcheck_claimreview.review import review_urls

Kind = Literal["text", "texts", "number", "day"]


class Review(NamedTuple):
    """A verdict with what it is about, and where it stands."""

    fact_check: FactCheck
    verdict: Verdict
    claim: Claim
    rating: Rating
    url: str | None
    names: Mapping[str, str | None]
    addresses: Mapping[str, str | None]


class Column(NamedTuple):
    """A column: what it holds, and how it is found; `needed` ones are never empty, and those that `repeat` have few values."""

    name: str
    kind: Kind
    holds: str
    value: Callable[[Review], Any]
    needed: bool = False
    repeats: bool = False


def rows(fact_check: FactCheck) -> list[dict[str, Any]]:
    """A row for each review, in JSON-ready values."""
    claims = {claim.id: claim for claim in fact_check.claims}
    ratings = {rating.id: rating for rating in fact_check.rating_scale.ratings} if fact_check.rating_scale else {}
    names = {agent.id: agent.name or agent.description for agent in fact_check.agents}
    addresses = {source.id: source.url for source in fact_check.sources}
    reviews = (
        Review(fact_check, verdict, claims[verdict.claim], ratings[verdict.rating], url, names, addresses)
        for verdict, url in zip(fact_check.verdicts, review_urls(fact_check), strict=True)
    )
    return [{column.name: column.value(review) for column in COLUMNS} for review in reviews]


def _day(known: str | None) -> str | None:
    exact = date(known)
    return exact[:10] if exact and len(exact) >= len("2015-12-28") else None


def _published(review: Review) -> str | None:
    return review.verdict.published or review.fact_check.published


def _agents(review: Review, ids: tuple[str, ...]) -> list[str | None]:
    return [review.names[each] for each in ids]


def _sources(review: Review, ids: list[str]) -> list[str]:
    urls = (review.addresses[each] for each in ids)
    return list(dict.fromkeys(filter(None, urls)))


def _bound(review: Review, end: int) -> float | None:
    bounds = review.fact_check.rating_scale.bounds if review.fact_check.rating_scale else None
    return bounds[end] if bounds else None


def _publisher(review: Review) -> str | None:
    publisher = review.fact_check.publisher
    return review.names[publisher] if publisher else None


COLUMNS = (
    Column("id", "text", "id of the fact-check", lambda it: it.fact_check.id, needed=True),
    Column("verdict", "text", "id of the verdict in it", lambda it: it.verdict.id, needed=True),
    Column("url", "text", "address of the review", lambda it: it.url),
    Column("page", "text", "address of the page that it stands on", lambda it: it.fact_check.url),
    Column("headline", "text", "headline of that page", lambda it: it.fact_check.headline, needed=True),
    Column("language", "text", "its language, a BCP 47 tag", lambda it: it.fact_check.language, needed=True, repeats=True),
    Column("publisher", "text", "name of the publisher", _publisher, repeats=True),
    Column("authors", "texts", "names of the authors", lambda it: _agents(it, it.verdict.authors or it.fact_check.authors)),
    Column("published", "text", "when it was published, as far as known (EDTF)", _published),
    Column("published_day", "day", "the same, where it is a day", lambda it: _day(_published(it))),
    Column("modified_day", "day", "the day of the last change", lambda it: _day(it.fact_check.modified)),
    Column("claim", "text", "the claim", lambda it: it.claim.text, needed=True),
    Column("claim_language", "text", "its language", lambda it: it.claim.language or it.fact_check.language, needed=True, repeats=True),
    Column("claimants", "texts", "names of who made it; who has none is described", lambda it: _agents(it, it.claim.claimants)),
    Column("claim_date", "text", "when it was made, as far as known (EDTF)", lambda it: it.claim.made),
    Column("claim_day", "day", "the same, where it is a day", lambda it: _day(it.claim.made)),
    Column("appearances", "texts", "addresses where it stands", lambda it: _sources(it, [each.source for each in it.claim.appearances])),
    Column("rating", "text", "the label of the verdict, in the language of the fact-check where there is one", lambda it: it.rating.names.best(it.fact_check.language), needed=True, repeats=True),
    Column("number", "number", "the number of the label", lambda it: it.rating.number, repeats=True),
    Column("worst", "number", "the lowest number of the scale", lambda it: _bound(it, 0), repeats=True),
    Column("best", "number", "its highest number", lambda it: _bound(it, 1), repeats=True),
    Column("category", "text", "what the label amounts to, in words that all publishers share", lambda it: it.rating.category, repeats=True),
    Column("explanation", "text", "why", lambda it: it.verdict.explanation),
    Column("sources", "texts", "addresses of the evidence", lambda it: _sources(it, [each.source for each in it.verdict.evidence])),
    Column("topics", "texts", "names of what it is about", lambda it: [topic.name for topic in it.fact_check.topics]),
    Column("licence", "text", "address of the licence", lambda it: it.fact_check.licence, repeats=True),
)  # fmt: skip
"""One row has these, in this order."""
