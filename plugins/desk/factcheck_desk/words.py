"""Words that should not stand in a fact-check: of the template, relative dates in claims, a claim said twice."""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any, Literal

from factcheck import FactCheck

from .place import Place
from .texts import texts

_OPENING = {"“": "”", "„": "“”", "«": "»", "»": "«", "\u2039": "\u203a", "「": "」", "『": "』", '"': '"'}
_PIECE = 1_000
Phrase = tuple[str, ...]


def relative_date(fact_check: FactCheck) -> Iterator[Place]:
    """A claim with words such as "last week", outside quotation marks, in its language.

    A date in `made` does not help: a claim goes out as a line of text, and what stands beside it may be lost.
    Words within quotation marks are somebody else's, and stay.
    """
    for index, claim in enumerate(fact_check.claims):
        language = (claim.language or fact_check.language).lower().split("-")[0]
        phrases = _phrases().get(language)
        found = _first(_words(_unquoted(claim.text)), *phrases) if phrases else None
        if found:
            told = f"“{found}” means another day to each reader"
            yield f"claims[{index}].text", f"{told}; the claim was made {claim.made}" if claim.made else told


def repeated_claim(fact_check: FactCheck) -> Iterator[Place]:
    """A claim with the words of another one, by the same claimants, in the same language."""
    first: dict[object, str] = {}
    for index, claim in enumerate(fact_check.claims):
        words = " ".join(_normal("NFKC", claim.text).casefold().split())
        other = first.setdefault((words, frozenset(claim.claimants), claim.language, claim.made), claim.id)
        if other != claim.id:
            yield f"claims[{index}].text", f"`{other}` says the same"


def placeholder(fact_check: FactCheck) -> Iterator[Place]:
    """A text of the template of `factcheck new`, or a mark that something is to be filled in."""
    whole, parts = _placeholders()
    told = fact_check.model_dump_json(exclude_defaults=True)
    # None of these has a character that JSON escapes, so that a whole text stands between two quotation marks.
    if whole.isdisjoint(told.split('"')) and not any(part in told for part in parts):
        return
    for path, text in texts(fact_check):
        if text in whole or any(part in text for part in parts):
            yield path, f"“{text[:60]}” is still to be replaced"


def _first(words: list[str], phrases: frozenset[Phrase], names: frozenset[Phrase], longest: int) -> str | None:
    place = 0
    while place < len(words):
        for length in range(min(longest, len(words) - place), 0, -1):
            phrase = tuple(words[place : place + length])
            if phrase in names:
                place += length - 1
                break
            if phrase in phrases:
                return " ".join(phrase)
        place += 1
    return None


def _words(text: str) -> list[str]:
    """The words of a text in lower case: letters, marks and digits in a row."""
    return "".join(map(_in_word, _normal("NFC", text).casefold())).split()


def _normal(form: Literal["NFC", "NFKC"], text: str) -> str:
    """A text in a normal form of Unicode, piece by piece: for marks in a row, it takes the square of their number."""
    return "".join(unicodedata.normalize(form, text[at : at + _PIECE]) for at in range(0, len(text), _PIECE))


@cache
def _in_word(character: str) -> str:
    return character if unicodedata.category(character)[0] in "LMN" else " "


def _unquoted(text: str) -> str:
    if _OPENING.keys().isdisjoint(text):
        return text
    kept, closing = list[str](), ""
    ends = {end: text.rfind(end) for closers in _OPENING.values() for end in closers}
    for place, character in enumerate(text):
        if closing:
            closing = "" if character in closing else closing
        elif any(ends[end] > place for end in _OPENING.get(character, "")):
            closing = _OPENING[character]
            kept.append(" ")
        else:
            kept.append(character)
    return "".join(kept)


@cache
def _phrases() -> Mapping[str, tuple[frozenset[Phrase], frozenset[Phrase], int]]:
    table = _data("relative_dates.json")
    return {language: _of_language(entry) for language, entry in table.items() if not language.startswith("_")}


def _of_language(entry: Mapping[str, Any]) -> tuple[frozenset[Phrase], frozenset[Phrase], int]:
    phrases, names = (
        {tuple(_words(phrase)) for written in entry.get(kind, ()) for phrase in _written_out(written, entry)}
        for kind in ("phrases", "names")
    )
    return frozenset(phrases), frozenset(names), max(map(len, phrases | names))


def _written_out(phrase: str, entry: Mapping[str, Any]) -> Iterator[str]:
    """A phrase such as `last {weekday}` with each word of each list that it names."""
    lists = [name for name in entry["lists"] if f"{{{name}}}" in phrase] if "lists" in entry else []
    for words in product(*(entry["lists"][name] for name in lists)):
        yield phrase.format(**dict(zip(lists, words, strict=True)))


@cache
def _placeholders() -> tuple[frozenset[str], tuple[str, ...]]:
    table = _data("placeholders.json")
    return frozenset(table["whole"]), tuple(table["parts"])


def _data(name: str) -> Any:
    return json.loads((files(__package__) / name).read_text(encoding="utf-8"))
