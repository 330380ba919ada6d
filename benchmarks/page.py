"""The table of what was measured, and the page of the documentation that holds it."""

import re
from collections.abc import Iterable, Mapping, Sequence

from measuring import Row, amount

PART = re.compile(r"(<!-- measured: (\S+) -->\n).*?(<!-- end -->)", re.DOTALL)
HEAD = ("what", "ours", "beside", "ratio", "bar", "")
MET = {True: "met", False: "**not met**", None: ""}


def table(rows: Iterable[Row]) -> str:
    """A table of Markdown, which is to be read as it is, too."""
    cells = [HEAD, *([cell.replace("|", "\\|") for cell in _cells(row)] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    head, *lines = (" | ".join(map(str.ljust, line, widths)).rstrip() for line in cells)
    rule = " | ".join("-" * max(width, 3) for width in widths)
    return "\n".join(f"| {line.ljust(len(rule))} |" for line in (head, rule, *lines))


def _cells(row: Row) -> tuple[str, ...]:
    measured = "" if row.value is None else f"{amount(row.value)} {row.unit}"
    missing = row.bar is not None and row.value is None
    return (
        row.what,
        row.ours,
        row.beside,
        measured,
        str(row.bar) if row.bar else "",
        "not measured" if missing else MET[row.met],
    )


def profiles(rows: Iterable[Row]) -> str:
    """For the bars that are not met, where the time goes: a block for each thing of ours that misses one."""
    missed: dict[str, Row] = {row.what: row for row in rows if row.met is False and row.profile}
    return "\n\n".join(
        _folded(f"{row.what}: where the time goes", row.profile()) for row in missed.values() if row.profile
    )


def printed(outputs: Mapping[str, str]) -> str:
    """What programs printed, a block for each."""
    return "\n\n".join(f"`{name}`\n\n```text\n{text.rstrip()}\n```" for name, text in outputs.items())


def _folded(summary: str, text: str) -> str:
    return f"<details><summary>{summary}</summary>\n\n```text\n{text}\n```\n\n</details>"


def listed(lines: Sequence[str]) -> str:
    """A list."""
    return "\n".join(f"- {line}" for line in lines)


def filled(page: str, parts: Mapping[str, str]) -> str:
    """The page with these parts in place of what stands there; parts that are not given stay."""
    return PART.sub(
        lambda part: f"{part[1]}\n{parts[part[2]].strip()}\n\n{part[3]}" if part[2] in parts else part[0], page
    )
