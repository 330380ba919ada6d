"""taxonomy: the publisher's rating scale, in order from false to true."""

from factcheck import Localised, Rating, RatingScale

from .interpretations import of_rating
from .markup import NOTHING, Markup, block, element, listed, text, to, worded
from .pointers import link


def taxonomy(scale: RatingScale | None) -> Markup:
    """The scale with a category for each label, or nothing where there is no scale."""
    if scale is None:
        return NOTHING
    described = listed("bibl", (worded("title", scale.name), link("url", scale.url), *_ends(scale)))
    return block("taxonomy", described, *map(_category, scale.ratings))


def _ends(scale: RatingScale) -> tuple[Markup, ...]:
    ends = (("worst", _number(scale.worst)), ("best", _number(scale.best)))
    return tuple(element("num", text(end), type=kind, value=end) for kind, end in ends if end is not None)


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
    return block("category", *described, id=rating.id, n=_number(rating.number), ana=to(of_rating(rating)) if rating.category else None)


def _number(number: float | None) -> str | None:
    return None if number is None else repr(number).removesuffix(".0")
