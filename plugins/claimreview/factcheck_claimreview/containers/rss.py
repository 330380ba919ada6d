"""The RSS pivot format of DE FACTO: RSS 2.0, each item a fact-check with its ClaimReviews.

The guide, version 1.1 of 2024-03-14: https://github.com/AFP-Medialab/defacto-rss
RSS 2.0: https://www.rssboard.org/rss-specification
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import lru_cache
from typing import BinaryIO

from pydantic import Field

from factcheck import Container, Document, FactCheck, Finding, LanguageTag, Options
from factcheck_claimreview.nodes import date

from .bodies import CONTEXT_KEY, compact
from .options import Address
from .rules import RULES
from .xml import cdata, text

_ROOT = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<rss version="2.0" xmlns:schema="https://schema.org" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:atom="http://www.w3.org/2005/Atom">\n'
)
_REVIEW = b'<schema:review encodingFormat="application/ld+json">%s</schema:review>\n'
# JSON may hold these two as they are, XML may not; all else that XML forbids has an escape in JSON already.
_NONCHARACTERS = {each.encode(): f"\\u{ord(each):04x}".encode() for each in "\ufffe\uffff"}


class RssOptions(Options):
    """What the channel says of itself."""

    title: str = Field(default="Fact-checks", min_length=1, description="Title of the channel.")
    link: Address = Field(default="", description="Address of the site; it has to be given.")
    description: str = Field(
        default="Fact-checks, each with its ClaimReview", min_length=1, description="What the channel is."
    )
    language: LanguageTag = Field(default="", description="Language of the channel: `fr`.")


class Rss(Container):
    """RSS 2.0, an item a fact-check, its ClaimReviews as JSON-LD in `schema:review`."""

    name = "rss"
    summary = "the RSS pivot feed of DE FACTO: each fact-check an item, its ClaimReview in CDATA"
    media_type = "application/rss+xml"
    suffixes = (".rss", ".xml")
    formats = ("claimreview",)
    options = RssOptions
    separator = b""

    def ready(self, options: Options) -> Sequence[Finding]:
        """RSS wants the site's address, which no fact-check says."""
        if RssOptions.model_validate(options).link:
            return ()
        return (RULES["rss-no-link"].finding("an RSS channel has the address of its site: -O rss.link=https://…"),)

    def head(self, options: Options) -> bytes:
        """The channel without its items."""
        chosen = RssOptions.model_validate(options)
        said = (
            ("title", chosen.title),
            ("link", chosen.link),
            ("description", chosen.description),
            ("language", chosen.language),
        )
        return f"{_ROOT}<channel>\n{_elements(said)}".encode()

    def tail(self, options: Options) -> bytes:  # noqa: ARG002  # the same with all of them
        """The end of the document."""
        return b"</channel>\n</rss>\n"

    def piece(self, fact_check: FactCheck, document: Document, options: Options) -> bytes:  # noqa: ARG002  # of the channel alone
        """An item; nothing where there is no verdict to make a ClaimReview of."""
        body = compact(document.body)
        if body == b"[]":
            return b""
        said = f"<item>\n{_elements(_said(fact_check))}{_guid(fact_check)}"
        return said.encode() + _content(fact_check) + _REVIEW % _review(body) + b"</item>\n"

    def validate(self, file: BinaryIO) -> Sequence[Finding]:
        """What breaks the schema, and what the exporter's own validation finds in each item's review."""
        from .rss_check import problems  # noqa: PLC0415  # lxml is imported for those who validate

        return problems(file)


def _said(fact_check: FactCheck) -> Iterator[tuple[str, str | None]]:
    names = {agent.id: agent.name for agent in fact_check.agents}
    yield "title", fact_check.headline
    yield "link", fact_check.url
    yield "pubDate", rfc822(fact_check.published)
    yield "atom:updateDate", _instant(fact_check.modified)
    yield "description", fact_check.summary
    for author in fact_check.authors:
        yield "author", names[author]
    for topic in fact_check.topics:
        yield "category", topic.name


def _elements(said: Iterator[tuple[str, str | None]] | Sequence[tuple[str, str | None]]) -> str:
    return "".join(f"<{name}>{text(words)}</{name}>\n" for name, words in said if words)


def _guid(fact_check: FactCheck) -> str:
    permanent = "true" if fact_check.id == fact_check.url else "false"
    return f'<guid isPermaLink="{permanent}">{text(fact_check.id)}</guid>\n'


def _content(fact_check: FactCheck) -> bytes:
    if not fact_check.body:
        return b""
    paragraphs = "".join(f"<p>{text(words)}</p>" for words in fact_check.body.split("\n\n") if words.strip())
    return b"<content:encoded>%s</content:encoded>\n" % cdata(paragraphs.encode())


def _review(body: bytes) -> bytes:
    if body.startswith(b"["):  # several on one page are a graph in the guide
        body = b'{%s,"@graph":%s}' % (CONTEXT_KEY, body.replace(CONTEXT_KEY + b",", b""))
    if b"\xef\xbf" in body:
        for character, escape in _NONCHARACTERS.items():
            body = body.replace(character, escape)
    return cdata(body)


@lru_cache(maxsize=4096)
def rfc822(known: str | None) -> str | None:
    """A date as RSS has it, by RFC 822 with four digits of the year; a day is its midnight in UTC, and what is less exact none.

    An instant without an offset is taken for UTC.
    """
    moment = _moment(known)
    return format_datetime(moment) if moment else None


def _instant(known: str | None) -> str | None:
    """A date as the guide recommends it: ISO 8601 with its offset."""
    moment = _moment(known)
    return moment.isoformat() if moment else None


def _moment(known: str | None) -> datetime | None:
    """A date that is a day at least, with an offset."""
    exact = date(known)
    if exact is None or len(exact) < len("2015-12-28"):
        return None
    moment = datetime.fromisoformat(exact)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
