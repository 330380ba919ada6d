"""What stands around words in a text, as much as tells their place from others."""

import re
import unicodedata

_USUAL, _MOST = 32, 512  # code points on each side
_TO_BORDER = re.compile(r"\S*\s+(?=\S)")
_FROM_BORDER = re.compile(r"(?<=\S)\s+\S*\Z")


def context(text: str, start: int, end: int) -> tuple[str | None, str | None]:
    """The prefix and suffix of the words at a place; None where the text begins or ends there.

    32 code points on each side, less what is cut off at a border of words; more, up to 512, where the same words stand
    in the same surroundings elsewhere.
    """
    size, words = _USUAL, text[start:end]
    while True:
        before, after = prefix(text, start, size), suffix(text, end, size)
        if size >= _MOST or _is_alone(text, f"{before}{words}{after}"):
            return before or None, after or None
        size *= 2


def prefix(text: str, start: int, size: int = _USUAL) -> str:
    """The words before a place."""
    begin = max(0, start - size)
    found = text[begin:start]
    if begin and not text[begin - 1].isspace():
        cut = _TO_BORDER.match(found)
        found = found[cut.end() :] if cut else found.lstrip(_marks(found))
    return found


def suffix(text: str, end: int, size: int = _USUAL) -> str:
    """The words after a place."""
    found = text[end : end + size]
    after = text[end + size : end + size + 1]
    if after and not after.isspace():
        cut = _FROM_BORDER.search(found)
        found = found[: cut.start()] if cut else found
    return found


def _is_alone(text: str, words: str) -> bool:
    return text.find(words, text.find(words) + 1) < 0


def _marks(text: str) -> str:
    """The combining marks of a text: what is cut in the midst of a word does not begin with one."""
    return "".join(each for each in text if unicodedata.combining(each))
