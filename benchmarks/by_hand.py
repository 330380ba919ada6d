"""The ClaimReview of a fact-check of one claim, mapped by hand: what one writes who has no use for more.

It knows the records of `factcheck.testing.archive`, and takes every field of theirs for given. `kinds` has a constructor for each type
of schema.org that occurs, so that the same mapping makes dicts and the objects of libraries.
"""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from factcheck import Agent, Appearance, Evidence, FactCheck, Source

TYPES = (
    *(
        "Article",
        "Claim",
        "ClaimReview",
        "Comment",
        "CreativeWork",
        "ItemList",
        "ListItem",
        "NewsArticle",
        "NewsMediaOrganization",
    ),
    *("Organization", "Person", "Place", "Quotation", "Rating", "Thing"),
)


def kinds(constructor: Callable[[str], Callable[..., Any]]) -> SimpleNamespace:
    """A constructor for each type."""
    return SimpleNamespace(**{kind: constructor(kind) for kind in TYPES})


def of_dicts(kind: str) -> Callable[..., dict[str, Any]]:
    """A constructor of JSON-LD objects of a type, as dicts."""

    def made(**fields: Any) -> dict[str, Any]:
        for name in ("id", "context"):
            if name in fields:
                fields[f"@{name}"] = fields.pop(name)
        fields["@type"] = kind
        return fields

    return made


def claim_review(check: FactCheck, t: SimpleNamespace) -> Any:
    """The review, by these constructors."""
    claim, verdict, page = check.claims[0], check.verdicts[0], check.id
    agents = {agent.id: agent for agent in check.agents}
    sources = {source.id: source for source in check.sources}
    ratings = {rating.id: rating for rating in check.rating_scale.ratings}
    desk, author = agents[check.publisher], agents[check.authors[0]]
    speaker, given, evidence = agents[claim.claimants[0]], ratings[verdict.rating], verdict.evidence[0]
    first, other = (cited(check, each, sources, agents, t) for each in claim.appearances)
    return t.ClaimReview(
        context="https://schema.org",
        id=f"{page}#{verdict.id}",
        url=check.url,
        headline=check.headline,
        claimReviewed=claim.text,
        inLanguage=check.language,
        datePublished=check.published,
        dateModified=check.modified,
        author=organisation(check, desk, t),
        creator=person(check, author, t),
        publisher=publisher(check, desk, t),
        reviewRating=t.Rating(
            alternateName=given.names[check.language],
            additionalType=given.category,
            ratingValue=int(given.number),
            bestRating=5,
            worstRating=1,
            ratingExplanation=verdict.explanation,
        ),
        itemReviewed=t.Claim(
            id=f"{page}#{claim.id}",
            text=claim.text,
            inLanguage=check.language,
            author=full_person(check, speaker, t),
            datePublished=claim.made,
            locationCreated=t.Place(name=claim.place.name),
            firstAppearance=first,
            appearance=other,
        ),
        citation=cited(check, evidence, sources, agents, t),
        license=check.licence,
        sdLicense=check.licence,
        sdPublisher=t.Organization(id=f"{page}#{desk.id}"),
        isPartOf=article(check, agents, t),
        **weighed(check, evidence, t),
    )


def weighed(check: FactCheck, evidence: Evidence, t: SimpleNamespace) -> dict[str, Any]:
    """What is for the claim or against it."""
    if evidence.stance == "context":
        return {}
    side = "positiveNotes" if evidence.stance == "supports" else "negativeNotes"
    source = f"{check.id}#{evidence.source}"
    return {
        side: t.ListItem(name=evidence.note, item=t.CreativeWork(id=source)),
        "isBasedOn": t.CreativeWork(id=source),
    }


def cited(
    check: FactCheck,
    use: Appearance | Evidence,
    sources: dict[str, Source],
    agents: dict[str, Agent],
    t: SimpleNamespace,
) -> Any:
    """A source with the words from it, and what is said of them."""
    words: dict[str, Any] = {"text": use.quotation.exact}
    if isinstance(use, Evidence) and use.stance == "context":
        words["comment"] = t.Comment(text=use.note)
    return work(check, sources[use.source], agents, t, hasPart=t.Quotation(**words))


def work(check: FactCheck, source: Source, agents: dict[str, Agent], t: SimpleNamespace, **more: Any) -> Any:
    paper = agents[source.publisher]
    return t.Article(
        id=f"{check.id}#{source.id}",
        name=source.title,
        url=source.url,
        archivedAt=source.archived_url,
        publisher=t.Organization(id=f"{check.id}#{paper.id}", name=paper.name, url=paper.url),
        datePublished=source.published,
        **more,
    )


def article(check: FactCheck, agents: dict[str, Agent], t: SimpleNamespace) -> Any:
    """The page that the review stands on."""
    desk, author, speaker, paper = (agents[name] for name in ("desk", "author", "speaker", "paper"))
    topic = check.topics[0]
    return t.NewsArticle(
        id=check.id,
        url=check.url,
        headline=check.headline,
        abstract=check.summary,
        inLanguage=check.language,
        datePublished=check.published,
        dateModified=check.modified,
        author=person(check, author, t),
        publisher=organisation(check, desk, t),
        license=check.licence,
        about=t.Thing(name=topic.name, sameAs=list(topic.same_as)),
        mentions=[
            scale(check, t),
            publisher(check, desk, t),
            t.Person(id=f"{check.id}#{author.id}", name=author.name, jobTitle=author.job_title),
            full_person(check, speaker, t),
            t.Organization(id=f"{check.id}#{paper.id}", name=paper.name, url=paper.url),
        ],
        citation=[work(check, source, agents, t) for source in check.sources],
    )


def scale(check: FactCheck, t: SimpleNamespace) -> Any:
    ratings = [
        t.Rating(
            id=f"{check.id}#{rating.id}",
            alternateName=rating.names[check.language],
            additionalType=rating.category,
            ratingValue=int(rating.number),
            bestRating=5,
            worstRating=1,
        )
        for rating in check.rating_scale.ratings
    ]
    return t.ItemList(
        name=check.rating_scale.name,
        url=check.rating_scale.url,
        itemListOrder="Ascending",
        itemListElement=[t.ListItem(position=place, item=rating) for place, rating in enumerate(ratings, 1)],
    )


def organisation(check: FactCheck, desk: Agent, t: SimpleNamespace) -> Any:
    return t.NewsMediaOrganization(id=f"{check.id}#{desk.id}", name=desk.name, url=desk.url)


def publisher(check: FactCheck, desk: Agent, t: SimpleNamespace) -> Any:
    return t.NewsMediaOrganization(
        id=f"{check.id}#{desk.id}",
        name=desk.name,
        url=desk.url,
        correctionsPolicy=check.policies.corrections,
        verificationFactCheckingPolicy=check.policies.methodology,
    )


def person(check: FactCheck, author: Agent, t: SimpleNamespace) -> Any:
    return t.Person(id=f"{check.id}#{author.id}", name=author.name)


def full_person(check: FactCheck, speaker: Agent, t: SimpleNamespace) -> Any:
    return t.Person(
        id=f"{check.id}#{speaker.id}", name=speaker.name, sameAs=list(speaker.same_as), jobTitle=speaker.job_title
    )
