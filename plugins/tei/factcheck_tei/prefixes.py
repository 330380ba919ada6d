"""Ids that are unique among fact-checks: those of each with a prefix that is made of its own id alone.

A prefix ends with a full stop, which no id of the model holds, so it can be taken away again: `f0123456789abcdef.c1`.
"""

import re
from collections.abc import Mapping
from hashlib import sha256
from types import SimpleNamespace
from typing import Any

from factcheck import (
    Agent,
    Appearance,
    Claim,
    ClaimRelation,
    CopyOf,
    Correction,
    EarlierVerdict,
    Evidence,
    FactCheck,
    Rating,
    RatingScale,
    Relay,
    Source,
    Verdict,
)

PREFIX = re.compile(r"f[0-9a-f]{16}\.")
_DIGITS = 16  # with them, two of a million fact-checks share a prefix once in forty million archives
_HOLDING: Mapping[type, tuple[str, ...]] = {
    FactCheck: (
        "publisher", "authors", "reviewers", "rating_scale", "agents", "sources", "claims", "verdicts", "corrections",
    ),
    RatingScale: ("ratings",),
    Rating: ("id",),
    Agent: ("id", "affiliation"),
    Source: ("id", "authors", "publisher", "copy_of"),
    CopyOf: ("source",),
    Claim: ("id", "claimants", "interpreted_by", "appearances", "relations"),
    ClaimRelation: ("claim",),
    Appearance: ("id", "source", "relays"),
    Relay: ("by",),
    Verdict: ("id", "claim", "rating", "authors", "evidence", "history"),
    Evidence: ("id", "source"),
    EarlierVerdict: ("rating", "correction"),
    Correction: ("id", "parts"),
}  # fmt: skip
"""The fields of each part that hold its id, ids of others, or parts with such fields."""


def prefix_of(identifier: str) -> str:
    """The prefix for the parts of the fact-check with this id."""
    return f"f{sha256(identifier.encode()).hexdigest()[:_DIGITS]}."


def prefixed(fact_check: FactCheck) -> FactCheck:
    """What the same fact-check says, with its prefix before the id of each part and in each reference to one.

    It has the attributes and is no model: copies of models take four times as long.
    """
    changed: FactCheck = _prefixed(fact_check, prefix_of(fact_check.id))
    return changed


def _prefixed(part: Any, prefix: str) -> Any:
    said = part.__dict__.copy()
    for name in _HOLDING[type(part)]:
        held = said[name]
        if isinstance(held, tuple):
            said[name] = tuple([prefix + each if isinstance(each, str) else _prefixed(each, prefix) for each in held])
        elif held is not None:
            said[name] = prefix + held if isinstance(held, str) else _prefixed(held, prefix)
    return SimpleNamespace(**said)
