"""The words that the page itself says, in the fact-check's language, and what languages are called."""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from factcheck.text import direction

from .markup import NOTHING, Markup, element, joined, text

FALLBACK = "en"

_SLOT = re.compile(r"\{(\w+)\}")


class Words:
    """The words of the page in one language; in English, and marked as such, where they are not known in it."""

    def __init__(self, language: str) -> None:
        primary = language.lower().partition("-")[0]
        self.language = language
        self.known = primary in tables()
        self._table = tables()[primary if self.known else FALLBACK]
        self._direction = direction(language)

    def plain(self, key: str) -> str:
        """The word for this key, as it goes into an attribute or a picture."""
        return self._table[key]

    def __call__(self, key: str, **slots: Markup) -> Markup:
        """The word for this key; `{name}` in it is filled with the slot of that name."""
        pieces = _SLOT.split(self._table[key])
        return Markup("".join(slots[each] if odd % 2 else self.own(text(each)) for odd, each in enumerate(pieces)))

    def filled(self, key: str, **slots: Markup) -> Markup:
        """As a call, but without marks: for what stands in a marked element."""
        pieces = _SLOT.split(self._table[key])
        return Markup("".join(slots[each] if odd % 2 else text(each) for odd, each in enumerate(pieces)))

    def own(self, said: Markup) -> Markup:
        """Words out of this table, marked where they are not in the page's language."""
        return (
            said if self.known or not any(map(str.isalnum, said)) else element("span", said, lang=FALLBACK, dir="ltr")
        )

    def foreign(self, language: str | None) -> dict[str, str | None]:
        """`lang` and `dir` for words in a language, none where it is the page's; `dir` alone where it is not known."""
        if language is None:
            return {"dir": "auto"}
        if language.lower() == self.language.lower():
            return {}
        turned = direction(language)
        return {"lang": language, "dir": turned if turned != self._direction else None}

    def tongue(self, tag: str) -> Markup:
        """A language by what it calls itself, and its tag."""
        name = _languages()["names"].get(tag.lower().partition("-")[0])
        named = element("span", text(name), **self.foreign(tag)) if name else NOTHING
        return joined((named, text(f"({tag})" if name else tag)), " ")

    def said(self, value: str | None, language: str | None, tag: str = "span", **attributes: str | None) -> Markup:
        """An element with words in a language, or nothing where there are none."""
        return NOTHING if value is None else element(tag, text(value), **self.foreign(language), **attributes)


@cache
def _languages() -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads(files(__package__).joinpath("languages.json").read_text(encoding="utf-8"))
    return data


@cache
def tables() -> Mapping[str, Mapping[str, str]]:
    """The words of each language, by their keys."""
    return {
        file.name.removesuffix(".json"): json.loads(file.read_text(encoding="utf-8"))
        for file in sorted((files(__package__) / "labels").iterdir(), key=lambda each: each.name)
        if file.name.endswith(".json")
    }
