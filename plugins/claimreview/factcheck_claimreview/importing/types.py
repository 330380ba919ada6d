"""The names of schema.org as publishers write them, and as schema.org has them."""

import re
from functools import lru_cache
from typing import Any

from factcheck_claimreview.vocabulary import POLICIES, SOURCES

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
        "abstract", "isBasedOn", "affiliation", "archivedAt", *POLICIES.values(),
    )
}  # fmt: skip


_MOST_TYPES = 100  # of one object; with more, what it is is not known
_LONGEST = 100  # of the names that are looked up and remembered
KNOWN = frozenset(_PROPERTIES.values()) | {"@type", "@id", "@context"}
ALWAYS = frozenset(("@type", "@context"))
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


def types_of(data: dict[str, Any]) -> tuple[str, ...]:
    """The types of an object, as schema.org writes them where it knows them."""
    given = data.get("@type") or data.get("type")
    if type(given) is str:
        return _type(given) if len(given) <= _LONGEST else (local(given),)
    several = given[:_MOST_TYPES] if isinstance(given, list) else ()
    return tuple(
        dict.fromkeys(
            _type(each)[0] if len(each) <= _LONGEST else local(each) for each in several if isinstance(each, str)
        )
    )


@lru_cache(1024)
def _type(given: str) -> tuple[str]:
    name = local(given)
    return (TYPES.get(name.lower(), name),)


def is_known(given: object, names: tuple[str, ...]) -> bool:
    """Whether all that stands as the type of an object is a type that is read."""
    count = len(given) if isinstance(given, list) else 1
    return count == len(names) > 0 and _READ.issuperset(names)


def is_ours(context: object) -> bool:
    """Whether a context is that of schema.org, alone."""
    return isinstance(context, str) and _is_schema_org(context)


@lru_cache(64)
def _is_schema_org(address: str) -> bool:
    return _CONTEXT.fullmatch(address) is not None


def names(text: str) -> frozenset[str]:
    """Properties that are read of one kind of object; its type and its context always are."""
    return ALWAYS.union(text.split())


def written(data: dict[str, Any]) -> dict[str, str] | None:
    """The keys of an object by the names that schema.org gives them, where these differ; None where none does."""
    if data.keys() <= KNOWN:
        return None
    given = [(_property(key), key) for key in reversed(data) if key not in KNOWN and len(key) <= _LONGEST]
    return {known: key for known, key in given if known not in data} or None


def renamed(data: dict[str, Any], keys: dict[str, str]) -> dict[str, Any]:
    """The object with its properties under the names that schema.org gives them, in their order."""
    names_of = {key: name for name, key in keys.items()}
    return {names_of.get(key, key): value for key, value in data.items()}


@lru_cache(4096)
def _property(key: str) -> str:
    plain = local(key)
    if plain.startswith("@"):  # keywords of JSON-LD are in no vocabulary
        return key
    return _PROPERTIES.get(plain.lower(), plain)
