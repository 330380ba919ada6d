"""Judges markup by schema.org's vocabulary: its types and properties, which has which, and what they take."""

from collections.abc import Iterable, Iterator

from factcheck import Finding
from factcheck_claimreview.importing.documents import Document
from factcheck_claimreview.importing.pointers import escaped
from factcheck_claimreview.importing.types import types_of

from .contexts import Thing, things
from .findings import told
from .ranges import Ranges, named, short
from .vocabulary import Hints, Property, Vocabulary, vocabulary

_ANNOTATIONS = ("-input", "-output")  # of actions: https://schema.org/docs/actions.html
_ALIASES = ("type", "id")
_UNKNOWN = {True: ("type", "claimreview-schema-org-type"), False: ("property", "claimreview-schema-org-property")}

Broken = tuple[str, str, str]
"""A rule's id, what is to be said, and a pointer."""


def judged(documents: Iterable[Document]) -> Iterator[Finding]:
    """Every term that is none of schema.org's, stands where it has no place, or takes something else."""
    words = vocabulary()
    hints = Hints(words)
    for document in documents:
        described = {
            data["@id"]: words.above(types_of(data))
            for data, _ in document.objects
            if isinstance(data.get("@id"), str) and types_of(data)
        }
        terms = _Terms(words, Ranges(words, described), hints)
        for thing in things(document.objects):
            for rule, message, pointer in terms.broken(thing):
                yield told(document, rule, message, pointer)


class _Terms:
    """Judges the objects of one document."""

    def __init__(self, words: Vocabulary, ranges: Ranges, hints: Hints) -> None:
        self._words, self._ranges, self._hints = words, ranges, hints
        self._unknown: set[str] = set()
        self._beyond: str | None = None

    def broken(self, thing: Thing) -> Iterator[Broken]:
        """All that is wrong with an object, without what stands in the objects within."""
        properties = [key for key in thing.data if not key.startswith("@") and key not in _ALIASES]
        if "@value" in thing.data or not (properties or thing.is_typed) or self._is_beyond(thing):
            return
        if not thing.is_typed:
            yield "claimreview-schema-org-no-type", "nothing says of which type this is", thing.pointer
        known = list[str]()
        for name, pointer in thing.types():
            found = self._words.type_named(name)
            yield from self._of_term(name, found, pointer, a_type=True)
            known += [found] if found else []
        above = self._words.above(dict.fromkeys(known))
        for key in properties:
            yield from self._of_property(thing, known[:1], above, key)

    def _of_property(self, thing: Thing, first: list[str], above: frozenset[str], key: str) -> Iterator[Broken]:
        name = thing.context.term(key)
        if name is None or name.endswith(_ANNOTATIONS):
            return
        pointer = f"{thing.pointer}/{escaped(key)}"
        found = self._words.property_named(name)
        yield from self._of_term(name, found, pointer, a_type=False)
        if found is None:
            self._unknown.add(pointer)
            return
        known = self._words.properties[found]
        if _is_elsewhere(known, above):
            message = f"`{first[0]}` has no `{found}`, which belongs to {named(known.domain)}"
            yield "claimreview-schema-org-domain", message, pointer
        for shown, place in self._ranges.wrong(thing, known.range, thing.data[key], pointer) if known.range else ():
            yield "claimreview-schema-org-range", f"`{found}` takes {named(known.range)}, and not {shown}", place

    def _is_beyond(self, thing: Thing) -> bool:
        """Whether it stands in a property that is none of schema.org's, which is told once; what is within it follows it."""
        if self._beyond is not None and thing.pointer.startswith(self._beyond):
            return True
        if thing.held_in not in self._unknown:
            return False
        self._beyond = f"{thing.pointer}/"
        return True

    def _of_term(self, name: str, found: str | None, pointer: str, *, a_type: bool) -> Iterator[Broken]:
        kind, none = _UNKNOWN[a_type]
        if found is None:
            near = self._hints.near(name, a_type=a_type)
            hint = f"; did you mean `{near}`?" if near else ""
            yield none, f"schema.org has no {kind} `{short(name)}`{hint}", pointer
            return
        if found != name:
            yield "claimreview-schema-org-case", f"the {kind} is `{found}`, not `{short(name)}`", pointer
        if found in self._words.superseded:
            instead = " or ".join(f"`{each}`" for each in self._words.superseded[found])
            yield "claimreview-schema-org-superseded", f"`{found}` is written {instead} today", pointer


def _is_elsewhere(known: Property, above: frozenset[str]) -> bool:
    """Whether a property belongs to other types than these and those above them."""
    # A Role may have any property: it repeats the one in which it stands.
    return bool(above and known.domain) and above.isdisjoint(known.domain) and "Role" not in above
