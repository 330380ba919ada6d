"""`factcheck check`: what is wrong with fact-checks, and with what others published."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from factcheck.errors import PluginError, ReadingError, UnknownImporterError
from factcheck.files import STDIN
from factcheck.guard import FAILED
from factcheck.rules import WORK

from . import explaining, folders, inputs, native
from . import given_sources as source
from .given_texts import show_left, text_files
from .linting import Lint, Repairs
from .output import SEVERITIES, Report, number, plugins_aside
from .repairing import repaired

if TYPE_CHECKING:
    from factcheck.formats import Importer, Input
    from factcheck.host import Host


@click.command(short_help="Find what is wrong with fact-checks.")
@click.argument("sources", metavar="SRC...", nargs=-1, type=click.Path(allow_dash=True))
@click.option("-t", "--to", "formats", metavar="FORMAT", multiple=True, shell_complete=source.complete_format,
              help="Check for this format only, and by rules that belong to none; repeatable.")  # fmt: skip
@click.option("-p", "--profile", metavar="NAME", shell_complete=explaining.complete_profile,
              help="Check by the rules of this consumer, too, such as google.")  # fmt: skip
@click.option("-f", "--from", "name", metavar="IMPORTER", shell_complete=source.complete_importer,
              help="Read with this importer, such as claimreview or tei; else with the one that can.")  # fmt: skip
@source.importer_options
@click.option("--strict", is_flag=True, help="Take for errors what reading puts right or leaves out as wrong.")
@click.option(
    "--fix", is_flag=True, help="Repair what takes no judgement, in files of ours, and show what was changed."
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@source.texts
@source.text
@click.option("--explain", "rule", metavar="RULE", shell_complete=explaining.complete_rule,
              help="Say what a rule wants, why, and what to do; checks nothing.")  # fmt: skip
@click.option("--least", type=click.Choice(SEVERITIES), default="info", show_default=True,
              help="Show findings of this severity and above; all are counted.")  # fmt: skip
@source.style
@source.quiet
@click.pass_obj
@plugins_aside()
def command(  # noqa: PLR0913  # one parameter for each option
    block: tuple[str, ...],
    *,
    sources: tuple[str, ...],
    formats: tuple[str, ...],
    profile: str | None,
    name: str | None,
    options: tuple[str, ...],
    strict: bool,
    fix: bool,
    diff: bool,
    texts: str | None,
    single_texts: tuple[str, ...],
    rule: str | None,
    least: str,
    style: str,
    quiet: bool,
) -> int:
    """Find what is wrong with fact-checks, with file, line and column.

    SRC is a YAML or JSON file of ours, a file that an importer can read (ClaimReview in JSON-LD or in a page,
    TEI), a folder of such files, or `-` for standard input. Findings go to standard output, one a line, a summary to standard error.
    What reading a file of others puts right is a finding, too, and with --profile what that consumer would find
    wrong in the markup itself. With --fix and --diff the changes go to standard output, and findings to standard error.

    With --texts or --text, the quotations of files of ours are looked for in the texts of their sources, and sources
    whose texts are copies of each other count once.

    A comment in YAML allows what a rule finds: `# factcheck: allow RULE: the reason`. At the end of a line it
    holds for this line, alone for the next one, before the first key for the whole file.

    Exit code 0: no errors; 1: findings of severity error; 2: a file is no fact-check, or a plugin failed.
    """
    from factcheck.host import Host  # noqa: PLC0415  # imports the model, which `--help` does without

    host = Host.discover(block)
    if rule is not None:
        return explaining.explain(host, rule, style)
    if not sources:
        raise click.UsageError("Missing argument 'SRC...'.")
    source.once(sources)
    inputs.unfetched(sources)
    given = source.given_options(options)
    _refuse_unknown(host, formats, profile, name)
    source.refuse_unknown_options(host, given)
    if fix and not diff and STDIN in sources:
        raise click.UsageError("standard input cannot be repaired; --diff shows what would be")
    report = Report(style, least=least, quiet=quiet, err=fix or diff)
    report.show(host.findings)
    repairs: Repairs = "shown" if diff else "made" if fix else "told"
    lint = Lint(host, report, formats or None, profile, strict, repairs, given, text_files(texts, single_texts))
    suffixes = (*native.SUFFIXES, *(suffix for each in host.importers.values() for suffix in each.suffixes))
    files = folders.files(sources, suffixes, report)
    fact_checks = sum(_check(lint, each, name) for each in files)
    show_left(lint.texts, report)
    report.summary(", ".join(_done(lint, len(files) - lint.passed, fact_checks)))
    if lint.repairable and not diff:
        report.note(f"{number(lint.repairable, 'finding')} can be repaired: --fix, or --diff to see how", err=True)
    if lint.unanchored:
        report.note(f"{number(lint.unanchored, 'finding')} can be settled by `factcheck anchor`", err=True)
    return report.code


def _done(lint: Lint, files: int, fact_checks: int) -> Iterator[str]:
    yield number(files, "file")
    if fact_checks:
        yield number(fact_checks, "fact-check")
    for count, what in ((lint.repaired, "repaired"), (lint.allowed, "allowed")):
        if count:
            yield f"{number(count, 'finding')} {what}"
    if lint.passed:
        yield f"{number(lint.passed, 'other file')} passed over"


def _refuse_unknown(host: "Host", formats: Iterable[str], profile: str | None, importer: str | None) -> None:
    for name in formats:
        host.exporter(name)
    if importer is not None:
        host.importer(importer)
    if profile is not None:
        explaining.refuse_unknown(profile, "profile", explaining.profiles(host))


def _check(lint: Lint, file: folders.File, importer_name: str | None) -> int:
    """Check one source, and give the number of fact-checks in it where it is not one of ours."""
    name = file.name
    try:
        with inputs.opened(name) as opened:
            if file.found and not folders.is_to_be_read(lint.host, opened):
                lint.passed += 1
                return 0
            importer, broken = native.importer_for(lint.host, opened, importer_name)
            lint.report.tell(broken)
            if importer is not None:
                return _check_theirs(lint, importer, opened)
            _check_ours(lint, opened)
    except ReadingError as error:
        lint.report.fail(error.findings)
    except UnknownImporterError as error:
        lint.report.fail([WORK["which-importer"].finding(str(error).removeprefix(f"{name}: ")).at(name)])
    except PluginError as error:
        lint.report.fail([FAILED.finding(str(error)).at(name)])
    return 0


def _check_theirs(lint: Lint, importer: "Importer", opened: "Input") -> int:
    if lint.repairs in ("shown", "made"):
        unrepaired = f"{opened.name}: not repaired: only files of ours are, and `factcheck import` makes one of it"
        lint.report.note(unrepaired, err=True)
    if lint.texts:
        report = f"{opened.name}: not looked for in texts: only quotations in files of ours are"
        lint.report.note(report, err=True)
    options = lint.host.importer_options(importer.name, lint.options.get(importer.name, {}))
    return lint.foreign(importer, opened, options)


def _check_ours(lint: Lint, opened: "Input") -> None:
    from factcheck import fixing, reading  # noqa: PLC0415  # imports the model, which `--help` does without

    name, data = opened.name, reading.bytes_of_stream(opened.stream, opened.name)
    if lint.repairs in ("shown", "made"):
        data = repaired(lint, name, data)
    try:
        lint.native(reading.read(data, name))
    except ReadingError:
        if lint.repairs == "told":
            lint.repairable += len(fixing.fixed(data, name).mended)
        raise
