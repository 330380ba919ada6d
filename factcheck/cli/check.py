"""`factcheck check`: what is wrong with fact-checks."""

from typing import TYPE_CHECKING

import click

from factcheck.errors import PluginError
from factcheck.findings import Finding, Severity

from . import sources as source
from .output import Report, number

if TYPE_CHECKING:
    from factcheck.host import Host
    from factcheck.reading import Reading


@click.command(short_help="Find what is wrong with fact-checks.")
@source.argument
@source.style
@source.quiet
@click.pass_obj
def command(block: tuple[str, ...], sources: tuple[str, ...], style: str, *, quiet: bool) -> int:
    """Find what is wrong with fact-checks, with file, line and column.

    SRC is a YAML or JSON file, or `-` for standard input. Findings go to standard output, one a line,
    a summary to standard error.

    Exit code 0: no errors; 1: findings of severity error; 2: a file is no fact-check, or a plugin failed.
    """
    from factcheck.host import Host  # noqa: PLC0415  # imports the model, which `--help` does without

    source.once(sources)
    report = Report(style, quiet=quiet)
    host = Host.discover(block)
    report.show(host.findings)
    for name, reading in source.readings(sources, report):
        check(host, name, reading, report)
    report.summary(number(len(sources), "file"))
    return report.code


def check(host: "Host", name: str, reading: "Reading", report: Report) -> bool:
    """Report what the rules of all plugins find; false where a plugin's rules broke."""
    try:
        findings = [reading.locate(finding) for finding in host.check(reading.fact_check)]
    except PluginError as error:
        report.fail([broken(error, name)])
        return False
    report.show(sorted(findings, key=lambda finding: (finding.line or 0, finding.column or 0)))
    return True


def broken(error: PluginError, name: str) -> Finding:
    """A plugin that broke at work on a file, as a finding."""
    return Finding("plugin-failed", Severity.ERROR, str(error), file=name)
