"""Two versions of a text side by side, in columns, with the words marked that differ."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple
from unicodedata import combining, east_asian_width

import click

from factcheck.text import Piece, pieces

from .output import printable

_GUTTER = " │ "
_LEAST = 12
_COLOURS = {"-": "red", "+": "green"}


class Word(NamedTuple):
    """What stands on the screen, and its mark: `-` where only this version has it, `+` only the other one, else none."""

    text: str
    mark: str = ""


Row = tuple[list[Word], list[Word]]


def lines(one: str, other: str, titles: tuple[str, str], width: int) -> Iterator[str]:
    """The lines of a table with a column for each version, for a terminal of this width.

    Words that only the one has are marked `[-so-]`, those that only the other has `{+so+}`, and both with colours.
    """
    column = max(_LEAST, (width - len(_GUTTER)) // 2)
    heading: Row = ([Word(titles[0])], [Word(titles[1])])
    yield from _row(heading, column)
    yield f"{'─' * (column + 1)}┼{'─' * (column + 1)}"
    for number, row in enumerate(_rows(one, other)):
        if number:
            yield _GUTTER.rjust(column + len(_GUTTER)).rstrip()
        yield from _row(row, column)


def _rows(one: str, other: str) -> Iterator[Row]:
    """The paragraphs, those with the same words beside each other."""
    row: Row = ([], [])
    before, other_before = 0, 0
    for piece in pieces(one, other):
        between, other_between = one[before : piece.start], other[other_before : piece.other_start]
        if "\n" in between + other_between and any(row):
            yield row
            row = ([], [])
        row[0].extend(map(Word, between.split()))
        row[1].extend(map(Word, other_between.split()))
        *whole, row = _with(row, one, other, piece)
        yield from whole
        before, other_before = piece.end, piece.other_end
    if any(row):
        yield row


def _with(row: Row, one: str, other: str, piece: Piece) -> list[Row]:
    """A row with a piece added, and rows for its further paragraphs."""
    marks = ("", "") if piece.is_same else ("-", "+")
    left = _paragraphs(one[piece.start : piece.end], marks[0])
    right = _paragraphs(other[piece.other_start : piece.other_end], marks[1])
    rows = [(list(here), list(there)) for here, there in zip_longest(left, right, fillvalue=())]
    first, *more = rows or [([], [])]
    return [(row[0] + first[0], row[1] + first[1]), *more]


def _paragraphs(text: str, mark: str) -> list[list[Word]]:
    return [_marked(paragraph.split(), mark) for paragraph in text.splitlines() if paragraph.strip()]


def _marked(words: Sequence[str], mark: str) -> list[Word]:
    opening, closing = {"-": ("[-", "-]"), "+": ("{+", "+}")}.get(mark, ("", ""))
    last = len(words) - 1
    return [
        Word(f"{opening if at == 0 else ''}{word}{closing if at == last else ''}", mark)
        for at, word in enumerate(words)
    ]


def _row(row: Row, column: int) -> Iterator[str]:
    for left, right in zip_longest(*(list(_wrapped(words, column)) for words in row), fillvalue=[]):
        space = " " * (column - _width(" ".join(word.text for word in left)))
        yield f"{_styled(left)}{space}{_GUTTER}{_styled(right)}".rstrip()


def _wrapped(words: Iterable[Word], column: int) -> Iterator[list[Word]]:
    line, used = list[Word](), 0
    for word in chain.from_iterable(_broken(each, column) for each in words):
        needed = _width(word.text)
        if line and used + 1 + needed > column:
            yield line
            line, used = [], 0
        used += needed + bool(line)
        line.append(word)
    if line:
        yield line


def _broken(word: Word, column: int) -> Iterator[Word]:
    """A word that is wider than a column, in parts."""
    text = printable(word.text)
    if _width(text) <= column:
        yield Word(text, word.mark)
        return
    part, used = "", 0
    for character in text:
        needed = _width(character)
        if used + needed > column:
            yield Word(part, word.mark)
            part, used = "", 0
        part, used = part + character, used + needed
    yield Word(part, word.mark)


def _width(text: str) -> int:
    """How many columns a terminal takes for a text."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(each) else 2 if east_asian_width(each) in "WF" else 1 for each in text)


def _styled(words: Iterable[Word]) -> str:
    return " ".join(click.style(word.text, fg=_COLOURS[word.mark]) if word.mark else word.text for word in words)
