"""A label as words: one spelling for all ways to write it, cut where its punctuation cuts it.

Case and compatibility forms are folded as Unicode does (https://www.unicode.org/reports/tr15/); what is
neither letter, digit nor mark separates words, and sentence marks, commas, brackets and dashes separate clauses.
"""

import re
import unicodedata
from typing import NamedTuple

_BREAK = "\n"
_ASKS = "?"
_STOP = "."
_STOPS = frozenset(".!…:|\n।॥。։۔።፦")  # noqa: RUF001  # look-alikes are what it is about
_APOSTROPHES = "'’ʼ׳״’`´"  # noqa: RUF001  # look-alikes are what it is about
_QUOTES = '·"“”„‟«»‹›「」『』《》〈〉_&%#@*•¿¡/\\'  # noqa: RUF001  # look-alikes are what it is about
_LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ؤ": "و", "ئ": "ی", "ł": "l", "đ": "d", "ø": "o"})  # noqa: RUF001  # look-alikes are what it is about
_DASH = re.compile(r"(?<=\s)-+|-+(?=\s)|--+")
# Marks below 200 make other letters (Indic vowels, Thai tones, kana voicing); those of Hebrew, Arabic and the nukta do not.
_POINTS = frozenset({7, *range(10, 36)})


class Clause(NamedTuple):
    """The words between two breaks, separated by single spaces; whether a question mark ends them, or a sentence."""

    text: str
    asks: bool
    ends: bool


class _Spelling(dict[int, str | None]):
    """What becomes of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str | None:
        self[code] = made = _spelled(chr(code))
        return made


_SPELLING = _Spelling()
_MARKS = str.maketrans(_ASKS + _STOP, "  ")


def clauses(label: str, *, bare: bool = False) -> tuple[Clause, ...]:
    """The clauses of a label that have words; `bare` takes accents and points off, too."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", label).casefold())
    # Turkish has an i with and one without a dot, which other languages' capitals run together.
    folded = folded.replace("i̇", "i").replace("ı", "i")  # noqa: RUF001  # as above
    if bare:
        folded = _bare(folded)
    found: list[Clause] = []
    for part in _DASH.sub(_BREAK, folded).translate(_SPELLING).split(_BREAK):
        asks, ends = _ASKS in part, _STOP in part
        text = " ".join(part.translate(_MARKS).split()) if asks or ends else " ".join(part.split())
        if text:
            found.append(Clause(text, asks, asks or ends))
        elif found and ends:
            found[-1] = found[-1]._replace(ends=True)
    return tuple(found)


def words(label: str, *, bare: bool = False) -> str:
    """All words of a label, separated by single spaces."""
    return " ".join(clause.text for clause in clauses(label, bare=bare))


def _spelled(char: str) -> str | None:
    category = unicodedata.category(char)
    if category[0] in "LMN":
        return char
    if category in ("Cf", "Cn", "Cs", "Co"):
        return None
    if char in "?؟":
        return _ASKS + _BREAK
    if char in _STOPS:
        return _STOP + _BREAK
    if category[0] != "P" or category == "Pc" or char == "-" or char in _APOSTROPHES or char in _QUOTES:
        return " "
    return _BREAK


def _bare(text: str) -> str:
    letters = (char for char in unicodedata.normalize("NFD", text) if not _is_accent(unicodedata.combining(char)))
    return unicodedata.normalize("NFC", "".join(letters)).translate(_LETTERS)


def _is_accent(combining: int) -> bool:
    return combining >= 200 or combining in _POINTS
