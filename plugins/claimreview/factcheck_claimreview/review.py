"""One ClaimReview for each verdict, and the page that they stand on."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck import Claim, Correction, EarlierVerdict, Evidence, FactCheck, Verdict

from .agents import Agents, policies_of_others
from .claims import Claims, media_review, topics
from .nodes import Node, date, determined, inexact, node, one_or_list, reference
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
    verdicts = fact_check.verdicts
    standing = page_urls(fact_check.url, [(verdict.claim, verdict.id) for verdict in verdicts])
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


class _Reviews:
    """What the reviews of one fact-check share, made once."""

    def __init__(self, fact_check: FactCheck, style: Style) -> None:
        self._fact_check = fact_check
        self._whole_pages = style.whole_pages
        self._iri = fact_check.iri
        self._claims = {claim.id: claim for claim in fact_check.claims}
        self._verdicts = fact_check.verdicts
        self._rated = _by_claim(fact_check.verdicts)
        self._agents = Agents(fact_check)
        self._works = Works(fact_check, self._agents)
        self._ratings = Ratings(fact_check, from_one=style.from_one)
        self._claim_writer = Claims(fact_check, self._agents, self._works)
        self._written: dict[str, Node] = {}
        # Readers of ClaimReview take `author` for the publisher of the fact-check.
        publisher = fact_check.publisher
        self._publisher = self._agents.full[publisher] if publisher else None
        self._brief_publisher = self._agents.brief[publisher] if publisher else None
        self._author = self._brief_publisher if style.publisher_signs else None

    def each(self) -> Iterator[Node]:
        page = self._page()
        for verdict, url in zip(self._verdicts, review_urls(self._fact_check), strict=True):
            yield self._review(verdict, url, page)
            page = page if self._whole_pages else self._brief_page()

    def _review(self, verdict: Verdict, url: str | None, page: Node) -> Node:
        fact_check, claim = self._fact_check, self._claims[verdict.claim]
        published = verdict.published or fact_check.published
        people = self._people(verdict.authors)
        author = self._author or one_or_list(people) or self._brief_publisher
        evidence, notes = verdict.evidence, self._notes(verdict.evidence)
        return node(
            "ClaimReview",
            self._iri(verdict.id),
            url=url,
            headline=fact_check.headline,
            claimReviewed=claim.text,
            inLanguage=determined(fact_check.language),
            datePublished=date(published),
            temporal=inexact(published),
            dateModified=date(fact_check.modified),
            author=author,
            creator=one_or_list(people) if self._author else None,
            publisher=self._publisher,
            reviewRating=self._ratings.given(verdict.rating, verdict.explanation),
            itemReviewed=self._claim(claim),
            citation=one_or_list([self._citation(each) for each in evidence]),
            positiveNotes=one_or_list(notes["supports"]),
            negativeNotes=one_or_list(notes["refutes"]),
            isBasedOn=one_or_list(self._grounds(evidence)),
            associatedMediaReview=one_or_list(
                [
                    media_review(media, author, date(published))
                    for media in claim.media
                    if media.authenticity or media.original or media.original_context
                ]
            ),
            associatedClaimReview=one_or_list(self._related(verdict, claim)),
            correction=one_or_list(list(self._corrections(verdict, claim))),
            license=fact_check.licence,
            sdLicense=fact_check.licence,
            sdPublisher=reference(self._publisher["@id"]) if self._publisher else None,
            isPartOf=page,
        )

    def _claim(self, claim: Claim) -> Node:
        """A claim, made once: it may stand in several reviews."""
        if claim.id not in self._written:
            self._written[claim.id] = self._claim_writer.claim(claim)
        return self._written[claim.id]

    def _people(self, authors: tuple[str, ...]) -> list[Node]:
        """Who reached a verdict; of a desk that signs its work as a whole, there is nobody else to name."""
        whole = self._fact_check.authors
        named = () if (authors or whole) == whole == (self._fact_check.publisher,) else authors or whole
        return [self._agents.brief[author] for author in named]

    def _citation(self, evidence: Evidence) -> Node:
        note = comment(evidence.note) if evidence.stance == "context" else None
        if evidence.quotation is None and evidence.id is None:
            return self._works.noted(evidence.source, note)
        identifier = self._iri(evidence.id) if evidence.id else None
        return self._works.quoted(evidence.source, quotation_node(evidence.quotation, identifier, comment=note))

    def _notes(self, evidence: tuple[Evidence, ...]) -> dict[str, list[Node]]:
        """What is for the claim and against it; with its number among the citations where a source is on two sides."""
        sides = {(each.source, each.stance) for each in evidence}
        numbered = len(sides) > len({each.source for each in evidence})
        notes: dict[str, list[Node]] = {"supports": [], "refutes": [], "context": []}
        for number, each in enumerate(evidence, 1):
            position, item = number if numbered else None, reference(self._iri(each.source))
            notes[each.stance].append(node("ListItem", position=position, name=each.note, item=item))
        return notes

    def _grounds(self, evidence: tuple[Evidence, ...]) -> list[Node]:
        weighing = dict.fromkeys(each.source for each in evidence if each.stance != "context")
        return [reference(self._iri(source)) for source in weighing]

    def _related(self, verdict: Verdict, claim: Claim) -> list[Node]:
        others = dict.fromkeys(relation.claim for relation in claim.relations)
        related = [each for other in others for each in self._rated.get(other, ()) if each.id != verdict.id]
        return [reference(self._iri(each.id)) for each in related]

    def _corrections(self, verdict: Verdict, claim: Claim) -> Iterator[Node]:
        parts = {verdict.id, verdict.rating, claim.id}
        parts.update(each.id for each in claim.appearances if each.id)
        parts.update(each.id for each in verdict.evidence if each.id)
        for correction in self._fact_check.corrections:
            replaced = [earlier for earlier in verdict.history if earlier.correction == correction.id]
            if replaced or not correction.parts or not parts.isdisjoint(correction.parts):
                yield self._correction(correction, [self._earlier(each, claim) for each in replaced])

    def _correction(self, correction: Correction, replaced: list[Node]) -> Node:
        return node(
            "CorrectionComment",
            self._iri(correction.id),
            text=correction.text,
            datePublished=date(correction.published),
            temporal=inexact(correction.published),
            about=one_or_list([reference(self._iri(part)) for part in correction.parts] + replaced),
        )

    def _earlier(self, earlier: EarlierVerdict, claim: Claim) -> Node:
        # A Review, not a ClaimReview: nobody is to take it for a verdict that stands.
        return node(
            "Review",
            creativeWorkStatus="Obsolete",
            datePublished=date(earlier.published),
            temporal=inexact(earlier.published),
            reviewRating=self._ratings.given(earlier.rating, earlier.explanation),
            itemReviewed=reference(self._iri(claim.id)),
        )

    def _page(self) -> Node:
        fact_check, agents = self._fact_check, self._agents
        persons = [agents.brief[each] for each in fact_check.reviewers if each in agents.persons]
        others = [agents.brief[each] for each in fact_check.reviewers if each not in agents.persons]
        reviewers = [agents.brief[each] for each in fact_check.reviewers]
        return self._brief_page() | node(
            abstract=fact_check.summary,
            articleBody=fact_check.body,
            inLanguage=determined(fact_check.language),
            datePublished=date(fact_check.published),
            temporal=inexact(fact_check.published),
            dateModified=date(fact_check.modified),
            author=one_or_list([agents.brief[author] for author in fact_check.authors]),
            editor=one_or_list(persons),
            # An editor is a person; where that would change their order, all stand here.
            contributor=one_or_list(others if persons + others == reviewers else reviewers),
            publisher=self._brief_publisher,
            publishingPrinciples=one_or_list(policies_of_others(fact_check, agents)),
            license=fact_check.licence,
            about=one_or_list(topics(fact_check.topics)),
            mentions=one_or_list(list(self._mentioned())),
            citation=one_or_list(list(self._works.full.values())),
            correction=one_or_list([self._correction(each, []) for each in fact_check.corrections]),
        )

    def _mentioned(self) -> Iterator[Node]:
        """What would stand nowhere in full otherwise: the scale, the agents, the claims that nobody rated.

        All claims, where they come in another order than the reviews of them.
        """
        scale = self._ratings.scale()
        if scale:
            yield scale
        yield from self._agents.full.values()
        unrated = [claim for claim in self._claims.values() if claim.id not in self._rated]
        in_order = [*self._rated, *(claim.id for claim in unrated)] == list(self._claims)
        yield from map(self._claim, unrated if in_order else self._claims.values())

    def _brief_page(self) -> Node:
        fact_check = self._fact_check
        return node("NewsArticle", fact_check.id, url=fact_check.url, headline=fact_check.headline)
