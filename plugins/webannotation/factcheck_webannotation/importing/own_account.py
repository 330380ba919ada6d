"""What of our own collection is in the fact-check made of it: all that the exporter would write of it again."""

from collections.abc import Iterator
from typing import Any

from factcheck import FactCheck
from factcheck.strict_json import escaped, leaves, shown
from factcheck_webannotation.collection import collection

from .account import Account
from .nodes import Node

_Pair = tuple[Any, Any, str]
_NOTHING = object()


def said(given: Node, fact_check: FactCheck, account: Account) -> set[str]:
    """The pointers of what the exporter writes of this fact-check, too; of what it writes otherwise it is told."""
    read = set[str]()
    waiting: list[_Pair] = [(given.data, collection(fact_check, _page_size(given)), given.pointer)]
    while waiting:
        value, made, place = waiting.pop()
        if isinstance(value, dict) and isinstance(made, dict):
            waiting += [(each, made.get(key, _NOTHING), f"{place}/{escaped(key)}") for key, each in value.items()]
        elif isinstance(value, list) or isinstance(made, list):
            waiting += _aligned(value, made, place)
        elif value == made and isinstance(value, bool) == isinstance(made, bool):
            read.add(place)
        elif made is not _NOTHING and not isinstance(value, dict):
            for pointer, _ in leaves(value, place):
                account.reason(pointer, "webannotation-otherwise", f"elsewhere it is {_short(made)}")
    return read


def _aligned(value: Any, made: Any, place: str) -> Iterator[_Pair]:
    """The values of two lists beside each other: those with an id by it, the others by their place."""
    there = value if isinstance(value, list) else [value]
    ours = made if isinstance(made, list) else [] if made is _NOTHING else [made]
    named = {each["id"]: each for each in ours if isinstance(each, dict) and isinstance(each.get("id"), str)}
    for index, each in enumerate(there):
        identifier = each.get("id") if isinstance(each, dict) else None
        beside = named.get(identifier, _NOTHING) if isinstance(identifier, str) else _NOTHING
        if beside is _NOTHING and index < len(ours):
            beside = ours[index]
        yield each, beside, f"{place}/{index}" if isinstance(value, list) else place


def _page_size(given: Node) -> int:
    """How many annotations stand on the first page, where others follow."""
    first = given.data.get("first")
    items = first.get("items") if isinstance(first, dict) and "next" in first else None
    return len(items) if isinstance(items, list) else 0


def _short(value: Any) -> str:
    told = shown(value)
    return told if len(told) <= 60 else f"{told[:59]}…"
