"""`factcheck new`: a fact-check to fill in."""

from importlib.resources import files as resources
from pathlib import Path

import click

from factcheck import files
from factcheck.files import STDIN

from .output import emit, printable


@click.command(short_help="Start a fact-check: a template to fill in.")
@click.argument("file", default="factcheck.yaml", type=click.Path(allow_dash=True, dir_okay=False))
@click.option("--force", is_flag=True, help="Replace the file where it exists.")
def command(file: str, *, force: bool) -> int:
    """Start a fact-check: write a template to FILE (factcheck.yaml, `-` for standard output) and fill it in.

    Exit code 2: the file exists, or cannot be written.
    """
    if file == STDIN:
        emit(template().encode())
        return 0
    path = Path(file)
    if (path.exists() or path.is_symlink()) and not force:
        raise click.UsageError(f"{printable(file)} exists; --force replaces it")
    files.write(path, template().encode())
    click.echo(f"{printable(file)}: written; fill it in, then `factcheck check {printable(file)}`", err=True)
    return 0


def template() -> str:
    """A commented fact-check in YAML, which reads and exports as it is."""
    return resources(__package__).joinpath("template.yaml").read_text(encoding="utf-8")
