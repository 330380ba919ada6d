"""In which direction a language is written.

Facts of Unicode CLDR: https://cldr.unicode.org/
"""

from typing import Literal

Direction = Literal["ltr", "rtl"]

# By ISO 15924 script, or by language where a tag names no script.
_SCRIPTS = frozenset((
    "adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "sogd", "syrc", "syre", "syrj",
    "syrn", "thaa", "yezi",
))  # fmt: skip
_LANGUAGES = frozenset((
    "ar", "arc", "arz", "ary", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "haz", "he", "iw", "ji",
    "khw", "ks", "lrc", "luz", "mzn", "nqo", "pnb", "prs", "ps", "rhg", "sd", "sdh", "skr", "syr", "ug", "ur",
    "yi",
))  # fmt: skip


def direction(language: str) -> Direction:
    """`rtl` for a language that is written from right to left, else `ltr`.

    The script tells that a BCP 47 tag names, and without one the language.
    """
    primary, *rest = language.lower().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), None)
    return "rtl" if (script in _SCRIPTS if script else primary in _LANGUAGES) else "ltr"
