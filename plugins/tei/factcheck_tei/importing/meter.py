"""How much is read: pointers may lead to the same parts so often that a small document would fill any memory."""

from collections.abc import Sequence

from lxml import etree

_VALUE = 50  # characters: what a value takes beside its own
# What there is may be read this often, and some more for all and for each TEI; what people and programs write is read once at most.
_TIMES = 2
_FOR_ALL = 10_000_000
_FOR_EACH = 10_000


class TooMuchError(Exception):
    """More is read than the document holds."""


class Meter:
    """Counts the characters that are read, each value as some more, and all of that again where it is read again."""

    def __init__(self, characters: int, marks: int, documents: int) -> None:
        """Allow for a document of so many characters, with so many tags and attributes and TEI in it."""
        self._left = _TIMES * (characters + _VALUE * marks) + _FOR_ALL + _FOR_EACH * documents

    def read(self, characters: int, values: int = 1) -> None:
        """Count values with so many characters in all. Raises TooMuchError where that is more than is left."""
        self._left -= characters + _VALUE * values
        if self._left < 0:
            raise TooMuchError


def weights(nodes: Sequence[etree._Element]) -> dict[etree._Element, int]:
    """For each of these, which stand in the order of their document: its nodes, and the characters of their attributes."""
    found: dict[etree._Element, int] = {}
    for node in reversed(nodes):
        found[node] = found.get(node, 0) + 1 + sum(map(len, node.attrib.values()))
        parent = node.getparent()
        if parent is not None:
            found[parent] = found.get(parent, 0) + found[node]
    return found
