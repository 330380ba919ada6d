"""Quotations get their places in the texts of their sources, and what does not hold there is found."""

from .anchor import Anchored, anchor, unmade
from .quotations import Placed, quotations, rewritten

__all__ = ["Anchored", "Placed", "anchor", "quotations", "rewritten", "unmade"]
