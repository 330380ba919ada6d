"""The rules that reading asks, and how its problems are put into words."""

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from factcheck.model.references import Location

RULES: Mapping[str, str] = MappingProxyType(
    {
        "unreadable": "The file is there and may be read.",
        "too-large": "A file has at most 16 MB.",
        "encoding": "A file is text in UTF-8; UTF-16 and UTF-32 need a byte order mark.",
        "empty": "There is something in the file.",
        "syntax": "The file is YAML or JSON.",
        "tab": "YAML is indented with spaces.",
        "tag": "YAML tags such as `!!python/object` are not used: the key says what a value is.",
        "merge-key": "YAML merge keys (`<<`) are not used: the keys are written out.",
        "lost-text": "No word is lost: neither a `#word` after a text without quotes, nor an `&anchor` that no `*anchor` refers to.",
        "several-documents": "A file holds one YAML document.",
        "too-complex": "A file holds at most 200,000 keys and values, aliases counted in full, and 100 levels.",
        "duplicate-key": "A key stands once in a mapping.",
        "unknown-key": "Every key is one of the model's.",
        "missing-key": "The keys that a part needs are there.",
        "wrong-type": "A list, a mapping, a text, a number or true/false stands where it is wanted.",
        "wrong-choice": "A value is one of the choices.",
        "wrong-form": "Addresses, languages, ids and checksums have their form.",
        "wrong-value": "A date, a number or a text makes sense.",
        "inconsistent": "The keys of one part agree with each other.",
        "duplicate-id": "An id stands for one part only.",
        "dangling-reference": "A reference leads to a part of the right kind.",
        "circular-copy": "No source is, in the end, a copy of itself.",
        "several-firsts": "A claim has one first appearance at most.",
        "more": "Of a thousand problems and more, the first thousand are listed.",
    }
)

_PLAIN_STEP = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,60}", re.ASCII)
_STEPS = re.compile(r"\[(\d{1,9})\]|\.?([^.\[\]]+)")
_LONGEST = 60
_FEW = 8
_DEEPEST = 12


class Problem(NamedTuple):
    """One thing that is wrong: its offset in code points, its rule, a sentence, and its place in the model.

    `other` is the offset of a second place that the message speaks of: where a doubled key stands first.
    """

    at: int
    rule: str
    message: str
    location: Location = ()
    other: int | None = None


class Broken(Exception):  # noqa: N818  # it ends the parse and never leaves this package
    """Reading cannot go on after this problem."""

    def __init__(self, at: int, rule: str, message: str) -> None:
        super().__init__(message)
        self.at, self.rule, self.message = at, rule, message


def visible(value: object) -> str:
    """A value from a file as one short line that is safe to print: what is not printable is escaped."""
    text = value if isinstance(value, str) else json.dumps(value)
    return printable(text, _LONGEST)


def printable(text: str, longest: int = 500) -> str:
    """A text that is safe to print, since files are not to be trusted: shortened, and with escapes."""
    short = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in short)


def listed(words: list[str], last: str) -> str:
    """Words as a list in a sentence: `a, b and c`; of many the first few."""
    if len(words) > _FEW:
        return ", ".join(words[:_FEW]) + " …"
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def path_of(location: Location) -> str:
    """A location as a model path: `claims[0].text`; a key that is no word stands in brackets.

    One deeper than the model is shortened: `a[0][0]…[0]`.
    """
    if len(location) > _DEEPEST:
        return f"{path_of(location[: _DEEPEST - 1])}…{_step(location[-1])}"
    return "".join(map(_step, location)).removeprefix(".")


def location_of(path: str) -> Location:
    """The location that a model path names; inverse of `path_of` for the model's own keys."""
    return tuple(int(index) if index else key for index, key in _STEPS.findall(path))


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if _PLAIN_STEP.fullmatch(step) else f'["{visible(step)}"]'
