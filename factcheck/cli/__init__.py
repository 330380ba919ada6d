"""The command line, `factcheck`; its libraries are imported when a command needs them."""

import sys
from collections.abc import Sequence

from factcheck._version import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0, 1 for findings of severity error, 2 where it could not run.

    It is 130 after Ctrl-C and 141 where the reader of its output went away, as the shell has it.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        if given[:1] == ["--version"]:
            try:
                print("factcheck", __version__, flush=True)  # noqa: T201  # click is not there yet
            except OSError:
                pass  # `run` meets it again, and says so
            else:
                return 0
        # The answer above would take twice the time with click imported before it.
        from .program import run  # noqa: PLC0415  # click is imported only where it is needed

        return run(given)
    except KeyboardInterrupt:
        return 130
