"""Ratings as schema.org Rating, and the scale as an ordered list of them."""

from typing import Self

from factcheck import FactCheck, Rating, RatingScale

from .nodes import Node, localised

_LARGEST_EXACT = 2**53


class Numbers:
    """The numbers of a scale as they go out: from `worst` to `best`."""

    def __init__(self, lowest: float, highest: float, *, moved: bool) -> None:
        """Google wants the worst to be 1 at least: a scale that begins lower is `moved` up as a whole."""
        self._lowest, self._moved = lowest, moved
        self.worst, self.best = self.value(lowest), self.value(highest)

    @classmethod
    def of(cls, scale: RatingScale | None, *, from_one: bool = True) -> Self | None:
        """Those of this scale; None where a number says nothing, without a lowest and a higher one."""
        bounds = scale.bounds if scale else None
        if bounds is None:
            return None
        numbers = cls(*bounds, moved=from_one and bounds[0] < 1)
        # A difference may be too small to survive the move.
        return numbers if numbers.worst < numbers.best else None

    def value(self, number: float) -> float:
        """A number of this scale as it goes out."""
        # In this order the lowest becomes 1 exactly, and sums such as 0.4 - 0.3 + 1 stay short.
        moved = number - self._lowest + 1 if self._moved else number
        return int(moved) if moved.is_integer() and moved <= _LARGEST_EXACT else moved


class Ratings:
    """The labels of one fact-check's scale as nodes, by their ids."""

    def __init__(self, fact_check: FactCheck, base: str, *, from_one: bool) -> None:
        self._scale, self._language = fact_check.rating_scale, fact_check.language
        self._numbers = Numbers.of(self._scale, from_one=from_one)
        self._labels: dict[str, Node] = {}
        for rating in self._scale.ratings if self._scale else ():
            identifier = rating.id
            self._labels[identifier] = self._label(rating, base + identifier)

    def given(self, identifier: str, explanation: str | None) -> Node:
        """The label as a verdict gives it."""
        node = {**self._labels[identifier]}
        del node["@id"]  # it is the label's, and what a verdict says of it is no part of that
        if explanation:
            node["ratingExplanation"] = explanation
        return node

    def scale(self) -> Node | None:
        """The whole scale, from false to true."""
        scale = self._scale
        if scale is None:
            return None
        node: Node = {"@type": "ItemList"}
        if name := scale.name:
            node["name"] = name
        if url := scale.url:
            node["url"] = url
        node["itemListOrder"] = "Ascending"
        node["itemListElement"] = [
            {"@type": "ListItem", "position": position, "item": label}
            for position, label in enumerate(self._labels.values(), 1)
        ]
        return node

    def _label(self, rating: Rating, iri: str) -> Node:
        told, language, numbers = rating.__dict__, self._language, self._numbers
        node: Node = {"@type": "Rating", "@id": iri}
        # Google and its Fact Check Tools read `alternateName` as plain text; the languages go into `name`.
        names = told["names"]
        if only := names.only(language):
            node["alternateName"] = only
        else:
            node["alternateName"] = names.best(language)
            node["name"] = localised(names, language)
        if definition := told["definition"]:
            node["description"] = localised(definition, language)
        if category := told["category"]:
            node["additionalType"] = category
        if numbers and (number := told["number"]) is not None:
            node["ratingValue"] = numbers.value(number)
            node["bestRating"] = numbers.best
            node["worstRating"] = numbers.worst
        return node
