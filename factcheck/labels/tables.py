"""The words of verdicts in many languages, read from one file a language when that language is first asked for.

Such a file leads from kinds of words to phrases. `fals{o,a,os}` stands for three of them, and a word of
the language may be of one kind only. The kinds are the categories and those of `KINDS`.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import product
from types import MappingProxyType
from typing import get_args

from factcheck.model.ratings import Category

from .words import words

KINDS = MappingProxyType(
    {
        "confirmed": "true, and when denied no more than unproven: `proven`",
        "not": "denies what follows, or what stands before it at the end",
        "mostly": "so in the main: `largely`",
        "partly": "so in part: `partially`",
        "fully": "so throughout, which adds nothing unless it is denied: `entirely`",
        "is": "joins what is judged to the verdict: `is`, `has been`",
        "noun": "what is judged: `claim`, `photo`",
        "small": "belongs to any sentence: `the`, `that`, `of`",
        "but": "takes back what was said before: `but`",
        "says": "makes of a verdict what somebody says or doubts: `according to`, `whether`",
    }
)
VERDICTS = frozenset({*get_args(Category), "confirmed"})
UNKNOWN = ""
_ALIASES = {
    "nb": "no",
    "nn": "no",
    "iw": "he",
    "in": "id",
    "fil": "tl",
    "bs": "hr",
    "sh": "hr",
    "sr": "hr",
    "cnr": "hr",
}
_UNSPACED = frozenset({"ja", "ko", "my", "th", "zh"})
_BRACES = re.compile(r"\{([^{}]*)\}")
_CHARACTERS = re.compile(r"[a-z0-9]+|\S")


class Table:
    """The phrases of one language, each with its kind."""

    def __init__(self, phrases: Iterable[tuple[str, str]], *, spaced: bool, bare: bool) -> None:
        """Take phrases with their kinds; `bare` forgets accents, and then what could be of two kinds is left out."""
        self.spaced = spaced
        self.bare = bare
        kinds: dict[tuple[str, ...], str] = {}
        for phrase, kind in phrases:
            tokens = self._tokens(words(phrase, bare=bare))
            if kinds.setdefault(tokens, kind) != kind:
                kinds[tokens] = UNKNOWN
        self._kinds = kinds
        self._lengths: dict[str, list[int]] = {}
        for tokens in sorted(kinds, key=len, reverse=True):
            lengths = self._lengths.setdefault(tokens[0], [])
            if len(tokens) not in lengths:
                lengths.append(len(tokens))

    def kinds(self, text: str) -> list[str]:
        """The kinds of the words of a text, the longest phrases first; `UNKNOWN` for each word that has none."""
        tokens = self._tokens(text)
        found = []
        place = 0
        while place < len(tokens):
            for length in self._lengths.get(tokens[place], ()):
                kind = self._kinds.get(tokens[place : place + length])
                if kind is not None:
                    found.append(kind)
                    place += length
                    break
            else:
                found.append(UNKNOWN)
                place += 1
        return found

    def verdicts(self) -> Iterator[str]:
        """The words that phrases of verdicts begin with."""
        return (tokens[0] for tokens, kind in self._kinds.items() if kind in VERDICTS)

    def _tokens(self, text: str) -> tuple[str, ...]:
        return tuple(text.split() if self.spaced else _CHARACTERS.findall(text))


def with_verdicts(texts: Iterable[str]) -> list[str]:
    """The languages in which one of these words begins a verdict: in all others, the texts give none."""
    starts = _starts()
    tokens = {token for text in texts for token in (*text.split(), *_CHARACTERS.findall(text))}
    return sorted({language for token in tokens for language in starts.get(token, ())})


@cache
def _starts() -> Mapping[str, Collection[str]]:
    found: dict[str, set[str]] = {}
    for language in languages():
        for bare in (False, True):
            for token in table(language, bare=bare).verdicts():
                found.setdefault(token, set()).add(language)
    return found


@cache
def languages() -> tuple[str, ...]:
    """The languages that there is a table for, as primary subtags."""
    names = (entry.name for entry in (files(__package__) / "tables").iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in names if name.endswith(".json")))


def known(language: str | None) -> str | None:
    """The table's language for a BCP 47 tag, None where there is no table."""
    primary = (language or "").lower().partition("-")[0]
    primary = _ALIASES.get(primary, primary)
    return primary if primary in languages() else None


@cache
def table(language: str, *, bare: bool = False) -> Table:
    """The table of a language that `known` gave."""
    return Table(phrases(language), spaced=language not in _UNSPACED, bare=bare)


def phrases(language: str) -> Iterator[tuple[str, str]]:
    """Each phrase of a language with its kind, written out."""
    given = json.loads((files(__package__) / "tables" / f"{language}.json").read_bytes())
    for kind, short in given.items():
        if kind not in KINDS and kind not in get_args(Category):
            raise ValueError(f"{language}.json: there is no kind of words `{kind}`")
        for phrase in short:
            for written in _written_out(phrase):
                yield written, kind


def _written_out(phrase: str) -> Iterator[str]:
    parts = _BRACES.split(phrase)
    choices = [part.split(",") if index % 2 else [part] for index, part in enumerate(parts)]
    for chosen in product(*choices):
        yield "".join(chosen)
