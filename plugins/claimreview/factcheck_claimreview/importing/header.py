"""What a review says of the fact-check as a whole: its address, headline, language, dates, topics, and its publisher's policies."""

import uuid
from collections.abc import Iterable
from typing import Any

from factcheck_claimreview.vocabulary import POLICIES

from .nodes import Node
from .types import names
from .values import LONGEST_LINE, address, address_of, date, first, is_tag, line, page, several, text

_NAME = names("name")
_POLICIES = names(" ".join(POLICIES.values()))
_LANGUAGE = names("alternateName name")


def header(review: Node, claim: str | None, *, shared: bool) -> dict[str, Any]:
    """The fields of the fact-check itself; `claim` is what is reviewed, and `shared` an address that others have."""
    url = _url(review)
    headline = first(line, review, "headline", "name")
    if headline is None:
        headline = (claim or "")[:LONGEST_LINE].strip() or "ClaimReview"
        message = "there is no headline: the claim stands in for it"
        review.reading.find("claimreview-no-headline", message, review.pointer, stood="", made=headline)
    return {
        "id": _identity(review, url, claim, shared=shared),
        "url": url,
        "headline": headline,
        "summary": first(text, review, "abstract", "description"),
        "body": first(text, review, "articleBody", "reviewBody", "text"),
        "published": date(review, "datePublished"),
        "modified": date(review, "dateModified"),
        "licence": page(review, "license"),
        "topics": _topics(review),
    }


def language_of(review: Node, given: str | None) -> str:
    """The language of a review, else the one that is given, else `und`."""
    value = review.data.get("inLanguage")
    if isinstance(value, dict):
        value = None
        for node in review.nodes("inLanguage"):
            node.read(_LANGUAGE)
            value = first(line, node, "alternateName", "name")
    if isinstance(value, str) and value.strip():
        return _tag(review, value, given)
    review.leave("inLanguage")
    if isinstance(value, list) and len(value) > 1:
        several(review, "inLanguage")
    elif given is None:
        message = "nothing says in which language this is"
        review.reading.find("claimreview-no-language", message, review.pointer, stood="", made="und")
    return given or "und"


def policies(publishers: Iterable[Node]) -> dict[str, str]:
    """The policies of those who publish: where two say otherwise, those of the first."""
    found: dict[str, str] = {}
    for node in publishers:
        if node.data.keys().isdisjoint(POLICIES.values()):
            continue
        node.read(_POLICIES)
        for field, name in POLICIES.items():
            policy = address(node, name)
            if policy and found.setdefault(field, policy) != policy:
                node.leave(name)
    return found


def _tag(review: Node, value: str, given: str | None) -> str:
    """The tag of a language that may be written with an underscore or with white space around it."""
    tag = value.strip().replace("_", "-")
    if not is_tag(tag):
        tag = given or "und"
    if tag != value:
        message = "this is no tag of a language (BCP 47)"
        review.reading.find("claimreview-language-tag", message, review.place("inLanguage"), stood=value, made=tag)
    return tag


def _url(review: Node) -> str | None:
    url, whole = address(review, "url"), review.data.get("mainEntityOfPage")
    if isinstance(whole, str) and whole.strip():
        found = address_of(review, whole, review.place("mainEntityOfPage"))
        if found and found == (url or found):
            review.get("mainEntityOfPage")
        return url or found
    return url


def _identity(review: Node, url: str | None, claim: str | None, *, shared: bool) -> str:
    if url and "#" not in url and not shared:
        return url
    what = (url, claim) if url else (claim, review.data.get("datePublished"))
    made = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, repr(what))}"
    if url:
        return made
    message = "the review has no address: its id is made from its content"
    review.reading.find("claimreview-no-address", message, review.pointer, stood="", made=made)
    return made


def _topics(review: Node) -> list[dict[str, Any]]:
    topics = []
    for node in review.nodes("about"):
        node.read(_NAME)
        name = line(node, "name")
        if name:
            topics.append({"name": name})
    given = review.data.get("keywords")
    keywords = [each.strip() for each in given.split(",") if each.strip()] if isinstance(given, str) else []
    if keywords and max(map(len, keywords)) <= LONGEST_LINE:
        review.get("keywords")
        topics += [{"name": name} for name in keywords]
    return topics
