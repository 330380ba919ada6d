"""Topics, under all their names."""

from collections.abc import Iterator

from lxml import etree

from factcheck.drafts import Part, Value, part

from .addresses import same_as
from .document import Document
from .leaves import Leaf
from .xml import children, descend


def topics(document: Document) -> Iterator[Part[Leaf]]:
    """What a fact-check is about: the items of a list of keywords, else each term among them."""
    described = descend(document.header, "profileDesc", "textClass")
    for keywords in children(described, "keywords"):
        for listed in children(keywords, "list"):
            yield from (topic(document, item) for item in children(listed, "item"))
        yield from (part({"name": document.words(term)}) for term in children(keywords, "term"))


def topic(document: Document, element: etree._Element, *leaves: Leaf) -> Part[Leaf]:
    """One topic: its name first, then those of type `alternative`, then its pages."""
    terms = children(element, "term")
    name, others = terms[:1], [term for term in terms[1:] if term.get("type") == "alternative"]
    return part(
        {
            "name": document.words(name[0]) if name else None,
            "alternative_names": (named(document, term) for term in others),
            "same_as": same_as(document, element),
        },
        *leaves,
    )


def named(document: Document, element: etree._Element) -> Value[Leaf]:
    """A name of type `alternative`; an empty one is one that the model refuses."""
    words = document.words(element) or Value("")
    return words.by(Leaf(element, "type"))
