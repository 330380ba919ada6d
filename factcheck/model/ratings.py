"""Rating scales: a publisher's own labels, in order."""

from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from .base import NUMERIC, Line, LocalId, Part, Url
from .localised import Localised


def _no_placeholder(number: float) -> float:
    if number < 0:
        raise ValueError("a number is 0 or more; leave `number` out where the label has none, as 'unproven' has")
    return number


Category = Literal[
    "false", "mostly-false", "mixed", "mostly-true", "true", "unproven", "satire", "altered", "missing-context"
]
"""What a label amounts to, in words that labels of all publishers and languages share."""

Number = Annotated[float, AfterValidator(_no_placeholder), NUMERIC]


class Rating(Part):
    """One label of a scale."""

    id: LocalId = Field(description="Short id, unique in the fact-check: `mostly-false`.")
    names: Localised = Field(description="The label in each language: `{en: Mostly false}`.")
    number: Number | None = Field(
        default=None,
        description="Its number, greater for truer; left out where the label has none, such as 'unproven'.",
    )
    category: Category | None = Field(
        default=None, description="What it amounts to, in words that all publishers' labels share."
    )
    definition: Localised | None = Field(default=None, description="What the publisher means by it, in each language.")


class RatingScale(Part):
    """A publisher's labels, in order from false to true; labels without a number stand anywhere."""

    name: Line | None = Field(default=None, description="The name of the scale.")
    url: Url | None = Field(default=None, description="The page that defines it.")
    worst: Number | None = Field(
        default=None, description="The lowest number of the scale, where the label that has it is not listed."
    )
    best: Number | None = Field(
        default=None, description="The highest number of the scale, where the label that has it is not listed."
    )
    ratings: Annotated[tuple[Rating, ...], Field(min_length=1, description="The labels, from false to true.")]

    @model_validator(mode="after")
    def _rising(self) -> Self:
        numbers = [rating.number for rating in self.ratings if rating.number is not None]
        if numbers == sorted(numbers):
            return self
        numbered = [(rating.id, rating.number) for rating in self.ratings if rating.number is not None]
        for (lower_id, lower), (upper_id, upper) in pairwise(numbered):
            if upper < lower:
                raise ValueError(
                    f"`{upper_id}` ({upper:g}) follows `{lower_id}` ({lower:g}): labels go from "
                    "false to true and their numbers rise with them; turn the order or the numbers round"
                )
        return self

    @model_validator(mode="after")
    def _within(self) -> Self:
        if self.worst is not None and self.best is not None and self.worst >= self.best:
            raise ValueError(f"`best` ({self.best:g}) must be greater than `worst` ({self.worst:g})")
        for rating in self.ratings if self.worst is not None or self.best is not None else ():
            if rating.number is None:
                continue
            if self.worst is not None and rating.number < self.worst:
                raise ValueError(f"`{rating.id}` ({rating.number:g}) is below `worst` ({self.worst:g})")
            if self.best is not None and rating.number > self.best:
                raise ValueError(f"`{rating.id}` ({rating.number:g}) is above `best` ({self.best:g})")
        return self

    @property
    def bounds(self) -> tuple[float, float] | None:
        """The lowest and the highest number, None where fewer than two different ones are given."""
        numbers = [rating.number for rating in self.ratings if rating.number is not None]
        lowest, highest = self.worst, self.best
        if numbers:
            lowest = numbers[0] if lowest is None else lowest
            highest = numbers[-1] if highest is None else highest
        return (lowest, highest) if lowest is not None and highest is not None and lowest < highest else None
