"""The texts of sources: where quotations stand in them, and which may be passed on."""

from .licences import may_be_passed_on
from .located import Difference, Kind, Located, Place
from .locating import locate
from .showing import shown_differences

__all__ = ["Difference", "Kind", "Located", "Place", "locate", "may_be_passed_on", "shown_differences"]
