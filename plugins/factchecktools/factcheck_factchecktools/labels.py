"""The labels of a page's reviews with their numbers: three that make sense together, on one scale, or none."""

from . import rules
from .draft import Label
from .fields import Node
from .numbers import LARGEST, Numbers

_KEYS = ("ratingValue", "worstRating", "bestRating")


def labels(ratings: list[Node]) -> list[Label | None]:
    """The label of each rating of one page, None where it has none."""
    texts = [_text(rating) for rating in ratings]
    found = [_numbers(rating) if text else None for rating, text in zip(ratings, texts, strict=True)]
    scales = {(numbers.worst, numbers.best) for numbers in found if numbers}
    if len(scales) > 1:
        ends = " and ".join(f"{worst} to {best}" for worst, best in sorted(scales)[:3])
        for rating in ratings:
            _left_out(rating, f"this page has the scales {ends}, and a fact-check has one")
        found = [None] * len(ratings)
    for rating, numbers in zip(ratings, found, strict=True):
        for key in _KEYS if numbers else ():
            rating.ledger.carried(rating.at(key))
    return [Label(text, numbers) if text else None for text, numbers in zip(texts, found, strict=True)]


def _text(rating: Node) -> str | None:
    text = rating.text("textualRating")
    if text is None:
        message = "there is no label, and so no verdict: a person has to give one"
        rating.ledger.tell(rules.NO_LABEL, rating.at("textualRating"), message)
        if rating.value:
            rating.ledger.left_out(rules.NO_LABEL, rating.pointer, rating.value, "left out, as there is no label")
    return text


def _numbers(rating: Node) -> Numbers | None:
    value, worst, best = (rating.number(key) or 0 for key in _KEYS)
    why = _wrong(value, worst, best)
    if why:
        _left_out(rating, why)
    return None if why else Numbers(value, worst, best)


def _wrong(value: int, worst: int, best: int) -> str | None:
    """Why three numbers are no rating on a scale."""
    if value == worst == best == 0:
        return "0 means that there is no number"
    if 0 in (value, worst, best):
        return "a number and both ends of its scale stand together, and 0 means not given"
    if not 1 <= worst < best <= LARGEST:
        return f"{worst} to {best} is no scale"
    return None if worst <= value <= best else f"{value} is not from {worst} to {best}"


def _left_out(rating: Node, why: str) -> None:
    for key in _KEYS:
        if key in rating.value:
            rating.ledger.left_out(rules.NUMBER, rating.at(key), rating.value[key], f"{why}: it is left out")
