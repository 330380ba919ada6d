"""The group of commands, and what every one of them shares: options, streams and exit codes."""

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path

import click
from click.shell_completion import shell_complete

from factcheck._version import __version__
from factcheck.errors import FactcheckError

from .output import printable

PROGRAM = "factcheck"
COMPLETION = "_FACTCHECK_COMPLETE"
TASKS = {
    "Write": ("new", "schema"),
    "Check": ("check", "anchor", "sources"),
    "Publish": ("export", "diff"),
    "Move over": ("import",),
    "Look": ("preview", "plugins", "completion"),
}
_MODULES = {"import": "importing", "sources": "provenance"}  # a module cannot be called `import`


class Commands(click.Group):
    """Imports the module of a command when the command is used, and lists the commands by task."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """The names of the commands, by task."""
        return [name for names in TASKS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name: `command` in its module."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f".{_MODULES.get(cmd_name, cmd_name)}", __package__).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names. Raises UsageError with the near one."""
        name, names = args[0], self.list_commands(ctx)
        if name not in names and not name.startswith("-") and not ctx.resilient_parsing:
            near = get_close_matches(name, names, n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(names)}"
            raise click.UsageError(f"there is no command `{printable(name)}`; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their short help, under the task that each is for."""
        for task, names in TASKS.items():
            commands = [(name, self.get_command(ctx, name)) for name in names]
            with formatter.section(task):
                formatter.write_dl([(name, command.get_short_help_str(60)) for name, command in commands if command])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.option(
    "--block",
    metavar="PLUGIN",
    multiple=True,
    help="Leave out this plugin, or this distribution's plugins; repeatable.",
)
@click.version_option(__version__, prog_name=PROGRAM, message="%(prog)s %(version)s")
@click.pass_context
def program(context: click.Context, block: tuple[str, ...]) -> None:
    """Annotate a fact-check once, publish it everywhere.

    `factcheck COMMAND --help` tells more. Exit code 0: all is well, 1: findings of severity error,
    2: could not run.
    """
    context.obj = block


def run(arguments: Sequence[str]) -> int:
    """Run one command line to its exit code."""
    try:
        _write_utf8()
        return _run(list(arguments))
    except BrokenPipeError:
        return 141
    except OSError as error:
        return _refuse(f"{error.filename or 'standard output'}: {error.strerror or error}")
    finally:
        _finish_output()


def _run(arguments: list[str]) -> int:
    color = False if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" else None
    instruction = os.environ.get(COMPLETION)
    if instruction:
        return shell_complete(program, {}, PROGRAM, COMPLETION, instruction)
    try:
        with program.make_context(PROGRAM, arguments, color=color) as context:
            return int(program.invoke(context) or 0)
    except click.exceptions.Exit as finished:
        return finished.exit_code
    except click.ClickException as error:
        # click shows an argument that is too many as it is.
        told = "\n".join(map(printable, error.format_message().expandtabs().split("\n")))
        click.UsageError(told, getattr(error, "ctx", None)).show()
        return 2
    except FactcheckError as error:
        return _refuse(str(error))


def _refuse(message: str) -> int:
    with suppress(OSError):  # where standard error is full, too, the exit code has to do
        for line in message.splitlines():
            click.echo(f"{PROGRAM}: {printable(line)}", err=True)
    return 2


def _write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _finish_output() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            # What is still buffered would fail again, with a traceback, when Python shuts down.
            with Path(os.devnull).open("wb") as nowhere:
                os.dup2(nowhere.fileno(), stream.fileno())
