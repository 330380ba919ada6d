"""Where things stand in a document, as an XPath.

Names without a prefix are the TEI's; a name of another namespace is written `Q{uri}name` (XPath 3.1, 2.4.4).
A step has a number where a sibling shares its name: `/TEI/standOff/listPerson/person[2]/@xml:id`.
https://www.w3.org/TR/xpath-31/
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
ID = f"{XML}id"
_UNNAMED: Mapping[object, str] = {etree.Comment: "comment()", etree.PI: "processing-instruction()"}


def place(element: etree._Element) -> str:
    """Where an element stands; takes the time to count its siblings and those of its ancestors."""
    steps = []
    for node in (element, *element.iterancestors()):
        before = sum(1 for _ in node.itersiblings(str(node.tag), preceding=True))
        alone = before == 0 and next(node.itersiblings(str(node.tag)), None) is None
        steps.append(name(node) if alone else f"{name(node)}[{before + 1}]")
    return "/" + "/".join(reversed(steps))


def line_of(element: etree._Element) -> int | None:
    """The line that an element begins on."""
    line: object = element.sourceline
    return line if isinstance(line, int) else None


def name(node: etree._Element) -> str:
    """The step that leads to a node, without its number."""
    tag: object = node.tag
    if tag in _UNNAMED:
        return _UNNAMED[tag]
    tag = str(tag)
    return tag.removeprefix(TEI) if tag.startswith(TEI) else _qualified(tag)


def attribute(clark: str) -> str:
    """The step that leads to an attribute."""
    return f"@{clark.replace(XML, 'xml:') if clark.startswith(XML) else _qualified(clark)}"


def _qualified(clark: str) -> str:
    return f"Q{clark}" if clark.startswith("{") else clark


class Places:
    """The places of all nodes below a root: counted once for each parent, so that many can be asked for."""

    def __init__(self, root: etree._Element, base: str = "") -> None:
        """`base` is the place of the root, where that is not the root of its document."""
        self._known: dict[etree._Element, str] = {root: base or f"/{name(root)}"}
        self._texts: dict[etree._Element, Mapping[etree._Element, str]] = {}

    def of(self, node: etree._Element) -> str:
        """The place of an element, a comment or a processing instruction; of one outside the root, its name."""
        if node not in self._known:
            parent = node.getparent()
            if parent is None:
                return f"/{name(node)}"
            base = self.of(parent)
            self._known.update({child: f"{base}/{step}" for child, step in _numbered(parent)})
        return self._known[node]

    def of_text(self, holder: etree._Element, before: etree._Element | None) -> str:
        """The place of the text that an element holds: at its beginning, or after a child of it."""
        if holder not in self._texts:
            self._texts[holder] = _texts(holder)
        return f"{self.of(holder)}/{self._texts[holder][holder if before is None else before]}"


def _numbered(parent: etree._Element) -> Iterable[tuple[etree._Element, str]]:
    children = [(child, name(child)) for child in parent]
    several = Counter(step for _, step in children)
    seen = Counter[str]()
    for child, step in children:
        seen[step] += 1
        yield child, step if several[step] == 1 else f"{step}[{seen[step]}]"


def _texts(holder: etree._Element) -> dict[etree._Element, str]:
    """The step to each text of an element, by the node that it follows; the element itself for the first."""
    held = [node for node, text in ((holder, holder.text), *((child, child.tail) for child in holder)) if text]
    return {node: "text()" if len(held) == 1 else f"text()[{number}]" for number, node in enumerate(held, 1)}
