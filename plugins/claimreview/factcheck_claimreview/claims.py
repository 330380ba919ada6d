"""Claims as schema.org Claim."""

from collections.abc import Sequence

from factcheck import Appearance, Claim, FactCheck, Media, Place, Topic

from .agents import Agents
from .nodes import Node, date, determined, inexact, node, one_or_list, reference
from .vocabulary import AUTHENTICITY, MEDIA
from .works import Works, quotation_node


class Claims:
    """Writes the claims of one fact-check."""

    def __init__(self, fact_check: FactCheck, agents: Agents, works: Works) -> None:
        self._iri = fact_check.iri
        self._language = fact_check.language
        self._agents = agents
        self._works = works

    def claim(self, claim: Claim) -> Node:
        """One claim; a claimant without a name is described, and an unknown one left out."""
        claimants = [self._agents.full[claimant] for claimant in claim.claimants]
        appearances = [self._appearance(each, claim) for each in claim.appearances if not each.first]
        return node(
            "Claim",
            self._iri(claim.id),
            text=claim.text,
            inLanguage=self._spoken(claim),
            author=one_or_list(claimants),
            datePublished=date(claim.made),
            temporal=inexact(claim.made),
            locationCreated=_place(claim.place),
            # Google's Fact Check Tools read the place from `name`, which would be wrong for everybody else.
            releasedEvent=node("PublicationEvent", name=claim.occasion) if claim.occasion else None,
            firstAppearance=next((self._appearance(each, claim) for each in claim.appearances if each.first), None),
            appearance=one_or_list(appearances),
            claimInterpreter=self._agents.brief[claim.interpreted_by] if claim.interpreted_by else None,
            translationOfWork=one_or_list(
                [reference(self._iri(other.claim)) for other in claim.relations if other.kind == "translates"]
            ),
            about=one_or_list(topics(claim.about) + [_media(each) for each in claim.media]),
        )

    def _spoken(self, claim: Claim) -> str | None:
        """The language of a claim; `und` only where it would be taken for that of the fact-check."""
        language = claim.language or self._language
        return language if determined(self._language) else determined(language)

    def _appearance(self, appearance: Appearance, claim: Claim) -> Node:
        speaker = "Person" if self._agents.persons.issuperset(claim.claimants) else "Organization"
        said_to_be = appearance.attributed_to
        quotation = quotation_node(
            appearance.quotation,
            self._iri(appearance.id) if appearance.id else None,
            spokenByCharacter=node(speaker, description=said_to_be) if said_to_be else None,
            keywords=one_or_list(appearance.rendering),
        )
        return self._works.quoted(appearance.source, quotation)


def media_review(media: Media, author: object, published: str | None) -> Node:
    """What the desk found an image, a video or a recording to be."""
    return node(
        "MediaReview",
        author=author,
        datePublished=published,
        itemReviewed=_media(media),
        mediaAuthenticityCategory=reference(AUTHENTICITY[media.authenticity]) if media.authenticity else None,
        originalMediaLink=media.original,
        originalMediaContextDescription=media.original_context,
    )


def topics(about: Sequence[Topic]) -> list[Node]:
    """What something is about, under all its names."""
    return [
        node("Thing", name=topic.name, alternateName=list(topic.alternative_names), sameAs=list(topic.same_as))
        for topic in about
    ]


def _media(media: Media) -> Node:
    return node(MEDIA[media.kind], contentUrl=media.url, description=media.description)


def _place(place: Place | None) -> Node | None:
    return node("Place", name=place.name, sameAs=list(place.same_as)) if place else None
