"""Lines and columns of a text, found once for all offsets in it."""

import re
from bisect import bisect_right

_BREAK = re.compile("\n")


class Lines:
    """Where offsets of a text stand; the text itself may begin in the middle of another, at a line and a column."""

    def __init__(self, text: str, line: int = 1, column: int = 1) -> None:
        self._starts = [match.end() for match in _BREAK.finditer(text)]
        self._line, self._column = line, column

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, all in code points."""
        down = bisect_right(self._starts, offset)
        if down:
            return self._line + down, offset - self._starts[down - 1] + 1
        return self._line, self._column + offset
