"""The scales out of `scales.json`: facts that publishers state on the page `source`, and what each label amounts to.

Where the publisher's own page was not at hand, `source` is a page of others that lists the labels it published. Ratings
stand from false to true; those that are outside of this order, such as `Unproven`, stand last. A rating has a number only
where the publisher's own markup has it. To add a publisher, add an object there.
"""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from factcheck import PublishedScale, RatingScale


def published_scales() -> Iterator[PublishedScale]:
    """Each scale of the file."""
    for given in json.loads((files(__package__) / "scales.json").read_bytes()):
        yield _scale(given)


def _scale(given: dict[str, Any]) -> PublishedScale:
    host = urlsplit(given["source"]).hostname or ""
    own = any(f".{host}".endswith(f".{site}") for site in given["sites"])
    scale = {"name": given.get("name"), "url": given["source"] if own else None, "ratings": given["ratings"]}
    return PublishedScale(
        publisher=given["publisher"],
        sites=tuple(given["sites"]),
        languages=tuple(given["languages"]),
        scale=RatingScale.model_validate(scale),
        source=given["source"],
        other_names=tuple(given.get("other_names", ())),
        other_labels=given.get("other_labels", {}),
    )
