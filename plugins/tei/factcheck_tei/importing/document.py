"""A TEI as its readers need it: its parts by id, the words of its elements, where its pointers lead."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from lxml import etree

from factcheck import Finding
from factcheck.drafts import Repair, Value
from factcheck_tei.header import OFFSETS
from factcheck_tei.markup import FORBIDDEN
from factcheck_tei.places import ID, TEI, Places, line_of
from factcheck_tei.prefixes import prefix_of
from factcheck_tei.rules import RULES
from factcheck_tei.strings import text_of

from .leaves import TEXT, Leaf, texts
from .meter import Meter, weights
from .shared import Shared, names
from .xml import child, descend, tag_of, tidy

_BESIDE = frozenset(f"{TEI}{tag}" for tag in ("rdg", "note", "fw", "del"))
"""What stands beside running text and is no part of it: other readings, notes, what was struck out."""
_GLYPH = re.compile(r"U\+([0-9A-F]{4})")


class Document:
    """One TEI element and what is in it.

    `shared` is what all TEI of a corpus can point to. `exact` says that white space counts, as it does
    where the header declares what factcheck's own documents declare; in others it is tidied, since editors
    wrap and indent. `prefix` is what the ids of one of ours begin with in a corpus of many; they are read without it.
    """

    def __init__(self, root: etree._Element, places: Places, shared: Shared, meter: Meter) -> None:
        self.root, self.places, self._shared, self._meter = root, places, shared, meter
        self.nodes = tuple(root.iter())  # held, so that each keeps its identity
        self.header = child(root, "teiHeader")
        self.reasons: dict[Leaf, tuple[str, str]] = {}
        self.notes: list[Finding] = []
        self.exact = self._is_ours()
        self._parts: dict[str, etree._Element] = {}
        self._index()
        self.prefix = self._own_prefix() if self.exact else ""
        bare = {given: given.removeprefix(self.prefix) for given in self._parts}
        named = names(bare.values(), shared.ids)
        self._names = {given: named[each] for given, each in bare.items()}
        self._taken = set(self._names.values())
        self._made: dict[etree._Element, str] = {}
        self._counts = Counter[str]()
        self._weights = weights(self.nodes)
        self._texts: dict[etree._Element, str] = {}
        self._pointed: dict[tuple[etree._Element, str], Sequence[etree._Element]] = {}
        self._pointing: dict[tuple[str, str], dict[etree._Element, list[etree._Element]]] = {}

    def all(self, *tags: str) -> Iterator[etree._Element]:
        """Every element of these names; of those that a corpus shares, the ones that something here points to."""
        yield from self.root.iter(*(f"{TEI}{tag}" for tag in tags))
        yield from self.followed([node for node in self._pointed_outside if tag_of(node) in tags])

    @cached_property
    def pointers(self) -> frozenset[str]:
        """Every word of an attribute, pointers among them."""
        return frozenset(word for node in self.nodes for value in node.attrib.values() for word in str(value).split())

    @cached_property
    def _pointed_outside(self) -> list[etree._Element]:
        ids = (pointer[1:] for pointer in self.pointers if pointer.startswith("#"))
        return self._shared.among(each for each in ids if each not in self._parts)

    def note(self, rule: str, message: str, element: etree._Element, **told: str) -> None:
        """Note that a rule is broken at an element."""
        finding = RULES[rule].finding(message, self.places.of(element), **told)
        self.notes.append(finding.at(None, line_of(element)))

    def reason(self, element: etree._Element, name: str, rule: str, message: str) -> None:
        """Say why a leaf is not read, should it be left out."""
        self.reasons.setdefault(Leaf(element, name), (rule, message))

    def own_id(self, element: etree._Element) -> Value[Leaf] | None:
        """The id of a part that need not have one; one that was made for it holds a full stop."""
        given = element.get(ID)
        is_made = given is not None and self.exact and "." in given.removeprefix(self.prefix)
        return None if given is None or is_made else self.identified(element, "part")

    def identified(self, element: etree._Element, kind: str) -> Value[Leaf]:
        """The id of a part in the model: its own, one like it that the model can hold, or one made from its kind."""
        given = element.get(ID)
        self._meter.read(0)
        if given and self.part(f"#{given}") is element:
            made = self._name(given)
            is_same = made == given.removeprefix(self.prefix)
            return Value(made, (Leaf(element, ID),), None if is_same else Repair(RULES["tei-renamed-id"]))
        return Value(self.made(element, kind))

    def made(self, element: etree._Element, kind: str) -> str:
        """An id that is free, the same one each time, for what has none."""
        if element not in self._made:
            self._made[element] = self._free(kind)
        return self._made[element]

    def part(self, pointer: str) -> etree._Element | None:
        """What a pointer within the document leads to."""
        if not pointer.startswith("#"):
            return None
        own = self._parts.get(pointer[1:])
        return self._shared.parts.get(pointer[1:]) if own is None else own

    def pointed(self, element: etree._Element | None, attribute: str) -> Sequence[etree._Element]:
        """Everything that the pointers of an attribute lead to."""
        if element is None:
            return ()
        found = self._pointed.get((element, attribute))
        if found is None:
            parts = map(self.part, element.get(attribute, "").split())
            found = self._pointed[element, attribute] = [part for part in parts if part is not None]
        self._meter.read(len(found), 0)
        return found

    def pointing(self, tag: str, attribute: str, part: etree._Element) -> Sequence[etree._Element]:
        """The elements of this name that point to a part with this attribute, in the order of the document."""
        if (tag, attribute) not in self._pointing:
            found = self._pointing[tag, attribute] = {}
            for element in self.all(tag):
                for target in dict.fromkeys(self.pointed(element, attribute)):
                    found.setdefault(target, []).append(element)
        return self.followed(self._pointing[tag, attribute].get(part, ()))

    def followed(self, elements: Sequence[etree._Element]) -> Sequence[etree._Element]:
        """The same elements, to which something led: all that is in them may be looked through, and each time again."""
        for element in elements:
            self._meter.read(self._weights.get(element) or self._shared.weights[element])
        return elements

    def opened(self, element: etree._Element) -> etree._Element:
        """The same element, whose children may be looked through, and each time again."""
        self._meter.read(len(element))
        return element

    def within(self, element: etree._Element, tag: str) -> Sequence[etree._Element]:
        """The elements of this name in one that others lead to."""
        self.followed([element])
        return self._shared.within(element, tag)

    def references(self, element: etree._Element | None, attribute: str) -> list[Value[Leaf]]:
        """The ids of the parts that an attribute points to; it counts as read where all pointers lead somewhere."""
        if element is None:
            return []
        found = self.pointed(element, attribute)
        whole = len(found) == len(element.get(attribute, "").split())
        leaves = (Leaf(element, attribute),) if whole else ()
        return [Value(str(self.identified(target, "part").value), leaves) for target in found]

    def reference(self, element: etree._Element | None, attribute: str) -> Value[Leaf] | None:
        """The id of the one part that an attribute points to; None where it points to none or to several."""
        found = self.references(element, attribute)
        return found[0] if len(found) == 1 else None

    def words(self, element: etree._Element | None) -> Value[Leaf] | None:
        """The words of an element, each `g` turned back into the character that it names; None where there are none."""
        if element is None:
            return None
        said = list(texts(element, frozenset() if self.exact else _BESIDE))
        read = [*said, *(Leaf(leaf.node, "n") for leaf in said if _character(leaf))]
        text = _joined(said) if self.exact else tidy(_joined(said))
        self._meter.read(len(text), len(said))
        return Value(text, tuple(read)) if text else None

    def text(self, element: etree._Element | None) -> str:
        """The text of an element to the character, each `g` as the character that it names."""
        text = "" if element is None else self._whole(element)
        self._meter.read(len(text))
        return text

    def part_of_text(self, element: etree._Element, start: int, length: int) -> str | None:
        """So many characters of an element's text; None where there are fewer."""
        words = self._whole(element)[start : start + length]
        self._meter.read(len(words))
        return words if len(words) == length else None

    def _whole(self, element: etree._Element) -> str:
        if element not in self._texts:
            said = list(texts(element))
            self._texts[element] = _joined(said)
            self._meter.read(len(self._texts[element]), len(said))
        return self._texts[element]

    def attribute(self, element: etree._Element | None, name: str) -> Value[Leaf] | None:
        """The value of an attribute, None where it is not there or empty."""
        value = None if element is None else element.get(name)
        self._meter.read(len(value or ""))
        return Value(value, (Leaf(element, name),)) if value and element is not None else None

    def _is_ours(self) -> bool:
        declared = descend(self.header, "encodingDesc", "editorialDecl", "normalization", "p")
        return declared is not None and tidy("".join(map(str, declared.itertext()))) == OFFSETS

    def _own_prefix(self) -> str:
        """The prefix that the fact-check's id gives, where each id has it; else none."""
        iri = child(descend(self.header, "fileDesc", "publicationStmt"), "idno", kind="IRI")
        prefix = "" if iri is None else prefix_of(text_of(iri))
        return prefix if all(given.startswith(prefix) for given in self._parts) else ""

    def _name(self, given: str) -> str:
        """The id of a part that has this one; what is shared goes by its own name where nothing here has that."""
        if given not in self._names:
            made = self._shared.names[given]
            self._names[given] = self._free(made, 2) if made in self._taken else made
        return self._names[given]

    def _free(self, wanted: str, least: int = 1) -> str:
        """An id like this one that nothing else has: with the first number from `least` that is free."""
        number = max(self._counts[wanted] + 1, least)
        while (made := f"{wanted}-{number}") in self._taken or made in self._shared.taken:
            number += 1
        self._counts[wanted] = number
        self._taken.add(made)
        return made

    def _index(self) -> None:
        for node in self.nodes:
            identifier = node.get(ID)
            if identifier and self._parts.setdefault(identifier, node) is not node:
                self.reason(node, ID, "tei-doubled-id", f"`{identifier}` is the `xml:id` of another element already")


def _joined(said: Iterable[Leaf]) -> str:
    return "".join(_character(leaf) or leaf.value for leaf in said)


def _character(leaf: Leaf) -> str | None:
    """The character that a `g` stands for, where it is one that XML cannot hold."""
    if leaf.name != TEXT or tag_of(leaf.node) != "g":
        return None
    named = _GLYPH.fullmatch(leaf.node.get("n", ""))
    character = chr(int(named[1], 16)) if named else ""
    return character if FORBIDDEN.fullmatch(character) and not "\ud800" <= character <= "\udfff" else None
