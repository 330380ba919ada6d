"""SVG: lines, dots and words, mirrored where the page runs from right to left.

https://www.w3.org/TR/SVG2/
"""

import unicodedata
from collections.abc import Iterator

from .markup import Markup, element, plain

# Widths in parts of the font's size, rather too wide than too narrow: words never run into each other.
_WIDE, _BROADER, _USUAL, _NARROW = 1.05, 0.95, 0.58, 0.34
_SLIM = frozenset(" .,:;'|!ijlIftr()[]-")
_CAPITAL = 0.72
_BROAD = frozenset("mwMW@%&…—")


class Canvas:
    """Draws at coordinates from the side where lines of text begin; `width` is what is mirrored in."""

    def __init__(self, width: float, *, mirrored: bool) -> None:
        self.width = width
        self.mirrored = mirrored

    def x(self, at: float) -> float:
        """Where this is from the left."""
        return self.width - at if self.mirrored else at

    def words(self, at: tuple[float, float], said: str, class_: str, anchor: str = "start", turned: int = 0) -> Markup:
        """Words at a place, turned by degrees upwards."""
        x, y = _number(self.x(at[0])), _number(at[1])
        turn = f"rotate({turned if self.mirrored else -turned} {x} {y})" if turned else None
        return element(
            "text",
            plain(said),
            x=x,
            y=y,
            class_=class_,
            text_anchor=anchor if anchor != "start" else None,
            transform=turn,
        )

    def dot(self, at: tuple[float, float], radius: float, class_: str) -> Markup:
        """A dot."""
        return element("circle", cx=_number(self.x(at[0])), cy=_number(at[1]), r=_number(radius), class_=class_)

    def box(self, at: tuple[float, float], size: tuple[float, float], class_: str) -> Markup:
        """A rectangle from this corner."""
        left = self.x(at[0] + size[0]) if self.mirrored else at[0]
        return element(
            "rect", x=_number(left), y=_number(at[1]), width=_number(size[0]), height=_number(size[1]), class_=class_
        )

    def line(self, points: list[tuple[float, float]], class_: str) -> Markup:
        """A line through these points, with round corners."""
        return element("path", d=" ".join(self._path(points)), class_=class_)

    def arrow(self, tip: tuple[float, float], towards: str, class_: str) -> Markup:
        """The head of an arrow: its tip, and whether it points `down`, `up` or `on`, which is the way of the text."""
        x, y = self.x(tip[0]), tip[1]
        side = -1 if self.mirrored else 1
        corners = {
            "down": ((x - 3.5, y - 6), (x + 3.5, y - 6)),
            "up": ((x - 3.5, y + 6), (x + 3.5, y + 6)),
            "on": ((x - 6 * side, y - 3.5), (x - 6 * side, y + 3.5)),
        }[towards]
        path = " L".join(f"{_number(a)} {_number(b)}" for a, b in ((x, y), *corners))
        return element("path", d=f"M{path} Z", class_=class_)

    def _path(self, points: list[tuple[float, float]]) -> Iterator[str]:
        turned = [(self.x(a), b) for a, b in points]
        yield f"M{_number(turned[0][0])} {_number(turned[0][1])}"
        for before, here, after in zip(turned, turned[1:], turned[2:], strict=False):
            start, end = _towards(here, before), _towards(here, after)
            yield f"L{_pair(start)} Q{_pair(here)} {_pair(end)}"
        yield f"L{_pair(turned[-1])}"


def fitting(said: str, size: float, room: float) -> str:
    """As much of a text as surely fits, with an ellipsis where it is cut."""
    said = " ".join(said.split())
    return said if width(said, size) <= room else f"{_beginning(said, size, room - width('…', size)).rstrip()}…"


def wrapped(said: str, size: float, room: float, most: int) -> list[str]:
    """A text in lines that surely fit, `most` at most, the last with an ellipsis where it is cut."""
    words = said.split()
    found: list[str] = []
    while words and len(found) < most - 1:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}", size) <= room:
            line += f" {words.pop(0)}"
        if width(line, size) > room:  # a script without spaces, or one long word
            cut = _beginning(line, size, room)
            words.insert(0, line[len(cut) :])
            line = cut
        found.append(line)
    return [*found, fitting(" ".join(words), size, room)] if words else found


def width(said: str, size: float) -> float:
    """How wide a text is at most, roughly, in the font of the picture."""
    return sum(map(_width, said)) * size


def _beginning(said: str, size: float, room: float) -> str:
    """As many characters of a text as surely fit, whole with the marks on them."""
    kept, used = "", 0.0
    for cluster in _clusters(said):
        used += width(cluster, size)
        if used > room:
            break
        kept += cluster
    return kept


def _width(character: str) -> float:
    if character in _SLIM:
        return _NARROW
    if character in _BROAD:
        return _BROADER
    if character.isascii():
        return _CAPITAL if character.isupper() else _USUAL
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    return _WIDE if character.isupper() or unicodedata.east_asian_width(character) in "WF" else _CAPITAL


def _clusters(said: str) -> Iterator[str]:
    """Characters with the marks that follow them."""
    begun = ""
    for each in said:
        if begun and not unicodedata.combining(each) and unicodedata.category(each) not in ("Mn", "Mc", "Me", "Cf"):
            yield begun
            begun = ""
        begun += each
    if begun:
        yield begun


def _towards(here: tuple[float, float], other: tuple[float, float], by: float = 4) -> tuple[float, float]:
    """A point on the way from one point to another, at most half of it."""
    along, down = other[0] - here[0], other[1] - here[1]
    length = max((along * along + down * down) ** 0.5, 0.001)
    share = min(by, length / 2) / length
    return here[0] + along * share, here[1] + down * share


def _pair(point: tuple[float, float]) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
