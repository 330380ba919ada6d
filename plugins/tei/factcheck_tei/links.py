"""Pointers within a TEI document: no schema of the TEI notices one that leads nowhere."""

from collections.abc import Iterator, Mapping

from lxml import etree

from factcheck import Finding

from .places import ID, TEI, line_of, place
from .ranges import RANGE, Ranges, text_problems
from .rules import RULES

_ANY: tuple[str, ...] = ()
_AGENTS = ("person", "personGrp", "org")
_CLAIMS = ("annotation claims",)
_LEADS_TO: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("affiliation", "ref"): _AGENTS,
    ("annotation appearances", "ana"): ("interp",),
    ("annotation appearances", "source"): ("bibl",),
    ("annotation appearances", "target"): ("bibl",),
    ("annotation claims", "target"): ("head",),
    ("annotation evidence", "ana"): ("interp",),
    ("annotation evidence", "source"): ("bibl",),
    ("annotation evidence", "target"): ("bibl",),
    ("annotation quotations", "ana"): ("interp",),
    ("annotation quotations", "corresp"): ("annotation appearances", "annotation evidence"),
    ("annotation quotations", "target"): ("body",),
    ("annotation verdicts", "ana"): ("category",),
    ("annotation verdicts", "target"): _CLAIMS,
    ("app", "from"): _ANY,
    ("bibl", "corresp"): ("bibl",),
    ("category", "ana"): ("interp",),
    ("change", "ana"): ("category",),
    ("change", "corresp"): ("change",),
    ("change", "target"): _ANY,
    ("div appearance", "corresp"): ("annotation appearances",),
    ("div claim", "corresp"): _CLAIMS,
    ("div evidence", "corresp"): ("annotation evidence",),
    ("div verdict", "corresp"): ("annotation verdicts",),
    ("event", "corresp"): _CLAIMS,
    ("event", "where"): ("place",),
    ("item", "corresp"): ("bibl",),
    ("lem", "wit"): ("witness",),
    ("listApp", "corresp"): ("witness",),
    ("listWit", "corresp"): ("bibl",),
    ("name", "ref"): _AGENTS,
    ("orgName", "ref"): ("org",),
    ("p", "corresp"): ("change",),
    ("persName", "ref"): ("person",),
    ("ptr claim", "target"): _CLAIMS,
    ("ptr explanation", "target"): ("p",),
    ("ptr note", "target"): ("p",),
    ("ptr verdict", "target"): ("annotation verdicts",),
    ("rdg", "corresp"): _ANY,
    ("rdg", "wit"): ("witness",),
    ("ref", "target"): ("category", "head", "item", "p"),
    ("relatedItem", "target"): ("bibl",),
    ("relation", "active"): _CLAIMS,
    ("relation", "passive"): _CLAIMS,
    ("relation asserts", "active"): _AGENTS,
    ("relation asserts", "passive"): _CLAIMS,
    ("relation relays", "active"): (*_AGENTS, "bibl"),
    ("relation relays", "passive"): ("annotation appearances",),
    ("rs", "ref"): _AGENTS,
    ("TEI", "corresp"): ("bibl",),
    ("witness", "corresp"): ("TEI",),
}
"""What a pointer may lead to, by the kind of element that it stands on and its attribute."""

_ATTRIBUTES = frozenset(attribute for _, attribute in _LEADS_TO)


def link_problems(root: etree._Element) -> Iterator[Finding]:
    """Each pointer to nothing or to the wrong thing, each string-range() that misses its words, each text that was changed."""
    parts, pointing = _attributes(root)
    ranges = Ranges(parts)
    for element, attribute, pointers in pointing:
        allowed = _LEADS_TO.get((_kind(element), attribute), _ANY)
        for pointer in pointers.split():
            part = parts.get(pointer[1:])
            if part is not None and (not allowed or _kind(part) in allowed):
                continue  # as most do
            for rule, message in _problems(element, pointer, allowed, parts, ranges):
                found = RULES[rule].finding(message, f"{place(element)}/@{attribute}")
                yield found.at(None, line_of(element))
    for element, (rule, message) in text_problems(root):
        yield RULES[rule].finding(message, place(element)).at(None, line_of(element))


def _attributes(root: etree._Element) -> tuple[dict[str, etree._Element], list[tuple[etree._Element, str, str]]]:
    """The elements by id, and those that point, each with the attribute and what it says."""
    parts: dict[str, etree._Element] = {}
    pointing: list[tuple[etree._Element, str, str]] = []
    for element in root.iter(f"{TEI}*"):
        for name, value in element.items():
            if name == ID:
                parts[str(value)] = element
            elif name in _ATTRIBUTES and "#" in value:
                pointing.append((element, str(name), str(value)))
    return parts, pointing


def _problems(
    element: etree._Element,
    pointer: str,
    allowed: tuple[str, ...],
    parts: Mapping[str, etree._Element],
    ranges: Ranges,
) -> Iterator[tuple[str, str]]:
    if not pointer.startswith("#"):
        return
    found = RANGE.fullmatch(pointer)
    identifier = found["block"] if found else pointer[1:]
    part = parts.get(identifier)
    if part is None:
        yield "tei-dangling-pointer", f"`{pointer}` leads nowhere: there is no `{identifier}`"
    elif found:
        yield from ranges.problems(element, found)
    elif allowed and _kind(part) not in allowed:
        wanted = " or ".join(allowed)
        yield "tei-wrong-pointer", f"`{pointer}` leads to {_kind(part)}, where {wanted} is needed"


def _kind(element: etree._Element) -> str:
    """The name of an element; that of an annotation with its list's type, that of some others with their own."""
    name = _local(element)
    parent = element.getparent()
    qualifier = None
    if name == "annotation" and parent is not None:
        qualifier = parent.get("type")
    elif name in ("div", "ptr"):
        qualifier = element.get("type")
    elif name == "relation" and element.get("name") in ("asserts", "relays"):
        qualifier = element.get("name")
    return f"{name} {qualifier}" if qualifier else name


def _local(element: etree._Element) -> str:
    return str(element.tag).removeprefix(TEI)
