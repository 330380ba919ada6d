"""What stands in a corpus beside its TEI, for each of them to point to: looked through once, whatever their number."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from lxml import etree

from factcheck_tei.places import ID, TEI

from .meter import weights

_LOCAL_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


class Shared:
    """The elements that a corpus shares, and those of them that have an id."""

    def __init__(self, elements: Sequence[etree._Element] = ()) -> None:
        self._nodes = tuple(node for each in elements for node in each.iter())  # held, so that each keeps its identity
        self.weights = weights(self._nodes)
        self.parts: dict[str, etree._Element] = {}
        for node in self._nodes:
            if node.get(ID):
                self.parts.setdefault(node.get(ID, ""), node)
        self.ids = frozenset(filter(_LOCAL_ID.fullmatch, self.parts))
        self.names = names(self.parts)
        self.taken = frozenset(self.names.values())
        self._order = {given: number for number, given in enumerate(self.parts)}
        self._within: dict[tuple[etree._Element, str], Sequence[etree._Element]] = {}

    def within(self, element: etree._Element, tag: str) -> Sequence[etree._Element]:
        """The elements of this name in an element, which may be a shared one."""
        if element not in self.weights:
            return list(element.iter(f"{TEI}{tag}"))
        if (element, tag) not in self._within:
            self._within[element, tag] = list(element.iter(f"{TEI}{tag}"))
        return self._within[element, tag]

    def among(self, ids: Iterable[str]) -> list[etree._Element]:
        """The parts that have one of these ids, in the order of the document."""
        known = (given for given in ids if given in self._order)
        return [self.parts[given] for given in sorted(known, key=self._order.__getitem__)]


def names(given: Iterable[str], beside: AbstractSet[str] = frozenset()) -> dict[str, str]:
    """For each id one that the model can hold, the same one where it can; no two alike, and none of those beside."""
    found = {each: each for each in given if _LOCAL_ID.fullmatch(each)}
    taken, counts = set(found), Counter[str]()
    for each in given:
        if each not in found:
            wanted = re.sub(r"[^A-Za-z0-9_-]", "-", each)
            wanted = wanted if _LOCAL_ID.fullmatch(wanted) else f"_{wanted}"
            made = wanted
            while made in taken or made in beside:
                counts[wanted] += 1
                made = f"{wanted}-{counts[wanted] + 1}"
            taken.add(made)
            found[each] = made
    return found
