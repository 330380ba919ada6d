"""What the API needs and a fact-check lacks, and what it cannot take of it."""

from collections.abc import Callable, Iterator

from factcheck import FactCheck, Finding, Rule, dates

from . import rules
from .numbers import numbers
from .page import addresses, claimant, on_page, page_url

Place = tuple[str, str]
"""A model path, and what is to be said of it."""


def losses(fact_check: FactCheck, profile: str | None) -> Iterator[Finding]:
    """A finding for each place where a rule is broken, for those who write this format or ask by its name."""
    if profile != rules.PROFILE:
        return
    for rule, broken in CHECKS:
        for path, message in broken(fact_check) if rule.asked(profile) else ():
            yield rule.finding(message, path)


def lacking(fact_check: FactCheck) -> list[Finding]:
    """A finding for each place for whose sake the API takes no page that is made of it."""
    return [rule.finding(message, path) for rule, broken in _NEEDED for path, message in broken(fact_check)]


def _no_verdict(fact_check: FactCheck) -> Iterator[Place]:
    if not fact_check.verdicts:
        yield "verdicts", "there is no verdict, and so no review to write: the API takes no empty page"


def _no_url(fact_check: FactCheck) -> Iterator[Place]:
    if not fact_check.url:
        yield "url", "the API knows a page by its address: give `url`"


def _same_url(fact_check: FactCheck) -> Iterator[Place]:
    first: dict[str, int] = {}
    for index, address in enumerate(addresses(fact_check)):
        if address and first.setdefault(address, index) != index:
            stands = f"`verdicts[{first[address]}]` stands at {address} already"
            yield f"verdicts[{index}].url", f"{stands}; give each its own anchor"


def _other_page(fact_check: FactCheck) -> Iterator[Place]:
    page = page_url(fact_check)
    for index, verdict in enumerate(fact_check.verdicts):
        if page and verdict.url and not on_page(verdict, page):
            yield f"verdicts[{index}].url", f"{verdict.url} is another page than {page}, and left out"


def _no_publisher(fact_check: FactCheck) -> Iterator[Place]:
    named = {agent.id for agent in fact_check.agents if agent.name}
    if fact_check.publisher not in named:
        yield "publisher", "no publisher with a name signs the page"


def _no_date(fact_check: FactCheck) -> Iterator[Place]:
    if not fact_check.published:
        yield "published", "nothing says when it was published"


def _inexact_date(fact_check: FactCheck) -> Iterator[Place]:
    rated = {verdict.claim for verdict in fact_check.verdicts}
    claims = enumerate(fact_check.claims)
    made = [(f"claims[{index}].made", claim.made) for index, claim in claims if claim.id in rated]
    for path, text in [("published", fact_check.published), *made]:
        written = dates.certain(text) if text else None
        if text and written != text:
            yield path, f"{text} goes out as {written}" if written else f"{text} is no single date, and left out"


def _several_claimants(fact_check: FactCheck) -> Iterator[Place]:
    agents = {agent.id: agent for agent in fact_check.agents}
    for index, claim in enumerate(fact_check.claims):
        shown = claimant(claim, agents)
        named = [(place, each) for place, each in enumerate(claim.claimants) if agents[each].name]
        for place, each in named[1:]:
            yield (
                f"claims[{index}].claimants[{place}]",
                f"{agents[each].name} is left out: {shown and shown.name} goes out",
            )


def _nameless_claimant(fact_check: FactCheck) -> Iterator[Place]:
    agents = {agent.id: agent for agent in fact_check.agents}
    for index, claim in enumerate(fact_check.claims):
        for place, each in enumerate(claim.claimants):
            if not agents[each].name:
                yield (
                    f"claims[{index}].claimants[{place}]",
                    f"'{agents[each].description}' has no name, and is left out",
                )


def _several_pages(fact_check: FactCheck) -> Iterator[Place]:
    agents = {agent.id: agent for agent in fact_check.agents}
    shown = [claimant(claim, agents) for claim in fact_check.claims]
    for index, agent in enumerate(fact_check.agents):
        if agent in shown:
            for place, other in enumerate(agent.same_as[1:], 1):
                yield f"agents[{index}].same_as[{place}]", f"{other} is left out"


def _no_link(fact_check: FactCheck) -> Iterator[Place]:
    links = {source.id: source.url for source in fact_check.sources}
    for index, claim in enumerate(fact_check.claims):
        for place, appearance in enumerate(claim.appearances):
            if not links[appearance.source]:
                yield f"claims[{index}].appearances[{place}]", f"`{appearance.source}` has no `url`, and is left out"


def _unrated(fact_check: FactCheck) -> Iterator[Place]:
    rated = {verdict.claim for verdict in fact_check.verdicts}
    for index, claim in enumerate(fact_check.claims):
        if claim.id not in rated:
            yield f"claims[{index}]", f"no verdict rates `{claim.id}`: it is left out"


def _moved_scale(fact_check: FactCheck) -> Iterator[Place]:
    scale = fact_check.rating_scale
    if scale and scale.bounds:
        worst, best = scale.bounds
        moved = next(
            filter(None, (numbers(scale, rating) for rating in scale.ratings if rating.id in _used(fact_check))), None
        )
        if moved and moved.worst != worst:
            yield "rating_scale", f"{worst:g} to {best:g} goes out as {moved.worst} to {moved.best}"


def _lost_number(fact_check: FactCheck) -> Iterator[Place]:
    scale = fact_check.rating_scale
    for index, rating in enumerate(scale.ratings if scale else ()):
        if scale and rating.number is not None and rating.id in _used(fact_check) and not numbers(scale, rating):
            ends = "of {:g} to {:g} cannot go out whole".format(*scale.bounds) if scale.bounds else "has no scale"
            yield f"rating_scale.ratings[{index}].number", f"{rating.number:g} {ends}: it is left out"


def _used(fact_check: FactCheck) -> set[str]:
    return {verdict.rating for verdict in fact_check.verdicts}


_Checks = tuple[tuple[Rule, Callable[[FactCheck], Iterator[Place]]], ...]

_NEEDED: _Checks = (
    (rules.NO_VERDICT, _no_verdict),
    (rules.NO_URL, _no_url),
    (rules.SAME_URL, _same_url),
)
CHECKS: _Checks = (
    *_NEEDED,
    (rules.OTHER_PAGE, _other_page),
    (rules.NO_PUBLISHER, _no_publisher),
    (rules.NO_DATE, _no_date),
    (rules.INEXACT_DATE, _inexact_date),
    (rules.SEVERAL_CLAIMANTS, _several_claimants),
    (rules.NAMELESS_CLAIMANT, _nameless_claimant),
    (rules.SEVERAL_PAGES, _several_pages),
    (rules.NO_LINK, _no_link),
    (rules.UNRATED, _unrated),
    (rules.MOVED_SCALE, _moved_scale),
    (rules.LOST_NUMBER, _lost_number),
)
