"""Dates as spreadsheets have them, in EDTF; a day that could be a month is not guessed."""

import re
from collections.abc import Iterator
from typing import Literal

from factcheck import dates

from .vocabulary import meant, plain

Order = Literal["day-first", "month-first"]

_DAY_AND_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)? ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?", re.ASCII
)
_TRIPLE = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})\.?(?:,? +(\d{1,2}):(\d\d)(?::(\d\d))?)?", re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)", re.ASCII)
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.|º|er)? (?:de |of )?([^\W\d_]{3,12})\.?,?(?: de)? (\d{4})")
_MONTH_DAY = re.compile(r"([^\W\d_]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


def as_edtf(text: str, order: Order | None) -> str | None:
    """A date as EDTF, None where it is none that can be read for sure; `order` is that of numbers that could be both."""
    for made in (text, *_readings(text, order)):
        try:
            dates.known(made)
        except ValueError:
            continue
        return made
    return None


def is_ambiguous(text: str) -> bool:
    """Whether its day could be the month, and the month the day."""
    return _order(_TRIPLE.fullmatch(text)) == "either"


def order_in(text: str) -> Order | None:
    """Which number is the day, where one date tells."""
    told = _order(_TRIPLE.fullmatch(text))
    return told if told != "year-first" and told != "either" else None  # noqa: PLR1714  # mypy follows this one


def _readings(text: str, order: Order | None) -> Iterator[str]:
    if found := _DAY_AND_TIME.fullmatch(text):
        day, minutes, seconds, zone = found.groups()
        yield f"{day}T{minutes}{seconds or ':00'}{_zone(zone or '')}"
    elif found := _COMPACT.fullmatch(text):
        yield "-".join(found.groups())
    elif found := _DAY_MONTH.fullmatch(text):
        yield f"{found[3]}-{_month(found[2])}-{found[1]:0>2}"
    elif found := _MONTH_DAY.fullmatch(text):
        yield f"{found[3]}-{_month(found[1])}-{found[2]:0>2}"
    elif found := _TRIPLE.fullmatch(text):
        yield from _triple(found, order)


def _triple(found: re.Match[str], given: Order | None) -> Iterator[str]:
    first, second, third, hour, minute, seconds = found.group(1, 3, 4, 5, 6, 7)
    order = _order(found)
    if order == "either":
        order = "day-first" if first == second else given
    orders = {
        "year-first": (first, second, third),
        "day-first": (third, second, first),
        "month-first": (third, first, second),
    }
    if order in orders:
        year, month, day = orders[order]
        time = f"T{hour:0>2}:{minute}:{seconds or '00'}" if hour else ""
        yield f"{year}-{month:0>2}-{day:0>2}{time}"


def _order(found: re.Match[str] | None) -> Order | Literal["year-first", "either"] | None:
    """The order of three numbers; `either` where the first two could be day and month, None where they are no date."""
    if found is None:
        return None
    first, second, third = found.group(1, 3, 4)
    if len(first) == 4 and len(third) <= 2:
        return "year-first"
    if len(first) > 2 or len(third) != 4:
        return None
    if int(first) > 12:
        return "day-first" if int(second) <= 12 else None
    return "month-first" if int(second) > 12 else "either"


def _zone(text: str) -> str:
    if text in ("UTC", "GMT") or text[1:] in ("00", "0000", "00:00"):
        return "Z"
    return f"{text[:3]}:{text[3:]}" if len(text) == 5 else text


def _month(name: str) -> str:
    return meant("months").get(plain(name), "no month")
