"""The simple values of an object whose properties count as read: one that cannot be read is left; each repair is a finding."""

import json
import math
import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape
from typing import Any
from urllib.parse import urljoin

from pydantic import TypeAdapter, ValidationError

from factcheck import LanguageTag, dates

from .nodes import Node
from .types import names

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T.*)?)?)?", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,15}(?:[.,]\d{1,15})?", re.ASCII)
_ADDRESS = re.compile(r"https?://[^\s/?#\"<>\\^`{|}]+[^\s\"<>\\^`{|}]*")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?")
LONGEST_LINE = 2000
_TAG = TypeAdapter[str](LanguageTag)
_PAGE = names("url")
_LONGEST_DATE = 64
_LONGEST_TAG = 100  # and what is longer is not remembered


def text(node: Node, name: str) -> str | None:
    """The text of a property; of a list its only one."""
    value = node.data.get(name)
    if value is None or (type(value) is str and _is_tidy(value)):
        return value
    if isinstance(value, list) and value:
        texts = [each for each in value if isinstance(each, str)]
        if len(value) == 1 and texts:
            value = texts[0]
            node.reading.find(
                "claimreview-several-values",
                f"`{name}` is one text, no list",
                f"{node.place(name)}/0",
                stood=value,
                made=value,
            )
        elif len(texts) > 1:
            several(node, name)
    value = _plain(node, value)
    found = tidied(node, name, value) if isinstance(value, str) and value.strip() else None
    if not found:
        node.leave(name)
        return None
    return found


def line(node: Node, name: str) -> str | None:
    """The text of a property that fits into a line."""
    found = text(node, name)
    if found is not None and len(found) > LONGEST_LINE:
        node.leave(name)
        return None
    return found


def lines(node: Node, name: str) -> tuple[str, ...]:
    """The texts of a property that all fit into lines."""
    value = node.data.get(name)
    if value is None:
        return ()
    if not isinstance(value, list):
        found = line(node, name)
        return (found,) if found else ()
    if not all(isinstance(each, str) and 0 < len(each.strip()) <= LONGEST_LINE for each in value):
        node.leave(name)
        return ()
    return tuple(dict.fromkeys(tidied(node, name, each) for each in value))


def tag(node: Node, name: str) -> str | None:
    """The tag of a language, as it stands."""
    value = node.data.get(name)
    if value is None or (isinstance(value, str) and is_tag(value)):
        return value
    node.leave(name)
    return None


def is_tag(text: str) -> bool:
    """Whether a text is a tag of BCP 47."""
    return len(text) <= _LONGEST_TAG and _is_tag(text)


@lru_cache(1024)
def _is_tag(text: str) -> bool:
    try:
        _TAG.validate_python(text)
    except ValidationError:
        return False
    return True


def first(read: Callable[[Node, str], str | None], node: Node, *names: str) -> str | None:
    """What the first of several properties says that says anything; those that say otherwise are left."""
    said = None
    for name in names:
        found = read(node, name)
        if said is None:
            said = found
        elif found and found != said:
            node.leave(name)
    return said


def several(node: Node, name: str) -> None:
    """Tell that a property has several values where one is wanted: which one holds is for a person to say."""
    node.leave(name)
    stood = json.dumps(node.data.get(name), ensure_ascii=False)
    message = f"`{name}` has several values, and nothing says which one holds: they are left out"
    node.reading.find("claimreview-several-values", message, node.place(name), stood=stood)


def _plain(node: Node, value: Any) -> Any:
    """The value of a JSON-LD value object, any other as it is."""
    if isinstance(value, dict) and isinstance(value.get("@value"), str):
        node.reading.take(value, "@value", "@type")
        return value["@value"]
    return value


def _is_tidy(value: str) -> bool:
    """Whether a text is fit to be taken as it is, as most are."""
    return 0 < len(value) <= LONGEST_LINE and "&" not in value and value == value.strip()


def tidied(node: Node, name: str, value: str) -> str:
    """The text without entities and without white space around it."""
    reading, text = node.reading, value
    if "&" in text and _ENTITY.search(text):
        text = unescape(text)
        reading.find("claimreview-entities", "entities of HTML stand here", node.place(name), stood=value, made=text)
    if text != text.strip():
        stripped = text.strip()
        reading.find(
            "claimreview-white-space", "white space stands around it", node.place(name), stood=text, made=stripped
        )
        return stripped
    return text


def number(node: Node, name: str) -> float | None:
    """The number of a property, also where it stands as a text."""
    value: Any = node.data.get(name)
    if value is None:
        return None
    if type(value) is int and -1e15 < value < 1e15:
        return float(value)
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        if not node.reading.is_textual:
            made = value.strip().replace(",", ".")
            told = f"`{name}` is a number"
            node.reading.find("claimreview-number-as-text", told, node.place(name), stood=value, made=made)
        return float(value.replace(",", "."))
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or abs(value) > 1e15:
        node.leave(name)
        return None
    return float(value)


def date(node: Node, name: str) -> str | None:
    """The date of a property as EDTF has it."""
    value = node.data.get(name)
    if value is None:
        return None
    value = _plain(node, value)
    if isinstance(value, list) and len(value) > 1:
        several(node, name)
        return None
    if not isinstance(value, str) or not value.strip():
        node.leave(name)
        return None
    written = value.strip()
    text = _as_edtf(written) if len(written) <= _LONGEST_DATE else None
    if text is None:
        node.leave(name)
        node.reading.find(
            "claimreview-date-not-iso",
            "this is no date that can be read for sure: it is left out",
            node.place(name),
            stood=value,
        )
    elif text != value:
        node.reading.find(
            "claimreview-date-not-iso",
            "a date is ISO 8601, with seconds and without fractions",
            node.place(name),
            stood=value,
            made=text,
        )
    return text


@lru_cache(4096)
def _as_edtf(text: str) -> str | None:
    found = dates.as_edtf(text)
    # What else EDTF knows, such as spans and doubtful dates, are no dates of markup.
    return found if found and _ISO.fullmatch(found) else None


def address(node: Node, name: str) -> str | None:
    """The address of a property, absolute."""
    value = node.data.get(name)
    if value is None or (type(value) is str and _ADDRESS.fullmatch(value)):
        return value
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, str) or not value.strip():
        node.leave(name)
        return None
    found = address_of(node, value, node.place(name))
    if found is None:
        node.leave(name)
    return found


def page(node: Node, name: str) -> str | None:
    """The address of a property that is one, or an object that has one."""
    if not isinstance(node.data.get(name), dict):
        return address(node, name)
    for each in node.nodes(name):
        each.read(_PAGE)
        return address(each, "url")
    return None


def address_of(node: Node, value: str, place: str) -> str | None:
    """An absolute address out of what stands at a place; None where that cannot be told."""
    reading, text = node.reading, value.strip()
    if _ADDRESS.fullmatch(text):
        if text != value:
            reading.find("claimreview-white-space", "white space stands around it", place, stood=value, made=text)
        return text
    made, rule = _whole(text, reading.base), "claimreview-schemeless-address"
    if text.startswith(("/", "?", "#", ".")):
        rule = "claimreview-relative-address"
    if made is None or not _ADDRESS.fullmatch(made):
        reading.find(rule, "this is no whole address: it is left out", place, stood=value)
        return None
    reading.find(rule, "this is no whole address", place, stood=value, made=made)
    return made


def _whole(text: str, base: str | None) -> str | None:
    for scheme in ("https:", "http:"):
        if text.startswith(scheme) and _HOST.fullmatch(text[len(scheme) :].lstrip("/")):
            return f"{scheme}//{text[len(scheme) :].lstrip('/')}"
    if text.startswith("//"):
        return f"https:{text}"
    if text.startswith(("/", "?")) and len(text) > 1:
        return urljoin(base, text) if base else None
    return f"https://{text}" if _HOST.fullmatch(text) and "//" not in text else None
