"""The same ClaimReviews as each consumer wants them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from factcheck import FactCheck

from .nodes import Node, one_or_list
from .review import PLAIN, Style, claim_reviews
from .wants_others import day

CONTEXT = "https://schema.org"
_PARAMETER = "urn:factcheck-export:profile:"

Shape = Mapping[str, "Shape | None"]
"""The properties that are kept of a node, each with the shape of what stands in it; None for whatever stands there."""


def _of(*leaves: str, **inner: Shape) -> Shape:
    return {"@type": None, **dict.fromkeys(leaves), **inner}


_NUMBERS = ("ratingValue", "bestRating", "worstRating")

# https://developers.google.com/search/docs/appearance/structured-data/factcheck#structured-data-type-definitions
_AGENT = _of("@id", "name", "url")
_WORK = _of("@id", "name", "description", "url", "datePublished", author=_AGENT, publisher=_AGENT)
_GOOGLE = _of(
    "@id", "url", "claimReviewed", "inLanguage", "datePublished",
    author=_of("@id", "name", "description", "url"),
    reviewRating=_of("alternateName", *_NUMBERS, "ratingExplanation"),
    itemReviewed=_of(
        "@id", "text", "inLanguage", "datePublished",
        author=_of("@id", "name", "url", "sameAs", "jobTitle"),
        firstAppearance=_WORK, appearance=_WORK,
    ),
)  # fmt: skip

# https://github.com/TechAndCheck/zenodotus, public/json-schemas/claim-review-schema.json
_SIGNER = _of("name", "url")
_SEEN = _of("name", "description", "url", "datePublished", author=_of("name"), publisher=_of("name"))
_DUKE = _of(
    "url", "claimReviewed", "datePublished",
    author=_SIGNER,
    reviewRating=_of("alternateName", *_NUMBERS, "ratingExplanation"),
    itemReviewed=_of("datePublished", author=_of("name", "jobTitle", "sameAs"), firstAppearance=_SEEN, appearance=_SEEN),
)  # fmt: skip


class Profile(NamedTuple):
    """How a consumer wants markup: the style, what is kept, and what is made of each review."""

    style: Style = PLAIN
    shape: Shape | None = None
    made: Callable[[Node], Node] = dict


_PLAIN = Profile()


def documents(fact_check: FactCheck, profile: str | None, *, graph: bool) -> Any:
    """The ClaimReviews of a fact-check as one consumer wants them, with their context, ready to be written as JSON."""
    wanted = PROFILES[profile] if profile else _PLAIN
    reviews = claim_reviews(fact_check, wanted.style)
    if wanted.shape is not None:
        reviews = [wanted.made(kept(review, wanted.shape)) for review in reviews]
    if profile == "datacommons":
        return _feed(reviews)
    if graph:
        return {"@context": CONTEXT, "@graph": reviews}
    return one_or_list([{"@context": CONTEXT, **review} for review in reviews])


def media_type(plain: str, profile: str | None) -> str:
    """The media type of JSON-LD with the profile that it keeps to: RFC 6906, and JSON-LD 1.1, appendix C."""
    return f'{plain};profile="{_PARAMETER}{profile}"' if profile else plain


def profile_of(media_type: str) -> str | None:
    """The profile that a media type names, None where it names none of ours."""
    named = media_type.partition(f'profile="{_PARAMETER}')[2].partition('"')[0]
    return named if named in PROFILES else None


def kept(value: Any, shape: Shape | None) -> Any:
    """What the shape keeps of a node, or of each of several."""
    if shape is None:
        return value
    if isinstance(value, list):
        return [kept(each, shape) for each in value]
    return {name: kept(inner, shape[name]) for name, inner in value.items() if name in shape}


def _for_google(review: Node) -> Node:
    _leave_out_the_nameless(review["itemReviewed"])
    return review


def _leave_out_the_nameless(claim: Node) -> None:
    for work in (claim, *_each(claim, "appearance"), *_each(claim, "firstAppearance")):
        for role in ("author", "publisher"):
            _put(work, role, one_or_list([agent for agent in _each(work, role) if "name" in agent]))


def _for_duke(review: Node) -> Node:
    claim, rating = review["itemReviewed"], review["reviewRating"]
    _leave_out_the_nameless(claim)
    signers = [each for each in _each(review, "author") if not {"name", "url"}.isdisjoint(each)]
    claimants = _each(claim, "author")
    _put(review, "author", signers[0] if len(signers) == 1 else None)
    _put(claim, "author", claimants[0] if len(claimants) == 1 else None)
    _put(claim, "appearance", _each(claim, "appearance"))
    for dated in (review, claim):
        _put(dated, "datePublished", day(dated.get("datePublished")))
    rating.update({name: str(rating[name]) for name in _NUMBERS if name in rating})
    return review


def _feed(reviews: Iterable[Node]) -> Node:
    items = [
        {
            "@type": "DataFeedItem",
            **{name: review[dated] for name, dated in _FEED_DATES.items() if dated in review},
            "item": [{"@context": CONTEXT, **review}],
            **({"url": review["url"]} if "url" in review else {}),
        }
        for review in reviews
    ]
    return {"@context": CONTEXT, "@type": "DataFeed", "dataFeedElement": items}


_FEED_DATES = {"dateCreated": "datePublished", "dateModified": "dateModified"}


def _each(node: Node, name: str) -> list[Node]:
    value = node.get(name, [])
    return value if isinstance(value, list) else [value]


def _put(node: Node, name: str, value: Any) -> None:
    if value:
        node[name] = value
    else:
        node.pop(name, None)


PROFILES: Mapping[str, Profile] = {
    "google": Profile(shape=_GOOGLE, made=_for_google),
    "schema.org": Profile(Style(from_one=False, publisher_signs=False)),
    "duke": Profile(shape=_DUKE, made=_for_duke),
    "datacommons": Profile(),
    "ifcn": Profile(Style(whole_pages=True)),
}
