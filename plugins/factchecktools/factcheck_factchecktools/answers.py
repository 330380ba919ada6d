"""An answer of the API taken apart: the claims and the pages in it, and what belongs to neither."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from . import rules
from .ledger import Ledger

# Where claims and pages stand in an answer: the part of it they go to, and the key within each item, if any.
_LISTS = {"claims": ("claims", None), "results": ("claims", "claim"), "claimReviewMarkupPages": ("pages", None)}

Placed = tuple[dict[str, Any], str]
"""A JSON object and its pointer."""


class Answer(NamedTuple):
    """What an answer holds; `rest` tells of what is around it."""

    place: str
    claims: list[Placed]
    pages: list[Placed]
    rest: Ledger


def answer_of(value: Any, pointer: str) -> Answer | None:
    """The claims and pages of `claims:search`, `claims:imageSearch`, `pages.get`, `pages.list`, or of a list of such.

    None where this is nothing of the kind.
    """
    answer = Answer(pointer, [], [], Ledger())
    values = value if isinstance(value, list) else None
    if values is None:
        return answer if _taken(value, pointer, answer) else None
    known = [_taken(each, f"{pointer}/{index}", answer) for index, each in enumerate(values)]
    for index, each in enumerate(values):
        if not known[index]:
            answer.rest.left_out(rules.NO_ANSWER, f"{pointer}/{index}", each, "this is neither a claim nor a page")
    return answer if any(known) else None


def error_of(value: Any) -> str | None:
    """What the API says went wrong, where it answers with an error."""
    error = value.get("error") if isinstance(value, dict) else None
    if not isinstance(error, dict):
        return None
    message = error.get("message")
    return message if isinstance(message, str) and message else "the API answered with an error"


def _taken(value: Any, pointer: str, answer: Answer) -> bool:
    if not isinstance(value, dict):
        return False
    if "claimReviewMarkups" in value:
        answer.pages.append((value, pointer))
    elif "claimReview" in value:
        answer.claims.append((value, pointer))
    elif _LISTS.keys() & value.keys():
        _envelope(value, pointer, answer)
    else:
        return False
    return True


def _envelope(value: dict[str, Any], pointer: str, answer: Answer) -> None:
    if value.get("nextPageToken"):
        message = "the search has more results than these"
        answer.rest.left_out(rules.MORE, f"{pointer}/nextPageToken", value["nextPageToken"], message)
    for key, (field, within) in _LISTS.items():
        if key in value:
            into: list[Placed] = getattr(answer, field)
            into.extend(_items(value[key], f"{pointer}/{key}", answer.rest, within))
    answer.rest.around(value, pointer, *_LISTS)


def _items(values: Any, pointer: str, rest: Ledger, within: str | None) -> Iterator[Placed]:
    if not isinstance(values, list) or not values:
        rest.rest(values, pointer)
        return
    for index, each in enumerate(values):
        place = f"{pointer}/{index}"
        item = each.get(within) if within and isinstance(each, dict) else each
        if not isinstance(item, dict):
            rest.left_out(rules.TYPE, place, each, "an object is wanted here: it is left out")
        elif within:
            yield item, f"{place}/{within}"
            rest.around(each, place, within)
        else:
            yield item, place
