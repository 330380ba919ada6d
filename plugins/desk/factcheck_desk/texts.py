"""The texts of a fact-check, each with its place; and what is wrong with one by itself."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from factcheck import FactCheck

from . import garbled, markup, unseen
from .place import Place

CHECKS: Mapping[str, Callable[[str], str | None]] = {
    "desk-nothing-to-see": unseen.nothing_to_see,
    "desk-invisible-character": unseen.invisible_character,
    "desk-lost-character": garbled.lost_character,
    "desk-garbled-text": garbled.garbled_text,
    "desk-markup-in-text": markup.markup_in_text,
}
# Words as they stand in a source, to the character.
_QUOTED = ("exact", "prefix", "suffix")


def looked_at(fact_check: FactCheck) -> Iterator[tuple[str, Place]]:
    """Each rule of these that a text of the desk's own breaks, with its place."""
    asked = _asked(fact_check.model_dump_json(exclude_defaults=True))
    if asked:
        for path, text in texts(fact_check):
            if not path.endswith(_QUOTED):
                for rule in asked:
                    message = CHECKS[rule](text)
                    if message:
                        yield rule, (path, message)


def _asked(told: str) -> list[str]:
    """The rules that may be broken, by the JSON of a fact-check: most have nothing that any of them is about.

    JSON escapes control characters, and nothing else that the rules look for.
    """
    hidden = "\\u" in told or "\\b" in told or "\\f" in told or unseen.SUSPECT.search(told)
    about = {
        "desk-nothing-to-see": hidden,
        "desk-invisible-character": hidden,
        "desk-lost-character": "\ufffd" in told,
        "desk-garbled-text": garbled.SUSPECT.search(told),
        "desk-markup-in-text": "<" in told,
    }
    return [rule for rule in CHECKS if about[rule]]


def texts(fact_check: FactCheck) -> list[tuple[str, str]]:
    """Every text of a fact-check with its path, those that are quoted among them."""
    found: list[tuple[str, str]] = []
    _gather(fact_check.model_dump(exclude_defaults=True), "", found)
    return found


def _gather(value: Any, path: str, found: list[tuple[str, str]]) -> None:
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, dict):
        for name, inner in value.items():
            _gather(inner, f"{path}.{name}" if path else name, found)
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            _gather(inner, f"{path}[{index}]", found)
