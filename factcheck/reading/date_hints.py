"""Dates as people write them, in the form that is wanted: `22 November 2026` as `2026-11-22`."""

import re
from collections.abc import Iterator

from factcheck.model.dates import known

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_YEAR = r"(?P<year>\d{4})"
_MONTH = r"(?P<month>\d{1,2})"
_NAME = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})"
_ORDINAL = rf"{_DAY}(?:\.|st|nd|rd|th)?"
_TIME = r"(?:(?:,? |T)(?P<time>\d\d:\d\d)(?P<seconds>:\d\d)?(?P<zone>Z|[+-]\d\d:\d\d)?)?"
# With full stops the day stands first; with strokes it depends on the country, so both orders match.
_FORMS = tuple(
    re.compile(form + _TIME, re.ASCII)
    for form in (
        rf"{_YEAR}[-/.]{_MONTH}[-/.]{_DAY}",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)",
        rf"{_DAY}\. ?{_MONTH}\. ?{_YEAR}",
        rf"{_DAY}[-/]{_MONTH}[-/]{_YEAR}",
        rf"{_MONTH}[-/]{_DAY}[-/]{_YEAR}",
        rf"{_MONTH}[-/.]{_YEAR}",
        rf"{_ORDINAL}[ -]{_NAME},?[ -]{_YEAR}",
        rf"{_NAME} {_ORDINAL},? {_YEAR}",
        rf"{_NAME},? {_YEAR}",
    )
)


def meant_dates(written: str) -> list[str]:
    """The dates that a text which is no EDTF may mean, none where that is anybody's guess."""
    found = (match for form in _FORMS if (match := form.fullmatch(written.strip())))
    return [date for date in dict.fromkeys(each for match in found for each in _dates(match)) if _is_date(date)]


def _dates(match: re.Match[str]) -> Iterator[str]:
    parts = match.groupdict()
    month = parts["month"]
    number = month if month.isdigit() else _number_of(month.lower())
    date = "-".join(part.zfill(2) for part in (parts["year"], number, parts.get("day")) if part)
    yield date
    if parts["time"]:
        yield f"{date}T{parts['time']}{parts['seconds'] or ':00'}{parts['zone'] or ''}"


def _number_of(name: str) -> str:
    return next((str(number) for number, month in enumerate(_MONTHS, 1) if month.startswith(name)), "00")


def _is_date(text: str) -> bool:
    try:
        known(text)
    except ValueError:
        return False
    return True
