"""Rating scales whose numbers run against what their labels mean."""

from collections.abc import Iterator

from factcheck import FactCheck

from .place import Place

# From false to true; the other categories say nothing of how true a claim is.
_ORDER = {"false": 0, "mostly-false": 1, "mixed": 2, "mostly-true": 3, "true": 4}


def inverted_scale(fact_check: FactCheck) -> Iterator[Place]:
    """A label that is less true than the one before it, and has a greater number."""
    scale = fact_check.rating_scale
    numbered = [
        (_ORDER[rating.category], rating.number, index, rating.id)
        for index, rating in enumerate(scale.ratings if scale else ())
        if rating.category in _ORDER and rating.number is not None
    ]
    for truth, number, index, label in numbered:
        truer = [(other, name) for above, other, _, name in numbered if above > truth and other < number]
        if truer:
            least, name = min(truer)
            told = f"`{label}` has {number:g}, and `{name}`, which is truer by its category, {least:g}"
            yield f"rating_scale.ratings[{index}].number", told
