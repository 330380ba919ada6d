"""What stands where a name is wanted and names nobody: `unknown`, `N/A`, `social media users`, in many languages.

The model has no claimant where nobody knows who it is, and an agent of kind `unnamed` where somebody is described
and not named. A group such as a movement has a name and is a `collective`; users of a platform are no such group.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any
from unicodedata import category

from .labels.words import words

_PARTS = re.compile(r"[,;/&+]")
_LONGEST = 200
_FIELDS: Mapping[str, Mapping[str, str]] = {
    "unknown": {},
    "one": {"kind": "unnamed"},
    "several": {"kind": "unnamed", "nature": "group"},
}


def nameless(text: str) -> dict[str, str] | None:
    """What a text says that stands where a name is wanted, None where it is a name.

    Nothing, `{}`, where it says that nobody knows who it is: there is no agent then. Else the fields of an agent
    of kind `unnamed`, with the text as its `description`, and the `nature` of a group where several are meant.
    """
    kind = _kind(text) if len(text) <= _LONGEST else None
    if kind is None:
        return None
    fields = _FIELDS[kind]
    return {**fields, "description": text.strip()} if fields else {}


@lru_cache(4096)
def _kind(text: str) -> str | None:
    whole = _known(text)
    parts = [each for each in _PARTS.split(text) if words(each)]
    if whole or len(parts) < 2:
        return whole
    kinds = {_known(part) for part in parts}
    if None in kinds:
        return None
    return "unknown" if kinds == {"unknown"} else "several"


def _known(text: str) -> str | None:
    plain = words(text, bare=True)
    if not plain:  # a name may be of pictures, and hardly of strokes and full stops
        return None if any(category(each) == "So" for each in text) else "unknown"
    kinds, before = _table()
    while plain not in kinds:
        first, _, plain = plain.partition(" ")
        if first not in before or not plain:
            return None
    return kinds[plain]


@cache
def _table() -> tuple[Mapping[str, str], frozenset[str]]:
    """What each phrase says, and the words that may go ahead of one."""
    data = json.loads((files(__package__) / "unknown_names.json").read_text(encoding="utf-8"))
    # What is one and several alike, as the German `Nutzer`, does not tell that there are several.
    kinds = {phrase: kind for kind in ("several", "one", "unknown") for phrase in _phrases(data, kind)}
    return kinds, frozenset(words(word, bare=True) for word in (*data["before"], *data["platforms"]))


def _phrases(data: Mapping[str, Any], kind: str) -> Iterator[str]:
    for phrases in data[kind].values():
        for phrase in phrases:
            platforms = data["platforms"] if "{platform}" in phrase else [""]
            yield from (words(phrase.replace("{platform}", platform), bare=True) for platform in platforms)
