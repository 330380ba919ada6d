"""The leaves of a document: attributes, texts, comments and processing instructions, and elements with nothing in them."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from factcheck_tei.places import Places, attribute

from .xml import SPACE, is_element

TEXT = "#text"
TAIL = "#tail"
NODE = "#node"


class Leaf(NamedTuple):
    """A leaf: an attribute by its name, else the text at the beginning of a node, the text after it, or the node.

    White space alone is no leaf, since it stands between elements.
    """

    node: etree._Element
    name: str

    @property
    def value(self) -> str:
        """What stands there."""
        if self.name == TAIL:
            return self.node.tail or ""
        if self.name in (TEXT, NODE):
            return self.node.text or ""
        return self.node.get(self.name) or ""

    def place(self, places: Places) -> str:
        """Where it stands."""
        if self.name == NODE:
            return places.of(self.node)
        if self.name == TEXT:
            return places.of_text(self.node, None)
        if self.name == TAIL:
            parent = self.node.getparent()
            return places.of(self.node) if parent is None else places.of_text(parent, self.node)
        return f"{places.of(self.node)}/{attribute(self.name)}"


def leaves(root: etree._Element) -> Iterator[Leaf]:
    """Every leaf of an element, in the order of the document; a comment or a processing instruction is one itself."""
    if not is_element(root):
        yield Leaf(root, NODE)
        return
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            yield from at_start(node)
        else:
            if event != "end":
                yield Leaf(node, NODE)
            if node is not root:
                yield from after(node)


def at_start(element: etree._Element) -> Iterator[Leaf]:
    """The leaves that an element has itself: its attributes, and the text before its first child."""
    for name in element.attrib:
        yield Leaf(element, str(name))
    if has_words(element.text):
        yield Leaf(element, TEXT)
    elif not len(element) and not element.attrib:
        yield Leaf(element, NODE)


def after(node: etree._Element) -> Iterator[Leaf]:
    """The text that follows a node, as a leaf of its parent."""
    if has_words(node.tail):
        yield Leaf(node, TAIL)


def texts(element: etree._Element, without: frozenset[str] = frozenset()) -> Iterator[Leaf]:
    """The texts of an element, those of elements within it included, in their order; none of the names in `without`."""
    walker = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walker:
        if event == "start" and node is not element and node.tag in without:
            walker.skip_subtree()
        elif event == "start" and node.text:
            yield Leaf(node, TEXT)
        elif event != "start" and node is not element and node.tail:
            yield Leaf(node, TAIL)


def around(root: etree._Element) -> Iterator[Leaf]:
    """The comments and processing instructions before and after the root of a document."""
    for node in (*reversed(list(root.itersiblings(preceding=True))), *root.itersiblings()):
        if not is_element(node):
            yield Leaf(node, NODE)


def has_words(text: str | None) -> bool:
    """Whether a text is more than white space."""
    return text is not None and text.strip(SPACE) != ""
