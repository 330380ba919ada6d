"""Text that was read in the wrong encoding: characters that were lost, and UTF-8 that was read as Windows-1252.

`é` is two bytes in UTF-8, which Windows-1252 reads as `Ã©`. Such pairs also come about rightly, in `CAFÉ”`, so that only
those are told that hardly do: of the letters of Western and Central Europe and of punctuation one by one, of all others
two in a row.
"""

import re

_LONGEST, _MOST = 40, 3
# What Windows-1252 makes of the bytes of UTF-8, with the controls that it, as browsers read it, and Latin-1 have:
# https://encoding.spec.whatwg.org/#windows-1252
_BYTES = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100)}
_FROM = {sign: byte for byte, sign in _BYTES.items()} | {chr(byte): byte for byte in range(0x80, 0xA0)}


def _as_read(text: str) -> str:
    """What Windows-1252 makes of the text in UTF-8."""
    return "".join(_BYTES[byte] for byte in text.encode())


def _signs(first: int, last: int) -> str:
    return "".join(re.escape(sign) for sign, byte in _FROM.items() if first <= byte <= last)


_NEXT, _LETTER = f"[{_signs(0x80, 0xBF)}]", "[^\\W\\d_]"
_ANY = f"(?:[{_signs(0xC2, 0xDF)}]{_NEXT}|[{_signs(0xE0, 0xEF)}]{_NEXT}{{2}}|[{_signs(0xF0, 0xF4)}]{_NEXT}{{3}})"
_ALONE = (
    f"[{_signs(0xC2, 0xC5)}]{_NEXT}",  # Latin letters, and signs such as degrees
    *map(_as_read, "ƏƠơƯưȘșȚțə"),
    *(f"{_as_read(letter)[:2]}{_NEXT}(?={_LETTER})" for letter in "ạệ"),  # of Vietnamese, within a word
    *(f"{_as_read(sign)[:2]}{_NEXT}" for sign in "\u2013\u20ac\u2122"),  # punctuation, currencies, signs
    *map(_as_read, "\ufeff\ufffd"),
    f"{_as_read('😀')[:2]}{_NEXT}{{2}}",
)
_GARBLED = re.compile(f"{_ANY}{{2,}}|{'|'.join(_ALONE)}")
SUSPECT = re.compile(f"[{_signs(0xC2, 0xF4)}]{_NEXT}")
"""A quick look whether anything may be found."""
# What may well follow on a capital: a closing mark where the letter stands alone or ends a word in capitals, in the latter
# a raised sign, too; and a space that does not break, as in Norwegian `Å gjøre`.
_CLOSING = "".join(_BYTES[byte] for byte in (0x82, 0x84, 0x85, 0x8B, *range(0x91, 0x98), 0x9B, 0xAB, 0xBB))
_RAISED = "".join(_BYTES[byte] for byte in (0x99, 0xA0, 0xAA, 0xAE, 0xB0, 0xB2, 0xB3, 0xB7, 0xB9, 0xBA))
_CAPITAL, _CAPITALS = f"[{_signs(0xC2, 0xCA)}]", "[A-ZÀ-ÖØ-ÞĀ-Ž]"
_RIGHTLY = re.compile(
    f"(?:(?<!{_LETTER})|(?<={_CAPITALS})){_CAPITAL}[{_CLOSING}](?!{_LETTER})"
    f"|(?<={_CAPITALS}){_CAPITAL}[{_RAISED}](?!{_LETTER})|(?<!{_LETTER})[{_signs(0xC4, 0xC5)}]\xa0"
)


def lost_character(text: str) -> str | None:
    """The mark that stands for characters which could not be read."""
    at = text.find("\ufffd")
    if at < 0:
        return None
    return f"U+FFFD stands for a character that could not be read, after “{text[max(0, at - _LONGEST) : at]}”"


def garbled_text(text: str) -> str | None:
    """UTF-8 that was read as Windows-1252, with what was meant."""
    meant = {found[0]: read for found in _GARBLED.finditer(text) if (read := _meant(text, found))}
    if not meant:
        return None
    told = ", ".join(f"“{_short(stood)}” was “{_short(read)}”" for stood, read in list(meant.items())[:_MOST])
    return f"{told}{' …' if len(meant) > _MOST else ''}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _meant(text: str, found: re.Match[str]) -> str | None:
    rightly = _RIGHTLY.match(text, found.start())
    if rightly and rightly.end() == found.end():
        return None
    try:
        return bytes(_FROM[sign] for sign in found[0]).decode()
    except UnicodeDecodeError:
        return None
