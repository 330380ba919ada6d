"""The sources that a command line names, read one after the other, and the options that commands share."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from factcheck.errors import ReadingError
from factcheck.files import STDIN

from .output import STYLES, Report, plugins_aside, printable

if TYPE_CHECKING:
    from factcheck.host import Host
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

texts: _Decorator = click.option(
    "--texts", metavar="DIR", type=click.Path(exists=True, file_okay=False),
    help="Folder with the texts of the sources: `<id>.txt` or `<id>.html`, or what has a source's checksum.",
)  # fmt: skip
text: _Decorator = click.option(
    "--text", "single_texts", metavar="ID=FILE", multiple=True,
    help="The text of the source with this id, in whatever file; repeatable.",
)  # fmt: skip

importer_options: _Decorator = click.option(
    "-O", "--option", "options", metavar="IMPORTER.KEY=VALUE", multiple=True,
    help="An option of an importer; `=@FILE` gives a file's text. `factcheck plugins` lists them.",
)  # fmt: skip


@plugins_aside()
def complete_format(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """The formats whose name begins like this."""
    from factcheck.host import Host  # noqa: PLC0415  # asked for only when a format's name is completed

    return [name for name in Host.discover().exporters if name.startswith(incomplete)]


@plugins_aside()
def complete_importer(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """The importers whose name begins like this."""
    from factcheck.host import Host  # noqa: PLC0415  # as above

    return [name for name in Host.discover().importers if name.startswith(incomplete)]


def given_options(options: Iterable[str]) -> dict[str, dict[str, object]]:
    """Options of the form NAME.KEY=VALUE by name and key; for `=@FILE`, the text of the file.

    Raises UsageError for another form and for a key given twice, ReadingError for a file that cannot be read.
    """
    values: dict[str, dict[str, object]] = {}
    for option in options:
        name, key, value = _split(option)
        if key in values.setdefault(name, {}):
            raise click.UsageError(f"the option `{name}.{key}` is given twice")
        values[name][key] = _text_of(value[1:]) if value.startswith("@") else value
    return values


def refuse_unknown_options(host: "Host", given: Mapping[str, Mapping[str, object]]) -> None:
    """Raise UnknownImporterError or OptionError for options that are those of no importer."""
    for name, values in given.items():
        host.importer_options(name, values)


def _split(option: str) -> tuple[str, str, str]:
    left, equals, value = option.partition("=")
    name, dot, key = left.partition(".")
    if not (name and dot and key and equals):
        raise click.UsageError(f"write an option as NAME.KEY=VALUE, not `{printable(option)}`")
    return name, key, value


def _text_of(path: str) -> str:
    from factcheck import reading  # noqa: PLC0415  # imports the model, which `--help` does without

    return reading.text_of_file(path)


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
