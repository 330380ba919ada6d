"""A fact-check as a `ClaimReviewMarkupPage`, the body of `pages.create` and `pages.update`.

https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/pages
"""

from collections.abc import Sequence
from typing import ClassVar

import orjson
from pydantic import Field

from factcheck import Document, Exporter, FactCheck, Finding, Options

from .losses import lacking
from .page import markup_page


class FactCheckToolsOptions(Options):
    """What an update needs, and how it is laid out."""

    name: str | None = Field(
        default=None, description="`name` of the page to update, `pages/…`, as the API gave it; none to create one."
    )
    version_id: str | None = Field(
        default=None, description="`versionId` of the page to update, as the API gave it; none to create one."
    )
    indent: bool = Field(default=False, description="Break lines and indent by two spaces, for people to read.")


class FactCheckToolsExporter(Exporter):
    """One page of ClaimReview markup, with one review for each verdict."""

    name = "factchecktools"
    summary = "ClaimReview markup to push to Google's Fact Check Tools API"
    media_type = "application/json"
    suffix = ".factchecktools.json"
    options = FactCheckToolsOptions
    # Of `verdicts[].url`, an anchor on the page itself goes out; of `verdicts[].id`, one that serves as an anchor.
    omits: ClassVar[tuple[str, ...]] = (
        "agents[].affiliation",
        "agents[].alternative_names",
        "agents[].description",
        "agents[].id",
        "agents[].kind",
        "agents[].nature",
        "agents[].url",
        "authors",
        "body",
        "claims[].about",
        "claims[].appearances[].attributed_to",
        "claims[].appearances[].id",
        "claims[].appearances[].quotation",
        "claims[].appearances[].relays",
        "claims[].appearances[].rendering",
        "claims[].interpreted_by",
        "claims[].language",
        "claims[].media",
        "claims[].occasion",
        "claims[].place.same_as",
        "claims[].relations",
        "corrections",
        "headline",
        "id",
        "language",
        "licence",
        "modified",
        "policies",
        "rating_scale.name",
        "rating_scale.ratings[].category",
        "rating_scale.ratings[].definition",
        "rating_scale.ratings[].id",
        "rating_scale.ratings[].names.*",
        "rating_scale.url",
        "reviewers",
        "sources[].accessed",
        "sources[].archived_url",
        "sources[].authors",
        "sources[].checksum",
        "sources[].copy_of",
        "sources[].description",
        "sources[].id",
        "sources[].kind",
        "sources[].language",
        "sources[].licence",
        "sources[].modified",
        "sources[].published",
        "sources[].publisher",
        "sources[].title",
        "summary",
        "topics",
        "verdicts[].authors",
        "verdicts[].confidence",
        "verdicts[].evidence",
        "verdicts[].history",
        "verdicts[].id",
        "verdicts[].published",
        "verdicts[].url",
    )

    def export(self, fact_check: FactCheck, options: Options) -> Document:
        """The page; every review has an address of its own where there are several."""
        if not isinstance(options, FactCheckToolsOptions):
            raise TypeError(f"the options are {type(options).__name__}, not {FactCheckToolsOptions.__name__}")
        page = markup_page(fact_check, options.name, options.version_id)
        layout = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE if options.indent else 0
        return Document(self.media_type, self.suffix, orjson.dumps(page, option=layout))

    def lacking(self, fact_check: FactCheck) -> Sequence[Finding]:
        """No verdict, no address, or two verdicts at one."""
        return lacking(fact_check)

    def validate(self, document: Document) -> Sequence[Finding]:
        """What our schema and what no schema can say find in a page; paths are JSON pointers."""
        from .check import problems  # noqa: PLC0415  # the schema is compiled for those who validate

        return problems(document.body)
