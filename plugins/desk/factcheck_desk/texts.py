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
# What is in the JSON of a fact-check where any of these may find something: most have none, and need no look at each text.
_SIGNS = ("<", "\ufffd", "\\u", "\\b", "\\f")
_SUSPECT = (unseen.SUSPECT, garbled.SUSPECT)


def looked_at(fact_check: FactCheck) -> Iterator[tuple[str, Place]]:
    """Each rule of these that a text of the desk's own breaks, with its place."""
    told = fact_check.model_dump_json(exclude_defaults=True)
    if not any(each in told for each in _SIGNS) and not any(each.search(told) for each in _SUSPECT):
        return
    for path, text in texts(fact_check):
        if not path.endswith(_QUOTED):
            for rule, check in CHECKS.items():
                message = check(text)
                if message:
                    yield rule, (path, message)


def texts(fact_check: FactCheck) -> Iterator[tuple[str, str]]:
    """Every text of a fact-check with its path, those that are quoted among them."""
    return _texts(fact_check.model_dump(exclude_defaults=True), "")


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _texts(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, tuple | list):
        for index, inner in enumerate(value):
            yield from _texts(inner, f"{path}[{index}]")
