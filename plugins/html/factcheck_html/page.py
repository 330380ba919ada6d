"""The page: its head, its policy, and the order of its parts."""

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files

import factcheck
from factcheck import UnknownExporterError
from factcheck.text import direction

from .about import about, people, scale
from .cards import cards
from .claims import claims
from .corrections import corrections
from .facts import paragraphs
from .markup import NOTHING, Markup, block, element, joined, plain, text
from .picture import picture
from .sources import sources
from .story import Story
from .timeline import timeline

_CLAIMREVIEW = "claimreview"


def page(story: Story) -> str:
    """The whole page."""
    whole = story.fact_check
    main = element(
        "html",
        Markup("\n"),
        _head(story),
        Markup("\n"),
        _body(story),
        Markup("\n"),
        lang=whole.language,
        dir=direction(whole.language),
    )
    return f"<!DOCTYPE html>\n{main}\n"


@cache
def style() -> str:
    """The style sheet."""
    return files(__package__).joinpath("page.css").read_text(encoding="utf-8")


def policy(css: str) -> str:
    """The Content Security Policy of the page: nothing is loaded, nothing runs, and this style sheet alone counts.

    https://www.w3.org/TR/CSP3/
    """
    digest = b64encode(sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _head(story: Story) -> Markup:
    whole, css = story.fact_check, style()
    return block(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy(css)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="generator", content="factcheck"),
        element("meta", name="description", content=whole.summary) if whole.summary else NOTHING,
        element("title", plain(whole.headline)),
        element("style", Markup(css)),
        _claimreview(story),
    )


def _claimreview(story: Story) -> Markup:
    """The script element with the ClaimReviews, nothing where no plugin writes them or there are none."""
    if not story.fact_check.verdicts:
        return NOTHING
    try:
        document = factcheck.export(story.fact_check, _CLAIMREVIEW)
    except UnknownExporterError:
        return NOTHING
    return Markup(factcheck.script_tag(document))


def _body(story: Story) -> Markup:
    words = story.words
    every = {
        "verdicts": cards(story),
        "article": paragraphs(story.fact_check.body),
        "claims": claims(story),
        "picture": picture(story),
        "timeline": timeline(story),
        "sources": sources(story),
        "corrections": corrections(story),
        "scale": scale(story),
        "people": people(story),
        "about": about(story),
    }
    parts = {key: part for key, part in every.items() if part}
    return block(
        "body",
        element("a", words("skip"), href="#main.start", class_="skip"),
        _header(story, parts),
        block(
            "main",
            *(_section(story, key, part) for key, part in parts.items()),
            id="main.start",
        ),
    )


def _section(story: Story, key: str, part: Markup) -> Markup:
    """A part of the page with its heading."""
    heading = element("h2", story.words(f"section.{key}"), id=f"part.{key}.h")
    return block("section", heading, part, id=f"part.{key}", aria_labelledby=f"part.{key}.h")


def _header(story: Story, keys: Iterable[str]) -> Markup:
    whole, words = story.fact_check, story.words
    published = story.when(whole.published) if whole.published else NOTHING
    modified = words("updated", date=story.when(whole.modified)) if whole.modified else NOTHING
    publisher = story.everybody((whole.publisher,)) if whole.publisher else NOTHING
    links = (element("li", element("a", words(f"section.{key}"), href=f"#part.{key}")) for key in keys)
    return block(
        "header",
        element("p", joined((words("fact-check"), publisher, published, modified), " · "), class_="kicker"),
        element("h1", text(whole.headline)),
        paragraphs(whole.summary, "summary"),
        block("nav", block("ul", *links), aria_label=words.plain("contents")),
    )
