"""Words in XML 1.0, as escaped text and in CDATA sections; what XML cannot hold is replaced, and is seen."""

import re

# XML 1.0, section 2.2: not even as a character reference.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def text(words: str) -> str:
    """Words for the content of an element; a carriage return would come back as a line feed (section 2.11)."""
    escaped = shown(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("\r", "&#13;") if "\r" in escaped else escaped


def shown(words: str) -> str:
    """Words with a picture of each control character, and U+FFFD for what else XML cannot hold."""
    return words if words.isprintable() else _FORBIDDEN.sub(_picture, words)


def cdata(words: bytes) -> bytes:
    """Words in UTF-8 that XML can hold, in as many CDATA sections as it takes: none may hold `]]>`."""
    return b"<![CDATA[%s]]>" % words.replace(b"]]>", b"]]]]><![CDATA[>")


def _picture(match: re.Match[str]) -> str:
    character = match.group()
    return chr(0x2400 + ord(character)) if character < " " else "\ufffd"
