"""What the words of a table mean: its headings, and those of a few cells; all of it data."""

import json
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NO_WORD = re.compile(r"[\W_]+")
_LONGEST = 200


class Field(NamedTuple):
    """Something that a column can hold: for people what it is, and the headings that say so, the surest first.

    `several` columns may hold it, and cells several of it; what is an `address` may be the link of a cell.
    `beside` has more headings that say so where another one stands beside them: `author` in a table
    that speaks of `claimReviewed` is who publishes, as in ClaimReview.
    """

    name: str
    holds: str
    several: bool
    address: bool
    headings: tuple[str, ...]
    beside: Mapping[str, tuple[str, ...]]


@cache
def fields() -> Mapping[str, Field]:
    """Every field by its name."""
    return {
        name: Field(
            name,
            each["holds"],
            each.get("several", False),
            each.get("address", False),
            tuple(plain(heading) for heading in each["headings"]),
            {plain(by): tuple(map(plain, headings)) for by, headings in each.get("beside", {}).items()},
        )
        for name, each in _data("fields").items()
    }


@cache
def meant(subject: str) -> Mapping[str, str]:
    """What a word means, by the word as `plain` gives it; `subject` is `kinds`, `languages`, `media` or `suffixes`."""
    return {plain(word): name for name, words in _data("vocabulary")[subject].items() for word in words}


@cache
def errors() -> frozenset[str]:
    """What stands where a formula failed."""
    return frozenset(_data("vocabulary")["errors"])


def plain(text: str) -> str:
    """A heading as it compares: `datePublished`, `Date published` and `DATE_PUBLISHED` are one."""
    apart = unicodedata.normalize("NFKD", _HUMP.sub(" ", text[:_LONGEST]))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _NO_WORD.sub(" ", bare.casefold()).strip()


def _data(name: str) -> Any:
    return json.loads((files(__package__) / f"{name}.json").read_text(encoding="utf-8"))
