"""`factcheck check`: what is wrong with fact-checks."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from factcheck.errors import PluginError
from factcheck.findings import Finding, Severity

from . import sources as source
from .output import SEVERITIES, Report, number

if TYPE_CHECKING:
    from factcheck.host import Host
    from factcheck.reading import Reading


@click.command(short_help="Find what is wrong with fact-checks.")
@source.argument
@click.option("-t", "--to", "formats", metavar="FORMAT", multiple=True, shell_complete=source.complete_format,
              help="Check for this format only, and by rules that belong to none; repeatable.")  # fmt: skip
@click.option("--least", type=click.Choice(SEVERITIES), default="info", show_default=True,
              help="Show findings of this severity and above; all are counted.")  # fmt: skip
@source.style
@source.quiet
@click.pass_obj
def command(  # noqa: PLR0913  # one parameter for each option
    block: tuple[str, ...], *, sources: tuple[str, ...], formats: tuple[str, ...], least: str, style: str, quiet: bool
) -> int:
    """Find what is wrong with fact-checks, with file, line and column.

    SRC is a YAML or JSON file, or `-` for standard input. Findings go to standard output, one a line,
    a summary to standard error.

    Exit code 0: no errors; 1: findings of severity error; 2: a file is no fact-check, or a plugin failed.
    """
    from factcheck.host import Host  # noqa: PLC0415  # imports the model, which `--help` does without

    source.once(sources)
    report = Report(style, least=least, quiet=quiet)
    host = Host.discover(block)
    for name in formats:
        host.exporter(name)
    report.show(host.findings)
    for name, reading in source.readings(sources, report):
        check(host, name, reading, report, formats or None)
    report.summary(number(len(sources), "file"))
    return report.code


def check(host: "Host", name: str, reading: "Reading", report: Report, formats: Iterable[str] | None) -> bool:
    """Report what the rules find, of these formats or of all; false where a plugin's rules broke."""
    try:
        findings = [reading.locate(finding) for finding in host.check(reading.fact_check, to=formats)]
    except PluginError as error:
        report.fail([broken(error, name)])
        return False
    report.show(sorted(findings, key=lambda finding: (finding.line or 0, finding.column or 0)))
    return True


def broken(error: PluginError, name: str) -> Finding:
    """A plugin that broke at work on a file, as a finding."""
    return Finding("plugin-failed", Severity.ERROR, str(error), file=name)
