"""taxonomy: the publisher's rating scale, in order from false to true."""

from factcheck import Rating, RatingScale

from .interpretations import of_rating
from .markup import NOTHING, Markup, lines, listed, optional, text
from .pointers import link


def taxonomy(scale: RatingScale | None) -> Markup:
    """The scale with a category for each label, or nothing where there is no scale."""
    if scale is None:
        return NOTHING
    named = scale.name and f"<title>{text(scale.name)}</title>"
    return lines(
        f"<taxonomy{optional('n', _ends(scale))}>",
        listed("bibl", (named, link('type="url"', scale.url))),
        *map(_category, scale.ratings),
        "</taxonomy>",
    )


def _ends(scale: RatingScale) -> str | None:
    """Where the numbers end, as `1..5`; an end that is not known is left out: `1..`, `..5`."""
    if scale.worst is None and scale.best is None:
        return None
    return f"{_number(scale.worst) or ''}..{_number(scale.best) or ''}"


def _category(rating: Rating) -> Markup:
    held = {language: f"<term>{text(name)}</term>" for language, name in rating.names.items()}
    if rating.definition is not None:
        for language, words in rating.definition.items():
            held[language] = f"{held.get(language, '')}<gloss>{text(words)}</gloss>"
    number = "" if rating.number is None else f' n="{_number(rating.number)}"'
    amounts = "" if rating.category is None else f' ana="#{of_rating(rating)}"'
    described = "\n".join([f'<catDesc xml:lang="{language}">{words}</catDesc>' for language, words in held.items()])
    return Markup(f'<category xml:id="{rating.id}"{number}{amounts}>\n{described}\n</category>')


def _number(number: float | None) -> str | None:
    return None if number is None else repr(number).removesuffix(".0")
