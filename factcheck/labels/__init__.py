"""What publishers' labels amount to: their own scales first, then the words of their languages."""

from .match import Labels, Match
from .published import PublishedScale

__all__ = ["Labels", "Match", "PublishedScale"]
