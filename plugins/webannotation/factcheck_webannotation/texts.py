"""Textual bodies: words with their language and the direction that they run in."""

from factcheck import text

from .writing import Object


def textual(value: str, purpose: str, language: str | None = None) -> Object:
    """A TextualBody."""
    body = {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
    return body | direction(language)


def direction(language: str | None) -> Object:
    """The language of words, and their direction where that is from right to left."""
    if language is None:
        return {}
    return {"language": language} | ({"textDirection": "rtl"} if text.direction(language) == "rtl" else {})
