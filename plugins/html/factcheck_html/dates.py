"""Dates as they are known, in words: a month, a span, an open end stay what they are."""

import re
from datetime import UTC, datetime

from factcheck.dates import known

from .markup import Markup, element, text
from .words import Words

_PARTS = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d)?(.*))?)?)?")
_TIME = re.compile(r"(?!0000)\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?|.*T.*")
_QUALIFIERS = {"~": "date.about", "?": "date.uncertain", "%": "date.about-uncertain"}
_DAYS = re.compile(r"-(\d\d)/-(\d\d)")
_OPEN = ("", "..")


def when(edtf: str | None, words: Words) -> Markup:
    """A date as an element with its words; of no date, that it is not known."""
    if edtf is None:
        return words("date.unknown")
    said = words.own(_said(edtf, words))
    if _TIME.fullmatch(edtf):
        return element("time", said, datetime=edtf)
    return element("span", said, class_="date", data_edtf=edtf)


def order(edtf: str | None) -> tuple[bool, str]:
    """What dates are sorted by: the earliest that they can be, else the latest; those that are not known come last."""
    if edtf is None:
        return True, ""
    earliest, latest, *_ = known(edtf)
    return False, _in_utc(earliest or latest or "9999")


def _in_utc(text: str) -> str:
    if "T" not in text:
        return text
    instant = datetime.fromisoformat(text)
    try:
        return instant.astimezone(UTC).isoformat() if instant.tzinfo else text
    except OverflowError:  # on the first day of the year 1, or the last of 9999
        return text


def _said(edtf: str, words: Words) -> Markup:
    start, slash, end = edtf.partition("/")
    if not slash:
        return _single(edtf, words)
    if start in _OPEN:
        return words.filled("date.until", date=_single(end, words, "-within"))
    if end in _OPEN:
        return words.filled("date.from", date=_single(start, words, "-within"))
    if start[:7] == end[:7] and (days := _DAYS.fullmatch(f"{start[7:]}/{end[7:]}")):
        first, last = (text(str(int(day))) for day in days.groups())
        return words.filled("date.between-days", first=first, last=last, **_month(start[:4], start[5:7], words))
    return words.filled("date.between", date=_single(start, words, "-within"), end=_single(end, words, "-within"))


def _single(edtf: str, words: Words, within: str = "") -> Markup:
    """A date that is no span; `within` is `-within` where it stands in a phrase."""
    date, qualifier = (edtf[:-1], edtf[-1]) if edtf[-1] in _QUALIFIERS else (edtf, "")
    key = _QUALIFIERS.get(qualifier)
    said = _plain(date.replace("-XX", ""), words, "-within" if key and "about" in key else within)
    return words.filled(key, date=said) if key else said


def _plain(date: str, words: Words, within: str) -> Markup:
    parts = _PARTS.fullmatch(date)
    if parts is None:
        return _years(date, words)
    year, month, day, clock, zone = parts.groups()
    if month is None:
        return text(str(int(year)))
    if day is None:
        return words.filled("date.season" if int(month) > 12 else "date.month", **_month(year, month, words))
    key = f"date.{'first' if day == '01' else 'day'}{within}"
    said = words.filled(key, day=text(str(int(day))), **_month(year, month, words))
    if clock is None:
        return said
    shift = "" if zone in ("", "Z") else zone
    return Markup(f"{said}, {clock}{text(f' UTC{shift}' if zone else '')}")


def _month(year: str, month: str, words: Words) -> dict[str, Markup]:
    return {"month": text(words.plain(f"month.{int(month)}")), "year": text(str(int(year)))}


def _years(date: str, words: Words) -> Markup:
    """A decade or century without its last digits, as the years that it holds; any other year as it is written."""
    if re.fullmatch(r"\d+X+", date):
        return words.filled("date.between", date=text(date.replace("X", "0")), end=text(date.replace("X", "9")))
    return text(date.removeprefix("Y"))
