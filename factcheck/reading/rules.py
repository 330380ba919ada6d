"""How the problems that reading finds are put into words, each with its rule."""

import json
import re
from typing import NamedTuple

from factcheck.model.references import Location

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
