"""Judges markup by the JSON Schemas of those who take it: the Duke Reporters' Lab, and the feed of Data Commons."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema_rs
import orjson

from factcheck import Finding
from factcheck_claimreview.importing.documents import Document
from factcheck_claimreview.importing.pointers import escaped
from factcheck_claimreview.importing.types import types_of

from .findings import told
from .ranges import short

_KIND = jsonschema_rs.ValidationErrorKind
_DEEPEST = 6  # feed, elements, element, items, item, types


def of_duke(documents: Iterable[Document]) -> Iterator[Finding]:
    """What Duke's schema refuses in the ClaimReviews of JSON-LD."""
    for document in documents:
        # What stands in the attributes of a page is no JSON, and has no schema.
        for data, pointer in document.objects if not document.syntax else ():
            if "ClaimReview" in types_of(data):
                yield from _broken("duke", document, data, pointer)


def of_feed(documents: Iterable[Document]) -> Iterator[Finding]:
    """What is no feed as Data Commons has it, where an input is a feed or an item of one."""
    for document in documents:
        for data, pointer in document.objects[:1]:
            if not {"DataFeed", "DataFeedItem"}.isdisjoint(types_of(data)):
                yield from _broken("datafeed", document, data, pointer)


def _broken(schema: str, document: Document, data: dict[str, Any], pointer: str) -> Iterator[Finding]:
    rule, who = _RULES[schema]
    for error in _validator(schema).iter_errors(_shallow(data, _DEEPEST)):
        place = "".join([pointer, *(f"/{escaped(str(step))}" for step in error.instance_path)])
        for said, end in _said(schema, error):
            yield told(document, rule, f"{who} {said}", f"{place}{end}")


def _shallow(value: Any, depth: int) -> Any:
    """A value without what is in it so deep that no schema here asks for it: reviews may stand in reviews, and so on."""
    if isinstance(value, dict):
        return {key: _shallow(inner, depth - 1) for key, inner in value.items()} if depth else {}
    if isinstance(value, list):
        return [_shallow(inner, depth - 1) for inner in value] if depth else []
    return value


def _said(schema: str, error: jsonschema_rs.ValidationError) -> Iterator[tuple[str, str]]:
    """What is to be said of an error, each with the end of the pointer where it does not stand at the place of the error."""
    kind = error.kind
    if isinstance(kind, _KIND.AdditionalProperties):
        for name in kind.unexpected:
            yield f"has no place for `{short(name)}` here", f"/{escaped(name)}"
    elif isinstance(kind, _KIND.Required):
        yield f"wants `{kind.property}` here", ""
    else:
        yield f"wants {_wanted(schema, error.schema_path)}", ""


def _wanted(schema: str, path: Iterable[str | int]) -> str:
    """The last description on the way to the part of a schema that refuses a value."""
    whole: Any = _schema(schema)
    part, wanted = whole, whole.get("description", "")
    for step in path:
        # Some releases of jsonschema-rs go by the references, some by the definitions that these lead to.
        part = whole["$defs"][part[step].rpartition("/")[2]] if step == "$ref" else part[step]
        if isinstance(part, dict):
            wanted = part.get("description", wanted)
    return str(wanted)


_RULES = {"duke": ("claimreview-duke-schema", "Duke"), "datafeed": ("claimreview-datacommons-feed", "the feed")}


@cache
def _validator(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(_schema(name))


@cache
def _schema(name: str) -> Any:
    return orjson.loads((files("factcheck_schemas") / "claimreview" / f"{name}-as-found.schema.json").read_bytes())
