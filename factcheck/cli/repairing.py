"""`factcheck check --fix` and `--diff`: what is repaired is shown, and written whole or not at all."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck import files
from factcheck.rules import WORK

from .linting import Lint
from .output import Report, emit, printable, say, standard_output

if TYPE_CHECKING:
    from factcheck.fixing import Fixed

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def repaired(lint: Lint, name: str, data: bytes) -> bytes:
    """Show what can be repaired in a file of ours, write it where asked to, and give what is in the file now.

    Raises ReadingError where the bytes are no text.
    """
    from factcheck.fixing import fixed  # noqa: PLC0415  # imports the model, which `--help` does without

    made = fixed(data, name, lint.found)
    if not made.mended:
        return data
    show(made)
    if lint.repairs != "made":
        lint.repairable += len(made.mended)
        return data
    if not written(made, lint.report):
        return data
    lint.repaired += len(made.mended)
    return made.data


def written(made: "Fixed", report: Report) -> bool:
    """Write a file of ours as it is now, whole, with the mode that it had; one that cannot be written is reported."""
    try:
        path = Path(files.real(made.name))
        files.write(path, made.data, mode=path.stat().st_mode)
    except OSError as error:
        report.fail([WORK["cannot-write"].finding(error.strerror or str(error)).at(made.name)])
        return False
    return True


def show(made: "Fixed") -> None:
    """Show what was changed in a file of ours."""
    stream = standard_output()
    if stream is None or not stream.isatty():
        emit(made.diff.encode())
        return
    # A program takes the diff as it is; on a terminal nothing in it may steer the terminal.
    for line in re.findall(r"[^\n]+", made.diff):
        say(click.style(printable(line), fg=_COLOURS.get(line[0])))
