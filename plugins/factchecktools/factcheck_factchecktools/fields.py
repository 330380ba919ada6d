"""Values out of JSON, each written down in the ledger as it is taken."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import quote

from pydantic import BaseModel, TypeAdapter, ValidationError

from factcheck import Claim, FactCheck, Topic, dates
from factcheck.strict_json import escaped

from . import rules
from .ledger import Ledger

_LONGEST_LINE = 2000
_NOT_IN_URL = re.compile(r'[\x00-\x20"<>\\^`{|}\x7f-\xa0]+')
_OPTIONS = {"name": "name", "versionId": "version_id"}
_WHOLE = re.compile(r"-?\d{1,10}", re.ASCII)


class Kind(NamedTuple):
    """A kind of text: the field of the model that says what it must be like."""

    part: type[BaseModel]
    field: str


LINE = Kind(Topic, "name")
TEXT = Kind(Claim, "text")
URL = Kind(FactCheck, "url")
LANGUAGE = Kind(FactCheck, "language")


class Node:
    """A JSON object and its place; every value taken from it is written down in the ledger."""

    def __init__(self, value: dict[str, Any], pointer: str, ledger: Ledger) -> None:
        self.value = value
        self.pointer = pointer
        self.ledger = ledger

    def at(self, key: str) -> str:
        """The pointer of a key."""
        return f"{self.pointer}/{escaped(key)}"

    def node(self, key: str) -> "Node":
        """The object under a key; an empty one where there is none."""
        value = self.value.get(key)
        if not isinstance(value, dict):
            self._wrong(key, value, "an object")
        return Node(value if isinstance(value, dict) else {}, self.at(key), self.ledger)

    def nodes(self, key: str) -> "Iterator[Node]":
        """The objects of the list under a key; what is no object there is told."""
        for pointer, item in self.list(key):
            if isinstance(item, dict):
                yield Node(item, pointer, self.ledger)
            else:
                self.ledger.left_out(rules.TYPE, pointer, item, f"an object is wanted here, not {json_kind(item)}")

    def list(self, key: str) -> list[tuple[str, Any]]:
        """The items of the list under a key, each with its pointer."""
        value = self.value.get(key)
        if not isinstance(value, list):
            self._wrong(key, value, "a list")
            return []
        return [(f"{self.at(key)}/{index}", item) for index, item in enumerate(value)]

    def text(self, key: str, to: str = "", kind: Kind = TEXT) -> str | None:
        """The words under a key, None where there are none."""
        value = self._string(key)
        if value is None:
            return None
        found = accepted(kind, value) or (accepted(kind, value.strip()[:_LONGEST_LINE]) if kind is LINE else None)
        if found is None:
            self.ledger.left_out(rules.EMPTY, self.at(key), value, "there is nothing but white space")
        elif len(found) < len(value.strip()):
            found = f"{found[: _LONGEST_LINE - 1].rstrip()}…"
            message = f"cut to {_LONGEST_LINE} characters"
            self.ledger.repaired(rules.CUT, self.at(key), value, found, message)
        elif found != value:
            self.ledger.repaired(rules.WHITE_SPACE, self.at(key), value, found, "white space around it is gone")
        if found is not None:
            self.ledger.carried(self.at(key), to)
        return found

    def url(self, key: str, to: str = "") -> str | None:
        """The address under a key."""
        value = self._string(key)
        return None if value is None else address(value, self.at(key), self.ledger, to)

    def date(self, key: str, to: str = "") -> str | None:
        """The date under a key, in EDTF."""
        value = self._string(key)
        if value is None:
            return None
        found = dates.as_edtf(value)
        if found is None:
            self.ledger.left_out(rules.DATE, self.at(key), value, "this is no date that can be read for sure: left out")
            return None
        if found != value:
            self.ledger.repaired(rules.DATE, self.at(key), value, found, f"written as {found}")
        self.ledger.carried(self.at(key), to)
        return found

    def language(self, key: str, to: str = "") -> str | None:
        """The language tag under a key."""
        value = self._string(key)
        if value is None:
            return None
        found = accepted(LANGUAGE, value) or accepted(LANGUAGE, value.strip().replace("_", "-"))
        if found is None:
            self.ledger.left_out(rules.LANGUAGE, self.at(key), value, "this is no language tag, and left out")
            return None
        if found != value:
            self.ledger.repaired(rules.LANGUAGE, self.at(key), value, found, f"written as {found}")
        self.ledger.carried(self.at(key), to)
        return found

    def site(self, key: str, host: str) -> str | None:
        """The address of the site under a key, which the API names by its host alone."""
        found = accepted(URL, host) or accepted(URL, f"https://{host}")
        if found is None:
            self.ledger.tell(rules.SITE_ADDRESS, self.at(key), "no address can be made of this", stood=host)
        elif found != host:
            self.ledger.repaired(rules.SITE_ADDRESS, self.at(key), host, found, f"written as {found}")
        return found

    def update_only(self, *keys: str) -> None:
        """What the API gives for updates alone: the exporter takes it as options."""
        for key in keys:
            if self.value.get(key):
                message = f"to update this page, give it to the exporter as `{_OPTIONS[key]}`"
                self.ledger.left_out(rules.UPDATE, self.at(key), self.value[key], message)

    def number(self, key: str) -> int | None:
        """The whole number under a key, None where there is none; ProtoJSON lets it stand as a text too."""
        value: Any = self.value.get(key)
        if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
            made = str(int(value))
            self.ledger.repaired(rules.TYPE, self.at(key), value, made, "a number is wanted here, not a text")
            return int(value)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self._wrong(key, value, "a whole number")
        return None

    def _string(self, key: str) -> str | None:
        return text_at(self.value.get(key), self.at(key), self.ledger)

    def _wrong(self, key: str, value: Any, wanted: str) -> None:
        if value is not None:  # ProtoJSON lets null stand for what is not given
            message = f"{wanted} is wanted here, not {json_kind(value)}: it is left out"
            self.ledger.left_out(rules.TYPE, self.at(key), value, message)


def address(value: str, pointer: str, ledger: Ledger, to: str = "") -> str | None:
    """The absolute address that a text is, with what no address can hold percent-encoded."""
    found = accepted(URL, value) or accepted(URL, _NOT_IN_URL.sub(lambda match: quote(match[0]), value.strip()))
    if found is None:
        ledger.left_out(rules.ADDRESS, pointer, value, "this is no absolute http or https address, and left out")
        return None
    if found != value:
        ledger.repaired(rules.ADDRESS, pointer, value, found, f"written as {found}")
    ledger.carried(pointer, to)
    return found


def text_at(value: Any, pointer: str, ledger: Ledger) -> str | None:
    """The text that stands at a place; None, and told, where something else does."""
    if isinstance(value, str):
        return value or None  # the ledger tells of an empty text in the end
    if value is not None:  # ProtoJSON lets null stand for what is not given
        ledger.left_out(rules.TYPE, pointer, value, f"a text is wanted here, not {json_kind(value)}: it is left out")
    return None


def accepted(kind: Kind, value: str) -> str | None:
    """The text as the model takes it, None where it does not."""
    try:
        return _adapter(kind).validate_python(value)
    except ValidationError:
        return None


def json_kind(value: Any) -> str:
    """What JSON calls a value of this kind."""
    names = {
        bool: "true or false",
        dict: "an object",
        list: "a list",
        str: "a text",
        int: "a number",
        float: "a number",
    }
    return names.get(type(value), "null")


@cache
def _adapter(kind: Kind) -> TypeAdapter[str]:
    return TypeAdapter(kind.part.model_fields[kind.field].rebuild_annotation())
