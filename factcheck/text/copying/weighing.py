"""What the words of a text count for when it is asked whether they were copied."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from factcheck.text.signs import UNSPACED

from .words import Codes, found, has_unspaced, places, weight

_MARKS = ('""', "“”", "„“", "„”", "«»", "»«", "「」", "『』")
_QUOTED = re.compile(
    "|".join(rf"{opening}[^{opening}{closing}\n\r]{{1,2000}}{closing}" for opening, closing in map(tuple, _MARKS))
)
_REST_OF_WORD = re.compile(rf"[^\s{UNSPACED}]*")
_LINE = re.compile(r"[^\n\r]+")
_SENTENCE_END = re.compile("[.!?\u2026\u3002\uff01\uff1f\uff61\u0589\u061f\u06d4\u0964\u0965\u104b\u1362\u17d4]")
_SEPARATOR = re.compile("[|•·»\u203a]|::")  # as rows of links have them
_IN_QUOTES = 0.25  # a shared quotation is no copied passage: others have heard or read it, too
_LINE_OF_PROSE = 8
_MOSTLY_LINES = 0.3


class Weighed:
    """A text in pieces whose words count for the same: a quarter in quotation marks, nothing in menus, headings and rows of links.

    Words are counted from 0, in the order of `coded`. Where a text is made of short lines only, they count.
    """

    def __init__(self, text: str, count: int, codes: Codes) -> None:
        """Take the text, how many words it has, and the numbers of words."""
        self._text, self._codes = text, codes
        self._spans: dict[int, list[tuple[int, int]]] = {}
        self._pieces = list(_pieces(text))
        words = [found(text[start:end]) for start, end, _, _ in self._pieces]
        if sum(map(len, words)) > count:  # some are punctuation only
            words = [list(filter(codes.__getitem__, each)) for each in words]
        self._firsts = list(accumulate(map(len, words), initial=0))
        plain = [*map(weight if has_unspaced(text) else len, words)]
        prose = [0.0 if piece[3] else each for piece, each in zip(self._pieces, plain, strict=True)]
        if sum(prose) < _MOSTLY_LINES * sum(plain):
            prose = plain
        counted = [each * _IN_QUOTES if piece[2] else each for piece, each in zip(self._pieces, prose, strict=True)]
        self._prose, self._counted = (list(accumulate(each, initial=0.0)) for each in (prose, counted))
        self._sentence_ends = [end.start() for end in _SENTENCE_END.finditer(text)]

    def counts(self, start: int, end: int) -> float:
        """What the words from `start` on, `end` exclusive, count for."""
        return self._before(self._counted, end) - self._before(self._counted, start)

    def share(self, start: int, end: int) -> float:
        """How much of the text these words are, from 0 to 1, quoted words counting in full."""
        return (self._before(self._prose, end) - self._before(self._prose, start)) / self._prose[-1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where these words stand in the text, in code points, end exclusive."""
        return self._place(start)[0], self._place(end - 1)[1]

    def ends_a_sentence(self, start: int, end: int) -> bool:
        """Whether a sentence ends among these words, not counting one that ends with them."""
        first, last = self._place(start)[0], self._place(end - 1)[0]
        at = bisect_right(self._sentence_ends, first)
        return at < len(self._sentence_ends) and self._sentence_ends[at] < last

    def _before(self, sums: Sequence[float], word: int) -> float:
        at = bisect_right(self._firsts, word) - 1
        if at == len(self._pieces):
            return sums[at]
        part = (word - self._firsts[at]) / (self._firsts[at + 1] - self._firsts[at])
        return sums[at] + part * (sums[at + 1] - sums[at])

    def _place(self, word: int) -> tuple[int, int]:
        at = bisect_right(self._firsts, word) - 1
        offset, end, _, _ = self._pieces[at]
        if at not in self._spans:
            self._spans[at] = list(places(self._text[offset:end], self._codes))
        start, stop = self._spans[at][word - self._firsts[at]]
        return offset + start, offset + stop


def _pieces(text: str) -> Iterator[tuple[int, int, bool, bool]]:
    """Start, end, whether it is quoted, and whether its line is furniture; no word is in two pieces."""
    for line in _LINE.finditer(text):
        at, is_furniture = line.start(), _is_furniture(line[0])
        for quotation in _QUOTED.finditer(text, line.start(), line.end()):
            start, end = _of_whole_words(text, at, *quotation.span())
            if start > at:
                yield at, start, False, is_furniture
            yield start, end, True, is_furniture
            at = end
        if line.end() > at:
            yield at, line.end(), False, is_furniture


def _of_whole_words(text: str, least: int, start: int, end: int) -> tuple[int, int]:
    before, after = _REST_OF_WORD.match(text[least:start][::-1]), _REST_OF_WORD.match(text, end)
    return start - (before.end() if before else 0), after.end() if after else end


def _is_furniture(line: str) -> bool:
    if _SENTENCE_END.search(line):
        return len(_SEPARATOR.findall(line)) > 1
    return weight(found(line)) < _LINE_OF_PROSE or len(_SEPARATOR.findall(line)) > 1
