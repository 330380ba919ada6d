"""A fact-check as schema.org ClaimReview, in JSON-LD.

https://schema.org/ClaimReview (vocabulary 30.0), within what Google's page asks for:
https://developers.google.com/search/docs/appearance/structured-data/factcheck
"""

import re
from collections.abc import Sequence
from typing import ClassVar, Literal

import orjson
from pydantic import Field

from factcheck import Document, Exporter, FactCheck, Finding, Options

from .profiles import documents, media_type, profile_of
from .rules import lacking

# Inside a script element no markup may begin or end; such characters stand in JSON strings alone.
_MARKUP = ((b"<", b"\\u003c"), (b">", b"\\u003e"), (b"&", b"\\u0026"))
# Neither may U+2028 and U+2029, which end a line of JavaScript; a search for both at once takes half of that for one.
_SEPARATORS = re.compile(b"\xe2\x80[\xa8\xa9]")


class ClaimReviewOptions(Options):
    """How the ClaimReviews are laid out."""

    graph: bool = Field(
        default=False, description="Write one object with an `@graph`, not an object or a list of them."
    )
    indent: bool = Field(default=False, description="Break lines and indent by two spaces, for people to read.")
    # A `Literal` with None in it, and no union: the contract of exporters tries each of its choices.
    profile: Literal["google", "schema.org", "duke", "datacommons", "ifcn", None] = Field(  # noqa: PYI061  # as said above
        default=None,
        description="Write for one consumer: `google`, `schema.org`, `duke`, `datacommons` or `ifcn`.",
    )


class ClaimReviewExporter(Exporter):
    """schema.org ClaimReview, one a verdict: an object for one, a list for several, an empty list for none."""

    name = "claimreview"
    summary = "schema.org ClaimReview JSON-LD, for search engines and fact-check databases"
    media_type = "application/ld+json"
    suffix = ".jsonld"
    options = ClaimReviewOptions
    omits: ClassVar[tuple[str, ...]] = (
        "claims[].appearances[].quotation.end",
        "claims[].appearances[].quotation.prefix",
        "claims[].appearances[].quotation.start",
        "claims[].appearances[].quotation.suffix",
        "claims[].appearances[].relays",
        "claims[].relations[].kind",
        "claims[].relations[].note",
        "sources[].accessed",
        "verdicts[].confidence",
        "verdicts[].evidence[].quotation.end",
        "verdicts[].evidence[].quotation.prefix",
        "verdicts[].evidence[].quotation.start",
        "verdicts[].evidence[].quotation.suffix",
    )

    def export(self, fact_check: FactCheck, options: Options) -> Document:
        """The ClaimReviews of this fact-check, safe to stand in a script element as they are."""
        chosen = options if isinstance(options, ClaimReviewOptions) else ClaimReviewOptions.model_validate(options)
        written = documents(fact_check, chosen.profile, graph=chosen.graph)
        kind = media_type(self.media_type, chosen.profile)
        return Document(kind, self.suffix, _json(written, indent=chosen.indent))

    def lacking(self, fact_check: FactCheck) -> Sequence[Finding]:
        """No verdict, or one without an address, or with that of another."""
        return lacking(fact_check)

    def validate(self, document: Document) -> Sequence[Finding]:
        """What breaks our schema for the profile that the media type names, and what no JSON Schema can say."""
        from .check import problems  # noqa: PLC0415  # the schema is compiled for those who validate

        return problems(document.body, profile_of(document.media_type))


def _json(value: object, *, indent: bool) -> bytes:
    body = orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE if indent else None)
    for character, escape in _MARKUP:
        body = body.replace(character, escape)
    # One byte is found at once, or not; most bodies lack one of these.
    if 0xE2 in body and (0xA8 in body or 0xA9 in body) and _SEPARATORS.search(body):
        body = body.replace(b"\xe2\x80\xa8", b"\\u2028").replace(b"\xe2\x80\xa9", b"\\u2029")
    return body
