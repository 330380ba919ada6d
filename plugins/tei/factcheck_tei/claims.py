"""listPlace, listEvent and listAnnotation for claims: where and when they were made, and where they appear."""

from collections.abc import Iterator

from factcheck import Appearance, Claim, Media

from .agents import Mentions, responsible
from .dates import datable, date
from .ids import appearance_id, event_id, place_id, text_id
from .interpretations import of_appearance
from .markup import NOTHING, Markup, block, element, lines, listed, to, to_all, worded
from .pointers import link
from .quotations import anchor, place_in_source
from .topics import topic


def occasions(claims: tuple[Claim, ...]) -> Markup:
    """A listPlace and a listEvent: where, when and on what occasion each claim was made."""
    return lines((listed("listPlace", map(_place, claims)), listed("listEvent", map(_event, claims))))


def claim_annotations(claims: tuple[Claim, ...], mentioned: Mentions) -> Markup:
    """A listAnnotation of the claims, and one of their appearances."""
    claimed = [_claim(claim, mentioned) for claim in claims]
    appearing = [made for claim in claims for made in _appearances(claim)]
    return lines(
        (
            listed("listAnnotation", claimed, type="claims"),
            listed("listAnnotation", appearing, type="appearances"),
        )
    )


def _place(claim: Claim) -> Markup:
    if claim.place is None:
        return NOTHING
    return element(
        "place",
        worded("placeName", claim.place.name),
        *(worded("idno", url, type="sameAs") for url in claim.place.same_as),
        id=place_id(claim.id),
    )


def _event(claim: Claim) -> Markup:
    if claim.made is None and claim.place is None and claim.occasion is None:
        return NOTHING
    when = datable(claim.made)
    return element(
        "event",
        worded("label", claim.occasion),
        element("desc", date(claim.made)),
        id=event_id(claim.id),
        corresp=to(claim.id),
        where=None if claim.place is None else to(place_id(claim.id)),
        **when,
    )


def _claim(claim: Claim, mentioned: Mentions) -> Markup:
    return block(
        "annotation",
        responsible("interpreter", () if claim.interpreted_by is None else (claim.interpreted_by,), mentioned),
        *(topic("note", spoken_of, "about") for spoken_of in claim.about),
        *map(_media, claim.media),
        id=claim.id,
        motivation="identifying",
        target=to(text_id(claim.id)),
    )


def _media(media: Media) -> Markup:
    bibl = element(
        "bibl",
        link("url", media.url),
        link("original", media.original),
        worded("note", media.description, type="description"),
        worded("note", media.original_context, type="originalContext"),
        type=media.kind,
        subtype=media.authenticity,
    )
    return element("note", bibl, type="media")


def _appearances(claim: Claim) -> Iterator[Markup]:
    for number, appearance in enumerate(claim.appearances, 1):
        yield _appearance(appearance, appearance_id(claim.id, number, appearance.id), claim.id)


def _appearance(appearance: Appearance, identifier: str, claim: str) -> Markup:
    return block(
        "annotation",
        element("ptr", type="claim", target=to(claim)),
        worded("note", appearance.attributed_to, type="attribution"),
        place_in_source(appearance.quotation),
        id=identifier,
        motivation="highlighting linking",
        target=anchor(appearance.quotation, identifier, appearance.source),
        source=to(appearance.source),
        ana=to_all(of_appearance(appearance)),
    )
