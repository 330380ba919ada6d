"""A quotation as it is compared."""

import re
from typing import NamedTuple

from . import signs
from .folding import Folded, fold
from .wording import Words, words

_MOST_BEHIND = 16
_ANY_MARK = signs.QUOTATION_MARKS + signs.APOSTROPHES
_OPENS = re.compile(f"[^\\w{_ANY_MARK}]*[{_ANY_MARK}]")
_CLOSES = re.compile(f"[{_ANY_MARK}]\\W*$")
_UNSPACED = re.compile(f"[{signs.UNSPACED}]")


class Said(NamedTuple):
    """A quotation as it is compared: folded, from an offset of that on; whether marks open and close it, and it is but a word or two."""

    exact: str
    folded: Folded
    lead: int
    text: str
    words: Words
    opens: bool
    closes: bool
    short: bool

    @classmethod
    def of(cls, exact: str) -> "Said":
        """A quotation, read for what is compared of it."""
        folded = fold(exact)
        text = folded.text.strip()
        found = words(text)
        opens, closes = bool(_OPENS.match(exact)), bool(_CLOSES.search(exact, max(0, len(exact) - _MOST_BEHIND)))
        return cls(exact, folded, folded.text.find(text), text, found, opens, closes, short=_weight(found) < 3)

    def quoted(self, start: int, end: int) -> str:
        """What stands in the quotation at offsets of `text`; nothing where they are one."""
        if start == end:
            return ""
        return self.exact[self.folded.start(start + self.lead) : self.folded.end(end + self.lead)]

    @property
    def bound(self) -> int:
        """How many characters may differ at most."""
        return max(1, len(self.text) // 8) if self.short else len(self.text) // 4

    def allows(self, cost: int, same: int) -> bool:
        """Whether so many characters may differ, where its two longest passages that stand there have so many; of a short one, its longest.

        An eighth of it may differ anywhere; a quarter in one place, as where a word became three. Translations and paraphrases
        of a sentence differ in many places.
        """
        return self.short or cost <= len(self.text) * 0.12 + 1 or same * 3 >= len(self.text) * 2


def _weight(found: Words) -> float:
    """How many words there are; a character of a script without spaces is half a word."""
    count = len(found.texts)
    return count if count > 5 else sum(0.5 if _UNSPACED.match(word) else 1 for word in found.texts)
