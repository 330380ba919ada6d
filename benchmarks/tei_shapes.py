"""Documents that differ in their values only, and what writes them with the least: one f-string, which is the limit."""

import re
from collections.abc import Callable, Sequence
from html import unescape
from typing import NamedTuple, Self

# What stands in an attribute, and what stands between tags; between these stand tags.
VALUE = re.compile(r'(?<==")([^"]*)(?=")|(?<=>)([^<]+)(?=<)')
# What XML 1.0 cannot hold, section 2.2.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Escape = Callable[[str], str]


class Piece(NamedTuple):
    """A value, as it is in the first document: what stands before it, and whether it differs in others."""

    before: str
    value: str
    attribute: bool
    differs: bool


class Shape(NamedTuple):
    """What documents have in common that differ in their values only: the pieces, and what stands after the last."""

    pieces: Sequence[Piece]
    after: str

    @classmethod
    def of(cls, documents: Sequence[str]) -> Self:
        """The shape of these documents."""
        first, pieces, end = documents[0], list[Piece](), 0
        columns = zip(*map(values, documents), strict=True)
        for found, column in zip(VALUE.finditer(first), columns, strict=True):
            differs = len(set(column)) > 1
            pieces.append(Piece(first[end : found.start()], column[0], found[1] is not None, differs))
            end = found.end()
        return cls(pieces, first[end:])

    def at_hand(self, document: str) -> list[str]:
        """The values of such a document that differ, in their order."""
        return [value for value, piece in zip(values(document), self.pieces, strict=True) if piece.differs]

    def template(self, text: str, attribute: str, *, first: int = 0, plain: Escape = str) -> str:
        """The document with `text` or `attribute` for each value that differs, `#` in them for its number, and `plain` of the rest."""
        made, number = list[str](), first
        for piece in self.pieces:
            made.append(plain(piece.before))
            if piece.differs:
                made.append((attribute if piece.attribute else text).replace("#", str(number)))
                number += 1
            else:
                made.append(plain(escaped_attribute(piece.value) if piece.attribute else escaped(piece.value)))
        return "".join([*made, plain(self.after)])


def most_alike(documents: Sequence[str]) -> list[str]:
    """The largest group of documents that differ in their values only."""
    groups: dict[str, list[str]] = {}
    for document in documents:
        groups.setdefault(VALUE.sub("", document), []).append(document)
    return max(groups.values(), key=len)


def values(document: str) -> list[str]:
    """All values of a document, in their order."""
    return [unescape(found[0]) for found in VALUE.finditer(document)]


def f_string(shape: Shape, text: Escape, attribute: Escape) -> Callable[[list[str]], bytes]:
    """Writes a document from the values at hand by one f-string, which Python compiles as one that was written by hand."""
    body = shape.template("{text(v[#])}", "{attribute(v[#])}", plain=_braces)
    return eval(f"lambda v: f{body!r}.encode()", {"text": text, "attribute": attribute})  # noqa: S307  # our own template


def _braces(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def escaped(text: str) -> str:
    """A text as it stands between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escaped_attribute(text: str) -> str:
    """A text as it stands in an attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def checked(escape: Escape) -> Escape:
    """The same, after a look whether XML can hold the text at all."""

    def check(text: str) -> str:
        if not text.isprintable() and FORBIDDEN.search(text):
            raise ValueError(f"XML cannot hold {text!r}")
        return escape(text)

    return check
