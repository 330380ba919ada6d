"""Where words come from: what is a copy of what, and through whom a claim got where it stands."""

from .origins import origins

__all__ = ["origins"]
