"""The rating of a review: its label, its number, and the ends of the scale that the number is on."""

import re
from typing import Any

from .nodes import Node
from .types import names
from .values import first, line, number

_RATING = names("alternateName name ratingValue bestRating worstRating ratingExplanation")
_CODE = re.compile(r"\w+_\w+(_\w+)*")
_SENTENCE = 80


def rating(node: Node, language: str) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """A label with its number, and the ends of its scale; None where there is neither label nor number."""
    node.read(_RATING)
    label = first(line, node, "alternateName", "name")
    numbers = _numbers(node)
    if label is None and not numbers:
        node.leave("ratingExplanation")
        return None
    if label is None:
        label = f"{numbers['number']:g} / {numbers['best']:g}"
        message = "the rating has no label: its number stands in for it"
        node.reading.find("claimreview-no-label", message, node.pointer, stood="", made=label)
    else:
        _wording(node, label)
    found: dict[str, Any] = {"names": {language: label}, "number": numbers.get("number")}
    ends = {name: numbers[name] for name in ("worst", "best") if numbers and numbers[name] != numbers["number"]}
    return found, ends


def _wording(node: Node, label: str) -> None:
    if _CODE.fullmatch(label):
        node.reading.find(
            "claimreview-code-as-label", "this reads like a program's name for a label", node.place("alternateName")
        )
    elif len(label) > _SENTENCE:
        node.reading.find("claimreview-sentence-as-label", "this is a sentence, no label", node.place("alternateName"))


def _numbers(node: Node) -> dict[str, float]:
    """The number of a rating and the ends of its scale, from 1 up; empty where they make no sense together."""
    value, best, worst = (number(node, name) for name in ("ratingValue", "bestRating", "worstRating"))
    reading, place = node.reading, node.place("ratingValue")
    if value is None:
        if best is not None or worst is not None:
            _leave(node, "claimreview-ends-without-number", "the ends of a scale without a number on it are left out")
        return {}
    if value == best == worst or value < 0:
        _leave(node, "claimreview-placeholder-number", "these numbers say that there is none: they are left out")
        return {}
    if best is None:
        _leave(node, "claimreview-number-without-ends", "nothing says which number is the best: it is left out")
        return {}
    if worst is None:
        worst = min(1.0, value)
        reading.find(
            "claimreview-worst-assumed",
            f"`worstRating` is missing: taken for {worst:g}",
            place,
            stood="",
            made=f"{worst:g}",
        )
    if best <= worst:
        _leave(node, "claimreview-best-not-above-worst", f"{worst:g} to {best:g} is no scale: the numbers are left out")
        return {}
    if not worst <= value <= best:
        _leave(
            node, "claimreview-number-out-of-range", f"it is not from {worst:g} to {best:g}: the numbers are left out"
        )
        return {}
    numbers = {"number": value, "best": best, "worst": worst}
    return numbers if worst >= 1 else _moved_up(node, numbers)


def _moved_up(node: Node, numbers: dict[str, float]) -> dict[str, float]:
    """The same scale, so that it begins at 1."""
    up = 1 - numbers["worst"]
    message = f"{numbers['worst']:g} to {numbers['best']:g} is moved up, so that it begins at 1"
    for name, key in (("worstRating", "worst"), ("bestRating", "best"), ("ratingValue", "number")):
        if name in node.data:
            stood, made = f"{numbers[key]:g}", f"{numbers[key] + up:g}"
            node.reading.find("claimreview-worst-below-one", message, node.place(name), stood=stood, made=made)
    return {key: number + up for key, number in numbers.items()}


def _leave(node: Node, rule: str, message: str) -> None:
    for name in ("ratingValue", "bestRating", "worstRating"):
        if name in node.data:
            node.leave(name)
            node.reading.find(rule, message, node.place(name), stood=node.data[name])
