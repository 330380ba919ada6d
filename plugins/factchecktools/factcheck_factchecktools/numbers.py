"""The numbers of a scale as the API has them: three 32-bit whole numbers of 1 and more.

Its `ratingValue`, `worstRating` and `bestRating` are int32, and ProtoJSON leaves out a 0, so that a
scale that begins with 0 would lose its beginning.
https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/pages#ClaimRating
"""

from typing import NamedTuple

from factcheck import Rating, RatingScale

LARGEST = 2**31 - 1


class Numbers(NamedTuple):
    """The number of a label, and the ends of its scale."""

    value: int
    worst: int
    best: int


def numbers(scale: RatingScale, rating: Rating) -> Numbers | None:
    """A label's numbers, the scale moved as a whole to begin at 1 where it must; None where they are not whole then."""
    if rating.number is None or scale.bounds is None:
        return None
    value, (worst, best) = rating.number, scale.bounds
    if worst < 1 or not worst.is_integer():
        value, worst, best = value - worst + 1, 1.0, best - worst + 1
    if not (value.is_integer() and best.is_integer() and worst < best <= LARGEST):
        return None
    return Numbers(int(value), int(worst), int(best))
