"""The texts of sources: where quotations stand in them, which are copies of one another, which may be passed on, and how they run."""

from .copying import Copies, Copy, Extent, Passage, copies
from .differences import Piece, pieces
from .directions import direction
from .licences import may_be_passed_on
from .located import Difference, Kind, Located, Place
from .locating import locate
from .showing import shown_differences

__all__ = [
    "Copies",
    "Copy",
    "Difference",
    "Extent",
    "Kind",
    "Located",
    "Passage",
    "Piece",
    "Place",
    "copies",
    "direction",
    "locate",
    "may_be_passed_on",
    "pieces",
    "shown_differences",
]
