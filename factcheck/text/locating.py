"""Where a quotation stands in a text."""

from factcheck.model import Quotation

from .located import Kind, Located, Place


def locate(text: str, quotation: Quotation | str) -> Located:
    """Where a quotation stands in a text, how it was found, and what differs.

    Offsets count Unicode code points of `text` as it is given. The prefix, suffix and position of the
    quotation weigh in where there are several places.
    https://www.w3.org/TR/annotation-model/#text-quote-selector
    """
    wanted = Quotation(exact=quotation) if isinstance(quotation, str) else quotation
    places = tuple(Place(at, at + len(wanted.exact), wanted.exact) for at in _all(text, wanted.exact))
    hinted = tuple(place for place in places if place.start == wanted.start)
    if len(places) == 1 or hinted:
        return Located(Kind.EXACT, hinted or places)
    return Located(Kind.AMBIGUOUS if places else Kind.ABSENT, places)


def _all(text: str, words: str) -> list[int]:
    found, at = list[int](), text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found
