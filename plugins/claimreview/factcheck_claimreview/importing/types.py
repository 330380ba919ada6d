"""The names of schema.org as publishers write them, and as schema.org has them."""

import re
from functools import lru_cache
from typing import Any

from factcheck_claimreview.vocabulary import SOURCES

TYPES = {
    name.lower(): name
    for name in (
        "ClaimReview", "MediaReview", "Claim", "CreativeWork", "Person", "Organization", "NewsMediaOrganization",
        "Rating", "AggregateRating", "Thing", "Article", "NewsArticle", "SocialMediaPosting", "WebPage", "VideoObject",
        "ImageObject", "AudioObject", "DataFeed", "DataFeedItem", "Language", "Clip", "Quotation", "Comment",
    )
}  # fmt: skip
_PREFIXES = ("http://schema.org/", "https://schema.org/", "schema:")
_PROPERTIES = {
    name.lower(): name
    for name in (
        "claimReviewed", "itemReviewed", "reviewRating", "ratingValue", "bestRating", "worstRating", "alternateName",
        "ratingExplanation", "datePublished", "dateModified", "dateCreated", "author", "publisher", "creator", "name",
        "headline", "description", "url", "sameAs", "appearance", "firstAppearance", "inLanguage", "text", "keywords",
        "reviewBody", "articleBody", "mainEntityOfPage", "item", "dataFeedElement", "jobTitle", "license", "about",
        "citation", "associatedMediaReview", "associatedClaimReview", "mediaAuthenticityCategory", "originalMediaLink",
        "originalMediaContextDescription", "contentUrl", "interpretedAsClaim", "caption", "mediaItemAppearance",
    )
}  # fmt: skip


KNOWN = frozenset(_PROPERTIES.values()) | {"@type", "@id", "@context"}
ORGANISATIONS = frozenset({"Organization", "NewsMediaOrganization", "GovernmentOrganization", "Corporation", "NGO"})
_MORE = {"Review", "MediaReviewItem", "VideoObjectSnapshot", "ImageObjectSnapshot", "AudioObjectSnapshot"}
_READ = frozenset(TYPES.values()) | frozenset(SOURCES.values()) | ORGANISATIONS | _MORE
_CONTEXT = re.compile(r"https?://(?:www\.)?schema\.org/?(?:docs/jsonldcontext\.jsonl?d?)?", re.IGNORECASE)


def local(name: str) -> str:
    """A type or a property without schema.org's address or prefix."""
    for prefix in _PREFIXES:
        if name.startswith(prefix):
            return name[len(prefix) :]
    return name


def types_of(data: dict[str, Any]) -> list[str]:
    """The types of an object, as schema.org writes them where it knows them."""
    given = data.get("@type") or data.get("type")
    if type(given) is str:
        return [_type(given)]
    return (
        list(dict.fromkeys(_type(each) for each in given if isinstance(each, str))) if isinstance(given, list) else []
    )


@lru_cache(1024)
def _type(given: str) -> str:
    name = local(given)
    return TYPES.get(name.lower(), name)


def is_known(given: object, names: list[str]) -> bool:
    """Whether all that stands as the type of an object is a type that is read."""
    count = len(given) if isinstance(given, list) else 1
    return count == len(names) > 0 and all(name in _READ for name in names)


def is_ours(context: object) -> bool:
    """Whether a context is that of schema.org, alone."""
    return isinstance(context, str) and _CONTEXT.fullmatch(context) is not None


@lru_cache(4096)
def property_of(key: str) -> str:
    """The name of a property as schema.org writes it where it knows it."""
    plain = local(key)
    return _PROPERTIES.get(plain.lower(), plain)
