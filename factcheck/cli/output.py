"""How findings look: to people, to programs, to GitHub; and what they mean for the exit code."""

import errno
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from typing import TYPE_CHECKING, TextIO

import click

from factcheck.guard import FAILED

if TYPE_CHECKING:
    from factcheck.findings import Finding

SEVERITIES = ("error", "warning", "info")
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
# Controls, lone surrogates, line separators and the bidirectional overrides: what steers a terminal
# or makes text look like another.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_OURS = f"{__name__}.ours"
_ESCAPES = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def printable(text: str) -> str:
    r"""The text on one line with nothing that steers a terminal: `\x1b`, and the byte `\xff` of a file's name."""
    return _UNPRINTABLE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] in _ESCAPES:
        return _ESCAPES[match[0]]
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file's name that is not UTF-8 (PEP 383)
        return rf"\x{code - 0xDC00:02x}"
    return rf"\x{code:02x}" if code < 0x100 else rf"\u{code:04x}"


def as_text(finding: "Finding") -> str:
    """One line for people: `file:line:column: severity: path: message [rule]`."""
    place = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part is not None)
    severity = click.style(finding.severity, fg=_COLOURS[finding.severity], bold=True)
    parts = [click.style(printable(place), bold=True)] if place else []
    parts += [severity, *([printable(finding.path)] if finding.path else []), printable(finding.sentence)]
    return f"{': '.join(parts)} {click.style(f'[{printable(finding.rule)}]', dim=True)}"


def as_json(finding: "Finding") -> str:
    """One line of JSON Lines: the finding's fields, empty ones left out, in ASCII."""
    return json.dumps(finding.as_dict())


def as_github(finding: "Finding") -> str:
    """One workflow command, which GitHub shows as an annotation of the line.

    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    places = {"file": finding.file, "line": finding.line, "col": finding.column, "title": finding.rule}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in places.items() if value is not None)
    message = f"{finding.path}: {finding.sentence}" if finding.path else finding.sentence
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(message)}"


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return printable(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


STYLES: Mapping[str, Callable[["Finding"], str]] = {"text": as_text, "json": as_json, "github": as_github}


@contextmanager
def plugins_aside() -> Iterator[None]:
    """What plugins print goes to standard error: standard output is for what was asked for, and for `say` and `emit`."""
    context = click.get_current_context(silent=True)
    if context:
        context.meta[_OURS] = sys.stdout
    with redirect_stdout(sys.stderr):
        yield


def standard_output() -> TextIO | None:
    """Standard output as it was before what plugins print was put aside; None where it is closed."""
    context = click.get_current_context(silent=True)
    stream: TextIO | None = context.meta.get(_OURS, sys.stdout) if context else sys.stdout
    return stream


def say(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Write a text to standard output, or with `err` to standard error."""
    stream = sys.stderr if err else standard_output()
    if stream is not None:
        click.echo(text, file=stream, nl=nl)


def emit(body: bytes) -> None:
    """Write bytes to standard output, as they are. Raises OSError."""
    stream = standard_output()
    if stream is None:
        raise OSError(errno.EBADF, "closed", "standard output")
    stream.buffer.write(body)
    stream.buffer.flush()


class Report:
    """Shows findings as they come, and remembers the exit code that they make."""

    def __init__(self, style: str, *, least: str = "info", quiet: bool = False, err: bool = False) -> None:
        """Take a name of STYLES and the least severity to show; `quiet` shows errors and nothing else.

        Findings go to standard output, or with `err` to standard error.
        """
        self._line = STYLES[style]
        self._shown = SEVERITIES[: 1 if quiet else SEVERITIES.index(least) + 1]
        self._quiet = quiet
        self._err = err
        self._counts: Counter[str] = Counter()
        self._in_progress = False
        self._failures: set[Finding] = set()
        self.code = 0

    def show(self, findings: Iterable["Finding"]) -> None:
        """Show findings; an error among them makes the exit code 1."""
        for finding in findings:
            self.count(finding)
            if finding.severity in self._shown:
                self.clear()
                say(self._line(finding), err=self._err)

    def count(self, finding: "Finding") -> None:
        """Count a finding without showing it."""
        self._counts[finding.severity] += 1
        if finding.severity == "error":
            self.code = max(self.code, 1)

    def tell(self, findings: Iterable["Finding"]) -> None:
        """Show what was found at work on a file; that a plugin failed makes the exit code 2, and is told once."""
        for finding in findings:
            if finding.rule != FAILED.id:
                self.show([finding])
            elif finding not in self._failures:
                self._failures.add(finding)
                self.fail([finding])

    def shows(self, finding: "Finding") -> bool:
        """Whether a finding of this severity is shown."""
        return finding.severity in self._shown

    def progress(self, text: str) -> None:
        """Say on a terminal how far the work has come."""
        if not self._quiet and sys.stderr is not None and sys.stderr.isatty():
            click.echo(f"\r{printable(text)}\x1b[K", err=True, nl=False)
            self._in_progress = True

    def clear(self) -> None:
        """Take what `progress` said away, so that something else can be said."""
        if self._in_progress:
            click.echo("\r\x1b[K", err=True, nl=False)
            self._in_progress = False

    def fail(self, findings: Iterable["Finding"]) -> None:
        """Show findings that kept something from being done at all, which makes the exit code 2."""
        self.show(findings)
        self.code = 2

    def summary(self, done: str) -> None:
        """Say on standard error what was done and what was found."""
        self.note(f"{done}: {tally(self._counts.elements())}", err=True)

    def note(self, text: str, *, err: bool) -> None:
        """Say something about the work, which is no finding."""
        if not self._quiet:
            self.clear()
            say(printable(text), err=err)


def tally(severities: Iterable[str] | Mapping[str, int]) -> str:
    """How many findings of each severity, given one by one or counted: `1 error, 2 warnings`, or `no findings`."""
    counts = Counter(severities)
    nouns = ((severity, "remark" if severity == "info" else severity) for severity in SEVERITIES)
    return ", ".join(number(counts[severity], noun) for severity, noun in nouns if counts[severity]) or "no findings"


def number(count: int, noun: str) -> str:
    """A number of things: `1 file`, `2 files`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def size(octets: int) -> str:
    """A size for people: `873 bytes`, `12.3 kB`, `9.3 GB`."""
    if octets < 1000:
        return number(octets, "byte")
    for power, unit in enumerate(("kB", "MB", "GB"), 1):
        amount = round(octets / 1000**power, 1)
        if amount < 1000:
            return f"{amount:.1f} {unit}"
    return f"{octets / 1000**4:,.1f} TB"
