"""Answers of Google's Fact Check Tools API to fact-checks.

https://developers.google.com/fact-check/tools/api/reference/rest
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, ClassVar

from pydantic import Field

from factcheck import Finding, Imported, Importer, Input, LanguageTag, Options, ReadingError

from . import from_claims, from_pages, rules
from .answers import Answer, Placed, answer_of, error_of
from .documents import Document, documents
from .draft import Claimants, Draft, Known
from .fields import Node
from .from_claims import Reviewed
from .ledger import Ledger
from .repeated import Repeated

_KEY = re.compile(rb'"(?:claimReview|claimReviewMarkups|claimReviewMarkupPages)"\s*:')
_JSON_LD = re.compile(rb'"@(?:type|context|graph)"\s*:')
_ERROR = re.compile(rb'\{\s*"error"\s*:\s*\{')


class FactCheckToolsImportOptions(Options):
    """What the API's answers leave out and a person knows."""

    language: LanguageTag = Field(
        default="", description="Language of reviews that do not say theirs, as on `pages`: `pt-BR`."
    )
    claimants: Claimants | None = Field(
        default=None,
        description="What claimants are: `person`, `organisation` or `collective`; "
        "a person where nothing is said, and each time a remark.",
    )


class FactCheckToolsImporter(Importer):
    """Claims with their reviews, and pages of markup, as the API answers; one document, or one a line."""

    name = "factchecktools"
    summary = "answers of Google's Fact Check Tools API: `claims:search`, `claims:imageSearch`, `pages`"
    suffixes = (".json", ".jsonl", ".ndjson")
    options: ClassVar[type[Options]] = FactCheckToolsImportOptions

    def sniff(self, head: bytes) -> str | None:
        """Declines what is no JSON, JSON-LD, and JSON without the names that the API alone has."""
        begun = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        if not begun.startswith((b"{", b"[")):
            return "not JSON"
        if _JSON_LD.search(begun):
            return "this is JSON-LD"
        if _KEY.search(begun) or _ERROR.match(begun):
            return None
        return "neither `claimReview` nor `claimReviewMarkups` in its first megabyte"

    def read(self, source: Input, options: Options) -> Iterator[Imported]:
        """A fact-check for each page that reviews claims, and for each page of markup."""
        known = Known.model_validate(options.model_dump())
        for document in documents(source):
            for record in _records(document, known, source):
                findings = (finding.at(finding.file, document.line, finding.column) for finding in record.findings)
                yield record._replace(findings=tuple(findings)) if document.line else record

    def locator(self, source: Input) -> Callable[[Finding], Finding]:
        """Gives findings line and column by the JSON pointers that they have."""
        from .places import Locator  # noqa: PLC0415  # imports the core's reading, which `read` does without

        return Locator(source).located


def _records(document: Document, known: Known, source: Input) -> Iterator[Imported]:
    answer = None if document.problem else answer_of(document.value, document.pointer)
    if answer is not None:
        yield from _imported(answer, known, document.characters)
        return
    problem = document.problem or _no_answer(document)
    if document.line is None:
        from .places import Locator  # noqa: PLC0415  # as above

        raise ReadingError([Locator(source).located(problem)._replace(file=source.name)])
    yield _nothing(problem, None if document.problem else document.value, document.pointer)


def _no_answer(document: Document) -> Finding:
    error = error_of(document.value)
    if error is not None:
        return rules.API_ERROR.finding(f"the API answered with an error: {error}", f"{document.pointer}/error")
    return rules.NO_ANSWER.finding("there is neither a claim nor a page of markup in it", document.pointer)


def _imported(answer: Answer, known: Known, characters: int) -> Iterator[Imported]:
    groups, repeated = dict[str, list[tuple[Placed, Placed]]](), Repeated(characters)
    for claim in answer.claims:
        reviews = list(_reviews(claim, answer.rest))
        if not reviews:
            yield _unreviewed(claim)
        for review in reviews:
            groups.setdefault(_page(review), []).append((claim, review))
    for group in groups.values():
        yield _of_reviews(group, known, repeated)
    for page in answer.pages:
        yield _of_page(page, known)
    if answer.rest.findings:
        yield Imported(answer.place, None, tuple(answer.rest.findings))


def _reviews(claim: Placed, rest: Ledger) -> Iterator[Placed]:
    reviews = claim[0].get("claimReview")
    for index, review in enumerate(reviews if isinstance(reviews, list) else ()):
        place = f"{claim[1]}/claimReview/{index}"
        if isinstance(review, dict):
            yield review, place
        else:
            rest.left_out(rules.TYPE, place, review, "an object is wanted here: it is left out")


def _page(review: Placed) -> str:
    """What reviews of one page share: its address, else the place of this one."""
    url = Node(*review, Ledger()).url("url")
    return url.partition("#")[0] if url else review[1]


def _unreviewed(claim: Placed) -> Imported:
    return _nothing(
        rules.NO_REVIEW.finding("nobody reviews this claim: no fact-check can be made of it", claim[1]), *claim
    )


def _nothing(problem: Finding, value: Any, pointer: str) -> Imported:
    ledger = Ledger()
    ledger.nothing_made(problem)
    if value is not None:
        ledger.rest(value, pointer)
    return Imported(pointer, None, tuple(ledger.findings))


def _of_reviews(group: list[tuple[Placed, Placed]], known: Known, repeated: Repeated) -> Imported:
    ledger, place, claims = Ledger(), group[0][1][1], {pointer: claim for (claim, pointer), _ in group}
    new, fact_check = repeated.read(claims), None
    problem = rules.JSON.finding("its claims are long, and were read for too many other pages", place)
    if not repeated.is_too_much:
        reviewed = [Reviewed(Node(*claim, ledger), Node(*review, ledger)) for claim, review in group]
        fact_check = from_claims.fact_check_of(reviewed, Draft(ledger, known, place))
        problem = rules.NO_CLAIM.finding("nothing says what is claimed: no fact-check can be made of it", place)
    if fact_check is None:
        ledger.nothing_made(problem)
    for pointer, claim in new.items():  # what a fact-check has no place for is told with the first
        ledger.around(claim, pointer, "claimReview")
    for review in group:
        ledger.rest(*review[1])
    return Imported(place, fact_check, tuple(ledger.findings), ledger.origins)


def _of_page(placed: Placed, known: Known) -> Imported:
    ledger = Ledger()
    fact_check = from_pages.fact_check_of(Node(*placed, ledger), Draft(ledger, known, placed[1]))
    if fact_check is None:
        ledger.nothing_made(rules.NO_CLAIM.finding("no review on this page says what is claimed", placed[1]))
    ledger.rest(*placed)
    return Imported(placed[1], fact_check, tuple(ledger.findings), ledger.origins)
