"""The word that was meant."""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

# difflib's time grows with the square of the length and with each word: files are untrusted.
_LONGEST = 64
_MOST = 300


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that this one is most likely a slip for, None where none is near."""
    if len(word) > _LONGEST:
        return None
    words = islice((candidate for candidate in known if len(candidate) <= _LONGEST), _MOST)
    return next(iter(get_close_matches(word, words, n=1)), None)
