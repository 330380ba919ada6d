"""Which column holds what: guessed from its heading, or given by a person."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import yaml

from .vocabulary import Field, fields, plain

_LETTER = re.compile(r"column ([A-Z]{1,4})")
_COUNTED = re.compile(r" \d{1,2}$")
_SHOWN = 40
_TELLING = frozenset({"claim", "rating"})
_LEAST = 2


class Column(NamedTuple):
    """A column: its number from 0, its heading, and the field that it goes to, None for one that is not carried."""

    number: int
    heading: str
    field: str | None

    @property
    def place(self) -> str:
        """The column as findings name it: `column D (rating)`."""
        heading = " ".join(self.heading.split())
        shown = heading if len(heading) <= _SHOWN else f"{heading[: _SHOWN - 1]}…"
        return f"column {letter(self.number)}{f' ({shown})' if shown else ''}"


def letter(index: int) -> str:
    """What a spreadsheet calls the column of this number from 0: A to Z, AA and on."""
    name, left = "", index + 1
    while left:
        left, digit = divmod(left - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def number_of(name: str) -> int:
    """The number from 0 of the column that a spreadsheet calls so, in capital letters."""
    number = 0
    for each in name:
        number = number * 26 + ord(each) - ord("A") + 1
    return number - 1


def given(text: str) -> dict[str, str | None]:
    """A mapping of headings to fields that a person wrote, as YAML. Raises ValueError where it is none."""
    try:
        # Every scalar stays the text it is: a column may be called `no` or `2020-01-01`.
        data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # it makes texts, lists and mappings, nothing else
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(f"this is no YAML: {' '.join(str(error).split())}") from None
    if data in (None, ""):
        return {}
    if not isinstance(data, dict) or not all(isinstance(part, str) for pair in data.items() for part in pair):
        raise ValueError("write a heading and its field on each line: `Verdict: rating`")
    unknown = sorted({field for field in data.values() if field and field not in fields()})
    if unknown:
        raise ValueError(f"there is no field `{unknown[0]}`; there are {', '.join(fields())}")
    return {heading: field or None for heading, field in data.items()}


def keys(headings: Sequence[str]) -> list[str]:
    """What a mapping calls each column: its heading, or `column D` where it has none or not for itself."""
    counts: dict[str, int] = {}
    for heading in headings:
        counts[heading] = counts.get(heading, 0) + 1
    return [
        heading if heading.strip() and counts[heading] == 1 else f"column {letter(index)}"
        for index, heading in enumerate(headings)
    ]


def columns_of(headings: Sequence[str], chosen: Mapping[str, str | None]) -> list[Column]:
    """Each column with its field: the chosen one, else the one that its heading says."""
    decided = dict(_decided(headings, chosen))
    taken = {field for field in decided.values() if field}
    names = [plain(heading) for heading in headings]
    for field in fields().values():
        if field.name not in taken or field.several:
            decided |= dict.fromkeys(_guessed(field, names, decided), field.name)
    return [Column(index, heading, decided.get(index)) for index, heading in enumerate(headings)]


def missing(headings: Sequence[str], chosen: Mapping[str, str | None]) -> list[str]:
    """The columns of a mapping that are not in the table."""
    there = {*keys(headings), *(f"column {letter(index)}" for index in range(len(headings)))}
    there |= {heading.strip() for heading in headings}
    return [name for name in chosen if name not in there and name.strip() not in there]


def are_headings(headings: Sequence[str], chosen: Mapping[str, str | None]) -> bool:
    """Whether these cells are headings of a table of fact-checks: two are known, a claim or a verdict among them."""
    found = {column.field for column in columns_of(headings, chosen)} - {None}
    return len(found) >= _LEAST and not _TELLING.isdisjoint(found)


def _decided(headings: Sequence[str], chosen: Mapping[str, str | None]) -> Iterator[tuple[int, str | None]]:
    by_key = {key.strip(): index for index, key in enumerate(keys(headings))}
    for name, field in chosen.items():
        by_letter = _LETTER.fullmatch(name)
        index = by_key.get(name.strip())
        if index is None and by_letter:
            index = number_of(by_letter[1])
        if index is not None and index < len(headings):
            yield index, field


def _guessed(field: Field, names: Sequence[str], decided: Mapping[int, str | None]) -> list[int]:
    """The columns, not decided yet, whose headings mean this field; the surest one where it takes one only."""
    known = [*field.headings, *(each for by, more in field.beside.items() if by in names for each in more)]
    ranks = {heading: rank for rank, heading in enumerate(known)}
    bare = [_COUNTED.sub("", name) if field.several else name for name in names]
    found = [index for index, name in enumerate(bare) if name in ranks and index not in decided]
    return found if field.several else sorted(found, key=lambda index: ranks[bare[index]])[:1]
