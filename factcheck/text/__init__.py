"""The texts of sources: where quotations stand in them, which are copies of one another, which may be passed on, and how they run.

Names are imported when they are first used: most of them bring rapidfuzz, and what only asks for a licence does without.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_MODULES = {
    "copying": ("Copies", "Copy", "Extent", "Passage", "copies"),
    "differences": ("Piece", "pieces"),
    "directions": ("direction",),
    "licences": ("may_be_passed_on",),
    "located": ("Difference", "Kind", "Located", "Place"),
    "locating": ("locate",),
    "showing": ("shown_differences",),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
