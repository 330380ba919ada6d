"""Ways through a document: children by name and type, and the words of an element."""

from lxml import etree

from factcheck_tei.places import TEI, XML

LANG = f"{XML}lang"
SPACE = " \t\r\n"
"""What XML counts as white space (section 2.3)."""


def children(element: etree._Element | None, *tags: str, kind: str | None = None) -> list[etree._Element]:
    """The children of these names, and of this type where one is given, in their order."""
    if element is None:
        return []
    found = element.iterchildren(*(f"{TEI}{tag}" for tag in tags))
    return [child for child in found if kind is None or child.get("type") == kind]


def child(element: etree._Element | None, *tags: str, kind: str | None = None) -> etree._Element | None:
    """The first of such children."""
    return next(iter(children(element, *tags, kind=kind)), None)


def descend(element: etree._Element | None, *steps: str) -> etree._Element | None:
    """The element that these names lead down to, each the first child of its name."""
    for step in steps:
        element = child(element, step)
    return element


def is_element(node: etree._Element) -> bool:
    """Whether this is an element, and no comment or processing instruction."""
    return isinstance(node.tag, str)


def tag_of(element: etree._Element) -> str:
    """The name of an element of the TEI; of another namespace, with it."""
    return str(element.tag).removeprefix(TEI)


def tidy(text: str) -> str:
    """A text with each run of white space as one space, and none around it."""
    return " ".join(text.split())
