"""schema.org's DataFeed of ClaimReviews, as Data Commons publishes it: https://datacommons.org/factcheck/download"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO

import orjson
from pydantic import Field

from factcheck import Container, Document, FactCheck, Finding, Options

from .bodies import CONTEXT, compact, reviews
from .options import Address, Moment
from .rules import RULES

_FEED = b'{"@context":"https://schema.org","@type":"DataFeed","dataFeedElement":['
_ITEM = b'"@type":"DataFeedItem"'
_TAIL = b"]}\n"
_LONGEST = 1 << 26
_MOST = 1_000
_DATES = (("dateCreated", "datePublished"), ("dateModified", "dateModified"))


class DataFeedOptions(Options):
    """What the feed says of itself."""

    modified: Moment = Field(
        default="", description="Date of the feed, a day or an instant, as `dateModified`; none without it."
    )
    name: str = Field(default="", description="Name of the feed.")
    url: Address = Field(default="", description="Address that it is published at.")


class DataFeed(Container):
    """A line for each fact-check, with a DataFeedItem for each of its reviews; the feed is one JSON document."""

    name = "datafeed"
    summary = "a schema.org DataFeed, as Data Commons publishes ClaimReviews"
    media_type = "application/ld+json"
    suffixes = (".json", ".jsonld")
    formats = ("claimreview",)
    options = DataFeedOptions
    separator = b","

    def document_options(self, options: Options) -> dict[str, object]:  # noqa: ARG002  # the same with all of them
        """The profile of Data Commons."""
        return {"profile": "datacommons"}

    def head(self, options: Options) -> bytes:
        """What the feed says of itself, in a line."""
        chosen = DataFeedOptions.model_validate(options)
        said = {"name": chosen.name, "url": chosen.url, "dateModified": chosen.modified}
        head = {"@context": CONTEXT, "@type": "DataFeed", **{name: value for name, value in said.items() if value}}
        return orjson.dumps({**head, "dataFeedElement": []}).removesuffix(b"]}") + b"\n"

    def tail(self, options: Options) -> bytes:  # noqa: ARG002  # the same with all of them
        """The end of the document."""
        return _TAIL

    def piece(self, fact_check: FactCheck, document: Document, options: Options) -> bytes:  # noqa: ARG002  # the document is all
        """The items of one fact-check, in a line that a comma may stand before."""
        body = compact(document.body)
        items = body[len(_FEED) : -2] if body.startswith(_FEED) else _items(orjson.loads(body))
        return items + b"\n" if items else b""

    def validate(self, file: BinaryIO) -> Sequence[Finding]:
        """What breaks the layout and the schemas, line by line: memory does not grow with the feed.

        That no two reviews have one address is asked of those of one fact-check.
        """
        return list(islice(_problems(file), _MOST))


def _items(written: Any) -> bytes:
    return b",".join(orjson.dumps(_item(review)) for review in reviews(written))


def _item(review: dict[str, Any]) -> dict[str, Any]:
    dates = {name: review[dated] for name, dated in _DATES if dated in review}
    url = {"url": review["url"]} if "url" in review else {}
    return {"@type": "DataFeedItem", **dates, "item": [{"@context": CONTEXT, **review}], **url}


def _problems(file: BinaryIO) -> Iterator[Finding]:
    head = list(_head_problems(file.readline(_LONGEST)))
    yield from head
    if any(each.rule == "datafeed-layout" for each in head):
        return
    count, line = 0, b""
    for number, line in enumerate(iter(lambda: file.readline(_LONGEST), b""), 2):
        if line == _TAIL:
            break
        items = line[1:] if count else line
        if not line.endswith(b"\n") or (count and line[:1] != b","):
            yield RULES["datafeed-layout"].finding("here a line for a fact-check is due").at(None, number)
            return
        yield from _item_problems(items, count, number)
        count += max(items.count(_ITEM), 1)
    if line != _TAIL or file.read(1):
        yield RULES["datafeed-layout"].finding("it does not end as a feed does: it was cut off, or something follows")


def _head_problems(line: bytes) -> Iterable[Finding]:
    from .schemas import broken  # noqa: PLC0415  # the schema is compiled for those who validate

    try:
        head = orjson.loads(line + _TAIL)
    except orjson.JSONDecodeError:
        return [RULES["datafeed-layout"].finding("the first line is no head of a feed").at(None, 1)]
    return [
        RULES["datafeed-schema"].finding(message, pointer).at(None, 1)
        for message, pointer in broken("datafeed-archive.schema.json", head)
    ]


def _item_problems(items: bytes, before: int, number: int) -> Iterator[Finding]:
    from factcheck_claimreview.check import problems  # noqa: PLC0415  # as above

    for finding in problems(_FEED + items + b"]}", "datacommons"):
        yield finding._replace(path=_moved(finding.path, before)).at(None, number)


def _moved(pointer: str, before: int) -> str:
    """A pointer into the items of one line, as one into those of the feed."""
    parts = pointer.split("/")
    if parts[1:2] == ["dataFeedElement"] and len(parts) > 2:
        parts[2] = str(int(parts[2]) + before)
    return "/".join(parts)
