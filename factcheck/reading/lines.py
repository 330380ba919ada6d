"""Offsets as lines and columns."""

import re
from array import array
from bisect import bisect_right

_BREAK = re.compile(r"\r\n?|\n")


class Lines:
    """The lines of a text, as editors count them."""

    def __init__(self, text: str) -> None:
        # An array, since 16 MB of line breaks would make a list of half a gigabyte.
        self._starts = array("L", [0])
        self._starts.extend(match.end() for match in _BREAK.finditer(text))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, in code points."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class OneLine:
    """A line of a larger text, by its number there."""

    def __init__(self, number: int) -> None:
        self._number = number

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset in this line, both from 1, in code points."""
        return self._number, offset + 1
