"""The text of an element, in which string-range() counts."""

import re
from collections.abc import Iterator

from lxml import etree

from .places import TEI

_NAMED = re.compile(r"U\+([0-9A-F]{4})")


def text_of(holder: etree._Element) -> str:
    """The text of an element to the character, tags left out, each `g` as the character that it names."""
    return "".join(_texts(holder))


def _texts(holder: etree._Element) -> Iterator[str]:
    for event, node in etree.iterwalk(holder, events=("start", "end", "comment", "pi")):
        if event == "start":
            yield _glyph(node) or node.text or ""
        elif node is not holder:
            yield node.tail or ""


def _glyph(node: etree._Element) -> str | None:
    named = _NAMED.fullmatch(node.get("n", "")) if node.tag == f"{TEI}g" else None
    return chr(int(named[1], 16)) if named else None
