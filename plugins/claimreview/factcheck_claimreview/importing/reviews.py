"""One or several ClaimReviews as one fact-check."""

import uuid
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from factcheck import FactCheck, LanguageTag

from .media import medium
from .nodes import Node, Reading
from .parts import Parts, rating, slug
from .types import types_of
from .values import LONGEST_LINE, address, address_of, date, several, words

_SUBSTANCE = {"claimReviewed", "itemReviewed", "reviewRating"}
_WORKS_AS_CLAIM = "claimreview-creative-work-for-claim"


@lru_cache(1024)
def _is_tag(text: str) -> bool:
    try:
        TypeAdapter(LanguageTag).validate_python(text)
    except ValidationError:
        return False
    return True


def reviews_in(reading: Reading) -> list[tuple[dict[str, Any], str]]:
    """The objects that are ClaimReviews, with their pointers; not those that another review only refers to."""
    return [
        (data, pointer)
        for data, pointer in reading.typed.get("ClaimReview", ())
        if not ("/associatedClaimReview" in pointer and not _SUBSTANCE & data.keys())
    ]


class Mapping:
    """Makes the data of a fact-check out of the reviews that belong to it."""

    def __init__(
        self, reviews: list[Node], language: str | None, media: Sequence[Node] = (), *, shared: bool = False
    ) -> None:
        """Read the reviews; `media` are MediaReviews that belong to the first, and `shared` an address that others have."""
        self.shared = shared
        self.media = media
        self.parts = Parts()
        self._texts: dict[str, str | None] = {}
        self.data: dict[str, Any] = {}
        self.first = reviews[0]
        self.language = self._language(language)
        self.data = self._header()
        self._signatures(self.first)
        for review in reviews:
            self._review(review)
        self._gathered()

    def settle(self, fact_check: FactCheck) -> None:
        """Nothing more to count: what was read was counted then."""

    @property
    def origins(self) -> dict[str, str]:
        """Where each part was found."""
        return {"": self.first.pointer, **self.parts.origins}

    def _words(self, node: Node, *names: str, line: bool = True) -> str | None:
        first = None
        for name in names:
            if name in node.data:
                found = words(node, name, line=line)
                if first is None:
                    first = found
                elif found and found != first:
                    node.leave(name)
        return first

    def _language(self, given: str | None) -> str:
        value = self.first.get("inLanguage")
        if isinstance(value, dict):
            node = self.first.nodes("inLanguage")[0]
            node.types()
            value = words(node, "alternateName") or words(node, "name")
        if isinstance(value, str) and value.strip():
            return self._tag(value, given)
        self.first.leave("inLanguage")
        if isinstance(value, list) and len(value) > 1:
            several(self.first, "inLanguage")
        elif given is None:
            message = "nothing says in which language this is"
            self.first.reading.find("claimreview-no-language", message, self.first.pointer, stood="", made="und")
        return given or "und"

    def _tag(self, value: str, given: str | None) -> str:
        """The tag of a language that may be written with an underscore or with white space around it."""
        tag = value.strip().replace("_", "-")
        if not _is_tag(tag):
            tag = given or "und"
        if tag != value:
            message = "this is no tag of a language (BCP 47)"
            place = self.first.place("inLanguage")
            self.first.reading.find("claimreview-language-tag", message, place, stood=value, made=tag)
        return tag

    def _header(self) -> dict[str, Any]:
        first = self.first
        claim = self._claim_text(first)
        url = self._url(first)
        headline = self._words(first, "headline", "name")
        if headline is None:
            headline = (claim or "")[:LONGEST_LINE].strip() or "ClaimReview"
            message = "there is no headline: the claim stands in for it"
            first.reading.find("claimreview-no-headline", message, first.pointer, stood="", made=headline)
        return {
            "id": self._identity(first, url, claim),
            "url": url,
            "headline": headline,
            "summary": self._words(first, "abstract", "description", line=False),
            "body": self._words(first, "articleBody", "reviewBody", "text", line=False),
            "language": self.language,
            "published": date(first, "datePublished") if "datePublished" in first.data else None,
            "modified": date(first, "dateModified") if "dateModified" in first.data else None,
            "licence": address(first, "license") if "license" in first.data else None,
            "topics": self._topics(first),
        }

    def _url(self, review: Node) -> str | None:
        url = address(review, "url") if "url" in review.data else None
        page = review.data.get("mainEntityOfPage")
        if isinstance(page, str) and page.strip():
            found = address_of(review, page, review.place("mainEntityOfPage"))
            if found and found == (url or found):
                review.get("mainEntityOfPage")
            return url or found
        return url

    def _identity(self, review: Node, url: str | None, claim: str | None) -> str:
        if url and "#" not in url and not self.shared:
            return url
        what = (url, claim) if url else (claim, review.data.get("datePublished"))
        made = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, repr(what))}"
        if url:
            return made
        message = "the review has no address: its id is made from its content"
        review.reading.find("claimreview-no-address", message, review.pointer, stood="", made=made)
        return made

    def _topics(self, head: Node) -> list[dict[str, Any]]:
        topics = []
        for node in head.nodes("about") if "about" in head.data else []:
            node.types()
            name = words(node, "name")
            if name:
                topics.append({"name": name})
        given = head.data.get("keywords")
        names = [each.strip() for each in given.split(",") if each.strip()] if isinstance(given, str) else []
        if names and max(map(len, names)) <= LONGEST_LINE:
            head.get("keywords")
            topics += [{"name": name} for name in names]
        return topics

    def _signatures(self, review: Node) -> None:
        people = [node for name in ("author", "creator") for node in review.nodes(name)]
        publishers = review.nodes("publisher")
        publisher = next((found for node in publishers if (found := self.parts.agent(node, "publisher"))), None)
        signing = []
        for node in people:
            person = "Person" in node.types()
            found = self.parts.agent(node, "author" if person else "publisher", person=person)
            if found and publisher is None and not person:
                publisher = found
            elif found and found != publisher:
                signing.append(found)
        self.data["publisher"] = publisher
        self.data["authors"] = list(dict.fromkeys(each for each in signing if each != publisher))

    def _claim_text(self, review: Node) -> str | None:
        if review.pointer not in self._texts:
            self._texts[review.pointer] = self._found_text(review)
        return self._texts[review.pointer]

    def _found_text(self, review: Node) -> str | None:
        if types_of(review.data) == ["MediaReview"]:
            return self._text_of_media(review)
        text = words(review, "claimReviewed", line=False)
        items = review.nodes("itemReviewed")
        if text or len(items) != 1 or isinstance(review.data.get("claimReviewed"), list):
            return text
        text = self._words(items[0], "text", "name", "headline", line=False)
        if text and "Claim" not in types_of(items[0].data):
            message = "nothing says which claim is reviewed: the name of the work stands in"
            review.reading.find("claimreview-name-for-claim", message, items[0].pointer, stood="", made=text)
        return text

    def _text_of_media(self, review: Node) -> str | None:
        """The claim that media make, else the words that the review has for them."""
        for item in review.nodes("itemReviewed"):
            for claim in item.nodes("interpretedAsClaim"):
                found = self._words(claim, "text", "name", "headline", line=False)
                if found:
                    return found
        text = self._words(review, "headline", "name") or next(
            (found for item in review.nodes("itemReviewed") if (found := self._words(item, "name", "headline"))), None
        )
        if text:
            message = "nothing says which claim is made with it: its title stands in"
            review.reading.find("claimreview-no-claim-of-media", message, review.pointer, stood="", made=text)
        return text

    def _review(self, review: Node) -> None:
        review.types()
        text = self._claim_text(review)
        items = review.nodes("itemReviewed") if "itemReviewed" in review.data else []
        if len(items) > 1:
            several(review, "itemReviewed")
            items = []
        if text is None:
            message = "nothing says which claim is reviewed"
            review.reading.find("claimreview-no-claim", message, review.pointer)
            return
        associated = review.nodes("associatedMediaReview") if "associatedMediaReview" in review.data else []
        alone = types_of(review.data) == ["MediaReview"]
        if alone:
            items = [claim for item in items for claim in item.nodes("interpretedAsClaim")]
        claim = self._claim(items[0] if items else None, text, review)
        reviewed = [each for each in (*associated, *self.media) if len(each.data) > 1]
        claim["media"] = [found for each in ([review] if alone else reviewed) if (found := medium(each))]
        for name in ("citation", "isBasedOn"):
            for node in review.nodes(name) if name in review.data else []:
                source = self.parts.source(node, "source")
                if source:
                    claim["cited"].append(source)
        if not alone or "reviewRating" in review.data:
            self._verdict(review, claim)
        else:
            claim.pop("cited")

    def _claim(self, item: Node | None, text: str, review: Node) -> dict[str, Any]:
        claim: dict[str, Any] = {
            "id": self.parts.identifier("c1"),
            "text": text,
            "claimants": [],
            "appearances": [],
            "cited": [],
        }
        self.data.setdefault("claims", []).append(claim)
        place = f"claims[{len(self.data['claims']) - 1}]"
        self.parts.origins[place] = review.pointer if item is None else item.pointer
        if "claimReviewed" in review.data:
            self.parts.origins[f"{place}.text"] = review.place("claimReviewed")
        if item is None:
            review.reading.find("claimreview-no-claimant", "nothing says who made the claim", review.pointer)
            return claim
        types = item.types()
        if types and "Claim" not in types:
            message = "what is reviewed is a Claim, and the work is where it appears"
            item.reading.find(_WORKS_AS_CLAIM, message, f"{item.pointer}/@type", stood=", ".join(types), made="Claim")
        if item.data.get("text") == text or item.data.get("name") == text:
            item.get("text" if item.data.get("text") == text else "name")
        claim["made"] = date(item, "datePublished") if "datePublished" in item.data else None
        claim["claimants"] = [found for node in item.nodes("author") if (found := self.parts.agent(node, "claimant"))]
        if not claim["claimants"]:
            review.reading.find("claimreview-no-claimant", "nothing says who made the claim", item.pointer)
        self._appearances(item, claim, types, text)
        return claim

    def _appearances(self, item: Node, claim: dict[str, Any], types: list[str], text: str) -> None:
        found: list[tuple[str, bool]] = []
        for name in ("firstAppearance", "appearance"):
            for node in item.nodes(name) if name in item.data else []:
                source = self.parts.source(node, "source")
                if source:
                    found.append((source, name == "firstAppearance"))
        if "url" in item.data or ("Claim" not in types and item.data.get("name") not in (None, text)):
            source = self.parts.source(item, "source")
            if source:
                self.parts.sources[source]["published"] = None
                found.append((source, False))
        firsts = {source for source, first in found if first}
        claim["appearances"] = [
            {"source": source, **({"first": True} if source in firsts else {})}
            for source in dict.fromkeys(source for source, _ in found)
        ]

    def _verdict(self, review: Node, claim: dict[str, Any]) -> None:
        cited = claim.pop("cited")
        nodes = review.nodes("reviewRating")
        if len(nodes) > 1:
            several(review, "reviewRating")
            nodes = []
        found = rating(nodes[0], self.language) if nodes else None
        if found is None:
            message = "the review has no rating with a label: a person has to give one"
            review.reading.find("claimreview-no-rating", message, review.pointer)
            return
        label, ends = found
        scale = self.data.setdefault("rating_scale", {"ratings": [], **ends})
        identifier = slug(next(iter(label["names"].values())))
        if not any(each["id"] == identifier for each in scale["ratings"]):
            self._placed(nodes[0], f"rating_scale.ratings[{len(scale['ratings'])}]")
            scale["ratings"].append({"id": identifier, **label})
        verdict = {
            "id": self.parts.identifier("v1"),
            "claim": claim["id"],
            "rating": identifier,
            "explanation": words(nodes[0], "ratingExplanation", line=False),
            "evidence": [{"source": source, "stance": "context"} for source in dict.fromkeys(cited)],
        }
        self.data.setdefault("verdicts", []).append(verdict)
        self.parts.origins[f"verdicts[{len(self.data['verdicts']) - 1}]"] = nodes[0].pointer

    def _placed(self, node: Node, path: str) -> None:
        """Where a label and its numbers were found."""
        name = "alternateName" if "alternateName" in node.data else "name"
        found = {f"{path}.names": name, f"{path}.number": "ratingValue"}
        ends = {"rating_scale.worst": "worstRating", "rating_scale.best": "bestRating"}
        given = {key: node.place(value) for key, value in (found | ends).items() if value in node.data}
        self.parts.origins.update({path: node.pointer, **given})

    def _gathered(self) -> None:
        self.data["agents"] = list(self.parts.agents.values())
        self.data["sources"] = [{**each, "kind": each["kind"] or "other"} for each in self.parts.sources.values()]
