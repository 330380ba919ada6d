"""`factcheck completion`: the script that completes commands in a shell."""

import click
from click.shell_completion import get_completion_class


@click.command(short_help="Complete commands and formats in your shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> int:
    """Print the script that completes commands, options, files and formats.

    \b
    bash, in ~/.bashrc:                     eval "$(factcheck completion bash)"
    zsh, in ~/.zshrc:                       eval "$(factcheck completion zsh)"
    fish, in ~/.config/fish/config.fish:    factcheck completion fish | source
    """  # noqa: D301  # click looks for the backspace itself
    from .program import COMPLETION, PROGRAM, program  # noqa: PLC0415  # the program imports this module

    kind = get_completion_class(shell)
    if kind is None:  # pragma: no cover  # click knows all three
        raise click.UsageError(f"no completion for {shell}")
    click.echo(kind(program, {}, PROGRAM, COMPLETION).source())
    return 0
