"""A fact-check as a `ClaimReviewMarkupPage`, as plain data.

https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/pages
"""

from collections.abc import Mapping
from typing import Any

from factcheck import Agent, Appearance, Claim, FactCheck, Verdict, dates

from .numbers import numbers

Data = dict[str, Any]


def markup_page(fact_check: FactCheck, name: str | None = None, version_id: str | None = None) -> Data:
    """The page with a review for each verdict; `name` and `version_id` are for an update alone."""
    agents = {agent.id: agent for agent in fact_check.agents}
    publisher = agents.get(fact_check.publisher or "")
    return _given(
        name=name,
        pageUrl=page_url(fact_check),
        publishDate=date(fact_check.published),
        claimReviewAuthor=_given(name=publisher.name if publisher else None),
        versionId=version_id,
    ) | {"claimReviewMarkups": _markups(fact_check, agents)}


def page_url(fact_check: FactCheck) -> str | None:
    """The address of the page, without an anchor: only a review may have one."""
    return fact_check.url.partition("#")[0] if fact_check.url else None


def addresses(fact_check: FactCheck) -> list[str | None]:
    """The address of each verdict: its own where it stands on the page, else the page's.

    Where the page has several verdicts, its anchor is the claim's id; where the claim has been rated
    already, the verdict's.
    """
    page, several, anchored = page_url(fact_check), len(fact_check.verdicts) > 1, set[str]()
    found: list[str | None] = []
    for verdict in fact_check.verdicts:
        if page and on_page(verdict, page):
            found.append(verdict.url)
        elif page and several:
            found.append(f"{page}#{verdict.id if verdict.claim in anchored else verdict.claim}")
        else:
            found.append(fact_check.url)
        anchored.add(verdict.claim)
    return found


def on_page(verdict: Verdict, page: str) -> bool:
    """Whether a verdict's own address is that of the page, with or without an anchor."""
    return verdict.url is not None and verdict.url.partition("#")[0] == page


def date(text: str | None) -> str | None:
    """The most precise date or instant of ISO 8601 that holds all of an EDTF text."""
    certain = dates.certain(text) if text else None
    # EDTF lets an offset be whole hours; the other side's parsers want the minutes.
    return f"{certain}:00" if certain and "T" in certain and certain[-3] in "+-" else certain


def claimant(claim: Claim, agents: Mapping[str, Agent]) -> Agent | None:
    """The one claimant that the API takes: the first that has a name."""
    return next((agents[each] for each in claim.claimants if agents[each].name), None)


def _markups(fact_check: FactCheck, agents: Mapping[str, Agent]) -> list[Data]:
    claims = {claim.id: claim for claim in fact_check.claims}
    links = {source.id: source.url for source in fact_check.sources}
    page = page_url(fact_check)
    return [
        _given(url=address if address != page else None)
        | _claim(claims[verdict.claim], agents, links)
        | {"rating": _rating(fact_check, verdict)}
        for verdict, address in zip(fact_check.verdicts, addresses(fact_check), strict=True)
    ]


def _claim(claim: Claim, agents: Mapping[str, Agent], links: Mapping[str, str | None]) -> Data:
    first = [link for link in _links(claim, links, first=True) if link]
    return _given(
        claimReviewed=claim.text,
        claimDate=date(claim.made),
        claimLocation=claim.place.name if claim.place else None,
        claimFirstAppearance=first[0] if first else None,
        claimAppearances=[link for link in _links(claim, links, first=False) if link],
        claimAuthor=_author(claimant(claim, agents)),
    )


def _links(claim: Claim, links: Mapping[str, str | None], *, first: bool) -> list[str | None]:
    appearances: list[Appearance] = [each for each in claim.appearances if each.first is first]
    return [links[each.source] for each in appearances]


def _author(agent: Agent | None) -> Data | None:
    if agent is None:
        return None
    return _given(name=agent.name, jobTitle=agent.job_title, sameAs=agent.same_as[0] if agent.same_as else None)


def _rating(fact_check: FactCheck, verdict: Verdict) -> Data:
    scale = fact_check.rating_scale
    if scale is None:  # the model keeps a verdict's rating and the scale together
        raise ValueError(f"`{verdict.id}` has a rating, and there is no scale")
    rating = next(each for each in scale.ratings if each.id == verdict.rating)
    found = numbers(scale, rating)
    return _given(
        textualRating=rating.names.best(fact_check.language),
        ratingValue=found.value if found else None,
        worstRating=found.worst if found else None,
        bestRating=found.best if found else None,
        ratingExplanation=verdict.explanation,
    )


def _given(**values: Any) -> Data:
    return {key: value for key, value in values.items() if value}
