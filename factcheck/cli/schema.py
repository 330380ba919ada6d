"""`factcheck schema`: the schemas of the file format and of the formats written."""

from collections.abc import Iterator
from difflib import get_close_matches
from importlib.resources import files as resources
from importlib.resources.abc import Traversable

import click

from .output import emit, printable

OWN = "factcheck.schema.json"
_SUFFIXES = (".json", ".jsonld", ".rng", ".ttl")


def _names(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    return [name for name in schemas() if name.startswith(incomplete)]


@click.command(short_help="Print a schema: of the file format, or of a format written.")
@click.argument("name", default=OWN, shell_complete=_names)
@click.option("--list", "listed", is_flag=True, help="List the schemas that there are.")
def command(name: str, *, listed: bool) -> int:
    """Print a schema: that of fact-check files, for an editor to complete them, or the one called NAME.

    \b
    factcheck schema > factcheck.schema.json
    """  # noqa: D301  # click looks for the backspace itself
    there = schemas()
    if listed:
        click.echo("\n".join(there))
    elif name == OWN:
        from factcheck.schema import json_schema_text  # noqa: PLC0415  # imports the model, which `--help` does without

        emit(json_schema_text().encode())
    elif name in there:
        emit(there[name].read_bytes())
    else:
        near = [each for each in there if name and name in each] or get_close_matches(name, there, n=1)
        hint = f"did you mean `{near[0]}`?" if near else "`factcheck schema --list` lists them"
        raise click.UsageError(f"there is no schema `{printable(name)}`; {hint}")
    return 0


def schemas() -> dict[str, Traversable]:
    """The schemas that are installed, by their path among the schemas, sorted."""
    return dict(sorted(_walk(resources("factcheck_schemas"), "")))


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(_SUFFIXES):
            yield prefix + entry.name, entry
