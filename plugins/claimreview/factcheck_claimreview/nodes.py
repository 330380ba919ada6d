"""Nodes of JSON-LD, and the simple values in them."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from factcheck import Localised, dates

Node = dict[str, Any]
UNDETERMINED = "und"


def node(kind: str | None = None, identifier: str | None = None, **properties: Any) -> Node:
    """A node of this schema.org type, or a part of one; a property without a value is left out."""
    made: Node = {}
    if kind:
        made["@type"] = kind
    if identifier:
        made["@id"] = identifier
    for name, value in properties.items():
        if value:
            made[name] = value
    return made


def reference(identifier: str) -> Node:
    """A node that is described elsewhere in the document."""
    return {"@id": identifier}


def one_or_list(values: Sequence[Any]) -> Any:
    """The value alone where there is one, else a list."""
    return values[0] if len(values) == 1 else list(values)


@lru_cache(maxsize=4096)
def date(text: str | None) -> str | None:
    """The most precise date or instant of ISO 8601 that holds all of an EDTF text."""
    certain = dates.certain(text) if text else None
    # EDTF lets an offset be whole hours; xsd:dateTime, which schema.org's DateTime follows, wants the minutes.
    return f"{certain}:00" if certain and "T" in certain and certain[-3] in "+-" else certain


@lru_cache(maxsize=4096)
def inexact(text: str | None) -> str | None:
    """The EDTF text itself, where no single date says all of it; schema.org has `temporal` for such."""
    return text if text and dates.certain(text) != text else None


def determined(language: str) -> str | None:
    """A language; None for `und`, which says that it is not known: where none has to stand, none does (RFC 5646, 4.1)."""
    return None if language.lower() == UNDETERMINED else language


def localised(texts: Localised, language: str) -> str | list[Node]:
    """Words as plain text where this is their only language, else one value for each language."""
    if len(texts) == 1 and language in texts:
        return texts[language]
    return [{"@language": tag, "@value": words} for tag, words in texts.items()]
