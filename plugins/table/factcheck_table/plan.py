"""What would become of each column, as YAML that a person corrects and gives back."""

import math
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

import yaml

from .columns import keys, letter
from .tables import Table
from .vocabulary import fields

_ROWS = 1000
_SAMPLES = 3
_SHOWN = 60


def planned(name: str, tables: Sequence[Table]) -> str:
    """The mapping of every column, with what stands in it as comments."""
    lines = [
        f"# What the columns of {_shown(name)} are taken for. Correct it, keep it in a file,",
        "# and give it back: -O table.columns=@FILE",
        "# To the left stands the heading, to the right the field, or nothing for a column that is left out.",
        "#",
        "# The fields:",
        *(f"#   {field.name}: {field.holds}" for field in fields().values()),
    ]
    told = set[str]()
    for table in tables:
        lines += ["", *_of_table(table, told)]
    return "\n".join(lines) + "\n"


def _of_table(table: Table, told: set[str]) -> Iterator[str]:
    if table.sheet.prefix:
        yield f"# {_shown(table.sheet.prefix.rstrip(', '))}"
    if table.heading is None:
        yield "# no row of known headings; write `column A: claim` and so on, for the columns that are known"
        headings, found = table.first, dict[int, str | None]()
    else:
        headings = [column.heading for column in table.heading.columns]
        found = {column.number: column.field for column in table.heading.columns}
    samples = _samples(table, len(headings))
    for number, key in enumerate(keys(headings)):
        yield f"# {letter(number)}: {samples[number]}"
        line = f"{_quoted(key)}: {found.get(number) or ''}".rstrip()
        yield f"# as above: {line}" if key in told else line
        told.add(key)


def _samples(table: Table, width: int) -> list[str]:
    """What stands in each column, of the first rows."""
    filled, shown = [0] * width, [list[str]() for _ in range(width)]
    start, count = (table.headed.number if table.headed else 0), 0
    for line in islice((line for line in table.sheet.lines() if line.number > start), _ROWS):
        count += 1
        for number, cell in enumerate(line.cells[:width]):
            filled[number] += bool(cell.strip())
            text = _shown(cell)
            if text and text not in shown[number] and len(shown[number]) < _SAMPLES:
                shown[number].append(text)
    return [f"{filled[each]} of {count} rows; {' · '.join(shown[each]) or 'empty'}" for each in range(width)]


def _shown(text: str) -> str:
    """A text on one line of a comment."""
    plain = "".join(
        " " if unicodedata.category(each) in ("Cc", "Cf", "Zl", "Zp", "Cn", "Co") else each for each in text[:500]
    )
    short = " ".join(plain.split())
    return short if len(short) <= _SHOWN else f"{short[: _SHOWN - 1]}…"


def _quoted(text: str) -> str:
    if text.replace(" ", "").isalnum() and text.isascii() and not text[0].isdigit():
        return text
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=math.inf).strip()
