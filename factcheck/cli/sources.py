"""The sources that a command line names, read one after the other."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from factcheck.errors import ReadingError

from .files import STDIN
from .output import STYLES, Report

if TYPE_CHECKING:
    from factcheck.reading import Reading

_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

argument: _Decorator = click.argument(
    "sources", metavar="SRC...", nargs=-1, required=True, type=click.Path(allow_dash=True)
)
style: _Decorator = click.option(
    "--format", "style", type=click.Choice(list(STYLES)), default="text", show_default=True,
    help="How to show findings: for people, as JSON Lines, or as GitHub annotations.",
)  # fmt: skip
quiet: _Decorator = click.option("-q", "--quiet", is_flag=True, help="Show errors only.")


def complete_format(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """The formats whose name begins like this."""
    from factcheck.host import Host  # noqa: PLC0415  # asked for only when a format's name is completed

    return [name for name in Host.discover().exporters if name.startswith(incomplete)]


def readings(sources: Iterable[str], report: Report) -> Iterator[tuple[str, "Reading"]]:
    """Each source with what was read from it; one that cannot be read is reported and left out."""
    for source in sources:
        try:
            yield source, _read(source)
        except ReadingError as error:
            report.fail(error.findings)


def once(sources: Iterable[str]) -> None:
    """Raise UsageError where standard input is to be read twice, or is not there."""
    given = list(sources).count(STDIN)
    if given > 1:
        raise click.UsageError("standard input, `-`, can be read only once")
    if given and sys.stdin is None:
        raise click.UsageError("standard input is closed")


def _read(source: str) -> "Reading":
    from factcheck import reading  # noqa: PLC0415  # imports the model, which `--help` does without

    if source == STDIN:
        return reading.read_stream(sys.stdin.buffer, "<stdin>")
    return reading.read_file(source)
