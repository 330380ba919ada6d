"""ClaimReview markup to fact-checks: JSON-LD, in a file or in the scripts of a page."""

import re
from collections.abc import Callable, Iterator
from typing import ClassVar

from pydantic import Field

from factcheck import Finding, Imported, Importer, Input, LanguageTag, Options, ReadingError

from .importing.documents import documents
from .importing.media import media_reviews
from .importing.nodes import Reading
from .importing.places import Locator
from .importing.records import records
from .importing.reviews import reviews_in
from .importing.rules import RULES
from .judging.judge import judged


class ClaimReviewImportOptions(Options):
    """What markup leaves out and a person knows."""

    language: LanguageTag = Field(default="", description="Language of reviews that do not say theirs: `pt-BR`.")


class ClaimReviewImporter(Importer):
    """schema.org ClaimReview as publishers write it: repaired where that takes no judgement, each time in the open."""

    name = "claimreview"
    summary = "schema.org ClaimReview and MediaReview in JSON-LD, a file or a page"
    suffixes = (".jsonld", ".json", ".jsonl", ".ndjson", ".html", ".htm")
    options: ClassVar[type[Options]] = ClaimReviewImportOptions

    def sniff(self, head: bytes) -> str | None:
        """Declines where no ClaimReview is spoken of, and JSON that is no JSON-LD."""
        if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"{", b"[")) and b"@type" not in head.lower():
            return "JSON, and no `@type` in its first megabyte"
        if b"www.w3.org/ns/anno.jsonld" in head:  # whose texts may speak of ClaimReview
            return "these are Web Annotations"
        spoken = re.search(rb"ClaimReview|MediaReview", head, re.IGNORECASE)
        return None if spoken else "no ClaimReview or MediaReview in its first megabyte"

    def read(self, source: Input, options: Options) -> Iterator[Imported]:
        """Each ClaimReview as a fact-check; those of one page that we wrote ourselves are one again."""
        if not isinstance(options, ClaimReviewImportOptions):
            raise TypeError(f"the options are {type(options).__name__}, not {ClaimReviewImportOptions.__name__}")
        held, found = list[Imported](), False
        for document in documents(source):
            reading = Reading(document, source)
            reviews, media = reviews_in(reading), media_reviews(reading)
            found = found or bool(reviews or media)
            if document.findings:
                held.append(Imported("", None, tuple(reading.told(document.findings))))
            made = records(reading, reviews, media, options.language or document.language)
            if found:
                yield from held
                yield from made
                held.clear()
            else:
                held += made
        if not found:
            wrong = [each for record in held for each in record.findings if each.severity == "error"]
            none = (
                RULES["claimreview-none"]
                .finding("there is no ClaimReview or MediaReview in it")
                ._replace(file=source.name)
            )
            raise ReadingError(wrong or [none])

    def judge(self, source: Input, profile: str) -> Iterator[Finding]:
        """What schema.org, Google, Duke or the feed of Data Commons would find wrong in the markup itself."""
        return judged(source, profile)

    def locator(self, source: Input) -> Callable[[Finding], Finding]:
        """Gives findings line and column by the JSON pointers that they have."""
        return Locator(source).located
