"""Where quotations stand in the texts of their sources: an annotation for each, with its string-range().

https://tei-c.org/release/doc/tei-p5-doc/en/html/SA.html#SATSSR
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck import FactCheck
from factcheck.text import Difference, Kind, Located, locate

from .ids import anchor_id, body_id
from .markup import Markup, block, element, lines, listed, text
from .paragraphs import Layout
from .quotations import quoted_parts

_MEANINGS = {
    Kind.EXACT: "The words stand in the text as they are quoted.",
    Kind.NORMALISED: "They stand there but for Unicode form, punctuation, white space or case.",
    Kind.DRIFT: "Like words stand there, some of them others.",
    Kind.AMBIGUOUS: "They stand there in several places, and nothing says which one is meant.",
    Kind.ABSENT: "They do not stand there.",
}


class Anchor(NamedTuple):
    """A part that quotes, and where its words stand in the text of its source."""

    part: str
    layout: Layout
    located: Located


def anchors(fact_check: FactCheck, layouts: Mapping[str, Layout]) -> list[Anchor]:
    """An anchor for each quotation from one of these texts."""
    return [
        Anchor(part, layouts[source], locate(layouts[source].text, quotation))
        for part, source, quotation in quoted_parts(fact_check)
        if source in layouts
    ]


def anchor_annotations(found: list[Anchor]) -> Markup:
    """How the words were found, where that is said of any, and a listAnnotation of their places."""
    used = {each.located.kind for each in found}
    kinds = [f'<interp xml:id="{_match(kind)}">{_MEANINGS[kind]}</interp>' for kind in Kind if kind in used]
    return lines(
        listed('interpGrp type="match" xml:lang="en"', kinds),
        listed('listAnnotation type="quotations"', map(_annotation, found)),
    )


def _annotation(anchor: Anchor) -> Markup:
    place, layout = anchor.located.place, anchor.layout
    target = layout.pointer(place.start, place.end) if place else f"#{body_id(layout.source)}"
    return block(
        f'annotation xml:id="{anchor_id(anchor.part)}" motivation="linking" target="{target}"'
        f' corresp="#{anchor.part}" ana="#{_match(anchor.located.kind)}"',
        *_notes(anchor),
    )


def _notes(anchor: Anchor) -> Iterator[str]:
    """The words that stand there, where they are others, and what differs."""
    if anchor.located.place is None or anchor.located.kind is Kind.EXACT:
        return
    yield f'<note type="found"><quote>{text(anchor.located.place.text)}</quote></note>'
    yield listed('note type="differences"', [_difference(each, anchor.layout) for each in anchor.located.differences])


def _difference(difference: Difference, layout: Layout) -> str:
    place = layout.pointer(difference.start, difference.end)
    quoted = element('rdg type="quoted"', text(difference.quoted))
    found = element(f'rdg type="found" corresp="{place}"', text(difference.found))
    return f"<app>{quoted}{found}</app>"


def _match(kind: Kind) -> str:
    return f"match.{kind}"
