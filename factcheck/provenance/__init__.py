"""Where words come from: what is a copy of what, and through whom a claim got where it stands."""

from .chains import Chain, Step, chains
from .disputes import AGAINST, Dispute, Opposition, disputes
from .evidence import Footing, footings, independent_sources
from .independence import Independence, Report, independence
from .origins import origins

__all__ = [
    "AGAINST",
    "Chain",
    "Dispute",
    "Footing",
    "Independence",
    "Opposition",
    "Report",
    "Step",
    "chains",
    "disputes",
    "footings",
    "independence",
    "independent_sources",
    "origins",
]
