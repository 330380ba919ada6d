"""Addresses: pointers to the web, and identifiers that stand for a page."""

import re
from collections.abc import Iterator

from lxml import etree

from factcheck.drafts import Repair, Value
from factcheck_tei.rules import RULES

from .document import Document
from .leaves import Leaf
from .xml import child, children

_WEB = re.compile(r"https?://\S+")
_PAGES = {
    "doi": "https://doi.org/{}",
    "gnd": "https://d-nb.info/gnd/{}",
    "orcid": "https://orcid.org/{}",
    "viaf": "https://viaf.org/viaf/{}",
    "wikidata": "https://www.wikidata.org/wiki/{}",
}
"""The page that an identifier of this type stands for."""


def is_web(text: str) -> bool:
    """Whether this is an address on the web."""
    return _WEB.fullmatch(text) is not None


def link(document: Document, element: etree._Element | None) -> Value[Leaf] | None:
    """Where a `ptr`, a `ref` or a `licence` leads: the address as it is written in it, else its target."""
    words = document.words(element)
    if words and is_web(words.text):
        return words
    target = document.attribute(element, "target")
    return target if target and is_web(target.text) else None


def link_of(
    document: Document, parent: etree._Element | None, kind: str, subtype: str | None = None
) -> Value[Leaf] | None:
    """The first address of this type, and subtype where one is given, among the children of an element."""
    typed = children(parent, "ptr", "ref", kind=kind)
    found = next((each for each in typed if subtype in (None, each.get("subtype"))), None)
    value = link(document, found)
    return value.by(Leaf(found, "type")) if value and found is not None else None


def other_address(document: Document, parent: etree._Element | None) -> Value[Leaf] | None:
    """The first address that an element has without saying of what type, or as an identifier."""
    if document.exact:
        return None
    untyped = (link(document, each) for each in children(parent, "ptr", "ref") if each.get("type") is None)
    named = (identifier(document, parent, kind) for kind in ("URL", "URI", "url", "uri"))
    return next((value for value in (*untyped, *named) if value and is_web(value.text)), None)


def licence(document: Document, parent: etree._Element | None) -> Value[Leaf] | None:
    """The licence under which an element's text may be used."""
    return link(document, child(child(parent, "availability"), "licence"))


def identifier(document: Document, parent: etree._Element | None, kind: str) -> Value[Leaf] | None:
    """The first identifier of this type."""
    found = child(parent, "idno", kind=kind)
    value = document.words(found)
    return value.by(Leaf(found, "type")) if value and found is not None else None


def page(document: Document, parent: etree._Element | None) -> Value[Leaf] | None:
    """An element's own page."""
    return identifier(document, parent, "URL")


def same_as(document: Document, parent: etree._Element) -> Iterator[Value[Leaf]]:
    """Pages that identify the same thing: addresses, and identifiers that stand for one."""
    for idno in children(parent, "idno"):
        kind, value = idno.get("type", ""), document.words(idno)
        if value is None or kind == "URL":
            continue
        if is_web(value.text):
            yield value.by(Leaf(idno, "type")) if kind == "sameAs" else value
        elif kind.lower() in _PAGES:
            address = _PAGES[kind.lower()].format(value.text)
            yield Value(address, (*value.places, Leaf(idno, "type")), Repair(RULES["tei-identifier"]))
