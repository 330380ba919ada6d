"""Ids for the parts of one fact-check, made of what they are called."""

import re
import unicodedata
from functools import lru_cache


class Ids:
    """The ids that are given in one fact-check, each once."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def reserve(self, wish: str) -> bool:
        """Give exactly this id; False where it is given already."""
        if wish in self._given:
            return False
        self._given[wish] = 1
        return True

    def like(self, wish: str) -> str:
        """An id like this one that no other part has: `it-rained`, `it-rained-2`."""
        made = wish
        while not self.reserve(made):
            self._given[wish] += 1
            made = f"{wish}-{self._given[wish]}"
        return made


@lru_cache(4096)
def slug(text: str) -> str:
    """A text as a part of an id: ASCII letters, digits and hyphens, 40 at most; empty where none is left."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:40].strip("-")


def identifier(text: str) -> str:
    """A text as the id of a part: its slug, which an id begins with a letter; `part` where it has none."""
    short = slug(text)
    return short if short[:1].isalpha() else f"p-{short}" if short else "part"
