"""Where words come from: what is a copy of what, and through whom a claim got where it stands."""

from .chains import Chain, Step, chains
from .disputes import AGAINST, Dispute, Opposition, disputes
from .evidence import Footing, footings, independent_sources
from .found import Found, found_copies, undeclared, with_copies
from .independence import Independence, Report, independence
from .names import names_of
from .originals import Original, likely_original
from .origins import origins

__all__ = [
    "AGAINST",
    "Chain",
    "Dispute",
    "Footing",
    "Found",
    "Independence",
    "Opposition",
    "Original",
    "Report",
    "Step",
    "chains",
    "disputes",
    "footings",
    "found_copies",
    "independence",
    "independent_sources",
    "likely_original",
    "names_of",
    "origins",
    "undeclared",
    "with_copies",
]
