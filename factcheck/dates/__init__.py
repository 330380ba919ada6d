"""Dates as they are known, in EDTF, and as people write them: what a format's plugin asks of them."""

from factcheck.model.dates import Known, certain, known

from .written import Order, as_edtf, meanings, order_in

__all__ = ["Known", "Order", "as_edtf", "certain", "known", "meanings", "order_in"]
