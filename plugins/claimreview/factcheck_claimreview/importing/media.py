"""MediaReview: what a desk found an image, a video or a recording to be.

https://schema.org/MediaReview, which is a work in progress: `itemReviewed` is the medium, and a claim it makes may
stand in its `interpretedAsClaim`.
"""

from typing import Any

from factcheck_claimreview.vocabulary import AUTHENTICITY, MEDIA

from .nodes import Node, Reading
from .types import ALWAYS, local, names, types_of
from .values import address, first, text

_KINDS = {name: kind for kind, name in MEDIA.items()}
_REVIEW = names("itemReviewed mediaAuthenticityCategory originalMediaLink originalMediaContextDescription")
_MEDIUM = names("contentUrl url description caption")
_CATEGORIES = {local(iri).lower(): category for category, iri in AUTHENTICITY.items()}


def media_reviews(reading: Reading) -> list[tuple[dict[str, Any], str]]:
    """The objects that are MediaReviews and no ClaimReviews, with their pointers."""
    return [found for found in reading.typed.get("MediaReview", ()) if types_of(found[0]) == ("MediaReview",)]


def names_of_media(data: dict[str, Any]) -> set[str]:
    """The ids and addresses by which a MediaReview can be of a ClaimReview: its own, and those of the review it names."""
    return _names(data) | _names(data.get("associatedClaimReview"))


def names_of_review(data: dict[str, Any]) -> set[str]:
    """The ids and addresses by which a ClaimReview can be of a MediaReview."""
    return _names(data) | _names(data.get("associatedMediaReview"))


def _names(value: Any) -> set[str]:
    several = value if isinstance(value, list) else [value]
    named = [each.get(name) if isinstance(each, dict) else each for each in several for name in ("@id", "url")]
    return {each for each in named if isinstance(each, str) and each}


def medium(review: Node) -> dict[str, Any] | None:
    """A medium with what was found of it; None where nothing says what kind it is."""
    review.read(_REVIEW)
    item = next(iter(review.nodes("itemReviewed")), None)
    if item and item.get("mediaItemAppearance"):
        item = next(iter(item.nodes("mediaItemAppearance")), item)
    types = [name.removesuffix("Snapshot") for name in item.read(_MEDIUM)] if item else []
    kinds = [_KINDS[each] for each in types if each in _KINDS]
    if item is None or not kinds:
        review.leave(*_REVIEW - ALWAYS)
        if item:
            item.leave(*_MEDIUM - ALWAYS)
        message = "nothing says whether this is an image, a video or a recording: it is left out"
        review.reading.find("claimreview-kind-of-media", message, (item or review).pointer)
        return None
    found = {
        "kind": kinds[0],
        "url": first(address, item, "contentUrl", "url"),
        "description": first(text, item, "description", "caption"),
        "authenticity": _category(review),
        "original": address(review, "originalMediaLink"),
        "original_context": text(review, "originalMediaContextDescription"),
    }
    return {name: value for name, value in found.items() if value}


def _category(review: Node) -> str | None:
    value = review.data.get("mediaAuthenticityCategory")
    given = value[0] if isinstance(value, list) and len(value) == 1 else value
    named: dict[str, str] | None = None
    if isinstance(given, dict) and isinstance(given.get("@id"), str):
        named, given = given, given["@id"]
    known = _CATEGORIES.get(local(given).lower()) if isinstance(given, str) else None
    if known is None:
        review.leave("mediaAuthenticityCategory")
    elif named is not None:
        review.reading.take(named, "@id")
    return known
