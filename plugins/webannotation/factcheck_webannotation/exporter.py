"""A fact-check as W3C Web Annotations, in JSON-LD.

https://www.w3.org/TR/annotation-model/ and https://www.w3.org/TR/annotation-vocab/ (23 February 2017).
"""

from collections.abc import Sequence
from typing import ClassVar

import orjson
from pydantic import Field

from factcheck import Document, Exporter, FactCheck, Finding, Options

from .collection import collection

# Inside a script element no markup may begin or end; such characters stand in JSON strings alone.
_ESCAPES = tuple((character.encode(), f"\\u{ord(character):04x}".encode()) for character in "<>&\u2028\u2029")


class WebAnnotationOptions(Options):
    """How the annotations are laid out."""

    page_size: int = Field(
        default=0, ge=0, description="How many annotations stand on a page of the collection; 0 for all on one."
    )


class WebAnnotationExporter(Exporter):
    """One AnnotationCollection a fact-check; nothing of the model gets lost."""

    name = "webannotation"
    summary = "W3C Web Annotation JSON-LD: claims, verdicts and evidence on the pages they stand in; lossless"
    media_type = "application/ld+json"
    suffix = ".anno.jsonld"
    options: ClassVar[type[Options]] = WebAnnotationOptions
    omits: ClassVar[tuple[str, ...]] = ()

    def export(self, fact_check: FactCheck, options: Options) -> Document:
        """The collection of this fact-check, safe to stand in a script element as it is."""
        chosen = WebAnnotationOptions.model_validate(options.model_dump())
        body = orjson.dumps(
            collection(fact_check, chosen.page_size), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
        )
        for character, escape in _ESCAPES:
            body = body.replace(character, escape)
        return Document(self.media_type, self.suffix, body)

    def validate(self, document: Document) -> Sequence[Finding]:
        """What breaks our schema, which ids stand twice or lead nowhere, and whether the pages hold what they say."""
        from .check import problems  # noqa: PLC0415  # the schema is compiled for those who validate

        return problems(document.body)
