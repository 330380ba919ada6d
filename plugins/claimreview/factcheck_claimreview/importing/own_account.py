"""What of our own markup is in the fact-check made of it: all that the exporter would write of it again."""

from collections.abc import Iterator
from typing import Any

from factcheck import FactCheck
from factcheck_claimreview.review import Style, each_review

from .nodes import Node, Reading
from .own_values import Data, Ids, kinds, objects, several, text
from .pointers import escaped

_WRAPPING = frozenset(("@graph", "dataFeedElement"))
_OF_AN_ITEM = {"url": "url", "dateCreated": "datePublished", "dateModified": "dateModified"}
_Pair = tuple[Data, Data, str]


def account(reviews: list[Node], fact_check: FactCheck, ids: Ids) -> None:
    """Count each leaf as read that the exporter writes for this fact-check, in the same place.

    A leaf of another value at such a place is told: it was read elsewhere, where it says something else.
    """
    given: dict[str, list[Node]] = {}
    for review in reviews:
        given.setdefault(str(review.data.get("@id")), []).append(review)
    for made in each_review(fact_check, _style(reviews, fact_check, ids)):
        for review in given[made["@id"]]:
            _compared(review.data, made, review.pointer, review.reading)
            _unsaid(review)


def _unsaid(review: Node) -> None:
    """Tell of what the exporter writes and no reader can understand."""
    reading = review.reading
    for place, value in _places(review.data, "associatedClaimReview", review.pointer):
        if isinstance(value, dict) and "@id" in value and "@id" not in reading.taken.get(id(value), ()):
            message = "nothing says how the two claims bear on each other"
            reading.find("claimreview-not-carried", message, f"{place}/@id", stood=value["@id"])
    for where, page in _places(review.data, "isPartOf", review.pointer):
        if isinstance(page, dict) and "publishingPrinciples" not in reading.taken.get(id(page), ()):
            for place, value in _places(page, "publishingPrinciples", where):
                if isinstance(value, str):
                    reading.find("claimreview-not-carried", "nothing says which policy this is", place, stood=value)


def _places(data: Data, key: str, pointer: str) -> Iterator[tuple[str, Any]]:
    """Each value of a property with its place."""
    value = data.get(key)
    for index, each in enumerate(several(value)):
        yield f"{pointer}/{key}/{index}" if isinstance(value, list) else f"{pointer}/{key}", each


def account_of_wrappers(reading: Reading) -> None:
    """Count as read what a graph or a feed says of the reviews in it, where it is what they say themselves."""
    for data, _ in reading.objects:
        if not data.keys().isdisjoint(_WRAPPING):
            reading.take(data, "@context", "@type")
        for each in objects(data.get("item")) if "DataFeedItem" in kinds(data) else ():
            same = [name for name, of in _OF_AN_ITEM.items() if data.get(name) == each.get(of)]
            reading.take(data, "@type", *same)


def _style(reviews: list[Node], fact_check: FactCheck, ids: Ids) -> Style:
    """The style of the exporter that such markup came of; each review may tell the whole page."""
    signing = [ids.one(review.data.get("author")) for review in reviews]
    return Style(from_one=False, publisher_signs=set(signing) == {fact_check.publisher}, whole_pages=True)


def _compared(given: Data, made: Data, pointer: str, reading: Reading) -> None:
    waiting: list[_Pair] = [(given, made, pointer)]
    while waiting:
        data, other, place = waiting.pop()
        reading.take(data, "@context")
        for key in data:
            if key in other:
                waiting += _property(data, key, other[key], f"{place}/{escaped(key)}", reading)


def _property(data: Data, key: str, made: Any, place: str, reading: Reading) -> Iterator[_Pair]:
    """Count a property as read, tell what is otherwise in it, and give the objects in it that are to be compared."""
    value = data[key]
    if value == made:
        _take_all(data, key, reading)
        return
    there = several(value)
    if not there or any(isinstance(each, list) for each in there):
        return
    reading.take(data, key)
    ours = [each for each in several(made) if isinstance(each, dict)]
    plain = [each for each in several(made) if not isinstance(each, dict)]
    named = {each.get("@id"): each for each in reversed(ours)}
    for index, each in enumerate(there):
        where = f"{place}/{index}" if isinstance(value, list) else place
        if isinstance(each, dict):
            identifier = text(each.get("@id"))
            is_beside = index < len(ours) and ours[index].get("@id") == identifier
            yield each, ours[index] if is_beside else named.get(identifier, {}), where
        elif each not in plain:
            reading.find("claimreview-says-otherwise", f"elsewhere it is {_shown(plain)}", where, stood=each)


def _shown(values: list[Any]) -> str:
    return " and ".join(str(each)[:80] for each in values) or "something else"


def _take_all(data: Data, key: str, reading: Reading) -> None:
    reading.take(data, key)
    waiting = several(data[key])[:]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            reading.take(value, *value)
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
