"""The names of months and weekdays in many languages, and what a row of words may mean by them."""

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

Phrase = tuple[str, ...]

_BETWEEN = frozenset(" ,.،()'’׳॰·/-")  # noqa: RUF001  # look-alikes are what it is about
_LONGEST = 3


class Names(NamedTuple):
    """What words mean in a date: a month in each of some languages, a weekday (Monday is 1) in any, or nothing."""

    months: Mapping[Phrase, Mapping[str, int]]
    days: Mapping[Phrase, frozenset[int]]
    between: frozenset[Phrase]


class Meaning(NamedTuple):
    """One way to take a row of words: which of them name the month and which the weekday, if any."""

    month: Phrase | None
    day: Phrase | None


def folded(text: str) -> str:
    """A text in one spelling: small letters without accents and marks of direction, ASCII digits."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(_plain(each) for each in apart)
    return unicodedata.normalize("NFC", kept).replace("ı", "i")  # noqa: RUF001  # the Turkish letter


def split(text: str) -> tuple[Phrase, Phrase]:
    """The words and the numbers of a folded text, each in their order."""
    spaced = "".join(_apart(text))
    return (
        tuple(each for each in spaced.split() if not each.isdecimal()),
        tuple(each for each in spaced.split() if each.isdecimal()),
    )


def meanings(words: Sequence[str]) -> set[Meaning]:
    """Every way to take all of these words for at most one month, one weekday and words that mean nothing."""
    names = _names()
    reached: list[set[Meaning]] = [{Meaning(None, None)}, *(set[Meaning]() for _ in words)]
    for start, ways in enumerate(reached):
        for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
            phrase = tuple(words[start:end])
            if phrase in names.between:
                reached[end] |= ways
            if phrase in names.months:
                reached[end] |= {way._replace(month=phrase) for way in ways if way.month is None}
            if phrase in names.days:
                reached[end] |= {way._replace(day=phrase) for way in ways if way.day is None}
    return reached[-1]


def months(phrase: Phrase, language: str) -> list[int]:
    """The months of this name: that of the language where it has one, else those of all languages."""
    found = _names().months[phrase]
    own = found.get(language.lower().partition("-")[0])
    return [own] if own else sorted(set(found.values()))


def days(phrase: Phrase) -> frozenset[int]:
    """The weekdays of this name, Monday being 1."""
    return _names().days[phrase]


def _plain(character: str) -> str:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return ""
    return str(unicodedata.decimal(character)) if character.isdecimal() else character


def _apart(text: str) -> Iterator[str]:
    """The characters, with white space for what separates words, and between a digit and a letter."""
    was_digit = False
    for each in text:
        if each.isdecimal() != was_digit:
            yield " "
        was_digit = each.isdecimal()
        yield " " if each in _BETWEEN else each


@cache
def _names() -> Names:
    data = json.loads((files(__package__) / "names.json").read_text(encoding="utf-8"))
    by_month: dict[Phrase, dict[str, int]] = {}
    by_day: dict[Phrase, set[int]] = {}
    for language, entry in data["languages"].items():
        for number, phrase in _numbered(entry.get("months", ())):
            by_month.setdefault(phrase, {})[language] = number
        for number, phrase in _numbered(entry["days"]):
            by_day.setdefault(phrase, set()).add(number)
    between = frozenset(split(folded(word))[0] for word in data["between"])
    return Names(by_month, {phrase: frozenset(found) for phrase, found in by_day.items()}, between)


def _numbered(named: Sequence[Sequence[str]]) -> Iterator[tuple[int, Phrase]]:
    for number, several in enumerate(named, 1):
        for name in several:
            yield number, split(folded(name))[0]
