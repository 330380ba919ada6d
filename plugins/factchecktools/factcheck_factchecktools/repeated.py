"""Claims that several pages review: the fact-check of each page has the whole claim, and a long one would fill many."""

from collections.abc import Mapping
from typing import Any

from .sizes import size_of

_LEAF = 20  # characters: what a leaf takes beside its text
_TIMES = 4
_AT_LEAST = 10_000_000  # characters


class Repeated:
    """Which claims of an answer have been read, and how much of them was read again."""

    def __init__(self, characters: int) -> None:
        """Allow for an answer of so many characters; a review has about as many as its claim."""
        self._left = _TIMES * characters + _AT_LEAST
        self._sizes: dict[str, int | None] = {}  # none yet of what was read once, as most is

    def read(self, claims: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
        """Of claims by their pointers those that are read for the first time."""
        new = {pointer: claim for pointer, claim in claims.items() if pointer not in self._sizes}
        for pointer in claims.keys() - new.keys():
            size = self._sizes[pointer] or _size(claims[pointer])
            self._sizes[pointer], self._left = size, self._left - size
        self._sizes.update(dict.fromkeys(new))
        return new

    @property
    def is_too_much(self) -> bool:
        """Whether more was read again than answers repeat."""
        return self._left < 0


def _size(claim: Mapping[str, Any]) -> int:
    size = size_of({key: value for key, value in claim.items() if key != "claimReview"})
    return size.texts + _LEAF * size.leaves
