"""Nodes of JSON-LD, and the simple values in them.

A node is made as a dict of what always stands in it, and gets what may be missing by and by, in the order in which it is
to be read. An empty value, or none, never stands in one; several values are a list, as when the JSON is read again.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from factcheck import Localised, dates

Node = dict[str, Any]
Told = Mapping[str, Any]
"""The fields of a part of a fact-check: where many are read, its `__dict__`, since an attribute of pydantic's takes twice as long."""

UNDETERMINED = "und"


def reference(identifier: str) -> Node:
    """A node that is described elsewhere in the document."""
    return {"@id": identifier}


def one_or_list(values: list[Any]) -> Any:
    """The value alone where there is one, else a list."""
    return values[0] if len(values) == 1 else values


def those(nodes: Mapping[str, Node], identifiers: Sequence[str]) -> Any:
    """The nodes with these ids: alone where it is one, else a list."""
    return nodes[identifiers[0]] if len(identifiers) == 1 else [nodes[each] for each in identifiers]


def put_published(node: Node, text: str) -> None:
    """Say when it was published, and in which words, where no single date says all of them."""
    written = date(text)
    if written:
        node["datePublished"] = written
    if written != text and inexact(text):
        node["temporal"] = text


def put_modified(node: Node, text: str) -> None:
    """Say when it was changed, where a single date says it."""
    if written := date(text):
        node["dateModified"] = written


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
    return texts.only(language) or [{"@language": tag, "@value": words} for tag, words in texts.items()]
