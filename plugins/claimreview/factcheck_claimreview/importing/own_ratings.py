"""The rating scale out of markup that we wrote ourselves: what `ratings.py` wrote, undone."""

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from factcheck.drafts import identifier as id_of

from .own_values import Data, Ids, first, kinds, localised, objects, text

_WORDS = ("alternateName", "additionalType")
_NUMBERS = ("ratingValue", "bestRating", "worstRating")

Key = tuple[Hashable, ...]


class Scale:
    """The labels of a scale, and which of them a verdict gives: a label is known by all that is said of it."""

    def __init__(self, page: Data, given: Sequence[Data], ids: Ids, language: str) -> None:
        """Read the list on the page; where there is none, the labels that verdicts give."""
        listed = next((each for each in objects(page.get("mentions")) if "ItemList" in kinds(each)), {})
        items = [first(each.get("item")) for each in objects(listed.get("itemListElement"))]
        self._ids: dict[Key, str] = {}
        self._labels: dict[str, str] = {}
        self._stems = Counter[str]()
        self.doubled: set[Key] = set()
        self.ratings: list[Data] = []
        for each in items or _rising(given):
            self._add(each, ids, language, listed=bool(items))
        self._ends = _ends(items or given)
        self._described = {"name": text(listed.get("name")), "url": text(listed.get("url"))}

    def rating(self, label: Data) -> str | None:
        """The id of the label that a verdict gives; where it is not in the list, of the one that is worded alike."""
        return self._ids.get(_key(label)) or self._labels.get(text(label.get("alternateName")) or "")

    def is_doubled(self, label: Data) -> bool:
        """Whether there are several such labels, so that only the first can be taken."""
        return _key(label) in self.doubled

    @property
    def data(self) -> Data | None:
        """The scale as the model has it; an end that one of the labels has is not told again."""
        numbers = {each["number"] for each in self.ratings}
        ends = {name: None if end in numbers else end for name, end in self._ends.items()}
        return {**self._described, "ratings": self.ratings, **ends} if self.ratings else None

    def _add(self, label: Data, ids: Ids, language: str, *, listed: bool) -> None:
        key, plain = _key(label), text(label.get("alternateName"))
        names = localised(label.get("name"), language) or localised(plain, language)
        if key in self._ids:
            self.doubled.add(key)
        if not plain or not names or (key in self._ids and not listed):
            return
        identifier = ids.part(label) or self._made(id_of(plain))
        self._ids.setdefault(key, identifier)
        self._labels.setdefault(plain, identifier)
        self.ratings.append(
            {
                "id": identifier,
                "names": names,
                "number": _number(label.get("ratingValue")),
                "category": text(label.get("additionalType")),
                "definition": localised(label.get("description"), language) or None,
            }
        )

    def _made(self, stem: str) -> str:
        self._stems[stem] += 1
        return stem if self._stems[stem] == 1 else f"{stem}-{self._stems[stem]}"


def _key(label: Data) -> Key:
    """All that is said of a label, wherever it stands."""
    said = (frozenset(localised(label.get(name), "").items()) for name in ("name", "description"))
    return *said, *(text(label.get(name)) for name in _WORDS), *(_number(label.get(name)) for name in _NUMBERS)


def _rising(given: Iterable[Data]) -> list[Data]:
    """Labels with numbers in their order, then the others."""
    return sorted(given, key=lambda label: _number(label.get("ratingValue")) or math.inf)


def _ends(labels: Iterable[Data]) -> dict[str, float | None]:
    """The ends of the scale, which every label with a number tells."""
    told = next((each for each in labels if _number(each.get("ratingValue")) is not None), {})
    return {"worst": _number(told.get("worstRating")), "best": _number(told.get("bestRating"))}


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
