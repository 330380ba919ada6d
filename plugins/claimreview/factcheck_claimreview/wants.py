"""Where a fact-check lacks what all readers of ClaimReview want, and what the format cannot say exactly."""

from collections.abc import Iterator

from factcheck import FactCheck

from .nodes import UNDETERMINED, date, determined, inexact
from .ratings import Numbers
from .review import review_urls

Place = tuple[str, str]
"""A model path, and what is to be said of it."""


def no_verdict(fact_check: FactCheck) -> Iterator[Place]:
    """No verdict at all."""
    if not fact_check.verdicts:
        yield "verdicts", "there is no verdict, and so no ClaimReview: the document is an empty list"


def no_url(fact_check: FactCheck) -> Iterator[Place]:
    """A verdict without an address."""
    if None in review_urls(fact_check):
        yield "url", "a ClaimReview needs the address it is published at: give `url`"


def same_url(fact_check: FactCheck) -> Iterator[Place]:
    """A verdict at the address of another one."""
    first: dict[str, int] = {}
    for index, url in enumerate(review_urls(fact_check)):
        if url and first.setdefault(url, index) != index:
            yield (
                f"verdicts[{index}].url",
                f"`verdicts[{first[url]}]` stands at {url} already; give each its own anchor",
            )


def no_author(fact_check: FactCheck) -> Iterator[Place]:
    """Nobody who signs."""
    if not fact_check.publisher and not all(verdict.authors or fact_check.authors for verdict in fact_check.verdicts):
        yield "publisher", "nobody signs the ClaimReview: give `publisher`, or at least `authors`"


def nameless_author(fact_check: FactCheck) -> Iterator[Place]:
    """Somebody signs who has neither name nor page."""
    signing = {fact_check.publisher} if fact_check.publisher else set(fact_check.authors)
    for index, agent in enumerate(fact_check.agents):
        if agent.id in signing and not (agent.name or agent.url):
            yield f"agents[{index}]", f"`{agent.id}` signs the ClaimReview and has neither name nor `url`"


def no_date(fact_check: FactCheck) -> Iterator[Place]:
    """A verdict without a date."""
    if not all(verdict.published or fact_check.published for verdict in fact_check.verdicts):
        yield "published", "databases of fact-checks sort by date: say when it was published"


def no_appearance(fact_check: FactCheck) -> Iterator[Place]:
    """A claim that stands nowhere."""
    for index, claim in enumerate(fact_check.claims):
        if not claim.appearances:
            yield f"claims[{index}].appearances", f"nothing says where `{claim.id}` stands"


def label_language(fact_check: FactCheck) -> Iterator[Place]:
    """A label without a name in the language of the fact-check."""
    scale, wanted = fact_check.rating_scale, fact_check.language.lower().split("-")[0]
    for index, rating in enumerate(scale.ratings if scale and wanted != UNDETERMINED else ()):
        if wanted not in {language.lower().split("-")[0] for language in rating.names}:
            shown = rating.names.best(fact_check.language)
            yield (
                f"rating_scale.ratings[{index}].names",
                f"the label is not in `{fact_check.language}`: {shown} is shown",
            )


def undetermined_language(fact_check: FactCheck) -> Iterator[Place]:
    """A language that is not known."""
    if determined(fact_check.language) is None:
        yield "language", f"`{fact_check.language}` says that the language is not known: none goes out"


def unrated(fact_check: FactCheck) -> Iterator[Place]:
    """A claim without a verdict."""
    rated = {verdict.claim for verdict in fact_check.verdicts}
    for index, claim in enumerate(fact_check.claims):
        if claim.id not in rated:
            yield f"claims[{index}]", f"no verdict rates `{claim.id}`: it is mentioned, and has no ClaimReview"
            for place, each in enumerate(claim.media):
                if each.authenticity or each.original or each.original_context:
                    reason = "what was found of it stands in the ClaimReview of its claim, and there is none"
                    yield f"claims[{index}].media[{place}]", reason


def nameless_claimant(fact_check: FactCheck) -> Iterator[Place]:
    """A claimant without a name."""
    unnamed = {agent.id: agent.description for agent in fact_check.agents if agent.kind == "unnamed"}
    for index, claim in enumerate(fact_check.claims):
        for place, claimant in enumerate(claim.claimants):
            if claimant in unnamed:
                described = f"Google shows claimants by name; '{unnamed[claimant]}' goes out as a description"
                yield f"claims[{index}].claimants[{place}]", described


def inexact_date(fact_check: FactCheck) -> Iterator[Place]:
    """A date that no single date says all of."""
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


def moved_scale(fact_check: FactCheck) -> Iterator[Place]:
    """A scale that begins below 1."""
    scale = fact_check.rating_scale
    if scale and scale.bounds and scale.bounds[0] < 1:
        worst, best = scale.bounds
        yield "rating_scale", f"Google wants scales to begin at 1: {worst:g} to {best:g} goes out moved up"


def lost_numbers(fact_check: FactCheck) -> Iterator[Place]:
    """A number without ends."""
    scale = fact_check.rating_scale
    lost = scale and not Numbers.of(scale)
    for index, rating in enumerate(scale.ratings if scale and lost else ()):
        if rating.number is not None:
            reason = "a number says nothing without a lowest and a higher one; it is left out"
            yield f"rating_scale.ratings[{index}].number", reason
    if scale and all(rating.number is None for rating in scale.ratings):
        for end in ("worst", "best"):
            if getattr(scale, end) is not None:
                yield f"rating_scale.{end}", "no label has a number, and only numbers tell of the ends; it is left out"
