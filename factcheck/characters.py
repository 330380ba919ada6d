"""Characters that nobody sees: taken away around a text, and shown in messages."""

import re

# Unicode's White_Space; and what has no width and says nothing at the end of a text: zero width space, word joiner, byte
# order mark, soft hyphen. Joiners and direction marks may say something there.
_SPACE = "\t\n\x0b\x0c\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
_WITHOUT_WIDTH = "\u200b\u2060\ufeff\xad"
_UNSEEN = re.compile("[\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


def bare(text: str) -> str:
    """A text without white space and characters of no width around it; as it is where nothing else is in it."""
    return text.strip(_SPACE + _WITHOUT_WIDTH) or text


def shown(text: str) -> str:
    r"""A text with what has no width, or turns its direction, as `\u200b`, so that it is seen in a message."""
    return _UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
