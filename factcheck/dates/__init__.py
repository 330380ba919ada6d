"""Dates as they are known, in EDTF, and as people write them: what a format's plugin asks of them."""

from factcheck.model.dates import Known, certain, known

from .comparing import later, latest
from .written import Order, as_edtf, meanings, order_in

__all__ = ["Known", "Order", "as_edtf", "certain", "known", "later", "latest", "meanings", "order_in"]
