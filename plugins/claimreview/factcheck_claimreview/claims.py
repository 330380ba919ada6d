"""Claims as schema.org Claim."""

from typing import Any

from factcheck import Appearance, Claim, ClaimRelation, Media, Place, Topic

from .agents import Agents
from .nodes import Node, determined, one_or_list, put_published, reference, those
from .vocabulary import AUTHENTICITY, MEDIA
from .works import Works, quotation_node


class Claims:
    """Writes the claims of one fact-check."""

    def __init__(self, language: str, base: str, agents: Agents, works: Works) -> None:
        self._language, self._base, self._agents, self._works = language, base, agents, works

    def claim(self, claim: Claim) -> Node:
        """One claim; a claimant without a name is described, and an unknown one left out."""
        node: Node = {"@type": "Claim", "@id": self._base + claim.id, "text": claim.text}
        if language := self._spoken(claim):
            node["inLanguage"] = language
        if claimants := claim.claimants:
            node["author"] = those(self._agents.full, claimants)
        if made := claim.made:
            put_published(node, made)
        if place := claim.place:
            node["locationCreated"] = _place(place)
        if occasion := claim.occasion:
            # Google's Fact Check Tools read the place from `name`, which would be wrong for everybody else.
            node["releasedEvent"] = {"@type": "PublicationEvent", "name": occasion}
        if appearances := claim.appearances:
            self._put_appearances(node, appearances, claimants)
        if interpreter := claim.interpreted_by:
            node["claimInterpreter"] = self._agents.brief[interpreter]
        if relations := claim.relations:
            self._put_translated(node, relations)
        about, media = claim.about, claim.media
        if about or media:
            node["about"] = one_or_list([*map(topic, about), *map(_media, media)])
        return node

    def _spoken(self, claim: Claim) -> str | None:
        """The language of a claim; `und` only where it would be taken for that of the fact-check."""
        own, language = claim.language, self._language
        return (own or language) if determined(language) else own and determined(own)

    def _put_translated(self, node: Node, relations: tuple[ClaimRelation, ...]) -> None:
        if translated := [reference(self._base + each.claim) for each in relations if each.kind == "translates"]:
            node["translationOfWork"] = one_or_list(translated)

    def _put_appearances(self, node: Node, appearances: tuple[Appearance, ...], claimants: tuple[str, ...]) -> None:
        speaker = "Person" if all(map(self._agents.is_person, claimants)) else "Organization"
        later = []
        for appearance in appearances:
            if appearance.first:
                node["firstAppearance"] = self._appearance(appearance, speaker)
            else:
                later.append(self._appearance(appearance, speaker))
        if later:
            node["appearance"] = one_or_list(later)

    def _appearance(self, appearance: Appearance, speaker: str) -> Node:
        identifier = appearance.id
        quotation = quotation_node(appearance.quotation, self._base + identifier if identifier else None)
        if name := appearance.attributed_to:
            quotation["spokenByCharacter"] = {"@type": speaker, "description": name}
        if rendering := appearance.rendering:
            quotation["keywords"] = one_or_list(list(rendering))
        return self._works.quoted(appearance.source, quotation)


def media_review(media: Media, author: Any, published: str | None) -> Node:
    """What the desk found an image, a video or a recording to be."""
    node: Node = {"@type": "MediaReview"}
    if author:
        node["author"] = author
    if published:
        node["datePublished"] = published
    node["itemReviewed"] = _media(media)
    if media.authenticity:
        node["mediaAuthenticityCategory"] = reference(AUTHENTICITY[media.authenticity])
    if original := media.original:
        node["originalMediaLink"] = original
    if context := media.original_context:
        node["originalMediaContextDescription"] = context
    return node


def topic(about: Topic) -> Node:
    """What something is about, under all its names."""
    node: Node = {"@type": "Thing", "name": about.name}
    if others := about.alternative_names:
        node["alternateName"] = list(others)
    if pages := about.same_as:
        node["sameAs"] = list(pages)
    return node


def _media(media: Media) -> Node:
    node = {"@type": MEDIA[media.kind]}
    if url := media.url:
        node["contentUrl"] = url
    if description := media.description:
        node["description"] = description
    return node


def _place(place: Place) -> Node:
    node: Node = {"@type": "Place", "name": place.name}
    if pages := place.same_as:
        node["sameAs"] = list(pages)
    return node
