"""`factcheck preview`: the page of a fact-check, which follows its file."""

import webbrowser
from typing import TYPE_CHECKING

import click

from factcheck.errors import FactcheckError

from . import given_sources as source
from .output import Report, plugins_aside, printable, say

if TYPE_CHECKING:
    from .previewing.board import Board
    from .previewing.pages import View
    from .previewing.serving import Server


@click.command(short_help="Show a fact-check as a page that follows its file.")
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False))
@source.texts
@source.text
@click.option("--any-licence", is_flag=True,
              help="Show texts of sources, too, whose licence is not known to allow it.")  # fmt: skip
@click.option("--port", type=click.IntRange(1, 65535), help="Where to serve the page; without it, a port that is free.")
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
@click.pass_obj
@plugins_aside()
def command(  # noqa: PLR0913  # one parameter for each option
    block: tuple[str, ...],
    *,
    file: str,
    texts: str | None,
    single_texts: tuple[str, ...],
    any_licence: bool,
    port: int | None,
    opens: bool,
) -> int:
    """Show a fact-check as the page that `export --to html` writes; it loads itself again when FILE or a text changes.

    It is served to this machine only, until Ctrl-C. Above the page stands what `factcheck check` finds; where FILE
    cannot be read, the page says where and why, until that is mended.

    Exit code 0: ended with Ctrl-C; 2: could not run.
    """
    from factcheck.host import Host  # noqa: PLC0415  # imports the model, which `--help` does without

    from .previewing import board, following, making  # noqa: PLC0415  # as above

    _needed()
    host, given = Host.discover(block), making.Given(file, texts, single_texts, any_licence)
    given.texts().refuse_for(host, [host.exporter(making.FORMAT).name])
    Report("text", err=True).show(host.findings)
    shown = board.Board(making.view_of(host, given))
    try:
        with _server(shown, port).running() as address:
            say(f"{printable(file)}: shown at {address} until Ctrl-C")
            _tell(file, shown.view)
            if opens:
                webbrowser.open(address)
            ticks = following.changes((file, *given.single_files()), texts)
            following.follow(shown, lambda: making.view_of(host, given), ticks, lambda view: _tell(file, view))
    except KeyboardInterrupt:
        return 0
    return 0  # pragma: no cover  # the ticks have no end


def _needed() -> None:
    try:
        import watchfiles  # noqa: F401, PLC0415  # only asked whether it is there
    except ImportError:
        raise FactcheckError("preview needs watchfiles: pip install 'factcheck-export[preview]'") from None


def _server(shown: "Board", port: int | None) -> "Server":
    from .previewing.serving import Server  # noqa: PLC0415  # as above

    try:
        return Server(shown, port or 0)
    except OSError as error:
        hint = "without `--port`, a free one is taken"
        raise click.UsageError(f"port {port} cannot be used: {error.strerror or error}; {hint}") from None


def _tell(file: str, view: "View") -> None:
    report = Report("text", least="warning", err=True)
    report.show(view.findings)
    for note in view.notes:
        report.note(note, err=True)
    report.summary(f"{file}: {'cannot be shown' if view.failed else 'shown'}")
