"""Characters that nobody sees, and that searches, comparisons and people stumble over.

Joiners between letters of scripts that join them, and within emoji, say something; so do direction marks where a text
has letters that run from right to left.
"""

import re
import unicodedata

_LONGEST = 30
# Control characters; soft hyphen; zero width space; word joiner and invisible operators; embeddings, overrides and
# isolates of directions, with what Unicode advises against; byte order mark; blanks that count as letters or symbols;
# marks of annotations; tags, which hide whole sentences.
_NEVER = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u202a-\u202e\u2060-\u206f\ufeff\u2800\u3164\uffa0\ufff9-\ufffb"
_ZWJ, _AS_EMOJI = "\u200d", "\ufe0f"
_JOINERS, _DIRECTIONS, _TAGS = "\u200c\u200d", "\u200e\u200f\u061c", "\U000e0001\U000e0020-\U000e007f"
_DOUBTFUL = re.compile(f"[{_NEVER}{_JOINERS}{_DIRECTIONS}{_TAGS}]")
# The flags of England, Scotland and Wales: a black flag, letters as tags, and an end (UTS #51, annex C.1).
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
# Arabic, Syriac, Thaana, N'Ko, Mandaic; the scripts of India, Tibet, Burma, Khmer and Mongolia; forms and extensions of both.
_JOINING = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1900-\u1aaf\u1b00-\u1cff\ua800-\ua82f\ua840-\ua9ff\uaa60-\uaaff\uabc0-\uabff"
    "\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U00010fff\U00011000-\U00011fff\U0001e900-\U0001e95f]"
)
_RIGHT_TO_LEFT = ("R", "AL", "AN")
_BLANK = (
    r"\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0000-\U000e0fff"
)
"""Control characters, Unicode's Default_Ignorable_Code_Point, and a blank that counts as a symbol."""
_SEEN = re.compile(rf"[^\s{_BLANK}]")
SUSPECT = re.compile(f"[{_BLANK}]")
"""A quick look whether anything may be found."""


def nothing_to_see(text: str) -> str | None:
    """A text of characters that nobody sees."""
    return None if _SEEN.search(text) else f"nothing of it can be seen; it begins with {_named(text[0])}"


def invisible_character(text: str) -> str | None:
    """A character that nobody sees, where it says nothing."""
    if not _DOUBTFUL.search(text) or not _SEEN.search(text):
        return None
    without_flags = _FLAG.sub(lambda flag: " " * len(flag[0]), text)
    turns = any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text if sign not in _DIRECTIONS)
    places = [found.start() for found in _DOUBTFUL.finditer(without_flags)]
    found = [at for at in places if not (_joins(text, at) or (turns and text[at] in _DIRECTIONS))]
    if not found:
        return None
    first = found[0]
    before, after = text[max(0, first - _LONGEST) : first], text[first + 1 : first + 1 + _LONGEST]
    more = f"; and {len(found) - 1:,} more" if len(found) > 1 else ""
    return f"{_named(text[first])} stands between “{before}” and “{after}”{more}"


def _joins(text: str, at: int) -> bool:
    """Whether a joiner stands beside a letter of a script that has use for it, or makes one emoji of two."""
    if text[at] not in _JOINERS:
        return False
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if _JOINING.match(before) or _JOINING.match(after):
        return True
    is_pair = bool(before and after) and unicodedata.category(after) == "So"
    return is_pair and text[at] == _ZWJ and (before == _AS_EMOJI or unicodedata.category(before) in ("So", "Sk"))


def _named(sign: str) -> str:
    return f"U+{ord(sign):04X}, {unicodedata.name(sign, 'a control character').lower()},"
