"""Whose terms stand in an object: what JSON-LD's contexts say of its keys.

https://www.w3.org/TR/json-ld11/#the-context
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from factcheck_claimreview.importing.pointers import Objects
from factcheck_claimreview.importing.types import is_ours, local

from .vocabulary import NOTHING

_MOST = 1000  # terms that contexts define together; no markup has so many


class Context(NamedTuple):
    """Whether terms are schema.org's where nothing else is said, and the terms that are defined otherwise."""

    ours: bool = True
    defined: frozenset[str] = NOTHING

    def term(self, key: str) -> str | None:
        """The name that a key or a type has in schema.org; None for one of another vocabulary."""
        plain = local(key)
        if plain != key:
            return plain
        return key if self.ours and ":" not in key and key not in self.defined else None

    def within(self, given: Any) -> "Context":
        """The context within an object that has this `@context`: of several each one, in their order."""
        if not isinstance(given, list):
            return _within(self, given, ours=True)
        context = self._replace(ours=self.ours or any(isinstance(each, str) for each in given))
        for each in given:
            context = _within(context, each, ours=context.ours)
        return context


def _within(context: Context, given: Any, *, ours: bool) -> Context:
    if isinstance(given, str):
        # Which terms the contexts of others define is not known.
        return context._replace(ours=ours and is_ours(given))
    if not isinstance(given, dict):
        return context
    ours = is_ours(given["@vocab"]) if "@vocab" in given else context.ours
    new = {key for key in given if not key.startswith("@") and key not in context.defined}
    if len(context.defined) + len(new) > _MOST:
        return Context(ours=False)
    return Context(ours, context.defined | new if new else context.defined)


class Thing(NamedTuple):
    """An object of the markup with its pointer, its context, and the pointer of the property that it stands in."""

    data: dict[str, Any]
    pointer: str
    context: Context
    held_in: str = ""

    def types(self) -> Iterator[tuple[str, str]]:
        """The names in schema.org of its types, with their pointers."""
        key = "@type" if "@type" in self.data else "type"
        given = self.data.get(key)
        several = enumerate(given) if isinstance(given, list) else [("", given)]
        for step, each in several:
            name = self.context.term(each) if isinstance(each, str) else None
            if name:
                yield name, f"{self.pointer}/{key}{f'/{step}' if step != '' else ''}"

    @property
    def is_typed(self) -> bool:
        """Whether anything is said of its type."""
        return "@type" in self.data or "type" in self.data


def things(objects: Objects) -> Iterator[Thing]:
    """Each object of a document in its context, in their order; contexts are none."""
    outer: list[Thing] = []
    for data, pointer in objects:
        while outer and not pointer.startswith(f"{outer[-1].pointer}/"):
            outer.pop()
        around = outer[-1] if outer else Thing({}, "", Context())
        step = pointer[len(around.pointer) + 1 :].partition("/")[0]
        context = around.context.within(data["@context"]) if "@context" in data else around.context
        thing = Thing(data, pointer, context, f"{around.pointer}/{step}")
        outer.append(thing)
        if step != "@context":
            yield thing
