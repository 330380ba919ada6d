"""taxonomy: the publisher's rating scale, in order from false to true."""

from factcheck import Localised, Rating, RatingScale

from .interpretations import of_rating
from .markup import NOTHING, Markup, block, element, listed, to, worded
from .pointers import link


def taxonomy(scale: RatingScale | None) -> Markup:
    """The scale with a category for each label, or nothing where there is no scale."""
    if scale is None:
        return NOTHING
    described = listed("bibl", (worded("title", scale.name), link("url", scale.url)))
    return block("taxonomy", described, *map(_category, scale.ratings), n=_ends(scale))


def _ends(scale: RatingScale) -> str | None:
    """Where the numbers end, as `1..5`; an end that is not known is left out: `1..`, `..5`."""
    if scale.worst is None and scale.best is None:
        return None
    return f"{_number(scale.worst) or ''}..{_number(scale.best) or ''}"


def _category(rating: Rating) -> Markup:
    definitions: Localised | dict[str, str] = rating.definition or {}
    languages = dict.fromkeys((*rating.names, *definitions))
    described = (
        element(
            "catDesc",
            worded("term", rating.names.get(language)),
            worded("gloss", definitions.get(language)),
            lang=language,
        )
        for language in languages
    )
    amounts = of_rating(rating)
    return block(
        "category",
        *described,
        id=rating.id,
        n=_number(rating.number),
        ana=None if amounts is None else to(amounts),
    )


def _number(number: float | None) -> str | None:
    return None if number is None else repr(number).removesuffix(".0")
