"""What is wrong with a document of ClaimReviews: JSON, our schema, and what no JSON Schema can say."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema_rs
import orjson

from factcheck import Finding

from .document_rules import RULES

_RECOMMENDED = ("author", "datePublished")
_NUMBERS = ("worstRating", "ratingValue", "bestRating")


# By which schema a document of a profile is judged.
_SCHEMAS = {"duke": "duke.schema.json", "datacommons": "datafeed.schema.json"}
_COMMON = "claimreview.schema.json"


def problems(body: bytes, profile: str | None = None) -> list[Finding]:
    """Everything that is wrong with this text, written for this profile; `path` is a JSON pointer."""
    try:
        document = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        found = RULES["claimreview-json"].finding(f"not JSON: {error.msg}")
        return [found.at(None, error.lineno, error.colno)]
    try:
        broken = [_schema_problem(error) for error in _validator(profile).iter_errors(document)]
    except ValueError as error:  # raised for what is nested deeper than the validator goes
        return [RULES["claimreview-json"].finding(f"no ClaimReview is nested like this: {error}")]
    if broken:  # nothing can be said of numbers and ids where they are not in their places
        return broken
    inner = [] if _nodes_agree(document) else [*_ratings(document), *_types(document)]
    return [*_urls(document), *inner, *_identifiers(document), *_recommended(document)]


@cache
def _validator(profile: str | None) -> jsonschema_rs.Draft202012Validator:
    schema = _schema(_SCHEMAS.get(profile or "", _COMMON))
    common = _schema(_COMMON)
    if profile == "schema.org":
        schema["$defs"]["Rating"]["properties"].update(_FROM_ZERO)
    return jsonschema_rs.Draft202012Validator(schema, registry=jsonschema_rs.Registry([(common["$id"], common)]))


# That a scale begins at 1 is Google's rule alone.
_FROM_ZERO = {name: {"type": "number", "minimum": 0} for name in _NUMBERS}


def _schema(name: str) -> Any:
    return orjson.loads((files("factcheck_schemas") / "claimreview" / name).read_bytes())


def _schema_problem(error: jsonschema_rs.ValidationError) -> Finding:
    return RULES["claimreview-schema"].finding(error.message, _pointer(error.instance_path))


def _urls(document: Any) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for pointer, review in _reviews(document):
        stands = first.setdefault(review["url"], pointer)
        if stands != pointer:
            message = f"the review at `{stands or '/'}` has the same url; give each an anchor of its own"
            yield RULES["claimreview-same-url"].finding(message, f"{pointer}/url")


def _nodes_agree(document: Any) -> bool:
    """Whether all ratings lie between their ends, and each `@id` has one `@type`.

    Nearly all do: no place is made out as long as nothing is wrong.
    """
    kinds: dict[str, str] = {}
    waiting = [document]
    for value in waiting:  # it grows meanwhile
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            waiting += [inner for inner in value.values() if not isinstance(inner, str)]
            kind = value.get("@type")
            if "@id" in value and kind and kinds.setdefault(value["@id"], kind) != kind:
                return False
            if kind == "Rating" and "ratingValue" in value:
                worst, number, best = (float(value[name]) for name in _NUMBERS)
                if not (worst < best and worst <= number <= best):
                    return False
    return True


def _ratings(document: Any) -> Iterator[Finding]:
    for pointer, node in _nodes(document):
        if node.get("@type") == "Rating" and "ratingValue" in node:
            worst, value, best = (float(node[name]) for name in _NUMBERS)
            if not worst < best:
                message = f"bestRating ({best:g}) must be greater than worstRating ({worst:g})"
                yield RULES["claimreview-rating-order"].finding(message, pointer)
            elif not worst <= value <= best:
                message = f"ratingValue ({value:g}) must be from {worst:g} to {best:g}"
                yield RULES["claimreview-rating-range"].finding(message, pointer)


def _types(document: Any) -> Iterator[Finding]:
    kinds: dict[str, str] = {}
    for pointer, node in _nodes(document):
        if "@id" in node and "@type" in node and kinds.setdefault(node["@id"], node["@type"]) != node["@type"]:
            message = f"{node['@id']} is a {kinds[node['@id']]} elsewhere in this document"
            yield RULES["claimreview-id-types"].finding(message, f"{pointer}/@id")


def _identifiers(document: Any) -> Iterator[Finding]:
    seen = set[str]()
    for pointer, review in _reviews(document):
        if "@id" not in review:  # Duke's schema has no place for it
            continue
        if review["@id"] in seen:
            message = f"another review is {review['@id']} already"
            yield RULES["claimreview-same-id"].finding(message, f"{pointer}/@id")
        seen.add(review["@id"])


def _recommended(document: Any) -> Iterator[Finding]:
    for pointer, review in _reviews(document):
        for name in _RECOMMENDED:
            if name not in review:
                message = f"`{name}` is missing: readers of ClaimReview look for it"
                yield RULES["claimreview-recommended"].finding(message, pointer)


def _reviews(document: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(document, list):
        for index, review in enumerate(document):
            yield f"/{index}", review
    elif "dataFeedElement" in document:
        for index, element in enumerate(document["dataFeedElement"]):
            for place, review in enumerate(element["item"]):
                yield f"/dataFeedElement/{index}/item/{place}", review
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
