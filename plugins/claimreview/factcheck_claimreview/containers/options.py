"""Options of feeds that are addresses and dates."""

import re
from typing import Annotated

from pydantic import AfterValidator

from factcheck_claimreview.nodes import date


def _address(text: str) -> str:
    if text and not re.fullmatch(r'https?://[^/?#\s<>"{}|\\^`]+[^\s<>"{}|\\^`]*', text):
        raise ValueError("write an address such as https://desk.example/")
    return text


def _moment(text: str) -> str:
    if not text:
        return text
    try:
        made = date(text)
    except ValueError:
        made = None
    if made is None or len(made) < len("2026-03-01"):
        raise ValueError("write a day or an instant, such as 2026-03-01T06:00:00Z")
    return made


Address = Annotated[str, AfterValidator(_address)]
"""An http or https address, empty for none."""

Moment = Annotated[str, AfterValidator(_moment)]
"""A day, or an instant of ISO 8601; empty for none."""
