"""What was read of a document and what was not: no leaf is lost in silence."""

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from lxml import etree

from factcheck import FactCheck, Finding
from factcheck.drafts import Found, Value, walk
from factcheck_tei.document import tei
from factcheck_tei.markup import Markup
from factcheck_tei.places import ID, Places, line_of, name
from factcheck_tei.prefixes import prefixed
from factcheck_tei.rules import RULES

from .document import Document
from .leaves import NODE, TAIL, TEXT, Leaf, leaves

_ANCHORS = (ID, "corresp")
_SHOWN = 2000


class Key(NamedTuple):
    """What a leaf says and of what: the part that it belongs to, the way from there, its kind and its value."""

    anchor: str
    path: str
    name: str
    value: str


def taken(found: Found[Leaf]) -> AbstractSet[Leaf]:
    """The leaves that say what was read."""
    return {leaf for _, each in walk(found) for leaf in each.places}


def repairs(document: Document, found: Found[Leaf]) -> Iterator[Finding]:
    """A finding for each value that was put right."""
    for _, each in walk(found):
        if isinstance(each, Value) and each.repair and each.places:
            rule = each.repair.rule
            wanted = rule.summary[:1].lower() + rule.summary[1:].rstrip(".")
            stood = " ".join(leaf.value for leaf in each.places)
            yield _finding(document.places, each.places[0], rule.id, wanted, stood=stood, made=each.text)


def left(document: Document, read: AbstractSet[Leaf], fact_check: FactCheck) -> Iterator[Finding]:
    """A finding for each leaf that was not read, and that the fact-check written as TEI would not say there too."""
    rest = [leaf for leaf in leaves(document.root) if leaf not in read]
    said = _said(fact_check, among_others=bool(document.prefix)) if rest else Counter[Key]()
    yield from (told(document, leaf) for leaf in unsaid(rest, said, document.root))


def unsaid(rest: Iterable[Leaf], said: Counter[Key], root: etree._Element) -> Iterator[Leaf]:
    """Those of these leaves that are not said there too; what is said once is taken for one of them."""
    for leaf in rest:
        key = key_of(leaf, root)
        if said[key] > 0:
            said[key] -= 1
        else:
            yield leaf


def told(document: Document, leaf: Leaf) -> Finding:
    """That a leaf is not in the fact-check, and why."""
    rule, message = document.reasons.get(leaf) or _dangling(document, leaf) or _NOT_CARRIED
    return _finding(document.places, leaf, rule, message)


def unread(places: Places, rest: Iterable[Leaf]) -> Iterator[Finding]:
    """A finding for each of these leaves, which belong to no TEI."""
    for leaf in rest:
        yield _finding(places, leaf, *_NOT_CARRIED)


_NOT_CARRIED = ("tei-not-carried", "a fact-check has no place for this")


def _dangling(document: Document, leaf: Leaf) -> tuple[str, str] | None:
    if leaf.name in (TEXT, TAIL, NODE) or not leaf.value.startswith("#"):
        return None
    pointers = [each for each in leaf.value.split() if each.startswith("#") and "(" not in each]
    lost = next((each for each in pointers if document.part(each) is None), None)
    return None if lost is None else ("tei-dangling-pointer", f"`{lost}` leads nowhere")


def _finding(places: Places, leaf: Leaf, rule: str, message: str, **values: str) -> Finding:
    values = values or {"stood": leaf.value}
    told_with = {key: shown(value) for key, value in values.items()}
    return RULES[rule].finding(message, leaf.place(places), **told_with).at(None, line_of(leaf.node))


def shown(value: str) -> str:
    """A value, or the beginning of a long one."""
    return value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…"


def _said(fact_check: FactCheck, *, among_others: bool) -> Counter[Key]:
    """All leaves of the fact-check as we write it, alone or in a corpus of many."""
    return said_in(tei(prefixed(fact_check) if among_others else fact_check))


def said_in(written: Markup) -> Counter[Key]:
    """All leaves of what we write."""
    root = parsed_again(written)
    return Counter(key_of(leaf, root) for leaf in leaves(root))


def parsed_again(written: Markup) -> etree._Element:
    """The root of what we write."""
    return etree.fromstring(written, etree.XMLParser(collect_ids=False, huge_tree=True, resolve_entities=False))


def key_of(leaf: Leaf, root: etree._Element) -> Key:
    """What a leaf of this document says and of what."""
    steps = list[str]()
    within = leaf.node.iterancestors() if leaf.name == TAIL else (leaf.node, *leaf.node.iterancestors())
    anchor = None
    for each in within:
        anchor = next((each.get(attribute) for attribute in _ANCHORS if each.get(attribute)), None)
        steps.append(name(each))
        if anchor is not None or each is root:
            break
    kind = TEXT if leaf.name == TAIL else leaf.name
    return Key(anchor or "", "/".join(reversed(steps)), kind, leaf.value)
