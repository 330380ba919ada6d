"""How agents, sources, ratings and dates are shown where people read, with links that stay within the body."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from factcheck import Claim, Correction, FactCheck, Rating, Source

from .agents import Mentions
from .dates import date
from .ids import listed_id
from .markup import NOTHING, Markup, optional, text

COMMA = ", "
SEMICOLON = "; "


class Shown(NamedTuple):
    """What a fact-check speaks of, and how its agents and sources are shown, each by id; and its language."""

    claims: Mapping[str, Claim]
    corrections: Mapping[str, Correction]
    sources: Mapping[str, Source]
    mentioned: Mentions
    cited: Mapping[str, Markup]
    ratings: Mapping[str, Rating]
    language: str


def show(fact_check: FactCheck, mentioned: Mentions) -> Shown:
    """What this fact-check speaks of, and how."""
    ratings = fact_check.rating_scale.ratings if fact_check.rating_scale else ()
    return Shown(
        claims={claim.id: claim for claim in fact_check.claims},
        corrections={correction.id: correction for correction in fact_check.corrections},
        sources={source.id: source for source in fact_check.sources},
        mentioned=mentioned,
        cited={source.id: _cited(source, mentioned) for source in fact_check.sources},
        ratings={rating.id: rating for rating in ratings},
        language=fact_check.language,
    )


def label(identifier: str, shown: Shown) -> Markup:
    """The label of the rating with this id, in the fact-check's language where it has one in it."""
    names = shown.ratings[identifier].names
    words = names.best(shown.language, "en")
    spoken = [tag for tag, name in names.items() if name == words]
    lang = None if shown.language in spoken else spoken[0]
    return Markup(f'<ref target="#{identifier}"{optional("xml:lang", lang)}>{text(words)}</ref>')


def title(source: Source) -> str:
    """What a source is called: its title, or the best there is instead."""
    return source.title or source.description or source.url or source.kind


@lru_cache
def said(words: str) -> Markup:
    """Words that are the format's own, and so in English whatever language the fact-check is in."""
    return Markup(f'<seg type="label" xml:lang="en">{text(words)}</seg>')


def aside(note: str | None) -> Markup:
    """A note in brackets after something, or nothing where there is none."""
    return NOTHING if note is None else text(f" ({note})")


def paragraph(content: Markup) -> Markup:
    """A paragraph, or nothing where it would be empty."""
    return Markup(f"<p>{content}</p>") if content else NOTHING


def joined(separator: str, *parts: str | None) -> Markup:
    """Those of these parts that are there, with this between them."""
    return Markup(separator.join(filter(None, parts)))


def _cited(source: Source, mentioned: Mentions) -> Markup:
    return joined(
        COMMA,
        f'<ref target="#{listed_id(source.id)}">{text(title(source))}</ref>',
        source.publisher and mentioned.spoken[source.publisher],
        date(source.published),
    )
