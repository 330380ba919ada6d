"""Selectors to quotations: TextQuoteSelector and TextPositionSelector; the others have no place in a fact-check.

https://www.w3.org/TR/annotation-model/#selectors
"""

from typing import Any

from factcheck.drafts import Found, Part, Repair, Value, part
from factcheck_webannotation.pointers import Pointer
from factcheck_webannotation.rules import RULES

from .account import Account
from .nodes import Node

_TYPES = ("TextQuoteSelector", "TextPositionSelector")


def quotation(target: Node, account: Account) -> Part[Pointer] | None:
    """The words that the selectors of a target select; None where none is told, or several different ones are."""
    quotes, positions = ([each for each in target.nodes("selector") if each.is_a(kind)] for kind in _TYPES)
    quote = _one([each for each in quotes if each.text("exact")], ("exact", "prefix", "suffix"), account)
    if quote is None:
        return None
    exact = quote.data["exact"]
    fields: dict[str, Found[Pointer] | None] = {"exact": Value(exact, (quote.place("exact"),))}
    fields |= {key: _words(quote, key) for key in ("prefix", "suffix")}
    position = _one([each for each in positions if _is_place(each, account)], ("start", "end"), account)
    if position:
        fields |= _position(position, exact, account)
    types = [place for each in (quote, position) if each for kind in each.types() for place in kind.places]
    return part(fields, *types)


def _one(nodes: list[Node], keys: tuple[str, ...], account: Account) -> Node | None:
    """The one selector there is; where several say different things none is taken."""
    said = {tuple(str(each.data.get(key)) for key in keys) for each in nodes}
    if len(said) < 2:
        return nodes[0] if nodes else None
    for each in nodes:
        for key in keys:
            account.reason(each.place(key), "webannotation-ambiguous", "several selectors say different things")
    return None


def _words(node: Node, key: str) -> Value[Pointer] | None:
    value = node.data.get(key)
    return Value(value, (node.place(key),)) if isinstance(value, str) and value else None


def _is_place(node: Node, account: Account) -> bool:
    """Whether start and end are whole numbers from 0, the end the greater one; else it is told."""
    start: Any = node.data.get("start")
    end: Any = node.data.get("end")
    if _is_count(start) and _is_count(end) and 0 <= start < end:
        return True
    message = "`start` and `end` are whole numbers from 0, and `end` is greater than `start`"
    for key in ("start", "end"):
        account.reason(node.place(key), "webannotation-invalid-value", message)
    return False


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _position(node: Node, exact: str, account: Account) -> dict[str, Found[Pointer] | None]:
    """Where the words stand, in code points as far as that can be told."""
    start, end = Value(node.data["start"], (node.place("start"),)), Value(node.data["end"], (node.place("end"),))
    points, units, length = len(exact), len(exact.encode("utf-16-le", "surrogatepass")) // 2, end.value - start.value
    if length == points and units != points:
        message = "the words have characters that JavaScript counts twice; these positions do not, as far as they go"
        account.note("webannotation-astral", message, node.pointer)
    elif length == units and units != points:
        rule = RULES["webannotation-code-units"]
        message = "from `start` to `end` the UTF-16 code units of the words were counted"
        end = Value(start.value + points, end.places, Repair(rule, str(end.value), message))
    elif length != points:
        account.note(
            "webannotation-position",
            f"the words have {points} code points, and from `start` to `end` there are {length}",
            node.pointer,
        )
    return {"start": start, "end": end}
