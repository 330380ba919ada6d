"""What is wrong with a document of annotations: JSON, our schema, and what no JSON Schema can say."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema_rs
import orjson

from factcheck import Finding

from .pointers import objects, pointer_of
from .rules import RULES

_MOST_BYTES = 64 * 2**20
_SCHEMA = "webannotation/webannotation.schema.json"
_MEANT = ("describedBy", "source", "claim", "claimant", "interpretedBy", "passedOnBy", "rating", "correction", "original", "affiliation", "author", "publisher", "reviewedBy", "parts")  # fmt: skip


def problems(body: bytes) -> list[Finding]:
    """Everything that is wrong with these bytes; `path` is a JSON pointer."""
    if len(body) > _MOST_BYTES:
        return [RULES["webannotation-json"].finding(f"{len(body)} bytes are more than {_MOST_BYTES}")]
    try:
        document = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        found = RULES["webannotation-json"].finding(f"not JSON: {error.msg}")
        return [found.at(None, error.lineno, error.colno)]
    try:
        broken = [_schema_problem(error) for error in _validator().iter_errors(document)]
    except ValueError as error:  # raised for what is nested deeper than the validator goes
        return [RULES["webannotation-json"].finding(f"no annotation is nested like this: {error}")]
    # Nothing can be said of ids and pages where they are not in their places.
    return broken or [*_ids(document), *_dangling(document), *_pages(document)]


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(orjson.loads((files("factcheck_schemas") / _SCHEMA).read_bytes()))


def _schema_problem(error: jsonschema_rs.ValidationError) -> Finding:
    return RULES["webannotation-schema"].finding(error.message, pointer_of(error.instance_path))


def _described(document: Any) -> Iterator[tuple[str, str]]:
    """The id of each part that is described, with its pointer; a creator is only named."""
    for data, pointer in objects(document):
        if "id" in data and not pointer.rstrip("/0123456789").endswith("/creator"):
            yield data["id"], f"{pointer}/id"


def _ids(document: Any) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for identifier, pointer in _described(document):
        first = seen.setdefault(identifier, pointer)
        if first != pointer:
            yield RULES["webannotation-same-id"].finding(f"{identifier} stands at `{first}` already", pointer)


def _dangling(document: Any) -> Iterator[Finding]:
    described, own = {identifier for identifier, _ in _described(document)}, f"{document['id']}#"
    for data, pointer in objects(document):
        for key in _MEANT:
            given = data.get(key)
            for iri in given if isinstance(given, list) else [given]:
                if isinstance(iri, str) and iri.startswith(own) and iri not in described:
                    yield RULES["webannotation-dangling"].finding(f"nothing here is {iri}", f"{pointer}/{key}")


def _pages(document: Any) -> Iterator[Finding]:
    pages = [(document["first"], "/first")]
    pages += [(page, f"/@included/{index}") for index, page in enumerate(document.get("@included", ()))]
    count, rule = 0, RULES["webannotation-pages"]
    for index, (page, pointer) in enumerate(pages):
        before, after = (
            pages[index - 1][0]["id"] if index else None,
            pages[index + 1][0]["id"] if index + 1 < len(pages) else None,
        )
        wanted = {"partOf": document["id"], "startIndex": count, "prev": before, "next": after}
        for key, value in wanted.items():
            if page.get(key) != value:
                yield rule.finding(
                    f"`{key}` must be {value}" if value is not None else f"there is no `{key}`", f"{pointer}/{key}"
                )
        count += len(page["items"])
    if document["total"] != count:
        yield rule.finding(f"there are {count} annotations, not {document['total']}", "/total")
    if document["last"] != pages[-1][0]["id"]:
        yield rule.finding(f"the last page is {pages[-1][0]['id']}", "/last")
