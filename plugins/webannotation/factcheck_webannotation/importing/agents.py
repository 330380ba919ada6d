"""Who made an annotation, as an agent without an id."""

from typing import Any

from factcheck.drafts import Part, Value, part
from factcheck_webannotation.pointers import Pointer

from .account import Account
from .nodes import Node

_KINDS = {"Person": "person", "Organization": "organisation", "Group": "collective", "foaf:Person": "person"}
_ACCOUNT = "acct:"


def agent(value: Any, place: str, account: Account) -> Part[Pointer] | None:
    """The agent that an object or the name of an account describes; None where it has no name, or is a program."""
    if isinstance(value, str):
        return _account(Value(value, (place,))) if value.startswith(_ACCOUNT) else None
    if not isinstance(value, dict):
        return None
    node = Node(value, place)
    name, types = node.text("name"), [each for each in node.types() if each.value in _KINDS]
    if not name or (node.types() and len(types) != 1):
        return None
    kind = Value(_KINDS[types[0].text], types[0].places) if types else Value("person")
    if not types:
        account.note(
            "webannotation-creator-kind",
            "taken for a person: correct that where it is none",
            place,
            stood="",
            made="person",
        )
    pages = [each for each in (node.text("id"),) if each and each.text.startswith(("http://", "https://"))]
    return part(
        {
            "kind": kind,
            "name": name,
            "url": node.text("homepage"),
            "same_as": pages,
            "alternative_names": node.texts("nickname"),
        }
    )


def of_account(user: Value[Pointer] | None, shown: Value[Pointer] | None) -> Part[Pointer] | None:
    """The agent of an account of Hypothesis, by the name that it shows, else by its own."""
    if shown:
        return part({"kind": Value("person"), "name": shown, "alternative_names": [user] if user else []})
    return _account(user) if user else None


def _account(user: Value[Pointer]) -> Part[Pointer]:
    return part({"kind": Value("person"), "name": user})
