"""Dates as they are known, in EDTF: what a format's plugin asks of them."""

from .model.dates import Known, certain, known

__all__ = ["Known", "certain", "known"]
