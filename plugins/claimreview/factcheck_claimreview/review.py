"""One ClaimReview for each verdict, and the page that they stand on."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck import Claim, ClaimRelation, Correction, EarlierVerdict, Evidence, FactCheck, Media, Verdict

from .agents import Agents, policies_of_others
from .claims import Claims, media_review, topic
from .nodes import Node, date, determined, one_or_list, put_published, reference, those
from .ratings import Ratings
from .works import Works, comment, quotation_node


class Style(NamedTuple):
    """What consumers want otherwise: a scale that begins at 1, the publisher as author, the whole page in each review."""

    from_one: bool = True
    publisher_signs: bool = True
    whole_pages: bool = False


PLAIN = Style()


def claim_reviews(fact_check: FactCheck, style: Style = PLAIN) -> list[Node]:
    """The ClaimReviews of this fact-check, in the order of its verdicts, without a context."""
    return list(each_review(fact_check, style))


def each_review(fact_check: FactCheck, style: Style = PLAIN) -> Iterator[Node]:
    """The same, one after the other."""
    return _Reviews(fact_check, style).each()


def review_urls(fact_check: FactCheck) -> list[str | None]:
    """The address of each verdict: its own, else the one that it has by the page's."""
    verdicts, page = fact_check.verdicts, fact_check.url
    if len(verdicts) == 1:
        return [verdicts[0].url or page]
    standing = page_urls(page, [(verdict.claim, verdict.id) for verdict in verdicts])
    return [verdict.url or url for verdict, url in zip(verdicts, standing, strict=True)]


def page_urls(page: str | None, verdicts: Sequence[tuple[str, str]]) -> list[str | None]:
    """The address of each verdict on a page, given its claim and its id: with an anchor where there are several.

    The anchor is the claim's id; where the claim has been rated already, the verdict's.
    """
    if not page or len(verdicts) < 2:
        return [page or None] * len(verdicts)
    whole, anchored, urls = page.partition("#")[0], set[str](), list[str | None]()
    for claim, verdict in verdicts:
        urls.append(f"{whole}#{verdict if claim in anchored else claim}")
        anchored.add(claim)
    return urls


def _by_claim(verdicts: tuple[Verdict, ...]) -> dict[str, list[Verdict]]:
    rated: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        rated.setdefault(verdict.claim, []).append(verdict)
    return rated


def _on_two_sides(evidence: tuple[Evidence, ...]) -> bool:
    """Whether one source is: then each note has its number among the citations."""
    return len({(each.source, each.stance) for each in evidence}) > len({each.source for each in evidence})


def _note(evidence: Evidence, number: int | None, source: Node) -> Node:
    """What is for the claim, or against it."""
    node: Node = {"@type": "ListItem"}
    if number:
        node["position"] = number
    if note := evidence.note:
        node["name"] = note
    node["item"] = source
    return node


class _Reviews:
    """What the reviews of one fact-check share, made once."""

    def __init__(self, fact_check: FactCheck, style: Style) -> None:
        self._fact_check = fact_check
        self._whole_pages = style.whole_pages
        self._base = base = fact_check.iri("")
        self._language = determined(fact_check.language)
        self._modified = date(fact_check.modified)
        self._claims = {claim.id: claim for claim in fact_check.claims}
        self._rated = _by_claim(fact_check.verdicts)
        self._agents = Agents(fact_check, base)
        self._works = Works(fact_check, base, self._agents)
        self._ratings = Ratings(fact_check, base, from_one=style.from_one)
        self._claim_writer = Claims(fact_check.language, base, self._agents, self._works)
        self._written: dict[str, Node] = {}
        # Readers of ClaimReview take `author` for the publisher of the fact-check.
        publisher = fact_check.publisher
        self._publisher = self._agents.full[publisher] if publisher else None
        self._brief_publisher = self._agents.brief[publisher] if publisher else None
        self._author = self._brief_publisher if style.publisher_signs else None

    def each(self) -> Iterator[Node]:
        fact_check = self._fact_check
        page = self._page() if fact_check.verdicts else {}
        for verdict, url in zip(fact_check.verdicts, review_urls(fact_check), strict=True):
            yield self._review(verdict, url, page)
            page = page if self._whole_pages else self._brief_page()

    def _review(self, verdict: Verdict, url: str | None, page: Node) -> Node:
        fact_check, claim = self._fact_check, self._claims[verdict.claim]
        node: Node = {"@type": "ClaimReview", "@id": self._base + verdict.id}
        if url:
            node["url"] = url
        node["headline"] = fact_check.headline
        node["claimReviewed"] = claim.text
        self._put_language_and_dates(node, verdict.published or fact_check.published)
        self._put_signers(node, self._people(verdict.authors))
        node["reviewRating"] = self._ratings.given(verdict.rating, verdict.explanation)
        node["itemReviewed"] = self._claim(claim)
        if evidence := verdict.evidence:
            self._put_evidence(node, evidence)
        if media := claim.media:
            self._put_media(node, media)
        if relations := claim.relations:
            self._put_related(node, verdict, relations)
        if fact_check.corrections:
            self._put_corrections(node, verdict, claim)
        if licence := fact_check.licence:
            node["license"] = node["sdLicense"] = licence
        if self._publisher:
            node["sdPublisher"] = reference(self._publisher["@id"])
        node["isPartOf"] = page
        return node

    def _put_language_and_dates(self, node: Node, published: str | None) -> None:
        if self._language:
            node["inLanguage"] = self._language
        if published:
            put_published(node, published)
        if self._modified:
            node["dateModified"] = self._modified

    def _put_signers(self, node: Node, people: list[Node]) -> None:
        if author := self._author or one_or_list(people) or self._brief_publisher:
            node["author"] = author
        if people and self._author:
            node["creator"] = one_or_list(people)
        if self._publisher:
            node["publisher"] = self._publisher

    def _people(self, authors: tuple[str, ...]) -> list[Node]:
        """Who reached a verdict; of a desk that signs its work as a whole, there is nobody else to name."""
        whole = self._fact_check.authors
        named = () if (authors or whole) == whole == (self._fact_check.publisher,) else authors or whole
        return [self._agents.brief[author] for author in named]

    def _claim(self, claim: Claim) -> Node:
        """A claim, made once: it may stand in several reviews."""
        if claim.id not in self._written:
            self._written[claim.id] = self._claim_writer.claim(claim)
        return self._written[claim.id]

    def _put_evidence(self, node: Node, evidence: tuple[Evidence, ...]) -> None:
        node["citation"] = one_or_list([self._citation(each) for each in evidence])
        numbered = len(evidence) > 1 and _on_two_sides(evidence)
        notes: dict[str, list[Node]] = {"supports": [], "refutes": []}
        grounds: dict[str, Node] = {}
        for number, each in enumerate(evidence, 1):
            if each.stance != "context":
                grounds[each.source] = source = reference(self._base + each.source)
                notes[each.stance].append(_note(each, number if numbered else None, source))
        if supporting := notes["supports"]:
            node["positiveNotes"] = one_or_list(supporting)
        if refuting := notes["refutes"]:
            node["negativeNotes"] = one_or_list(refuting)
        if grounds:
            node["isBasedOn"] = one_or_list(list(grounds.values()))

    def _citation(self, evidence: Evidence) -> Node:
        identifier, words = evidence.id, evidence.quotation
        note = evidence.note if evidence.stance == "context" else None
        if words is None and identifier is None:
            return self._works.noted(evidence.source, note)
        quotation = quotation_node(words, self._base + identifier if identifier else None)
        if note:
            quotation["comment"] = comment(note)
        return self._works.quoted(evidence.source, quotation)

    def _put_media(self, node: Node, media: tuple[Media, ...]) -> None:
        found = [each for each in media if each.authenticity or each.original or each.original_context]
        if found:
            author, published = node.get("author"), node.get("datePublished")
            node["associatedMediaReview"] = one_or_list([media_review(each, author, published) for each in found])

    def _put_related(self, node: Node, verdict: Verdict, relations: tuple[ClaimRelation, ...]) -> None:
        others = dict.fromkeys(relation.claim for relation in relations)
        related = [each for other in others for each in self._rated.get(other, ()) if each.id != verdict.id]
        if related:
            node["associatedClaimReview"] = one_or_list([reference(self._base + each.id) for each in related])

    def _put_corrections(self, node: Node, verdict: Verdict, claim: Claim) -> None:
        if made := list(self._corrections(verdict, claim)):
            node["correction"] = one_or_list(made)

    def _corrections(self, verdict: Verdict, claim: Claim) -> Iterator[Node]:
        parts = {verdict.id, verdict.rating, claim.id}
        parts.update(each.id for each in claim.appearances if each.id)
        parts.update(each.id for each in verdict.evidence if each.id)
        for correction in self._fact_check.corrections:
            replaced = [earlier for earlier in verdict.history if earlier.correction == correction.id]
            if replaced or not correction.parts or not parts.isdisjoint(correction.parts):
                yield self._correction(correction, [self._earlier(each, claim) for each in replaced])

    def _correction(self, correction: Correction, replaced: list[Node]) -> Node:
        node: Node = {"@type": "CorrectionComment", "@id": self._base + correction.id, "text": correction.text}
        put_published(node, correction.published)
        if about := [*(reference(self._base + part) for part in correction.parts), *replaced]:
            node["about"] = one_or_list(about)
        return node

    def _earlier(self, earlier: EarlierVerdict, claim: Claim) -> Node:
        # A Review, not a ClaimReview: nobody is to take it for a verdict that stands.
        node: Node = {"@type": "Review", "creativeWorkStatus": "Obsolete"}
        if published := earlier.published:
            put_published(node, published)
        node["reviewRating"] = self._ratings.given(earlier.rating, earlier.explanation)
        node["itemReviewed"] = reference(self._base + claim.id)
        return node

    def _brief_page(self) -> Node:
        fact_check = self._fact_check
        node = {"@type": "NewsArticle", "@id": fact_check.id}
        if url := fact_check.url:
            node["url"] = url
        node["headline"] = fact_check.headline
        return node

    def _page(self) -> Node:  # noqa: C901  # a branch for each property that may be missing
        fact_check, agents = self._fact_check, self._agents
        node = self._brief_page()
        if summary := fact_check.summary:
            node["abstract"] = summary
        if body := fact_check.body:
            node["articleBody"] = body
        self._put_language_and_dates(node, fact_check.published)
        if authors := fact_check.authors:
            node["author"] = those(agents.brief, authors)
        if reviewers := fact_check.reviewers:
            self._put_reviewers(node, reviewers)
        if self._brief_publisher:
            node["publisher"] = self._brief_publisher
        if policies := policies_of_others(fact_check, agents):
            node["publishingPrinciples"] = one_or_list(policies)
        if licence := fact_check.licence:
            node["license"] = licence
        if topics := fact_check.topics:
            node["about"] = one_or_list([topic(each) for each in topics])
        if mentioned := self._mentioned():
            node["mentions"] = one_or_list(mentioned)
        if fact_check.sources:
            node["citation"] = one_or_list(list(self._works.full.values()))
        if fact_check.corrections:
            node["correction"] = one_or_list([self._correction(each, []) for each in fact_check.corrections])
        return node

    def _put_reviewers(self, node: Node, reviewers: tuple[str, ...]) -> None:
        persons = [each for each in reviewers if self._agents.is_person(each)]
        others = [each for each in reviewers if not self._agents.is_person(each)]
        if persons:
            node["editor"] = those(self._agents.brief, persons)
        # An editor is a person; where that would change their order, all stand here.
        contributors = others if (*persons, *others) == reviewers else reviewers
        if contributors:
            node["contributor"] = those(self._agents.brief, contributors)

    def _mentioned(self) -> list[Node]:
        """What would stand nowhere in full otherwise: the scale, the agents, the claims that nobody rated.

        All claims, where they come in another order than the reviews of them.
        """
        scale = self._ratings.scale()
        mentioned = [scale, *self._agents.full.values()] if scale else list(self._agents.full.values())
        rated, claims = list(self._rated), list(self._claims)
        if rated != claims:
            unrated = [claim for claim in claims if claim not in self._rated]
            in_order = rated + unrated == claims
            mentioned += [self._claim(self._claims[each]) for each in (unrated if in_order else claims)]
        return mentioned
