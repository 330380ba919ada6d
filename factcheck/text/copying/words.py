"""A text as a row of words, each a number: the same for words that differ only in case, form or what nobody sees."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from zlib import crc32

from factcheck.text.signs import UNSPACED

# What words are not made of: white space and punctuation. Marks, which belong to letters, are left in them.
_BETWEEN = (
    r"\s!-/:-@\[-`{-~\xa1-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\u02bc\u055a-\u055f\u0589\u05be\u05c0\u05c3\u05f3\u05f4"
    r"\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u1361-\u1368\u2010-\u205e\u2190-\u2bff\u3000-\u3004\u3008-\u303f"
    r"\u30a0\u30fb\ufe10-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_UNSPACED_WORD = re.compile(f"[{UNSPACED}]")
_WORD = re.compile(f"[{UNSPACED}]|[^\\s{UNSPACED}]+")
_SPACED_WORD = re.compile(r"\S+")
_PUNCTUATION = re.compile(f"[{_BETWEEN}]+")
_UNSEEN = dict.fromkeys([0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF])


class Codes(dict[str, int]):
    """The number of each word, as it is written, made when it is first asked for; 0 for what is punctuation only.

    The same in every process, and for words that differ only in punctuation, case, form, or what nobody sees.
    """

    def __missing__(self, word: str) -> int:
        """The number of a word that is met for the first time."""
        plain = _PUNCTUATION.sub("", word)
        if not plain.isascii():
            plain = unicodedata.normalize("NFKC", plain).translate(_UNSEEN)
        code = self[word] = crc32(plain.casefold().encode("utf-8", "surrogatepass")) if plain else 0
        return code


def found(text: str) -> list[str]:
    """The words of a text as they are written, punctuation at them included; and what is punctuation only."""
    return _WORD.findall(text) if has_unspaced(text) else text.split()


def coded(text: str, codes: Codes) -> list[int]:
    """The words of a text as numbers."""
    return list(filter(None, map(codes.__getitem__, found(text))))


def places(text: str, codes: Codes) -> Iterator[tuple[int, int]]:
    """Where the words of a text stand, in the order of `coded`: start and end in code points, `end` exclusive."""
    pattern = _WORD if has_unspaced(text) else _SPACED_WORD
    return (word.span() for word in pattern.finditer(text) if codes[word[0]])


def weight(words: Sequence[str]) -> float:
    """How many words these are, one character of a script without spaces counting for half a word."""
    return len(words) - len(_UNSPACED_WORD.findall("".join(words))) / 2


def has_unspaced(text: str) -> bool:
    """Whether a text has words in a script without spaces."""
    return not text.isascii() and _UNSPACED_WORD.search(text) is not None
