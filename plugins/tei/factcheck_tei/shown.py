"""How agents, sources, ratings and dates are shown where people read, with links that stay within the body."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from factcheck import Claim, Correction, FactCheck, Rating, Source

from .agents import Mentions
from .dates import date
from .ids import listed_id
from .markup import NOTHING, Markup, element, text, to

COMMA = text(", ")
COLON = text(": ")
SEMICOLON = text("; ")


class Shown(NamedTuple):
    """What a fact-check speaks of, and how its agents, sources and ratings are shown; each by id."""

    claims: Mapping[str, Claim]
    corrections: Mapping[str, Correction]
    sources: Mapping[str, Source]
    mentioned: Mentions
    cited: Mapping[str, Markup]
    labels: Mapping[str, Markup]


def show(fact_check: FactCheck, mentioned: Mentions) -> Shown:
    """What this fact-check speaks of, and how."""
    ratings = fact_check.rating_scale.ratings if fact_check.rating_scale else ()
    return Shown(
        claims={claim.id: claim for claim in fact_check.claims},
        corrections={correction.id: correction for correction in fact_check.corrections},
        sources={source.id: source for source in fact_check.sources},
        mentioned=mentioned,
        cited={source.id: _cited(source, mentioned) for source in fact_check.sources},
        labels={rating.id: _label(rating, fact_check.language) for rating in ratings},
    )


def title(source: Source) -> str:
    """What a source is called: its title, or the best there is instead."""
    return source.title or source.description or source.url or source.kind


def said(words: str) -> Markup:
    """Words that are the format's own, and so in English whatever language the fact-check is in."""
    return element("seg", text(words), type="label", lang="en")


def aside(note: str | None) -> Markup:
    """A note in brackets after something, or nothing where there is none."""
    return NOTHING if note is None else text(f" ({note})")


def paragraph(content: Markup) -> Markup:
    """A paragraph, or nothing where it would be empty."""
    return element("p", content) if content else NOTHING


def joined(separator: Markup, parts: Iterable[Markup]) -> Markup:
    """Those of these parts that are not empty, with this between them."""
    return Markup(separator.join(filter(None, parts)))


def _cited(source: Source, mentioned: Mentions) -> Markup:
    name = element("ref", text(title(source)), target=to(listed_id(source.id)))
    publisher = NOTHING if source.publisher is None else mentioned.spoken[source.publisher]
    return joined(COMMA, (name, publisher, date(source.published)))


def _label(rating: Rating, language: str) -> Markup:
    words = rating.names.best(language, "en")
    spoken = [tag for tag, name in rating.names.items() if name == words]
    return element("ref", text(words), target=to(rating.id), lang=None if language in spoken else spoken[0])
