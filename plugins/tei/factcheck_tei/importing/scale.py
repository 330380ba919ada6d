"""The rating scale: the taxonomy that verdicts point into, and the ends of its numbers."""

import re
from collections.abc import Sequence
from itertools import pairwise

from lxml import etree

from factcheck.drafts import Part, Value, part
from factcheck_tei.places import TEI

from .addresses import link_of, other_address
from .document import Document
from .leaves import Leaf
from .xml import LANG, child, children

_NUMBER = re.compile(r"[0-9]{1,17}(?:\.[0-9]{1,25})?(?:[eE][+-]?[0-9]{1,3})?", re.ASCII)
_CATEGORY = "#category."


def rating_scale(document: Document, rated: list[etree._Element], language: str) -> Part[Leaf] | None:
    """The scale that `rated`, the categories that verdicts point to, stand in; one of our own without verdicts too."""
    taxonomy = _taxonomy(document, rated)
    if taxonomy is None:
        return None
    bibl = child(taxonomy, "bibl")
    categories = document.within(taxonomy, "category")
    numbers = _numbers(document, taxonomy, categories)
    worst, best = _ends(document, taxonomy, numbers)
    return part(
        {
            "worst": worst,
            "best": best,
            "name": document.words(child(bibl, "title")),
            "url": link_of(document, bibl, "url") or other_address(document, bibl),
            "ratings": (
                _rating(document, category, number, language)
                for category, number in zip(categories, numbers, strict=True)
            ),
        }
    )


def _taxonomy(document: Document, rated: list[etree._Element]) -> etree._Element | None:
    for category in rated:
        for outer in category.iterancestors(f"{TEI}taxonomy"):
            return outer
    return next(document.root.iter(f"{TEI}taxonomy"), None) if document.exact else None


def _ends(
    document: Document, taxonomy: etree._Element, numbers: list[Value[Leaf] | None]
) -> tuple[Value[Leaf] | None, Value[Leaf] | None]:
    """The numbers of `1..5`, `1..` or `..5`, where no label's number lies beyond them."""
    written = document.attribute(taxonomy, "n")
    first, dots, last = written.text.partition("..") if written else ("", "", "")
    if not written or not dots or not all(_NUMBER.fullmatch(end) for end in (first, last) if end):
        return None, None
    worst, best = (float(end) if end else None for end in (first, last))
    within = [float(number.value) for number in numbers if number]
    rising = [each for each in (worst, *within, best) if each is not None]
    if rising != sorted(rising) or (None not in (worst, best) and worst == best):
        document.reason(taxonomy, "n", "tei-unordered-scale", "the ends do not hold the numbers of the categories")
        return None, None
    ends = [None if end is None else Value(end, written.places) for end in (worst, best)]
    return ends[0], ends[1]


def _numbers(
    document: Document, taxonomy: etree._Element, categories: Sequence[etree._Element]
) -> list[Value[Leaf] | None]:
    """The number of each category; none where nothing says that they rise from false to true."""
    given = [category.get("n", "") for category in categories]
    numbers = [float(each) if _NUMBER.fullmatch(each) else None for each in given]
    reason = None
    if not document.exact and ".." not in taxonomy.get("n", ""):
        reason = "nothing says that this number rises from false to true"
    elif any(later < earlier for earlier, later in pairwise(each for each in numbers if each is not None)):
        reason = "the numbers of the categories do not rise from false to true in the order they stand in"
    if reason:
        for category in categories:
            document.reason(category, "n", "tei-unordered-scale", reason)
        return [None] * len(categories)
    pairs = zip(categories, numbers, strict=True)
    return [None if number is None else Value(number, (Leaf(category, "n"),)) for category, number in pairs]


def _rating(document: Document, category: etree._Element, number: Value[Leaf] | None, language: str) -> Part[Leaf]:
    names, definitions = dict[str, Value[Leaf]](), dict[str, Value[Leaf]]()
    for described in children(category, "catDesc"):
        lang = _language(described, language)
        leaves = (Leaf(described, LANG),) if described.get(LANG) else ()
        term = child(described, "term")
        whole = None if document.exact or child(described, "gloss") is not None else described
        name, definition = (
            document.words(term if term is not None else whole),
            document.words(child(described, "gloss")),
        )
        if name:
            names.setdefault(lang, name.by(*leaves))
        if definition:
            definitions.setdefault(lang, definition.by(*leaves))
    return part(
        {
            "id": document.identified(category, "rating"),
            "number": number,
            "category": _amounts(document, category),
            "names": part(names) if names else None,
            "definition": part(definitions) if definitions else None,
        }
    )


def _amounts(document: Document, category: etree._Element) -> Value[Leaf] | None:
    """What the label amounts to, in words that all publishers' labels share."""
    said = document.attribute(category, "ana")
    if said is None or not said.text.startswith(_CATEGORY):
        return None
    return Value(said.text.removeprefix(_CATEGORY), said.places)


def _language(element: etree._Element, language: str) -> str:
    """The language of an element: what it says itself, or what is around it."""
    for node in (element, *element.iterancestors()):
        if node.get(LANG):
            return str(node.get(LANG))
    return language
