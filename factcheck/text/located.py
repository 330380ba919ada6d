"""What comes of looking for a quotation in a text."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """How a quotation was found."""

    EXACT = "exact"
    NORMALISED = "normalised"
    DRIFT = "drift"
    AMBIGUOUS = "ambiguous"
    ABSENT = "absent"


class Place(NamedTuple):
    """Where words stand in a text: offsets in Unicode code points of the text as it was given, `end` exclusive."""

    start: int
    end: int
    text: str


class Difference(NamedTuple):
    """Words that differ: those of the quotation, and those that stand there; empty where there are none on that side.

    `start` and `end` are the place of `found` in the text, as in `Place`.
    """

    quoted: str
    found: str
    start: int
    end: int


class Located(NamedTuple):
    """How a quotation was found, and where: one place, several where it is ambiguous, none where it is absent.

    `differences` tells word by word what drifted; those of punctuation, case and white space alone are none.
    """

    kind: Kind
    places: tuple[Place, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def place(self) -> Place | None:
        """The one place; None where there is none, or where there are several."""
        return self.places[0] if len(self.places) == 1 else None

    @property
    def start(self) -> int | None:
        """Where the one place begins."""
        return self.place.start if self.place else None

    @property
    def end(self) -> int | None:
        """Where the one place ends, exclusive."""
        return self.place.end if self.place else None

    @property
    def found(self) -> str | None:
        """The text at the one place."""
        return self.place.text if self.place else None
