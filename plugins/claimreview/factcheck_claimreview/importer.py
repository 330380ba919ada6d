"""ClaimReview markup to fact-checks: JSON-LD, in a file or in the scripts of a page."""

import re
from collections.abc import Iterator
from typing import Any, ClassVar

import orjson
from pydantic import Field, ValidationError

from factcheck import FactCheck, Imported, Importer, Input, Options, ReadingError

from .importing.leaves import left
from .importing.nodes import Node, Reading
from .importing.reviews import Mapping, own_id, reviews_in
from .importing.rules import RULES

LIMIT = 64_000_000
_SCRIPT = re.compile(rb"<!--.*?-->|<script\b([^>]*)>(.*?)</script\s*>", re.IGNORECASE | re.DOTALL)
_LANGUAGE = re.compile(rb"<html\b[^>]*\blang\s*=\s*[\"']?([A-Za-z0-9-]+)", re.IGNORECASE)
_MOST_PROBLEMS = 50


class ClaimReviewImportOptions(Options):
    """What markup leaves out and a person knows."""

    language: str = Field(default="", description="Language of reviews that do not say theirs: `pt-BR`.")


class ClaimReviewImporter(Importer):
    """schema.org ClaimReview as publishers write it: repaired where that takes no judgement, each time in the open."""

    name = "claimreview"
    summary = "schema.org ClaimReview JSON-LD, in a file or in a page"
    suffixes = (".jsonld", ".json", ".html", ".htm")
    options: ClassVar[type[Options]] = ClaimReviewImportOptions

    def sniff(self, head: bytes) -> str | None:
        """Declines where no ClaimReview is spoken of."""
        return None if re.search(rb"ClaimReview", head, re.IGNORECASE) else "no ClaimReview in its first 64 kB"

    def read(self, source: Input, options: Options) -> Iterator[Imported]:
        """Each ClaimReview as a fact-check; those of one page that we wrote ourselves are one again."""
        if not isinstance(options, ClaimReviewImportOptions):
            raise TypeError(f"the options are {type(options).__name__}, not {ClaimReviewImportOptions.__name__}")
        body = source.whole(LIMIT)
        found = False
        for root, language in _documents(body):
            for record in _records(root, options.language or language, source):
                found = found or record.fact_check is not None or bool(record.findings)
                yield record
        if not found:
            raise ReadingError([RULES["claimreview-none"].finding("there is no ClaimReview in it")])


def _documents(body: bytes) -> Iterator[tuple[Any, str | None]]:
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        yield _parsed(body.removeprefix(b"\xef\xbb\xbf")), None
        return
    language = _LANGUAGE.search(body)
    for match in _SCRIPT.finditer(body):
        if match[1] is not None and b"ld+json" in match[1].lower():
            yield _parsed(match[2]), language[1].decode("ascii") if language else None


def _parsed(body: bytes) -> Any:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        found = RULES["claimreview-unreadable"].finding(f"this is not JSON: {error.msg}")
        raise ReadingError([found.at(None, error.lineno, error.colno)]) from None


def _records(root: Any, language: str | None, source: Input) -> Iterator[Imported]:
    reading = Reading(root, source.url, source.name)
    groups: dict[str, list[Node]] = {}
    for data, pointer in reviews_in(reading):
        groups.setdefault(own_id(data) or pointer, []).append(Node(data, pointer, reading))
    for key, reviews in groups.items():
        before = len(reading.findings)
        reading.base = source.url or _absolute(reviews[0].data.get("url"))
        own = own_id(reviews[0].data)
        mapping = Mapping(reviews, own, language)
        fact_check = _validated(mapping, reading, reviews[0].pointer)
        findings = tuple(reading.findings[before:])
        yield Imported(reviews[0].pointer if own else key, fact_check, findings, mapping.origins)
    rest = tuple(left(reading))
    if rest:
        yield Imported("", None, rest)


def _absolute(url: Any) -> str | None:
    return url if isinstance(url, str) and url.startswith(("http://", "https://")) else None


def _validated(mapping: Mapping, reading: Reading, pointer: str) -> FactCheck | None:
    """The fact-check, without the values that its fields do not take; None where it needs one of these."""
    data = mapping.data
    for _ in range(_MOST_PROBLEMS):
        try:
            return FactCheck.model_validate(data)
        except ValidationError as error:
            problem = error.errors()[0]
            loc = problem["loc"]
            removed = _removed(data, loc)
            shown = ".".join(map(str, loc))
            message = f"{shown}: {problem['msg']}"
            if not removed or problem["type"] == "missing":
                if not any(finding.severity == "error" for finding in reading.findings):
                    reading.findings.append(RULES["claimreview-no-claim"].finding(message, pointer))
                return None
            reading.find("claimreview-invalid-value", message, pointer, stood=str(problem["input"])[:200])
    return None


def _removed(data: Any, loc: tuple[Any, ...]) -> bool:
    """Whether the value at this place, or the part that it stands in, could be taken out."""
    for step in loc[:-1]:
        data = (
            data[step]
            if isinstance(data, list) and isinstance(step, int) and step < len(data)
            else (data.get(step) if isinstance(data, dict) else None)
        )
    if not loc:
        return False
    if isinstance(data, list) and isinstance(loc[-1], int) and loc[-1] < len(data):
        del data[loc[-1]]
        return True
    if isinstance(data, dict) and loc[-1] in data:
        del data[loc[-1]]
        return True
    return False
