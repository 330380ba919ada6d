"""Dates as xsd:dateTime in UTC, the only form that the Web Annotation model has for them.

https://www.w3.org/TR/annotation-model/#lifecycle-information
"""

import re
from calendar import monthrange
from datetime import UTC, datetime
from functools import lru_cache

from factcheck import dates

# The Internet Archive writes the instant of a capture, in UTC, into the address of the copy.
_WAYBACK = re.compile(r"https?://web\.archive\.org/web/([0-9]{14})(?:[a-z]{2}_)?/")
# Where no zone is told: the first place where a day begins, the last one where it ends.
_FIRST_ZONE, _LAST_ZONE = "+14:00", "-12:00"


@lru_cache(maxsize=1024)
def instant(edtf: str | None) -> str | None:
    """The instant that a date names; None where it names a day, a month or a span, or tells no time zone."""
    known = _certain(edtf)
    if known is None or known.earliest != known.latest or "T" not in str(known.earliest):
        return None
    named = str(known.earliest)
    return _utc(named) if len(named) > len("2015-12-28T09:30:00") else None


@lru_cache(maxsize=1024)
def span(edtf: str | None) -> tuple[str, str] | None:
    """The instants that a date certainly lies between, wherever its clock stood; None where it is open or uncertain."""
    known = _certain(edtf)
    if known is None or known.earliest is None or known.latest is None:
        return None
    start, end = _utc(_first(known.earliest)), _utc(_last(known.latest))
    return (start, end) if start and end else None


def captured(archived_url: str | None) -> str | None:
    """When an archived copy was made, where its address says so."""
    found = _WAYBACK.match(archived_url or "")
    try:
        return (
            datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC).isoformat().replace("+00:00", "Z")
            if found
            else None
        )
    except ValueError:
        return None


def _certain(edtf: str | None) -> dates.Known | None:
    known = dates.known(edtf) if edtf else None
    return None if known is None or known.approximate or known.uncertain else known


def _first(date: str) -> str:
    return f"{date}{'0001-01-01'[len(date) :]}T00:00:00{_FIRST_ZONE}" if "T" not in date else _zoned(date, _FIRST_ZONE)


def _last(date: str) -> str:
    if "T" in date:
        return _zoned(date, _LAST_ZONE)
    year, month, day = (*date.split("-"), None, None)[:3]
    month = month or "12"
    day = day or f"{monthrange(int(year or 1), int(month))[1]:02d}"
    return f"{year}-{month}-{day}T23:59:59{_LAST_ZONE}"


def _zoned(date: str, zone: str) -> str:
    return date if len(date) > len("2015-12-28T09:30:00") else f"{date}{zone}"


def _utc(date: str) -> str | None:
    try:
        return datetime.fromisoformat(date).astimezone(UTC).isoformat().replace("+00:00", "Z")
    except OverflowError:  # the day before the first or after the last that there is
        return None
