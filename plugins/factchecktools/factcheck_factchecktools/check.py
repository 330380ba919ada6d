"""What is wrong with a page of markup: JSON, our schema, and what no JSON Schema can say."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema_rs
import orjson

from factcheck import Finding

from . import rules


def problems(body: bytes) -> list[Finding]:
    """Everything that is wrong with this text; `path` is a JSON pointer."""
    try:
        page = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        return [rules.JSON.finding(f"not JSON: {error.msg}").at(None, error.lineno, error.colno)]
    try:
        broken = [
            rules.SCHEMA.finding(error.message, _pointer(error.instance_path))
            for error in _validator().iter_errors(page)
        ]
    except ValueError as error:  # raised for what is nested deeper than the validator goes
        return [rules.JSON.finding(f"no page is nested like this: {error}")]
    # Nothing can be said of addresses and numbers that are not in their places.
    return broken or [*_urls(page), *_ratings(page), *_recommended(page)]


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    schema = files("factcheck_schemas") / "factchecktools" / "markup-page.schema.json"
    return jsonschema_rs.Draft202012Validator(orjson.loads(schema.read_bytes()))


def _urls(page: Any) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, markup in enumerate(page["claimReviewMarkups"]):
        url, path = markup.get("url", page["pageUrl"]), f"/claimReviewMarkups/{index}/url"
        if url.partition("#")[0] != page["pageUrl"]:
            message = f"the API takes {page['pageUrl']} with an anchor here, and no other address"
            yield rules.ANCHOR.finding(message, path)
        elif first.setdefault(url, index) != index:
            message = f"the review at `/claimReviewMarkups/{first[url]}` has this address; give each its own anchor"
            yield rules.SAME_URL.finding(message, path)


def _ratings(page: Any) -> Iterator[Finding]:
    for index, markup in enumerate(page["claimReviewMarkups"]):
        rating, path = markup["rating"], f"/claimReviewMarkups/{index}/rating"
        if "ratingValue" in rating:
            worst, value, best = (rating[key] for key in ("worstRating", "ratingValue", "bestRating"))
            if not worst < best:
                yield rules.ORDER.finding(f"bestRating ({best}) must be greater than worstRating ({worst})", path)
            elif not worst <= value <= best:
                yield rules.RANGE.finding(f"ratingValue ({value}) must be from {worst} to {best}", path)


def _recommended(page: Any) -> Iterator[Finding]:
    for key in ("claimReviewAuthor", "publishDate"):
        if key not in page:
            yield rules.RECOMMENDED.finding(f"`{key}` is missing: readers of fact-checks look for it")


def _pointer(path: list[str | int]) -> str:
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in path)
