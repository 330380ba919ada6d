"""Textual bodies: words with their language and the direction that they run in."""

from .writing import Object

# Languages written from right to left, where no other script is named; scripts that are.
_LANGUAGES = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"]
)
_SCRIPTS = frozenset(["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"])


def textual(value: str, purpose: str, language: str | None = None) -> Object:
    """A TextualBody."""
    body = {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
    return body | direction(language)


def direction(language: str | None) -> Object:
    """The language of words, and their direction where that is from right to left."""
    if language is None:
        return {}
    return {"language": language} | ({"textDirection": "rtl"} if _is_rtl(language) else {})


def _is_rtl(tag: str) -> bool:
    first, *others = tag.lower().split("-")
    script = next((each for each in others if len(each) == 4 and each.isalpha()), None)
    return script in _SCRIPTS if script else first in _LANGUAGES
