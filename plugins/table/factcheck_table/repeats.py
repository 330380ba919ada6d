"""Which rows say the same again, and which share what an id is made of."""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from html import unescape
from itertools import pairwise

from .lines import Line
from .row import Heading

_SCHEME = re.compile(r"^(?:https?:)?/*")


class Repeats:
    """What the rows that make fact-checks have in common: memory grows by 32 bytes for each of them."""

    def __init__(self, heading: Heading) -> None:
        self.heading = heading
        self._rows = array("Q")
        self._keys = {name: array("Q") for name in _KEYS}
        self._shared: Mapping[str, frozenset[int]] | None = None
        self._first: dict[int, int | None] = {}

    def note(self, line: Line) -> None:
        """Take in a row."""
        if self.heading.first(line, "claim"):
            self._rows.append(self._row(line))
            for name, keys in self._keys.items():
                keys.append(self._key(name, line))

    def said(self, line: Line) -> tuple[str, ...]:
        """All that a row says in columns that are known, in whatever order these stand."""
        cells = (
            (column.field, line.cells[column.number].strip()) for column in self.heading.columns[: len(line.cells)]
        )
        return tuple(sorted(f"{field}: {text}" for field, text in cells if field and text))

    def is_shared(self, name: str, line: Line) -> bool:
        """Whether a row that says something else has the same `id`, `address`, or `claim` at one address."""
        shared = self._all_shared()[name]
        return bool(shared) and self._key(name, line) in shared

    def said_before(self, line: Line) -> int | None:
        """The number of the row that said all of this first, None where that is this one."""
        self._all_shared()
        if not self._first or (row := self._row(line)) not in self._first:
            return None
        first = self._first[row] = self._first[row] or line.number
        return first if first < line.number else None

    def _all_shared(self) -> Mapping[str, frozenset[int]]:
        if self._shared is None:
            self._first = dict.fromkeys(_doubled(self._rows))
            new = list(_firsts(self._rows, self._first))
            self._shared = {name: _doubled(keys[index] for index in new) for name, keys in self._keys.items()}
            self._rows, self._keys = array("Q"), {}
        return self._shared

    def _row(self, line: Line) -> int:
        return _hashed("\0".join(self.said(line)))

    def _key(self, name: str, line: Line) -> int:
        """What an id is made of, hashed; 0 where it is not there."""
        made_of = _KEYS[name](self.heading, line)
        return _hashed(made_of) if made_of else 0


def _id(heading: Heading, line: Line) -> str:
    return heading.first(line, "id")


def _address(heading: Heading, line: Line) -> str:
    return _SCHEME.sub("", heading.first(line, "url").partition("#")[0])


def _claim(heading: Heading, line: Line) -> str:
    return repr((_address(heading, line), unescape(heading.first(line, "claim")).strip(), _id(heading, line)))


_KEYS: Mapping[str, Callable[[Heading, Line], str]] = {"id": _id, "address": _address, "claim": _claim}


def _firsts(rows: Iterable[int], doubled: Mapping[int, int | None]) -> Iterator[int]:
    """The places of rows, without those that were there before."""
    seen = set[int]()
    for index, row in enumerate(rows):
        if row not in seen:
            yield index
        if row in doubled:
            seen.add(row)


def _doubled(keys: Iterable[int]) -> frozenset[int]:
    return frozenset(one for one, other in pairwise(sorted(filter(None, keys))) if one == other)


def _hashed(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big")
