"""listPlace, listEvent and listAnnotation for claims: where and when they were made, and where they appear."""

from factcheck import Appearance, Claim, Media

from .agents import Mentions, responsible
from .dates import datable, date
from .ids import appearance_id, event_id, place_id, text_id
from .interpretations import of_appearance
from .markup import Markup, block, element, lines, listed, optional, text, to_all
from .pointers import link
from .quotations import anchor, place_in_source
from .topics import topic


def occasions(claims: tuple[Claim, ...]) -> Markup:
    """A listPlace and a listEvent: where, when and on what occasion each claim was made."""
    return lines(listed("listPlace", map(_place, claims)), listed("listEvent", map(_event, claims)))


def claim_annotations(claims: tuple[Claim, ...], mentioned: Mentions) -> Markup:
    """A listAnnotation of the claims, and one of their appearances."""
    claimed = [_claim(claim, mentioned) for claim in claims]
    appearing = [
        _appearance(appearance, appearance_id(claim.id, number, appearance.id), claim.id)
        for claim in claims
        for number, appearance in enumerate(claim.appearances, 1)
    ]
    return lines(
        listed('listAnnotation type="claims"', claimed),
        listed('listAnnotation type="appearances"', appearing),
    )


def _place(claim: Claim) -> str | None:
    if claim.place is None:
        return None
    name = f"<placeName>{text(claim.place.name)}</placeName>"
    same = "".join([f'<idno type="sameAs">{text(url)}</idno>' for url in claim.place.same_as])
    return f'<place xml:id="{place_id(claim.id)}">{name}{same}</place>'


def _event(claim: Claim) -> str | None:
    if claim.made is None and claim.place is None and claim.occasion is None:
        return None
    where = "" if claim.place is None else f' where="#{place_id(claim.id)}"'
    occasion = f"<label>{text(claim.occasion)}</label>" if claim.occasion else ""
    return (
        f'<event xml:id="{event_id(claim.id)}" corresp="#{claim.id}"{where}{datable(claim.made)}>'
        f"{occasion}{element('desc', date(claim.made))}</event>"
    )


def _claim(claim: Claim, mentioned: Mentions) -> Markup:
    return block(
        f'annotation xml:id="{claim.id}" motivation="identifying" target="#{text_id(claim.id)}"',
        claim.interpreted_by and responsible("interpreter", (claim.interpreted_by,), mentioned),
        *[f'<note type="about">{topic(spoken_of)}</note>' for spoken_of in claim.about],
        *map(_media, claim.media),
    )


def _media(media: Media) -> str:
    content = (
        link('type="url"', media.url),
        link('type="original"', media.original),
        f'<note type="description">{text(media.description)}</note>' if media.description else "",
        f'<note type="originalContext">{text(media.original_context)}</note>' if media.original_context else "",
    )
    bibl = element(f'bibl type="{media.kind}"{optional("subtype", media.authenticity)}', Markup("".join(content)))
    return f'<note type="media">{bibl}</note>'


def _appearance(appearance: Appearance, identifier: str, claim: str) -> Markup:
    target = anchor(appearance.quotation, identifier, appearance.source)
    attributed = appearance.attributed_to
    return lines(
        f'<annotation xml:id="{identifier}" motivation="highlighting linking" target="{target}"'
        f' source="#{appearance.source}"{optional("ana", to_all(of_appearance(appearance)) or None)}>',
        f'<ptr type="claim" target="#{claim}"/>',
        attributed and f'<note type="attribution">{text(attributed)}</note>',
        place_in_source(appearance.quotation),
        "</annotation>",
    )
