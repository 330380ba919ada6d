"""A ClaimReview, or a MediaReview alone, as a fact-check."""

from collections.abc import Sequence
from typing import Any

from factcheck import FactCheck

from .header import header, language_of, policies
from .media import medium
from .nodes import Node, Reading
from .parts import Parts
from .ratings import rating
from .types import names, types_of
from .values import date, first, line, several, tag, text

_REVIEW = names(
    "claimReviewed itemReviewed reviewRating url headline name abstract description articleBody reviewBody text"
    " inLanguage datePublished dateModified license about author creator publisher associatedMediaReview citation isBasedOn"
)
_CLAIM = names("author datePublished inLanguage firstAppearance appearance")
_WORDS = names("text name headline")
_SUBSTANCE = {"claimReviewed", "itemReviewed", "reviewRating"}
_WORKS_AS_CLAIM = "claimreview-creative-work-for-claim"


def reviews_in(reading: Reading) -> list[tuple[dict[str, Any], str]]:
    """The objects that are ClaimReviews, with their pointers; not those that another review only refers to."""
    return [
        (data, pointer)
        for data, pointer in reading.typed.get("ClaimReview", ())
        if not ("/associatedClaimReview" in pointer and not _SUBSTANCE & data.keys())
    ]


class ReviewMapping:
    """Makes the data of a fact-check out of a review."""

    def __init__(self, review: Node, language: str | None, media: Sequence[Node] = (), *, shared: bool = False) -> None:
        """Read a review; `media` are MediaReviews that belong to it, and `shared` an address that others have."""
        self.review = review
        self.media = media
        self.parts = Parts()
        self.is_of_media = types_of(review.data) == ("MediaReview",)
        review.read(_REVIEW - {"claimReviewed"} if self.is_of_media else _REVIEW)
        self.language = language_of(review, language)
        self.text = self._text_of_media() if self.is_of_media else self._text()
        self.data = header(review, self.text, shared=shared) | {"language": self.language}
        self._signatures()
        self._review()
        self._gathered()

    def settle(self, fact_check: FactCheck) -> None:
        """Nothing more to count: what was read was counted then."""

    @property
    def origins(self) -> dict[str, str]:
        """Where each part was found."""
        return {"": self.review.pointer, **self.parts.origins}

    def _signatures(self) -> None:
        review = self.review
        people = [*review.nodes("author"), *review.nodes("creator")]
        publishers = review.nodes("publisher")
        publisher = next((found for node in publishers if (found := self.parts.agent(node, "publisher"))), None)
        signing = []
        for node in people:
            person = "Person" in types_of(node.data)
            found = self.parts.agent(node, "author" if person else "publisher", person=person)
            if found and publisher is None and not person:
                publisher = found
            elif found and found != publisher:
                signing.append(found)
        self.data["policies"] = policies([*publishers, *people])
        self.data["publisher"] = publisher
        self.data["authors"] = list(dict.fromkeys(each for each in signing if each != publisher))

    def _text(self) -> str | None:
        review = self.review
        reviewed = text(review, "claimReviewed")
        if reviewed or isinstance(review.data.get("claimReviewed"), list):
            return reviewed
        items = review.nodes("itemReviewed")
        if len(items) != 1:
            return None
        types = items[0].read(_WORDS)
        found = first(text, items[0], "text", "name", "headline")
        if found and "Claim" not in types:
            message = "nothing says which claim is reviewed: the name of the work stands in"
            review.reading.find("claimreview-name-for-claim", message, items[0].pointer, stood="", made=found)
        return found

    def _text_of_media(self) -> str | None:
        """The claim that media make, else the words that the review has for them."""
        review = self.review
        items = review.nodes("itemReviewed")
        for claim in [claim for item in items for claim in self._interpreted(item)]:
            claim.read(_WORDS)
            found = first(text, claim, "text", "name", "headline")
            if found:
                return found
        found = first(line, review, "headline", "name")
        for item in () if found else items:
            item.read(_WORDS - {"text"})
            found = found or first(line, item, "name", "headline")
        if found:
            message = "nothing says which claim is made with it: its title stands in"
            review.reading.find("claimreview-no-claim-of-media", message, review.pointer, stood="", made=found)
        return found

    def _interpreted(self, item: Node) -> Sequence[Node]:
        """The claims that media make."""
        return item.nodes("interpretedAsClaim") if item.get("interpretedAsClaim") else ()

    def _review(self) -> None:
        review = self.review
        items = review.nodes("itemReviewed")
        if len(items) > 1:
            several(review, "itemReviewed")
            items = ()
        if self.text is None:
            message = "nothing says which claim is reviewed"
            review.reading.find("claimreview-no-claim", message, review.pointer)
            return
        if self.is_of_media:
            items = [claim for item in items for claim in self._interpreted(item)]
        claim = self._claim(items[0] if items else None, self.text)
        associated = [each for each in (*review.nodes("associatedMediaReview"), *self.media) if len(each.data) > 1]
        claim["media"] = [found for each in ([review] if self.is_of_media else associated) if (found := medium(each))]
        for node in (*review.nodes("citation"), *review.nodes("isBasedOn")):
            source = self.parts.source(node)
            if source:
                claim["cited"].append(source)
        if not self.is_of_media or "reviewRating" in review.data:
            self._verdict(claim)
        else:
            claim.pop("cited")

    def _claim(self, item: Node | None, said: str) -> dict[str, Any]:
        review = self.review
        claim: dict[str, Any] = {
            "id": self.parts.identifier("c1"),
            "text": said,
            "claimants": [],
            "appearances": [],
            "cited": [],
        }
        self.data["claims"] = [claim]
        self.parts.origins["claims[0]"] = review.pointer if item is None else item.pointer
        if "claimReviewed" in review.data:
            self.parts.origins["claims[0].text"] = review.place("claimReviewed")
        if item is None:
            review.reading.find("claimreview-no-claimant", "nothing says who made the claim", review.pointer)
            return claim
        types = item.read(_CLAIM)
        if types and "Claim" not in types:
            message = "what is reviewed is a Claim, and the work is where it appears"
            item.reading.find(_WORKS_AS_CLAIM, message, f"{item.pointer}/@type", stood=", ".join(types), made="Claim")
        for name in ("text", "name"):
            if item.data.get(name) == said:
                item.get(name)
        claim["made"] = date(item, "datePublished")
        spoken = tag(item, "inLanguage")
        claim["language"] = None if spoken == self.language else spoken
        claim["claimants"] = [found for node in item.nodes("author") if (found := self.parts.agent(node, "claimant"))]
        if not claim["claimants"]:
            review.reading.find("claimreview-no-claimant", "nothing says who made the claim", item.pointer)
        claim["appearances"] = self._appearances(item, types, said)
        return claim

    def _appearances(self, item: Node, types: tuple[str, ...], said: str) -> list[dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for name in ("firstAppearance", "appearance"):
            for node in item.nodes(name):
                source = self.parts.source(node)
                if source and source not in found:
                    found[source] = {"source": source, "first": name == "firstAppearance"}
        if "url" in item.data or ("Claim" not in types and item.data.get("name") not in (None, said)):
            source = self.parts.source(item, claimed=True)
            if source:
                found.setdefault(source, {"source": source})
        return list(found.values())

    def _verdict(self, claim: dict[str, Any]) -> None:
        review, cited = self.review, claim.pop("cited")
        nodes = review.nodes("reviewRating")
        if len(nodes) > 1:
            several(review, "reviewRating")
            nodes = ()
        found = rating(nodes[0], self.language) if nodes else None
        if found is None:
            message = "the review has no rating with a label: a person has to give one"
            review.reading.find("claimreview-no-rating", message, review.pointer)
            return
        label, ends = found
        identifier = self.parts.identifier(next(iter(label["names"].values())))
        self.data["rating_scale"] = {"ratings": [{"id": identifier, **label}], **ends}
        self._placed(nodes[0])
        verdict = {
            "id": self.parts.identifier("v1"),
            "claim": claim["id"],
            "rating": identifier,
            "explanation": text(nodes[0], "ratingExplanation"),
            "evidence": [{"source": source, "stance": "context"} for source in dict.fromkeys(cited)],
        }
        self.data["verdicts"] = [verdict]
        self.parts.origins["verdicts[0]"] = nodes[0].pointer

    def _placed(self, node: Node) -> None:
        """Where a label and its numbers were found."""
        path = "rating_scale.ratings[0]"
        name = "alternateName" if "alternateName" in node.data else "name"
        found = {f"{path}.names": name, f"{path}.number": "ratingValue"}
        ends = {"rating_scale.worst": "worstRating", "rating_scale.best": "bestRating"}
        given = {key: node.place(value) for key, value in (found | ends).items() if value in node.data}
        self.parts.origins.update({path: node.pointer, **given})

    def _gathered(self) -> None:
        self.data["agents"] = list(self.parts.agents.values())
        self.data["sources"] = [{**each, "kind": each["kind"] or "other"} for each in self.parts.sources.values()]
