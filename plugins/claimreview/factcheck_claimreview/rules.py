"""What readers of ClaimReview want and a fact-check lacks, and what the format cannot say exactly."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from factcheck import FactCheck, Finding, Severity

from .nodes import date, inexact
from .ratings import numbers
from .review import review_urls

_GOOGLE = "Google, Fact check (ClaimReview) structured data: https://developers.google.com/search/docs/appearance/structured-data/factcheck"
_TOOLS = "Google, Fact Check Tools API, ClaimReviewMarkup: https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/pages"
_DATE = "schema.org, Date and DateTime: https://schema.org/Date"

Place = tuple[str, str]
"""A model path, and what is to be said of it."""


class Rule(NamedTuple):
    """A rule: its id, how much it matters, who wants it, and a function that finds where it is broken."""

    id: str
    severity: Severity
    source: str
    broken: Callable[[FactCheck], Iterator[Place]]


def broken_rules(fact_check: FactCheck) -> Iterator[Finding]:
    """A finding for each place where a rule is broken."""
    for rule in RULES:
        for path, message in rule.broken(fact_check):
            yield Finding(rule.id, rule.severity, message, path, source=rule.source)


def _no_verdict(fact_check: FactCheck) -> Iterator[Place]:
    if not fact_check.verdicts:
        yield "verdicts", "there is no verdict, and so no ClaimReview: the document is an empty list"


def _no_url(fact_check: FactCheck) -> Iterator[Place]:
    if None in review_urls(fact_check):
        yield "url", "a ClaimReview needs the address it is published at: give `url`"


def _same_url(fact_check: FactCheck) -> Iterator[Place]:
    first: dict[str, int] = {}
    for index, url in enumerate(review_urls(fact_check)):
        if url and first.setdefault(url, index) != index:
            yield (
                f"verdicts[{index}].url",
                f"`verdicts[{first[url]}]` stands at {url} already; give each its own anchor",
            )


def _no_author(fact_check: FactCheck) -> Iterator[Place]:
    if not fact_check.publisher and not all(verdict.authors or fact_check.authors for verdict in fact_check.verdicts):
        yield "publisher", "nobody signs the ClaimReview: give `publisher`, or at least `authors`"


def _nameless_author(fact_check: FactCheck) -> Iterator[Place]:
    signing = {fact_check.publisher} if fact_check.publisher else set(fact_check.authors)
    for index, agent in enumerate(fact_check.agents):
        if agent.id in signing and not (agent.name or agent.url):
            yield f"agents[{index}]", f"`{agent.id}` signs the ClaimReview and has neither name nor `url`"


def _no_date(fact_check: FactCheck) -> Iterator[Place]:
    if not all(verdict.published or fact_check.published for verdict in fact_check.verdicts):
        yield "published", "databases of fact-checks sort by date: say when it was published"


def _no_appearance(fact_check: FactCheck) -> Iterator[Place]:
    for index, claim in enumerate(fact_check.claims):
        if not claim.appearances:
            yield f"claims[{index}].appearances", f"nothing says where `{claim.id}` stands"


def _label_language(fact_check: FactCheck) -> Iterator[Place]:
    scale, wanted = fact_check.rating_scale, fact_check.language.lower().split("-")[0]
    for index, rating in enumerate(scale.ratings if scale else ()):
        if wanted not in {language.lower().split("-")[0] for language in rating.names}:
            shown = rating.names.best(fact_check.language)
            yield (
                f"rating_scale.ratings[{index}].names",
                f"the label is not in `{fact_check.language}`: {shown} is shown",
            )


def _unrated(fact_check: FactCheck) -> Iterator[Place]:
    rated = {verdict.claim for verdict in fact_check.verdicts}
    for index, claim in enumerate(fact_check.claims):
        if claim.id not in rated:
            yield f"claims[{index}]", f"no verdict rates `{claim.id}`: it is mentioned, and has no ClaimReview"


def _nameless_claimant(fact_check: FactCheck) -> Iterator[Place]:
    unnamed = {agent.id: agent.description for agent in fact_check.agents if agent.kind == "unnamed"}
    for index, claim in enumerate(fact_check.claims):
        for place, claimant in enumerate(claim.claimants):
            if claimant in unnamed:
                described = f"Google shows claimants by name; '{unnamed[claimant]}' goes out as a description"
                yield f"claims[{index}].claimants[{place}]", described


def _inexact_date(fact_check: FactCheck) -> Iterator[Place]:
    for path, text in _dates(fact_check):
        if inexact(text):
            written = date(text)
            yield path, f"{text} goes out as {written}" if written else f"{text} is no single date and {_instead(path)}"


def _instead(path: str) -> str:
    # `temporal` holds when a work was made; there is no such place for when it was changed.
    return "is left out" if path.endswith("modified") else "goes out as words only, in `temporal`"


def _dates(fact_check: FactCheck) -> Iterator[tuple[str, str | None]]:
    yield "published", fact_check.published
    yield "modified", fact_check.modified
    for index, claim in enumerate(fact_check.claims):
        yield f"claims[{index}].made", claim.made
    for index, source in enumerate(fact_check.sources):
        yield f"sources[{index}].published", source.published
        yield f"sources[{index}].modified", source.modified
    for index, verdict in enumerate(fact_check.verdicts):
        yield f"verdicts[{index}].published", verdict.published
        for place, earlier in enumerate(verdict.history):
            yield f"verdicts[{index}].history[{place}].published", earlier.published
    for index, correction in enumerate(fact_check.corrections):
        yield f"corrections[{index}].published", correction.published


def _moved_scale(fact_check: FactCheck) -> Iterator[Place]:
    scale = fact_check.rating_scale
    if scale and scale.bounds and scale.bounds[0] < 1:
        worst, best = scale.bounds
        yield "rating_scale", f"Google wants scales to begin at 1: {worst:g} to {best:g} goes out moved up"


def _lost_numbers(fact_check: FactCheck) -> Iterator[Place]:
    scale = fact_check.rating_scale
    for index, rating in enumerate(scale.ratings if scale else ()):
        if scale and rating.number is not None and not numbers(scale, rating):
            reason = "a number says nothing without a lowest and a higher one; it is left out"
            yield f"rating_scale.ratings[{index}].number", reason


RULES = (
    Rule("claimreview-no-verdict", Severity.ERROR, _GOOGLE, _no_verdict),
    Rule("claimreview-no-url", Severity.ERROR, _GOOGLE, _no_url),
    Rule("claimreview-same-url", Severity.ERROR, _GOOGLE, _same_url),
    Rule("claimreview-no-author", Severity.WARNING, _GOOGLE, _no_author),
    Rule("claimreview-nameless-author", Severity.WARNING, _GOOGLE, _nameless_author),
    Rule("claimreview-no-date", Severity.WARNING, _TOOLS, _no_date),
    Rule("claimreview-no-appearance", Severity.WARNING, _GOOGLE, _no_appearance),
    Rule("claimreview-label-language", Severity.WARNING, _GOOGLE, _label_language),
    Rule("claimreview-unrated-claim", Severity.INFO, _GOOGLE, _unrated),
    Rule("claimreview-nameless-claimant", Severity.INFO, _GOOGLE, _nameless_claimant),
    Rule("claimreview-inexact-date", Severity.INFO, _DATE, _inexact_date),
    Rule("claimreview-moved-scale", Severity.INFO, _GOOGLE, _moved_scale),
    Rule("claimreview-lost-numbers", Severity.INFO, _GOOGLE, _lost_numbers),
)
