"""Which of many texts are copies of one another."""

from .finding import Copies, Copy, Extent, Passage, copies

__all__ = ["Copies", "Copy", "Extent", "Passage", "copies"]
