"""A fact-check out of JSON in which nothing is wrong, without places."""

from functools import lru_cache
from typing import Any

import orjson

from factcheck.model import FactCheck, RatingScale

from .compose import MOST_VALUES
from .inputs import SIZE_LIMIT

_LONGEST_SCALE = 10_000  # bytes


def quick(data: bytes) -> FactCheck | None:
    """The fact-check in a JSON text in UTF-8; None where anything may be wrong, or it is no JSON."""
    if len(data) > SIZE_LIMIT or (len(data) > MOST_VALUES and _most_values(data) > MOST_VALUES):
        return None
    try:
        value = orjson.loads(data)
        # orjson reads whole numbers of more than 64 bits as floating-point ones. Where the model wants a whole number, it
        # refuses these; where it does not, they are the same.
        return FactCheck.model_validate(_with_scale(value)) if _is_whole(value, data) else None
    except (ValueError, RecursionError, orjson.JSONEncodeError):  # the last for more levels than orjson writes
        return None


def _with_scale(value: Any) -> Any:
    """A fact-check with its scale made already, where it is one that others have, too."""
    scale = value.get("rating_scale") if isinstance(value, dict) else None
    data = orjson.dumps(scale) if scale else b""
    return {**value, "rating_scale": _scale(data)} if 0 < len(data) <= _LONGEST_SCALE else value


@lru_cache(128)
def _scale(data: bytes) -> RatingScale:
    """The scale in a JSON text. All fact-checks of a desk have the same one, and it is a third of their parts."""
    return RatingScale.model_validate(orjson.loads(data))


def _most_values(data: bytes) -> int:
    # A key or value stands at the beginning or after one of these.
    return 1 + sum(map(data.count, (b"{", b"[", b":", b",")))


def _is_whole(value: object, data: bytes) -> bool:
    """Whether a value that a JSON text was read as holds all of it: of a key that stands twice only the last is kept.

    What is lost takes a colon with it, unless one in a text is written as an escape.
    """
    written = orjson.dumps(value)
    return written == data or (
        written.count(b":") == data.count(b":") and b"\\u003a" not in data and b"\\u003A" not in data
    )
