"""Judges markup by Google's page on fact checks, in what the fact-check that is read of it does not show any more."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from factcheck import Finding
from factcheck_claimreview.importing.documents import Document
from factcheck_claimreview.importing.own import own_id
from factcheck_claimreview.importing.pointers import escaped
from factcheck_claimreview.importing.types import types_of, written
from factcheck_claimreview.wants_google import host, same_site

from .findings import told
from .ranges import short
from .vocabulary import vocabulary

_SIGNERS = frozenset({"Organization", "Person"})
_SUBSTANCE = ("claimReviewed", "reviewRating")
_WORDS = ("text", "name", "headline")
_SEVERAL = "claimreview-google-several-reviews"
_SIGNING = ("author", "creator", "publisher")

Broken = tuple[str, str, str]
"""A rule's id, what is to be said, and a pointer."""


def judged(documents: Iterable[Document]) -> Iterator[Finding]:
    """What each ClaimReview lacks for Google, and then the pages that have several."""
    pages = _Pages()
    for document in documents:
        for review in _reviews(document):
            for rule, message, pointer in (*_required(review), *_signed(review), *_at_home(review)):
                yield told(document, rule, message, pointer)
            pages.count(review)
    yield from pages.several()


class _Review(NamedTuple):
    """A ClaimReview, the names of properties that are written otherwise, and the objects that have an `@id`."""

    document: Document
    data: dict[str, Any]
    pointer: str
    keys: Mapping[str, str]
    described: Mapping[str, tuple[dict[str, Any], str]]

    def get(self, name: str) -> Any:
        """The value of a property, None where there is none."""
        return self.data.get(self.keys.get(name, name))

    def has(self, name: str) -> bool:
        """Whether the property is there, whatever it holds."""
        return self.keys.get(name, name) in self.data

    def place(self, name: str) -> str:
        """The pointer of a property; of the review where it has none."""
        return f"{self.pointer}/{escaped(self.keys.get(name, name))}" if self.has(name) else self.pointer

    def objects(self, name: str) -> Iterator[tuple[dict[str, Any], str]]:
        """The objects that a property holds or refers to, with the pointers where they stand."""
        value, place = self.get(name), self.place(name)
        several = enumerate(value) if isinstance(value, list) else [("", value)]
        for step, each in several:
            if isinstance(each, dict):
                referred = self.described.get(str(each["@id"])) if each.keys() == {"@id"} else None
                yield referred or (each, f"{place}/{step}" if step != "" else place)


def _reviews(document: Document) -> Iterator[_Review]:
    objects = document.objects
    described = {
        data["@id"]: (data, place) for data, place in objects if len(data) > 1 and isinstance(data.get("@id"), str)
    }
    for data, pointer in objects:
        if "ClaimReview" in types_of(data):
            review = _Review(document, data, pointer, written(data) or {}, described)
            if any(map(review.has, _SUBSTANCE)):
                yield review


def _required(review: _Review) -> Iterator[Broken]:
    """What is required and reading takes from elsewhere in silence: where it finds nothing, it tells."""
    claims = [data for data, _ in review.objects("itemReviewed") if "Claim" in types_of(data)]
    if not review.has("claimReviewed") and any(claim.get(name) for claim in claims for name in _WORDS):
        yield (
            "claimreview-google-required",
            "`claimReviewed` is missing: no words of `itemReviewed` stand in for it",
            review.pointer,
        )
    if not review.has("url") and review.get("mainEntityOfPage"):
        yield "claimreview-google-required", "`url` is missing: no `mainEntityOfPage` stands in for it", review.pointer
    for rating, pointer in review.objects("reviewRating"):
        if rating.get("name") and not rating.get("alternateName"):
            yield (
                "claimreview-google-rating-name",
                "the label stands in `name`; `alternateName` is recommended",
                f"{pointer}/name",
            )


def _signed(review: _Review) -> Iterator[Broken]:
    for author, pointer in review.objects("author"):
        types = types_of(author)
        if author.keys() != {"@id"} and _SIGNERS.isdisjoint(vocabulary().above(types)):
            is_what = f"`{short(', '.join(types[:4]))}`" if types else "of no type"
            yield (
                "claimreview-google-author-type",
                f"an author is an `Organization` or a `Person`, and this is {is_what}",
                pointer,
            )


def _at_home(review: _Review) -> Iterator[Broken]:
    """An address on another site than the page; one that is not the publisher's the fact-check shows itself."""
    url, page = review.get("url"), review.document.base
    if not page or not _is_whole(url) or same_site(url, page):
        return
    signing = (data for name in _SIGNING for data, _ in review.objects(name) if "Person" not in types_of(data))
    homes = [home for data in signing if _is_whole(home := data.get("url", ""))]
    if all(same_site(url, home) for home in homes):
        yield (
            "claimreview-google-foreign-url",
            f"{host(url)} is another site than the page's, {host(page)}",
            review.place("url"),
        )


def _is_whole(url: Any) -> bool:
    return isinstance(url, str) and url.startswith(("http://", "https://"))


class _Pages:
    """Counts the fact-checks that stand on each page."""

    def __init__(self) -> None:
        self._number = 0
        self._first: dict[str, str | int] = {}
        self._more: dict[str, set[str | int]] = {}
        self._seconds: dict[str, Finding] = {}

    def count(self, review: _Review) -> None:
        """Count a review on its page; those that were written of one fact-check of ours are one again when they are read."""
        given = review.document.base or review.get("url")
        page = given.partition("#")[0] if isinstance(given, str) else ""
        self._number += 1
        own = None if review.document.syntax else own_id(review.data)
        which = own or self._number
        if page and self._first.setdefault(page, which) != which:
            self._more.setdefault(page, set()).add(which)
            if page not in self._seconds:
                self._seconds[page] = told(review.document, _SEVERAL, "", review.place("url"))

    def several(self) -> Iterator[Finding]:
        """A finding for each page that has several, at the second."""
        for page, finding in self._seconds.items():
            yield finding._replace(message=f"{len(self._more[page]) + 1} of them stand on {page}")
