"""Dates as people and programs write them, in EDTF; what could be another date is not guessed.

Read are ISO 8601 and what comes near it, RFC 5322 (mail and feeds), and day, month and year in any order where
the month has its name or the year four digits. Names of months and weekdays are those of Unicode CLDR.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from factcheck.model.dates import known

from . import names

Order = Literal["day-first", "month-first"]

_LONGEST = 100
_CLOCK = re.compile(
    r"(?:(?<=\d)t|[ ,]+|^)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"(?: ?(?P<half>[ap])\.? ?m\b\.?)?"
    r"(?: ?(?:(?P<zero>utc?|gmt|z)(?![+-])|(?:utc|gmt)?(?P<zone>[+-]\d\d(?::?\d\d)?))(?: \([^()]*\))?)?(?![\w:])"
)
_AROUND = r"(?P<before>[^\d]*){}(?P<after>[^\d]*)"
_SEPARATED = re.compile(_AROUND.format(r"(\d{1,4})( ?[./-] ?)(\d{1,2})\3(\d{1,4})"))
_UNITED = tuple(
    re.compile(_AROUND.format(form))
    for form in (
        r"(?P<year>\d{4}) ?[年년] ?(?P<month>\d{1,2}) ?[月월](?: ?(?P<day>\d{1,2}) ?[日号號일])?",
        r"(?P<day>\d{1,2}) thang (?P<month>\d{1,2})(?:,| nam)? (?P<year>\d{4})",
        r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)",
        r"(?P<month>\d{1,2})[./-](?P<year>\d{4})(?P<day>)",
    )
)


class _Day(NamedTuple):
    """A day, or a month where there is none, as digits; and which came first, where both were possible."""

    year: str
    month: str
    day: str = ""
    order: Order | None = None

    @property
    def text(self) -> str:
        return "-".join(part.zfill(2) for part in (self.year, self.month, self.day) if part)


def as_edtf(text: str, order: Order | None = None, language: str = "") -> str | None:
    """The date that a text surely means, as EDTF; None where it means none, or could mean several.

    `order` says which comes first in 03/04/2020, day or month, where both could be. With full stops, 03.04.2020,
    the day does unless it says otherwise: so it is wherever CLDR has short dates with full stops. `language` is a
    BCP 47 tag, for names that are different months in two languages. A weekday has to be that of the date.
    """
    found = meanings(text, order, language)
    return found[0] if len(found) == 1 else None


def meanings(text: str, order: Order | None = None, language: str = "") -> tuple[str, ...]:
    """All dates that a text could mean, as EDTF; `order` and `language` as for `as_edtf`."""
    text = text.strip()
    if len(text) > _LONGEST:
        return ()
    return (text,) if _is_edtf(text) else _meanings(text, order, language)


def order_in(text: str) -> Order | None:
    """Which comes first in a date of numbers, day or month; None where it does not tell."""
    if len(text) > _LONGEST or text[:4].isdecimal():
        return None
    _, rest = _timed(names.folded(text.strip()))
    orders = {day.order for day in _separated(rest)}
    return orders.pop() if len(orders) == 1 else None


@lru_cache(4096)
def _meanings(text: str, order: Order | None, language: str) -> tuple[str, ...]:
    time, rest = _timed(names.folded(text))
    days = list(_separated(rest))
    if len(days) > 1:
        days = [day for day in days if day.order == (order or ("day-first" if "." in rest else day.order))]
    days += [*_united(rest), *_named(rest, language)]
    written = dict.fromkeys(f"{day.text}{time}" for day in days if day.day or not time)
    return tuple(each for each in written if _is_edtf(each))


def _timed(text: str) -> tuple[str, str]:
    """The time of day in a text, as it goes after a date, and the rest of it."""
    clock = _CLOCK.search(text)
    if clock is None:
        return "", " ".join(text.split())
    hour, half = int(clock["hour"]), clock["half"]
    if half:
        hour = hour % 12 + 12 * (half == "p") if 1 <= hour <= 12 else 99  # which is no hour, and so no date
    zone = clock["zone"] or ""
    zone = f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone
    if clock["zero"] or (zone and not zone.strip("+-0:")):
        zone = "Z"
    rest = f"{text[: clock.start()]} {text[clock.end() :]}"
    return f"T{hour:02}:{clock['minute']}:{clock['second'] or '00'}{zone}", " ".join(rest.split())


def _separated(text: str) -> Iterator[_Day]:
    """Three numbers with strokes, hyphens or full stops between them, as each day that they could be."""
    found = _SEPARATED.fullmatch(text)
    if found is None:
        return
    first, second, third = found.group(2, 4, 5)
    if len(first) == 4 and len(third) <= 2:
        days = [_Day(first, second, third)]
    elif len(first) <= 2 and len(third) == 4:
        days = [_Day(third, second, first, "day-first"), _Day(third, first, second, "month-first")]
    else:
        days = []
    yield from (day for day in days if _fits(day, found["before"] + " " + found["after"]))


def _united(text: str) -> Iterator[_Day]:
    """Numbers with the words for year, month and day, and those that need no words."""
    for form in _UNITED:
        found = form.fullmatch(text)
        if found:
            day = _Day(found["year"], found["month"], found["day"] or "")
            if _fits(day, found["before"] + " " + found["after"]):
                yield day


def _named(text: str, language: str) -> Iterator[_Day]:
    """A month with its name, a year of four digits, a day, and a weekday that is right, in any order."""
    words, numbers = names.split(text)
    year = next((number for number in numbers if len(number) == 4), "")
    day = next((number for number in numbers if len(number) <= 2), "")
    if not year or sorted(numbers) != sorted(filter(None, (year, day))):
        return
    for meaning in names.meanings(words):
        for month in names.months(meaning.month, language) if meaning.month else ():
            found = _Day(year, str(month), day)
            if _falls_on(found, meaning.day):
                yield found


def _fits(day: _Day, words: str) -> bool:
    """Whether there is such a day, with nothing beside it but its weekday."""
    ways = names.meanings(names.split(words)[0])
    return _is_edtf(day.text) and any(way.month is None and _falls_on(day, way.day) for way in ways)


def _falls_on(found: _Day, weekday: names.Phrase | None) -> bool:
    if weekday is None:
        return True
    try:
        return date(int(found.year), int(found.month), int(found.day)).isoweekday() in names.days(weekday)
    except ValueError:  # there is no such day, or none is given
        return False


def _is_edtf(text: str) -> bool:
    try:
        known(text)
    except ValueError:
        return False
    return True
