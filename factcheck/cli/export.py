"""`factcheck export`: read, check, export, validate, write."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck import files
from factcheck.errors import PluginError
from factcheck.files import STDIN
from factcheck.findings import Finding, Severity, has_errors
from factcheck.guard import FAILED

from . import bundling
from . import given_sources as source
from .given_texts import Texts, show_left, text_files
from .linting import Lint
from .output import Report, emit, number, plugins_aside, printable, size, tally

if TYPE_CHECKING:
    from factcheck.formats import Document, Options
    from factcheck.host import Host
    from factcheck.reading import Reading


@dataclass(frozen=True)
class Job:
    """One fact-check that was read, and the file that each format of it goes to."""

    name: str
    reading: "Reading"
    targets: Mapping[str, Path]


@click.command(short_help="Write fact-checks in the formats of others.")
@source.argument
@click.option("-t", "--to", "formats", metavar="FORMAT", multiple=True, shell_complete=source.complete_format,
              help="A format, such as claimreview or tei; repeat it for several.")  # fmt: skip
@click.option("-o", "--output", metavar="DIR", type=click.Path(allow_dash=True, file_okay=False),
              help="Folder to write to, made where missing; `-` for standard output.")  # fmt: skip
@bundling.options
@click.option("-O", "--option", "options", metavar="FORMAT.KEY=VALUE", multiple=True,
              help="An option of a format; `=@FILE` gives a file's text. `factcheck plugins` lists them.")  # fmt: skip
@source.texts
@source.text
@click.option("--any-licence", is_flag=True,
              help="Pass on texts of sources, too, whose licence is not known to allow it.")  # fmt: skip
@source.style
@source.quiet
@click.pass_obj
@plugins_aside()
def command(  # noqa: PLR0913  # one parameter for each option
    block: tuple[str, ...],
    /,
    *,
    sources: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    options: tuple[str, ...],
    texts: str | None,
    single_texts: tuple[str, ...],
    any_licence: bool,
    style: str,
    quiet: bool,
    **of_bundle: Any,
) -> int:
    """Write fact-checks in the formats of others: `factcheck export story.yaml --to tei -o out`.

    SRC is a YAML or JSON file, or `-` for standard input. A file is called as its source; for standard
    input and for sources called factcheck.yaml or .json, as the last part of the fact-check's id.

    `--texts DIR` gives the texts of sources to the formats that can show them: files called by the sources' ids,
    or those that have the sources' checksums; `--text ID=FILE` gives one. Only those are passed on whose licence allows it, unless you say
    `--any-licence`.

    It is checked by the rules of the formats it is written in. A fact-check with findings is written all the
    same; a document that its format's own rules refuse is not.

    With `--bundle FILE`, SRC is an archive: folders, files of JSON Lines (.jsonl, also .gz and .zst), single fact-checks, or
    lines on standard input. All of it goes into one file, of the container that the file's name tells, or into a folder whose
    name ends with `/`. A bad record is told, left out, and does not stop the rest. Of the rules, only those are asked without
    which there is no valid document; `--checked` asks all. What is unfinished is called FILE.partial.

    Files are replaced whole. Errors and warnings go to standard error; remarks are counted, and `factcheck
    check` shows them.

    Exit code 0: no errors; 1: findings of severity error; 2: a fact-check could not be read or written, or a
    plugin failed at it. With --bundle, 1: there were errors, and what they name may be left out; 2: there is no bundle, or a plugin failed.
    """
    from factcheck.host import Host  # noqa: PLC0415  # imports the model, which `--help` does without

    wanted = bundling.wanted(formats, options, output, **of_bundle)
    if wanted and (texts or single_texts or any_licence):
        raise click.UsageError("--texts, --text and --any-licence are for fact-checks in a file each, not for a bundle")
    source.once(sources)
    report = Report(style, least="warning", quiet=quiet, err=True)
    host = Host.discover(block)
    if wanted:
        report.show(host.findings)
        return bundling.export_bundle(host, sources, wanted, report)
    if output is None:
        raise click.UsageError("say where to: -o DIR for a file each, --bundle FILE for one file of them all")
    chosen = choose(host, formats, options)
    if output == STDIN and (len(sources), len(chosen)) != (1, 1):
        raise click.UsageError("`-o -` takes one source and one format")
    report.show(host.findings)
    files_of_texts = text_files(texts, single_texts)
    shown = Texts(files_of_texts, any_licence=any_licence)
    shown.refuse_for(host, chosen)
    jobs = plan(host, source.readings(sources, report), chosen, Path(output))
    _suggest_bundle(set(sources) - {job.name for job in jobs}, report)
    if output != STDIN:
        _refuse_collisions(jobs, sources)
    written = [
        path
        for job in jobs
        for path in _work(
            host, job, shown.into(job.reading.fact_check, chosen, report), report, to_output=output == STDIN
        )
    ]
    show_left(files_of_texts, report)
    report.summary(f"{number(len(sources), 'file')}, {number(len(written), 'document')} written")
    return report.code


def choose(host: "Host", formats: Iterable[str], given: Iterable[str]) -> dict[str, "Options"]:
    """The formats asked for, each with its options.

    Raises UsageError, UnknownExporterError or OptionError, with the near match.
    """
    names = list(dict.fromkeys(formats))
    if not names:
        raise click.UsageError(f"name a format: --to {' or --to '.join(host.exporters) or 'FORMAT'}")
    for name in names:
        host.exporter(name)
    values: dict[str, dict[str, object]] = {name: {} for name in names}
    for name, options in source.given_options(given).items():
        host.exporter(name)
        if name not in values:
            raise click.UsageError(f"an option of `{name}`, which is not written: `--to {name}` is missing")
        values[name].update(options)
    return {name: host.options(name, values[name]) for name in names}


def plan(host: "Host", readings: Iterable[tuple[str, "Reading"]], formats: Iterable[str], folder: Path) -> list[Job]:
    """What is to be written where."""
    suffixes = {name: host.exporter(name).suffix for name in formats}
    return [
        Job(name, reading, {to: folder / f"{stem}{suffix}" for to, suffix in suffixes.items()})
        for name, reading in readings
        for stem in [files.stem(name, reading.fact_check.id)]
    ]


def _suggest_bundle(unread: Iterable[str], report: Report) -> None:
    """Say how whole archives are exported, where one was given as a fact-check."""
    from factcheck.bulk.archive import LINES, PACKED  # noqa: PLC0415  # imports the model, which `--help` does without

    for name in sorted(unread):
        if Path(name).is_dir() or name.lower().endswith((*LINES, *PACKED)):
            report.note(f"{name}: if this is an archive, --bundle FILE exports all of it", err=True)


def _refuse_collisions(jobs: Iterable[Job], sources: Iterable[str]) -> None:
    targets = [path for job in jobs for path in job.targets.values()]
    inputs = {files.real(name) for name in sources if name != STDIN}
    problems = [f"{path} would be written {count} times" for path, count in files.doubled(targets).items()]
    problems += [f"{path} is a source and would be overwritten" for path in targets if files.real(path) in inputs]
    if problems:
        raise click.UsageError(printable("; ".join(problems)))


def _work(
    host: "Host", job: Job, options: Mapping[str, "Options"], report: Report, *, to_output: bool
) -> Iterator[Path]:
    # A format that is written as one consumer wants it is checked as that consumer wants it.
    profile = next(filter(None, (getattr(each, "profile", None) for each in options.values())), None)
    Lint(host, report, tuple(job.targets), profile).native(job.reading)
    for to, path in job.targets.items():
        try:
            document = host.export(job.reading.fact_check, to, options[to])
        except PluginError as error:
            report.fail([FAILED.finding(str(error)).at(job.name)])
            continue
        if _deliver(document, host.validate(document, to), path, report, to_output=to_output):
            yield path


def _deliver(document: "Document", findings: Iterable[Finding], path: Path, report: Report, *, to_output: bool) -> bool:
    found = [finding.at(str(path), finding.line, finding.column) for finding in findings]
    report.tell(found)
    if has_errors(found):
        failed = any(finding.rule == FAILED.id for finding in found)
        why = "whether it is valid cannot be told" if failed else "it breaks the rules of its format"
        report.note(f"{path}: not written: {why}", err=True)
        return False
    if to_output:
        emit(document.body)
        return True
    try:
        files.write(path, document.body)
    except OSError as error:
        report.fail([Finding("cannot-write", Severity.ERROR, error.strerror or str(error), file=str(path))])
        return False
    judged = tally(finding.severity for finding in found) if found else "valid"
    report.note(f"{path}: {size(len(document.body))}, {document.media_type}, {judged}", err=False)
    return True
