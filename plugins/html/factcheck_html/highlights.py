"""The text of a source with the words quoted from it marked in place.

Quotations may overlap, so the text is cut wherever one begins or ends: each piece is a `mark` that names
all quotations it belongs to in `data-for`, and the first piece of each has its id.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from factcheck.text import Difference, Place

from .markup import NOTHING, Markup, element, text


class Marked(NamedTuple):
    """Words of a text that are quoted: their place, the element that quotes them, and what a link back says."""

    start: int
    end: int
    quoted_by: str
    number: str
    label: str
    kind: str


def highlighted(words: str, marks: Iterable[Marked]) -> Markup:
    """The text, to the character, with a `mark` around each piece of it that is quoted."""
    ordered = sorted(marks)
    cuts = sorted({0, len(words), *(each.start for each in ordered), *(each.end for each in ordered)})
    open_now: list[Marked] = []
    coming = iter([*ordered, None])
    following = next(coming)
    pieces: list[Markup] = []
    for start, end in pairwise(cuts):
        open_now = [each for each in open_now if each.end > start]
        begins = []
        while following is not None and following.start <= start:
            begins.append(following)
            following = next(coming)
        open_now += begins
        pieces.append(_piece(words[start:end], open_now, begins))
        pieces += [_back(each) for each in open_now if each.end == end]
    return Markup("".join(pieces))


def mark_id(quoted_by: str) -> str:
    """The id of the first mark of what this element quotes."""
    return f"{quoted_by}.mark"


def _piece(words: str, covering: list[Marked], begins: list[Marked]) -> Markup:
    if not covering:
        return text(words)
    kinds = " ".join(dict.fromkeys(each.kind for each in covering))
    inner = text(words)
    for each in begins[1:]:
        inner = element("span", inner, id=mark_id(each.quoted_by))
    return element(
        "mark",
        inner,
        id=mark_id(begins[0].quoted_by) if begins else None,
        class_=f"{kinds} several" if len(covering) > 1 else kinds,
        data_for=" ".join(each.quoted_by for each in covering),
    )


def _back(each: Marked) -> Markup:
    """A link back that is seen and heard, and is no part of the text: copying and searching leave it out."""
    return element("a", class_="back", href=f"#{each.quoted_by}", aria_label=each.label, data_n=each.number)


def drift(place: Place, differences: Iterable[Difference]) -> Iterator[Markup]:
    """What stands at a place, word by word beside what was quoted: `del` is the quotation's, `ins` the text's."""
    at = 0
    for each in differences:
        start, end = each.start - place.start, each.end - place.start
        yield text(place.text[at:start])
        if each.quoted:
            # Where the text has nothing, nothing tells on which side its space is: words gone are set apart from both.
            gap = text(" ") if not each.found and place.text[start - 1 : start].isalnum() else NOTHING
            yield Markup(f"{gap}{element('del', text(each.quoted))}")
            yield text(" ") if each.found or place.text[end : end + 1].isalnum() else NOTHING
        if each.found:
            yield element("ins", text(each.found))
        at = end
    yield text(place.text[at:])
