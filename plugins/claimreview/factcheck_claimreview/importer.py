"""ClaimReview markup to fact-checks: JSON-LD, in a file or in the scripts of a page."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar

from pydantic import Field, ValidationError
from pydantic_core import ErrorDetails

from factcheck import FactCheck, Finding, Imported, Importer, Input, LanguageTag, Options, ReadingError

from .importing.documents import documents
from .importing.leaves import left
from .importing.media import media_reviews, names_of_media, names_of_review
from .importing.nodes import Node, Reading
from .importing.own import OwnMapping, own_id
from .importing.own_account import account_of_wrappers
from .importing.places import Locator
from .importing.reviews import Mapping, reviews_in
from .importing.rules import RULES

_MOST_PROBLEMS = 50
_MOST_AT_ONCE = 1000
_ALONE = "alone"

Objects = Sequence[tuple[dict[str, Any], str]]


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
            held.append(Imported("", None, tuple(reading.told(document.findings))))
            records = _records(reading, reviews, media, options.language or document.language)
            if found:
                yield from (record for record in held if record.findings)
                yield from records
                held.clear()
            else:
                held += records
        if not found:
            wrong = [each for record in held for each in record.findings if each.severity == "error"]
            none = (
                RULES["claimreview-none"]
                .finding("there is no ClaimReview or MediaReview in it")
                ._replace(file=source.name)
            )
            raise ReadingError(wrong or [none])

    def locator(self, source: Input) -> Callable[[Finding], Finding]:
        """Gives findings line and column by the JSON pointers that they have."""
        return Locator(source).located


def _records(reading: Reading, reviews: Objects, media: Objects, language: str | None) -> Iterator[Imported]:
    groups: dict[str, list[Node]] = {}
    ours = set[str]()
    for data, pointer in reviews:
        # What is said in attributes is all text, and not as we wrote it.
        own = None if reading.is_textual else own_id(data)
        groups.setdefault(own or pointer, []).append(Node(data, pointer, reading))
        ours.update((own,) if own else ())
    apart = _assigned([node for group in groups.values() for node in group], media)
    for data, pointer in apart.pop(_ALONE, []):
        groups[pointer] = [Node(data, pointer, reading)]
    base = reading.base
    addresses = Counter(_absolute(group[0].data.get("url")) for key, group in groups.items() if key not in ours)
    for key, group in groups.items():
        before, first = len(reading.findings), group[0]
        reading.base = base or _absolute(first.data.get("url"))
        belonging = [Node(data, pointer, reading) for data, pointer in apart.get(first.pointer, ())]
        shared = addresses[_absolute(first.data.get("url"))] > 1
        mapping = (
            OwnMapping(group, key, language) if key in ours else Mapping(group, language, belonging, shared=shared)
        )
        if shared and key not in ours and _absolute(first.data.get("url")):
            message = "another review has this address: its id is made of address and claim"
            reading.find("claimreview-same-address", message, first.place("url"))
        fact_check = _validated(mapping.data, reading, first.pointer)
        if fact_check:
            mapping.settle(fact_check)
        else:
            for node in group:
                reading.untake(node.pointer)
        findings = tuple(reading.findings[before:])
        yield Imported(first.pointer, fact_check, findings, mapping.origins, exact=key in ours)
    if ours:
        account_of_wrappers(reading)
    rest = tuple(left(reading))
    if rest:
        yield Imported("", None, rest)


def _assigned(nodes: Sequence[Node], media: Objects) -> dict[str, list[tuple[dict[str, Any], str]]]:
    """MediaReviews by the pointer of the review that they belong to; under `_ALONE` those that belong to none."""
    assigned: dict[str, list[tuple[dict[str, Any], str]]] = {}
    if not media:
        return assigned
    pointers = {node.pointer for node in nodes}
    owners = {name: node.pointer for node in nodes for name in names_of_review(node.data)}
    for data, pointer in media:
        steps = pointer.split("/")
        within = any("/".join(steps[:end]) in pointers for end in range(len(steps)))
        if not within:
            owner = next((owners[name] for name in sorted(names_of_media(data)) if name in owners), _ALONE)
            assigned.setdefault(owner, []).append((data, pointer))
    return assigned


def _absolute(url: Any) -> str | None:
    return url if isinstance(url, str) and url.startswith(("http://", "https://")) else None


def _validated(data: dict[str, Any], reading: Reading, pointer: str) -> FactCheck | None:
    """The fact-check, without the values that its fields do not take; None where it needs one of these."""
    for _ in range(_MOST_PROBLEMS):
        try:
            return FactCheck.model_validate(data)
        except ValidationError as error:
            # The last first, so that the places of those before them stay what they are.
            for problem in reversed(error.errors()[:_MOST_AT_ONCE]):
                if not _set_aside(data, problem, reading, pointer):
                    reading.find("claimreview-no-claim", _told(problem), pointer)
                    return None
    reading.find("claimreview-no-claim", "too much of it has no form that a fact-check takes", pointer)
    return None


def _told(problem: ErrorDetails) -> str:
    return f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}"


def _set_aside(data: dict[str, Any], problem: ErrorDetails, reading: Reading, pointer: str) -> bool:
    """Whether a value that its field does not take could be taken out, which is told."""
    place = problem["loc"]
    # What lacks something that it needs goes as a whole, where it is only a part.
    if not _removed(data, place[:-1] if problem["type"] == "missing" else place):
        return False
    found = reading.place_of(problem["input"], pointer)
    reading.find("claimreview-invalid-value", _told(problem), found, stood=str(problem["input"]))
    if place == ("language",):
        data["language"] = "und"
    return True


def _removed(data: Any, place: tuple[int | str, ...]) -> bool:
    """Whether the value at this place could be taken out."""
    if not place:
        return False
    *way, last = place
    for step in way:
        data = _at(data, step)
    if _at(data, last) is None:
        return False
    del data[last]
    return True


def _at(data: Any, step: int | str) -> Any:
    """What stands at a step: a key of an object, or the number of an item in a list."""
    if isinstance(data, list) and isinstance(step, int):
        return data[step] if step < len(data) else None
    return data.get(step) if isinstance(data, dict) else None
