"""What is wrong with a document of ClaimReviews: JSON, our schema, and what no JSON Schema can say."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema_rs
import orjson

from factcheck import Finding, Severity

_JSON = "RFC 8259: https://www.rfc-editor.org/rfc/rfc8259"
_SCHEMA = "schemas/claimreview/claimreview.schema.json"
_GOOGLE = "https://developers.google.com/search/docs/appearance/structured-data/factcheck"
_JSON_LD = "JSON-LD 1.1, node objects: https://www.w3.org/TR/json-ld11/#node-objects"
_RECOMMENDED = ("author", "datePublished")
_NUMBERS = ("worstRating", "ratingValue", "bestRating")


def problems(body: bytes) -> list[Finding]:
    """Everything that is wrong with this text; `path` is a JSON pointer."""
    try:
        document = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        found = Finding("claimreview-json", Severity.ERROR, f"not JSON: {error.msg}", source=_JSON)
        return [found.at(None, error.lineno, error.colno)]
    try:
        broken = [_schema_problem(error) for error in _validator().iter_errors(document)]
    except ValueError as error:  # raised for what is nested deeper than the validator goes
        return [
            Finding("claimreview-json", Severity.ERROR, f"no ClaimReview is nested like this: {error}", source=_JSON)
        ]
    # Nothing can be said of numbers and ids where they are not in their places.
    return broken or [*_urls(document), *_ratings(document), *_identifiers(document), *_recommended(document)]


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    schema = files("factcheck_schemas") / "claimreview" / "claimreview.schema.json"
    return jsonschema_rs.Draft202012Validator(orjson.loads(schema.read_bytes()))


def _schema_problem(error: jsonschema_rs.ValidationError) -> Finding:
    return Finding("claimreview-schema", Severity.ERROR, error.message, _pointer(error.instance_path), source=_SCHEMA)


def _urls(document: Any) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for pointer, review in _reviews(document):
        stands = first.setdefault(review["url"], pointer)
        if stands != pointer:
            message = f"the review at `{stands or '/'}` has the same url; give each an anchor of its own"
            yield Finding("claimreview-same-url", Severity.ERROR, message, f"{pointer}/url", source=_GOOGLE)


def _ratings(document: Any) -> Iterator[Finding]:
    for pointer, node in _nodes(document):
        if node.get("@type") == "Rating" and "ratingValue" in node:
            worst, value, best = (node[name] for name in _NUMBERS)
            if not worst < best:
                message = f"bestRating ({best:g}) must be greater than worstRating ({worst:g})"
                yield Finding("claimreview-rating-order", Severity.ERROR, message, pointer, source=_GOOGLE)
            elif not worst <= value <= best:
                message = f"ratingValue ({value:g}) must be from {worst:g} to {best:g}"
                yield Finding("claimreview-rating-range", Severity.ERROR, message, pointer, source=_GOOGLE)


def _identifiers(document: Any) -> Iterator[Finding]:
    kinds: dict[str, str] = {}
    for pointer, node in _nodes(document):
        if "@id" in node and "@type" in node and kinds.setdefault(node["@id"], node["@type"]) != node["@type"]:
            message = f"{node['@id']} is a {kinds[node['@id']]} elsewhere in this document"
            yield Finding("claimreview-id-types", Severity.ERROR, message, f"{pointer}/@id", source=_JSON_LD)
    seen = set[str]()
    for pointer, review in _reviews(document):
        if review["@id"] in seen:
            message = f"another review is {review['@id']} already"
            yield Finding("claimreview-same-id", Severity.ERROR, message, f"{pointer}/@id", source=_JSON_LD)
        seen.add(review["@id"])


def _recommended(document: Any) -> Iterator[Finding]:
    for pointer, review in _reviews(document):
        for name in _RECOMMENDED:
            if name not in review:
                message = f"`{name}` is missing: readers of ClaimReview look for it"
                yield Finding("claimreview-recommended", Severity.WARNING, message, pointer, source=_GOOGLE)


def _reviews(document: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(document, list):
        for index, review in enumerate(document):
            yield f"/{index}", review
    elif "@graph" in document:
        for index, review in enumerate(document["@graph"]):
            yield f"/@graph/{index}", review
    else:
        yield "", document


def _nodes(document: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    # A stack of its own: a document may be nested deeper than Python likes to recurse.
    waiting = [("", document)]
    while waiting:
        pointer, value = waiting.pop()
        if isinstance(value, dict):
            yield pointer, value
            waiting.extend((f"{pointer}/{name}", inner) for name, inner in reversed(value.items()))
        elif isinstance(value, list):
            waiting.extend((f"{pointer}/{index}", value[index]) for index in reversed(range(len(value))))


def _pointer(path: list[str | int]) -> str:
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in path)
