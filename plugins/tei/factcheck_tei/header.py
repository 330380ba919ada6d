"""teiHeader: what the fact-check is, who answers for it, and what was corrected in it."""

from collections.abc import Iterator

from factcheck import Correction, FactCheck, Policies, __version__

from .agents import Mentions, responsible
from .dates import datable, date
from .languages import language_usage
from .markup import NOTHING, Markup, block, element, listed, text, to_all, worded
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
    return block(
        "teiHeader",
        _file_description(fact_check, mentioned),
        _encoding_description(fact_check),
        _profile_description(fact_check),
        listed("revisionDesc", map(_change, reversed(fact_check.corrections))),
    )


def _file_description(fact_check: FactCheck, mentioned: Mentions) -> Markup:
    titles = block(
        "titleStmt",
        element("title", text(fact_check.headline)),
        *(element("author", mentioned.spoken[author]) for author in fact_check.authors),
        responsible("reviewer", fact_check.reviewers, mentioned),
    )
    origin = block("sourceDesc", element("p", text(_ORIGIN), lang="en"))
    return block("fileDesc", titles, _publication(fact_check, mentioned), origin)


def _publication(fact_check: FactCheck, mentioned: Mentions) -> Markup:
    publisher = NOTHING if fact_check.publisher is None else mentioned.spoken[fact_check.publisher]
    return block(
        "publicationStmt",
        element("publisher", publisher),  # the TEI wants one first, if only an empty one
        date(fact_check.published, "published"),
        date(fact_check.modified, "modified"),
        worded("idno", fact_check.id, type="IRI"),
        worded("idno", fact_check.url, type="URL"),
        licence(fact_check.licence),
        *_policies(fact_check.policies),
    )


def _policies(policies: Policies) -> Iterator[Markup]:
    for name in Policies.model_fields:
        yield link("policy", getattr(policies, name), name)


def _encoding_description(fact_check: FactCheck) -> Markup:
    declared = block(
        "editorialDecl",
        element("normalization", element("p", text(OFFSETS))),
        element("stdVals", element("p", text(_DATES))),
        lang="en",
    )
    scale = listed("classDecl", [taxonomy(fact_check.rating_scale)])
    return block("encodingDesc", declared, scale, application())


def application() -> Markup:
    """appInfo: the program that wrote this."""
    label = element("label", text("factcheck"))
    return element("appInfo", element("application", label, ident="factcheck", version=__version__))


def _profile_description(fact_check: FactCheck) -> Markup:
    summary = worded("p", fact_check.summary)
    topics = listed("list", [topic("item", spoken_of) for spoken_of in fact_check.topics])
    return block(
        "profileDesc",
        element("abstract", summary) if summary else NOTHING,
        language_usage(fact_check),
        block("textClass", block("keywords", topics)) if topics else NOTHING,
    )


def _change(correction: Correction) -> Markup:
    return element(
        "change",
        date(correction.published),
        worded("p", correction.text),
        id=correction.id,
        target=to_all(correction.parts),
        **datable(correction.published),
    )
