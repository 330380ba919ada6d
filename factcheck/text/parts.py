"""Quotations that leave words out: `They [the fighters] are few … and not strong`."""

import re
from collections.abc import Callable, Sequence

from .located import Difference, Located, Place
from .said import Said

# What a quotation has where words were left out or put in.
_LEFT_OUT = re.compile(r"\s*(\[[^\[\]]*\]|\(\s*(?:\u2026|\.{3,})\s*\)|\u2026|\.{3,}|(?:\.\s){2,}\.)\s*")
_SIGNS = ("[", "\u2026", "...", ". .")
# So many characters may be left out at a time, and so many places of the longest part are tried.
_MOST_LEFT_OUT = 600
_MOST_PLACES = 32

# A longer quotation is looked for in parts: words are compared at a cost that grows with the square of their number.
MOST_AT_ONCE = 8000
_PART = 4000

Find = Callable[[str, str], Located]


def in_parts(text: str, exact: str, find: Find) -> list[tuple[Place, tuple[Difference, ...]]]:
    """Where the parts of a quotation that leaves words out follow one another, and what stands between them there."""
    if len(exact) > MOST_AT_ONCE:
        pieces = _cut(exact)
    elif any(sign in exact for sign in _SIGNS):
        pieces = _LEFT_OUT.split(exact)
    else:
        return []
    parts, marks = pieces[::2], pieces[1::2]
    while parts and not parts[0]:
        parts, marks = parts[1:], marks[1:]
    while parts and not parts[-1]:
        parts, marks = parts[:-1], marks[:-1]
    if len(pieces) < 2 or not parts:
        return []
    longest = max(range(len(parts)), key=lambda at: len(parts[at]))
    if Said.of(parts[longest]).short:
        return []
    found = list[tuple[Place, tuple[Difference, ...]]]()
    for middle in _each(find(text, parts[longest]))[:_MOST_PLACES]:
        chain = _chain(text, parts, longest, middle, find)
        if chain:
            start, end = chain[0][0].start, chain[-1][0].end
            found.append((Place(start, end, text[start:end]), tuple(_told(text, chain, marks))))
    return found


def _cut(exact: str) -> list[str]:
    """A long quotation in parts, with nothing left out between."""
    cut, at = list[str](), 0
    while at < len(exact):
        space = exact.rfind(" ", at, at + _PART) if at + _PART < len(exact) else -1
        end = space if space > at else at + _PART
        cut.append(exact[at:end].strip())
        at = end
    return [piece for part in cut for piece in (part, "")][:-1]


_Part = tuple[Place, tuple[Difference, ...]]


def _each(located: Located, offset: int = 0) -> list[_Part]:
    """Each place, with what differs there, further on in the text."""
    differences = tuple(each._replace(start=each.start + offset, end=each.end + offset) for each in located.differences)
    return [(Place(start + offset, end + offset, words), differences) for start, end, words in located.places]


def _chain(text: str, parts: Sequence[str], longest: int, middle: _Part, find: Find) -> list[_Part]:
    """The parts before and behind one, each the next; empty where one of them is not there."""
    chain = [middle]
    for part in reversed(parts[:longest]):
        end = chain[0][0].start
        begin = max(0, end - _MOST_LEFT_OUT - len(part))
        found = _each(find(text[begin:end], part), begin) if part else [(Place(end, end, ""), ())]
        if not found:
            return []
        chain.insert(0, found[-1])
    for part in parts[longest + 1 :]:
        begin = chain[-1][0].end
        found = (
            _each(find(text[begin : begin + _MOST_LEFT_OUT + len(part)], part), begin)
            if part
            else [(Place(begin, begin, ""), ())]
        )
        if not found:
            return []
        chain.append(found[0])
    return chain


def _told(text: str, chain: Sequence[_Part], marks: Sequence[str]) -> list[Difference]:
    told = list(chain[0][1])
    for (before, _), (behind, differences), mark in zip(chain, chain[1:], marks, strict=False):
        between = text[before.end : behind.start]
        start = before.end + len(between) - len(between.lstrip())
        end = max(start, before.end + len(between.rstrip()))
        if any(sign.isalnum() for sign in text[start:end] + mark):
            told.append(Difference(mark, text[start:end], start, end))
        told += differences
    return told
