"""The names of schema.org as publishers write them, and as schema.org has them."""

from functools import lru_cache
from typing import Any

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
    return [_type(each) for each in given if isinstance(each, str)] if isinstance(given, list) else []


@lru_cache(1024)
def _type(given: str) -> str:
    name = local(given)
    return TYPES.get(name.lower(), name)


@lru_cache(4096)
def property_of(key: str) -> str:
    """The name of a property as schema.org writes it where it knows it."""
    plain = local(key)
    return _PROPERTIES.get(plain.lower(), plain)
