"""Pointers within a TEI document: no schema of the TEI notices one that leads nowhere."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from factcheck import Finding

from .places import ID, TEI, line_of, place
from .rules import RULES

_RANGE = re.compile(r"#string-range\((?P<block>[^,()]+),(?P<offset>[0-9]{1,9}),(?P<length>[0-9]{1,9})\)")

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
    ("annotation verdicts", "ana"): ("category",),
    ("annotation verdicts", "target"): _CLAIMS,
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
    ("name", "ref"): _AGENTS,
    ("orgName", "ref"): ("org",),
    ("p", "corresp"): ("change",),
    ("persName", "ref"): ("person",),
    ("ptr claim", "target"): _CLAIMS,
    ("ptr explanation", "target"): ("p",),
    ("ptr note", "target"): ("p",),
    ("ptr verdict", "target"): ("annotation verdicts",),
    ("ref", "target"): ("category", "head", "item", "p"),
    ("relatedItem", "target"): ("bibl",),
    ("relation", "active"): _CLAIMS,
    ("relation", "passive"): _CLAIMS,
    ("relation asserts", "active"): _AGENTS,
    ("relation asserts", "passive"): _CLAIMS,
    ("relation relays", "active"): (*_AGENTS, "bibl"),
    ("relation relays", "passive"): ("annotation appearances",),
    ("rs", "ref"): _AGENTS,
}
"""What a pointer may lead to, by the kind of element that it stands on and its attribute."""

_ATTRIBUTES = sorted({attribute for _, attribute in _LEADS_TO})


def link_problems(root: etree._Element) -> Iterator[Finding]:
    """Each pointer to nothing or to the wrong thing, and each string-range() that misses the words quoted."""
    parts = {element.get(ID): element for element in root.iter(f"{TEI}*")}
    for element in root.iter(f"{TEI}*"):
        for attribute in _ATTRIBUTES:
            for pointer in element.get(attribute, "").split():
                allowed = _LEADS_TO.get((_kind(element), attribute), _ANY)
                for rule, message in _problems(pointer, allowed, parts):
                    found = RULES[rule].finding(message, f"{place(element)}/@{attribute}")
                    yield found.at(None, line_of(element))


def _problems(
    pointer: str, allowed: tuple[str, ...], parts: Mapping[str | None, etree._Element]
) -> Iterator[tuple[str, str]]:
    if not pointer.startswith("#"):
        return
    found = _RANGE.fullmatch(pointer)
    identifier = found["block"] if found else pointer[1:]
    part = parts.get(identifier)
    if part is None:
        yield "tei-dangling-pointer", f"`{pointer}` leads nowhere: there is no `{identifier}`"
    elif found:
        yield from _missed(part, int(found["offset"]), int(found["length"]))
    elif allowed and _kind(part) not in allowed:
        wanted = " or ".join(allowed)
        yield "tei-wrong-pointer", f"`{pointer}` leads to {_kind(part)}, where {wanted} is needed"


def _missed(block: etree._Element, offset: int, length: int) -> Iterator[tuple[str, str]]:
    quote = block.find(f"{TEI}quote")
    if quote is None:
        yield "tei-string-range", "the block that the range points into holds no quote"
        return
    words = _words(quote)
    start = sum(len(_words(earlier)) for earlier in quote.itersiblings(preceding=True))
    if (offset, length) != (start, len(words)):
        found = _words(block)[offset : offset + length]
        wanted = f"the words quoted are {words!r}, at {start} for {len(words)}"
        yield "tei-string-range", f"the range finds {found!r}; {wanted}"


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


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
    return str(etree.QName(element).localname)
