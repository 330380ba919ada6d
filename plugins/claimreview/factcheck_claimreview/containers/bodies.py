"""The bodies of documents of ClaimReviews, whatever profile and options they were written with."""

from typing import Any

import orjson

CONTEXT = "https://schema.org"
CONTEXT_KEY = b'"@context":"https://schema.org"'
"""The context as it stands in a compact body. In a text its quotation marks have backslashes before them, so this finds
contexts and nothing else."""


def compact(body: bytes) -> bytes:
    """A body without line breaks; one that has none is as it was."""
    return orjson.dumps(orjson.loads(body)) if b"\n" in body else body


def reviews(written: Any) -> list[Any]:
    """The reviews of a document: one object, a list, a graph, or the items of a feed."""
    if isinstance(written, list):
        return written
    if "dataFeedElement" in written:
        return [review for item in written["dataFeedElement"] for review in item["item"]]
    return list(written.get("@graph", [written]))
