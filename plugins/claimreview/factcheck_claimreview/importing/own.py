"""Markup that we wrote ourselves as the fact-check that it was written of: the exporter's way backwards."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from factcheck import FactCheck
from factcheck_claimreview.review import page_urls

from .nodes import Node
from .own_account import account
from .own_agents import AGENTS, agent, policies, policies_of_others, topics
from .own_claims import claim
from .own_ratings import Scale
from .own_values import Data, Ids, first, kinds, objects, text, texts, when
from .own_verdicts import corrections, labels, people, verdict
from .own_works import WORKS, source
from .pointers import objects as described

# A correction of the whole stands in every review: reviews times objects is what the exporter may write again.
_MOST_WRITTEN = 5_000_000
_APPEARANCES = ("firstAppearance", "appearance")


def own_id(data: dict[str, Any]) -> str | None:
    """The id of the fact-check that a review of our own making belongs to; its parts are named after it."""
    page, claimed = data.get("isPartOf"), data.get("itemReviewed")
    base = page.get("@id") if isinstance(page, dict) else None
    if not isinstance(base, str) or not isinstance(claimed, dict) or not isinstance(data.get("reviewRating"), dict):
        return None
    ids = Ids(base)
    return base if ids.part(data) and ids.part(claimed) and page and text(page.get("headline")) else None


class OwnMapping:
    """Makes the data of a fact-check out of the reviews that we wrote of it; one review alone will do, with less in it."""

    media: Sequence[Node] = ()

    def __init__(self, reviews: list[Node], base: str, language: str | None) -> None:
        """Read reviews of one fact-check, in their order."""
        self.own = base
        self._nodes = reviews
        self._reviews = [review.data for review in reviews]
        self._ids = Ids(base)
        self.origins: dict[str, str] = {"": reviews[0].pointer}
        pages = [page for review in self._reviews for page in objects(review.get("isPartOf"))]
        self._page = _merged(sorted(pages, key=len, reverse=True))
        standing = [each for review in reviews for each in described(review.data, review.pointer)]
        self._size = len(standing)
        self._parts = [
            (identifier, data, pointer)
            for data, pointer in standing
            if len(data) > 1 and (identifier := self._ids.part(data))
        ]
        self._language = self._spoken(language)
        self.data = self._header()
        self._agents()
        self._sources()
        self._claims()
        self._verdicts()
        self._keep_known()

    def settle(self, fact_check: FactCheck) -> None:
        """Count as read what the fact-check says, wherever the reviews say it.

        Where that would be more than anybody wrote, nothing is counted, and every leaf is told.
        """
        if len(self._nodes) * self._size <= _MOST_WRITTEN:
            account(self._nodes, fact_check, self._ids)

    def _said(self, name: str) -> str | None:
        """What the page says, else the first review that says it."""
        return next((said for each in (self._page, *self._reviews) if (said := text(each.get(name)))), None)

    def _spoken(self, given: str | None) -> str:
        said = self._said("inLanguage") or given
        if said is None:
            message = "nothing says in which language this is"
            self._nodes[0].reading.find("claimreview-no-language", message, self.origins[""], stood="", made="und")
        return said or "und"

    def _header(self) -> Data:
        page, ids = self._page, self._ids
        publisher = ids.one(page.get("publisher")) or next(
            (found for each in self._reviews if (found := ids.one(each.get("publisher")))), None
        )
        return {
            "id": ids.base,
            "url": text(page.get("url")),
            "headline": self._said("headline"),
            "summary": text(page.get("abstract")),
            "body": text(page.get("articleBody")),
            "language": self._language,
            "published": when(page),
            "modified": self._said("dateModified"),
            "publisher": publisher,
            "authors": ids.parts(page.get("author")),
            "licence": self._said("license"),
            "topics": topics(page.get("about")),
        }

    def _agents(self) -> None:
        found = self._described(AGENTS, self._page.get("mentions"))
        persons = {identifier for identifier, (data, _) in found.items() if "Person" in kinds(data)}
        self.data["agents"] = [agent(each, data, self._ids) for each, (data, _) in found.items()]
        self._originate("agents", [pointer for _, pointer in found.values()])
        editors, others = (self._ids.parts(self._page.get(name)) for name in ("editor", "contributor"))
        # Where persons stand among the contributors, all reviewers do, in their order.
        self.data["reviewers"] = others if persons.intersection(others) else editors + others
        publisher, _ = found.get(self.data["publisher"], ({}, ""))
        principles = texts(self._page.get("publishingPrinciples"))
        self.data["policies"] = policies(publisher) or policies_of_others(principles)

    def _sources(self) -> None:
        found = self._described(WORKS, self._page.get("citation"))
        self.data["sources"] = [source(each, data, self._ids) for each, (data, _) in found.items()]
        self._originate("sources", [pointer for _, pointer in found.values()])
        listed = set(self._ids.parts(self._page.get("citation")))
        self._complete = {each["id"]: each for each in self.data["sources"] if each["id"] in listed}

    def _claims(self) -> None:
        found: dict[str, tuple[Data, str]] = {}
        media: dict[str, list[Data]] = {}
        for review in self._nodes:
            claimed = first(review.data.get("itemReviewed"))
            identifier = self._ids.part(claimed) or ""
            found.setdefault(identifier, (claimed, f"{review.pointer}/itemReviewed"))
            media.setdefault(identifier, objects(review.data.get("associatedMediaReview")))
        mentions = objects(self._page.get("mentions"))
        mentioned = [each for each in mentions if "Claim" in kinds(each) and self._ids.part(each)]
        order = self._ids.parts(mentioned)
        # Rated claims are mentioned only where the order of the reviews is not theirs.
        order = order if found.keys() & set(order) else [*found, *order]
        for each in mentioned:
            found.setdefault(self._ids.part(each) or "", (each, self._nodes[0].pointer))
        order = list(dict.fromkeys([*order, *found]))
        self.data["claims"] = [claim(found[each][0], media.get(each, ()), self._ids, self._language) for each in order]
        self._originate("claims", [found[each][1] for each in order])

    def _verdicts(self) -> None:
        scale = Scale(self._page, list(labels(self._reviews)), self._ids, self._language)
        nodes = {identifier: each for each in reversed(self._nodes) if (identifier := self._ids.part(each.data))}
        found = []
        for review in reversed(nodes.values()):
            reached = verdict(review.data, scale, self._complete, self._ids)
            self._doubtful(review, scale)
            if reached["rating"]:
                found.append((reached | self._apart(review.data), review))
        standing = page_urls(self.data["url"], [(each["claim"], each["id"]) for each, _ in found])
        for (reached, review), url in zip(found, standing, strict=True):
            given = text(review.data.get("url"))
            reached["url"] = None if given == url else given
        self.data["rating_scale"] = scale.data
        self.data["verdicts"] = [reached for reached, _ in found]
        self.data["corrections"] = list(corrections(self._page, self._reviews, self._ids).values())
        self._originate("verdicts", [review.pointer for _, review in found])

    def _apart(self, review: Data) -> Data:
        """What a verdict has of its own, where that is not what the page has."""
        published, authors, publisher = when(review), self.data["authors"], self.data["publisher"]
        named = [] if authors == [publisher] else authors
        signing = people(review, publisher, self._ids)
        return {
            "published": None if published == self.data["published"] else published,
            "authors": [] if signing == named else signing or ([publisher] if publisher else []),
        }

    def _doubtful(self, review: Node, scale: Scale) -> None:
        """Tell of a rating that is none of the scale, or one of several that are the same."""
        given, place = first(review.data.get("reviewRating")), f"{review.pointer}/reviewRating"
        chosen = scale.rating(given)
        if chosen is None:
            review.reading.find("claimreview-no-rating", "the review has no rating with a label", review.pointer)
        elif scale.is_doubled(given):
            message = "several labels of the scale are the same: the first is taken"
            stood = text(given.get("alternateName"))
            review.reading.find("claimreview-not-told-apart", message, place, stood=stood, made=chosen)

    def _keep_known(self) -> None:
        """Leave out what refers to reviews that are not here; its leaves are told."""
        claims, sources = ({each["id"] for each in self.data[name]} for name in ("claims", "sources"))
        for each in self.data["claims"]:
            each["appearances"] = [there for there in each["appearances"] if there["source"] in sources]
            each["relations"] = [to for to in each["relations"] if to["claim"] in claims]
        for each in self.data["verdicts"]:
            each["evidence"] = [there for there in each["evidence"] if there["source"] in sources]
        self.data["corrections"] = list(_known(self.data))

    def _described(self, types: frozenset[str], listed: Any) -> dict[str, tuple[Data, str]]:
        """Parts of these types by their ids: those of the list first, and of each all that is said, the list first."""
        full = {id(each) for each in objects(listed)}
        found: dict[str, list[tuple[Data, str]]] = {each: [] for each in self._ids.parts(listed)}
        for identifier, data, pointer in self._parts:
            if not types.isdisjoint(kinds(data)):
                place = (data, pointer) if id(data) in full else (_standing(data, pointer), pointer)
                found.setdefault(identifier, []).insert(0 if id(data) in full else len(found[identifier]), place)
        return {
            identifier: (_merged(data for data, _ in places), places[0][1])
            for identifier, places in found.items()
            if places
        }

    def _originate(self, name: str, pointers: Iterable[str]) -> None:
        self.origins |= {f"{name}[{index}]": pointer for index, pointer in enumerate(pointers)}


def _standing(data: Data, pointer: str) -> Data:
    """What a node says of a work itself, where it stands for words in it: a note there may be on these words."""
    noted = pointer.rpartition("/")[0] if pointer[-1:].isdigit() else pointer
    left_out = {"hasPart"} if noted.endswith(_APPEARANCES) else {"hasPart", "comment"}
    return {name: value for name, value in data.items() if name not in left_out}


def _known(data: Data) -> Iterator[Data]:
    """The corrections with those of their parts that are here; one that has no parts is of the whole."""
    known, replaced = set(_ids(data)), dict[str, list[str]]()
    for reached in data["verdicts"]:
        for earlier in reached["history"]:
            replaced.setdefault(earlier["correction"], []).append(reached["id"])
    for each in data["corrections"]:
        here = [part for part in each["parts"] if part in known] or replaced.get(each["id"], [])
        if here or not each["parts"]:
            yield {**each, "parts": here if each["parts"] else []}


def _ids(value: Any) -> Iterator[str]:
    """Every id in the data of a fact-check."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _ids(each)


def _merged(objects_of_one: Iterable[Data]) -> Data:
    """All that is said of one thing; of several values of a property the first."""
    merged: Data = {}
    for each in objects_of_one:
        for name, value in each.items():
            merged.setdefault(name, value)
    return merged
