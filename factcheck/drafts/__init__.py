"""Drafts of fact-checks, for importers: values with the places that they were read from, and the fact-check made of them."""

from .found import Found, Part, Repair, Value, part, plain, walk
from .ids import Ids, identifier, slug
from .making import Made, made

__all__ = ["Found", "Ids", "Made", "Part", "Repair", "Value", "identifier", "made", "part", "plain", "slug", "walk"]
