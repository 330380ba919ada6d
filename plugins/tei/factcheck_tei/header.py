"""teiHeader: what the fact-check is, who answers for it, and what was corrected in it."""

from functools import cache

from factcheck import Correction, FactCheck, Policies, __version__

from .agents import Mentions, authors, publisher, responsible
from .dates import datable, date
from .languages import language_usage
from .markup import Markup, lines, listed, optional, text, to_all
from .pointers import licence, link
from .ratings import taxonomy
from .topics import topic

_ORIGIN = "Born digital: a fact-check, with its claims, sources, verdicts and evidence."
OFFSETS = (
    "The offset and the length in string-range() count Unicode code points of the block's text as it stands, "
    "from 0; tags do not count. Nothing was normalised. A character that XML cannot hold is written as a g, "
    "whose n names it, and counts as one."
)
_DATES = (
    "The text of a date is in the Extended Date/Time Format (ISO 8601-2, annex A); its attributes say as much of "
    "it as the W3C's formats can."
)


def header(fact_check: FactCheck, mentioned: Mentions) -> Markup:
    """The teiHeader of this fact-check."""
    return lines(
        "<teiHeader>",
        _file_description(fact_check, mentioned),
        _encoding_description(fact_check),
        _profile_description(fact_check),
        listed("revisionDesc", map(_change, reversed(fact_check.corrections))),
        "</teiHeader>",
    )


def _file_description(fact_check: FactCheck, mentioned: Mentions) -> Markup:
    return lines(
        "<fileDesc>",
        "<titleStmt>",
        f"<title>{text(fact_check.headline)}</title>",
        authors(fact_check.authors, mentioned),
        responsible("reviewer", fact_check.reviewers, mentioned),
        "</titleStmt>",
        *_publication(fact_check, mentioned),
        "<sourceDesc>",
        f'<p xml:lang="en">{_ORIGIN}</p>',
        "</sourceDesc>",
        "</fileDesc>",
    )


def _publication(fact_check: FactCheck, mentioned: Mentions) -> tuple[str | None, ...]:
    return (
        "<publicationStmt>",
        publisher(fact_check.publisher, mentioned),
        date(fact_check.published, "published"),
        date(fact_check.modified, "modified"),
        f'<idno type="IRI">{text(fact_check.id)}</idno>',
        fact_check.url and f'<idno type="URL">{text(fact_check.url)}</idno>',
        licence(fact_check.licence),
        *_policies(fact_check.policies),
        "</publicationStmt>",
    )


def _policies(policies: Policies) -> list[Markup]:
    return [link(f'type="policy" subtype="{name}"', url) for name, url in policies if url]


def _encoding_description(fact_check: FactCheck) -> Markup:
    return lines(
        "<encodingDesc>",
        _declared(),
        listed("classDecl", (taxonomy(fact_check.rating_scale),)),
        application(),
        "</encodingDesc>",
    )


@cache
def _declared() -> Markup:
    return lines(
        '<editorialDecl xml:lang="en">',
        f"<normalization><p>{text(OFFSETS)}</p></normalization>",
        f"<stdVals><p>{text(_DATES)}</p></stdVals>",
        "</editorialDecl>",
    )


@cache
def application() -> Markup:
    """appInfo: the program that wrote this."""
    program = f'<application ident="factcheck" version="{__version__}"><label>factcheck</label></application>'
    return Markup(f"<appInfo>{program}</appInfo>")


def _profile_description(fact_check: FactCheck) -> Markup:
    topics = [f"<item>{topic(spoken_of)}</item>" for spoken_of in fact_check.topics]
    return lines(
        "<profileDesc>",
        fact_check.summary and f"<abstract><p>{text(fact_check.summary)}</p></abstract>",
        language_usage(fact_check),
        *(("<textClass>", "<keywords>", listed("list", topics), "</keywords>", "</textClass>") if topics else ()),
        "</profileDesc>",
    )


def _change(correction: Correction) -> str:
    target = optional("target", to_all(correction.parts) or None)
    return (
        f'<change xml:id="{correction.id}"{target}{datable(correction.published)}>'
        f"{date(correction.published)}<p>{text(correction.text)}</p></change>"
    )
