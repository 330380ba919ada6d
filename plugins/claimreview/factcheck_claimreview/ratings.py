"""Ratings as schema.org Rating, and the scale as an ordered list of them."""

from factcheck import FactCheck, Rating, RatingScale

from .nodes import Node, localised, node

_LARGEST_EXACT = 2**53


def numbers(scale: RatingScale, rating: Rating, *, from_one: bool = True) -> Node:
    """`ratingValue`, `bestRating` and `worstRating` together, or none of them.

    Google wants the worst to be 1 at least: `from_one` moves a scale that begins lower up as a whole.
    """
    if rating.number is None or scale.bounds is None:
        return {}
    worst, best = scale.bounds
    value = rating.number
    if from_one and worst < 1:
        # In this order the lowest becomes 1 exactly, and sums such as 0.4 - 0.3 + 1 stay short.
        worst, best, value = 1.0, best - worst + 1, value - worst + 1
    if not worst < best:  # the difference was too small to survive the move
        return {}
    return {"ratingValue": _short(value), "bestRating": _short(best), "worstRating": _short(worst)}


class Ratings:
    """The labels of one fact-check's scale as nodes, by their ids."""

    def __init__(self, fact_check: FactCheck, *, from_one: bool = True) -> None:
        self._scale = scale = fact_check.rating_scale
        self._ratings = scale.ratings if scale else ()
        self._iri = fact_check.iri
        self._labels = {
            rating.id: _label(rating, scale, fact_check.language, from_one=from_one)
            for rating in self._ratings
            if scale
        }

    def given(self, identifier: str, explanation: str | None) -> Node:
        """The label as a verdict gives it."""
        label = {"@type": "Rating", **self._labels[identifier]}
        return label | {"ratingExplanation": explanation} if explanation else label

    def scale(self) -> Node | None:
        """The whole scale, from false to true."""
        if self._scale is None:
            return None
        return node(
            "ItemList",
            name=self._scale.name,
            url=self._scale.url,
            itemListOrder="Ascending",
            itemListElement=[
                node("ListItem", position=position, item={"@type": "Rating", "@id": self._iri(rating), **label})
                for position, (rating, label) in enumerate(self._labels.items(), 1)
            ],
        )


def _label(rating: Rating, scale: RatingScale, language: str, *, from_one: bool) -> Node:
    # Google and its Fact Check Tools read `alternateName` as plain text; the languages go into `name`.
    names = localised(rating.names, language)
    label: Node = {"alternateName": rating.names.best(language)}
    if isinstance(names, list):
        label["name"] = names
    if rating.definition:
        label["description"] = localised(rating.definition, language)
    if rating.category:
        label["additionalType"] = rating.category
    return label | numbers(scale, rating, from_one=from_one)


def _short(number: float) -> float:
    return int(number) if number.is_integer() and number <= _LARGEST_EXACT else number
