"""Dates as they are known: Extended Date/Time Format (ISO 8601-2:2019, annex A), levels 0 and 1.

https://www.loc.gov/standards/datetime/ is the specification. A date is kept as its text; the
functions here say what the text means.
"""

import re
from calendar import monthrange
from datetime import datetime
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

_DATE = re.compile(
    r"(?P<year>-?\d{4}|-?\d{3}X|-?\d{2}XX|Y-?[1-9]\d{4,})"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<qualifier>[?~%]?)",
    re.ASCII,
)
_INSTANT = re.compile(
    r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d"
    r"(?:Z|(?!-00(?::00)?$)[+-](?:(?:0\d|1[0-3])(?::[0-5]\d)?|14(?::00)?))?",
    re.ASCII,
)
_SEASONS = range(21, 25)
_EXAMPLES = "2015, 2015-12, 2015-12-28, 2015-12-28T09:30:00Z, 2015-12~, ../2015-12-24 or 2015-12-23/2015-12-26"


class Known(NamedTuple):
    """What one EDTF text says.

    `earliest` and `latest` are calendar dates or instants (`2015`, `2015-12`, `2015-12-28`,
    `2015-12-28T09:30:00Z`), None where that side is open, unknown or out of the years 0001 to 9999.
    They are the same text where the date is a single one.
    """

    earliest: str | None
    latest: str | None
    approximate: bool = False
    uncertain: bool = False


def known(text: str) -> Known:
    """What an EDTF text says. Raises ValueError where it is not EDTF level 0 or 1."""
    if "/" not in text:
        return _single(text)
    start, _, end = text.partition("/")
    first, last = _side(start), _side(end)
    if first is None and last is None:
        raise ValueError(f"an interval needs a date on one side at least, such as {_EXAMPLES}")
    if first and last and _rank(start, "00") > _rank(end, "99"):
        raise ValueError("the interval ends before it begins")
    first, last = first or Known(None, None), last or Known(None, None)
    return Known(
        first.earliest,
        last.latest,
        first.approximate or last.approximate,
        first.uncertain or last.uncertain,
    )


def certain(text: str) -> str | None:
    """The most precise calendar date or instant that holds all of an EDTF text, None where there is none.

    A span becomes the month or year it lies in; what is uncertain or approximate loses its last unit.
    """
    date = known(text)
    if date.earliest is None or date.latest is None:
        return None
    shared = date.earliest if date.earliest == date.latest else _shared_unit(date.earliest, date.latest)
    if shared and (date.approximate or date.uncertain):
        return shared[: {4: 0, 7: 4}.get(len(shared), 7)] or None
    return shared


def _side(text: str) -> Known | None:
    if text in ("", ".."):
        return None
    if not set(text).isdisjoint("TXY"):
        raise ValueError("an interval has plain days, months or four-digit years at its ends: 2015-12/2015-12-28")
    return _single(text)


@lru_cache(4096)
def _single(text: str) -> Known:
    if "T" in text:
        return _instant(text)
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"write a date as {_EXAMPLES}")
    year, month, day, qualifier = match.group("year", "month", "day", "qualifier")
    if year.startswith("Y") and text != year:
        raise ValueError("a year of more than four digits stands alone: Y170000002")
    _check_calendar(year, month, day)
    first, last = _bounds(year, month, day)
    return Known(first, last, qualifier in ("~", "%"), qualifier in ("?", "%"))


def _instant(text: str) -> Known:
    if not _INSTANT.fullmatch(text):
        raise ValueError("write an instant as 2015-12-28T09:30:00Z or 2015-12-28T09:30:00+03:00")
    try:
        datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"there is no such date: {error}") from None
    return Known(text, text)


def _check_calendar(year: str, month: str | None, day: str | None) -> None:
    if year == "-0000":
        raise ValueError("the year before 0001 is 0000, and has no sign")
    if "X" in year and month is not None:
        raise ValueError("a year with unknown digits stands alone: 201X")
    if month is None:
        return
    if month == "XX":
        if day not in (None, "XX"):
            raise ValueError("of an unknown month the day is unknown, too: 2015-XX or 2015-XX-XX")
        return
    if int(month) in _SEASONS and day is None:
        return
    if not 1 <= int(month) <= 12:
        raise ValueError(f"there is no month {month}: months are 01 to 12, seasons 21 to 24")
    if day not in (None, "XX") and not 1 <= int(day) <= _days(year, int(month)):
        raise ValueError(f"there is no day {day} in {year}-{month}")


def _days(year: str, month: int) -> int:
    # The proleptic Gregorian calendar repeats every 400 years, which calendar's own limits do not reach.
    return monthrange(int(year) % 400 + 2000, month)[1]


def _bounds(year: str, month: str | None, day: str | None) -> tuple[str | None, str | None]:
    if not 1 <= len(year.lstrip("Y-")) <= 4 or year.startswith(("-", "Y")) or year == "0000":
        return None, None
    if "X" in year:
        first, last = year.replace("X", "0"), year.replace("X", "9")
        return ("0001" if first == "0000" else first), last
    if month is None or month == "XX" or int(month) in _SEASONS:
        return year, year
    date = f"{year}-{month}" if day in (None, "XX") else f"{year}-{month}-{day}"
    return date, date


def _shared_unit(one: str, other: str) -> str | None:
    for length in (10, 7, 4):
        if len(one) >= length and one[:length] == other[:length]:
            return one[:length]
    return None


def _rank(text: str, unknown: str) -> tuple[int, str, str]:
    """A date without unknown digits, as year, month and day to compare; 00 for the first, 99 for the last of its unit."""
    year, month, day = _DATE.fullmatch(text).group("year", "month", "day")  # type: ignore[union-attr]  # it matched before
    in_calendar = month is not None and int(month) not in _SEASONS
    return int(year), month if in_calendar else unknown, day or unknown


def _text_of_year(value: Any) -> Any:
    return f"{value:04d}" if isinstance(value, int) and 0 < value <= 9999 and not isinstance(value, bool) else value


@lru_cache(4096)  # of an archive, many dates are the same; what is no date is not kept
def _checked(text: str) -> str:
    known(text)
    return text


Date = Annotated[
    str,
    BeforeValidator(_text_of_year),
    AfterValidator(_checked),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "integer"}], "examples": ["2015-12-28", "2015-12~"]}),
]
"""A date as it is known, in EDTF levels 0 and 1; a bare year may be a number."""
