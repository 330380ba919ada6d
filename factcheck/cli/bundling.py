"""`factcheck export --bundle`: a whole archive into one file, or one tree of files."""

import errno
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck import files
from factcheck.errors import EngineError, PluginError, ReadingError
from factcheck.files import STDIN
from factcheck.findings import Finding
from factcheck.guard import FAILED
from factcheck.rules import WORK

from .comparing import Since
from .given_sources import given_options
from .output import Report, number, printable, size, tally
from .progress import Progress

if TYPE_CHECKING:
    from factcheck.bulk import Archive, Entry, Export, Output, State, Step, Task
    from factcheck.host import Host

_SHOWN = 20
"""Findings that are shown; `--report` has all."""


@dataclass(frozen=True)
class Wanted:
    """What a command line asks for: formats, options by the name of what has them, and what is said of the bundle."""

    formats: tuple[str, ...]
    given: Mapping[str, Mapping[str, object]]
    bundle: str
    container: str | None
    engine: str | None
    jobs: int | None
    scheduler: str | None
    resume: bool
    report: str | None
    fail_fast: bool
    checked: bool
    since: str | None = None


_OPTIONS = (
    click.option("-b", "--bundle", metavar="FILE", help="One file for all fact-checks; a folder, ending with `/`, for a tree of files."),
    click.option("--container", metavar="NAME", help="The kind of file, where its name does not tell: `factcheck plugins` lists them."),
    click.option("-j", "--jobs", metavar="N", type=click.IntRange(min=1), help="Work in so many processes."),
    click.option("--engine", metavar="NAME", help="Where to work: inline, processes, or that of a plugin, such as dask."),
    click.option("--scheduler", metavar="ADDRESS", help="The scheduler of a cluster, for engines that have one: tcp://host:8786."),
    click.option("--resume", is_flag=True, help="Go on where the same command was ended before."),
    click.option("--report", metavar="FILE", help="Write all findings to a file of JSON Lines."),
    click.option("--fail-fast", is_flag=True, help="Stop at an error, when the chunk of some 2 MB that it is in is done."),
    click.option("--checked", is_flag=True, help="Ask the rules of the format, and validate each document, as for a single fact-check."),
    click.option("--since", metavar="OLD", type=click.Path(allow_dash=True), help="Export only what was added or changed since this archive: a file, or a folder."),
)  # fmt: skip


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a bundle."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def wanted(formats: tuple[str, ...], given: Iterable[str], output: str | None, **of_bundle: Any) -> Wanted | None:
    """What is asked of a bundle; None where none is. Raises UsageError for options that do not go together."""
    if of_bundle["bundle"] is None:
        alone = [f"--{name.replace('_', '-')}" for name, value in of_bundle.items() if value]
        if alone:
            raise click.UsageError(f"{', '.join(alone)}: only with --bundle FILE")
        return None
    for option in ("bundle", "report"):
        _refuse_no_file(
            f"--{option}", of_bundle[option], may_be_folder=option == "bundle" and not of_bundle["container"]
        )
    if output is not None:
        raise click.UsageError("-o DIR is for a file each and --bundle FILE for one of them all: give one of the two")
    return Wanted(formats, given_options(given), **of_bundle)


def _refuse_no_file(option: str, path: str | None, *, may_be_folder: bool) -> None:
    """Raise UsageError for what is neither a file nor the name of one that may come to be."""
    if path is None:
        return
    if path in ("", STDIN):
        raise click.UsageError(f"{option} FILE: name a file; standard output is for one fact-check, `-o -`")
    place = Path(path)
    folder = place.is_dir() or path.endswith(("/", os.sep))
    if (folder and not may_be_folder) or (place.exists() and not place.is_file() and not folder):
        kind = "a folder" if folder else "a pipe or a device"
        raise click.UsageError(printable(f"{option} {path}: this is {kind}, where the name of a file is wanted"))


def export_bundle(host: "Host", sources: Sequence[str], wanted: Wanted, report: Report) -> int:
    """Export an archive, and say how it goes: the exit code."""
    from factcheck.bulk import Archive  # noqa: PLC0415  # imports the model, which `--help` does without

    if len(wanted.formats) != 1:
        raise click.UsageError(f"name one format with --to: a bundle is of one, such as {' or '.join(host.exporters)}")
    archive = Archive.of(sources)
    if archive.findings:
        report.fail(archive.findings)
        report.note(f"{wanted.bundle}: not written: a part of the archive cannot be read", err=True)
        return report.code
    since = Since.of(wanted.since, archive, report)
    if since is None:
        report.note(f"{wanted.bundle}: not written: it is not known what was changed", err=True)
        return report.code
    try:
        export = _export(host, archive, wanted, since.only)
    except ReadingError as error:
        report.fail(error.findings)
        return report.code
    _refuse_overwriting([*archive.entries, *since.entries], export)
    return _Run(export, report, resume=wanted.resume).code()


def _export(host: "Host", archive: "Archive", wanted: Wanted, only: frozenset[str] | None) -> "Export":
    from factcheck.bulk import Export, Exporting, Task, container_for, document_options  # noqa: PLC0415  # as above

    (to,), given = wanted.formats, wanted.given
    engine_name = wanted.engine or ("processes" if (wanted.jobs or 1) > 1 else "inline")
    engine = host.engine(engine_name)
    asked = {"jobs": None if engine_name == "inline" else wanted.jobs, "scheduler": wanted.scheduler}
    of_engine = {name: value for name, value in asked.items() if value is not None}
    if wanted.scheduler and "scheduler" not in engine.options.model_fields:
        raise click.UsageError(f"the engine `{engine_name}` has no scheduler: name one that has, as --engine dask")
    if engine_name == "inline" and (wanted.jobs or 1) > 1:
        raise click.UsageError("the engine `inline` is one process: leave out --jobs, or --engine")
    tree = wanted.container is None and (wanted.bundle.endswith(("/", os.sep)) or Path(wanted.bundle).is_dir())
    container = None if tree else container_for(host, to, wanted.bundle, wanted.container)
    known = {to, engine_name, *([container.name] if container else ())}
    for name in given:
        if name not in known:
            raise click.UsageError(
                f"an option of `{printable(name)}`, which is not asked for: there are {', '.join(sorted(known))}"
            )
    of_container = dict(given.get(container.name, {})) if container else {}
    options = dict(given.get(to, {}))
    if container:
        options = document_options(container, host.container_options(container.name, of_container), options)
    task = Task(to, options, container.name if container else None, of_container, wanted.checked, only)
    return Export(
        archive,
        task,
        Exporting(host, task),
        _output(wanted.bundle, host, task),
        engine,
        host.engine_options(engine_name, {**of_engine, **given.get(engine_name, {})}),
        Path(wanted.report) if wanted.report else None,
        wanted.fail_fast,
    )


def _output(bundle: str, host: "Host", task: "Task") -> "Output":
    from factcheck.bulk import Bundle, Tree  # noqa: PLC0415  # as above

    if task.container is None:
        return Tree(Path(bundle))
    container = host.container(task.container)
    path = Path(bundle)
    if path.is_symlink():  # it stays a link, and its file is written
        path = Path(files.real(bundle))
    return Bundle(path, container, host.container_options(task.container, task.container_options))


def _refuse_overwriting(entries: "Iterable[Entry]", export: "Export") -> None:
    of_report = [export.report, export.report.with_name(f"{export.report.name}.partial")] if export.report else []
    inputs = {files.real(entry.path) for entry in entries}
    written = [path for path in (*export.output.places, *of_report) if files.real(path) in inputs]
    for path in (*written, *filter(export.output.may_make, sorted(inputs))):
        raise click.UsageError(printable(f"{path} is a part of the archive and would be overwritten"))
    if not {*map(files.real, export.output.places)}.isdisjoint(map(files.real, of_report)):
        raise click.UsageError(printable(f"{export.report} is the bundle, too: name another file for the report"))


class _Run:
    """One run of an export, and what is said of it."""

    def __init__(self, export: "Export", report: Report, *, resume: bool) -> None:
        self._export, self._report = export, report
        self._done = export.unfinished() if resume else None
        self._progress = Progress(report, export.archive.size)
        self._shown = 0
        self._state: State | None = self._done
        if self._done:
            self._progress.skip_to(self._done.read, self._done.taken)
            report.note(f"going on after {number(self._done.read, 'fact-check')}", err=True)
        elif resume:
            report.note("nothing was begun before, so it begins anew", err=True)

    def code(self) -> int:
        """Do it: the exit code."""
        finished = None
        try:
            with closing(self._export.run(self._done)) as steps:
                for step in steps:
                    finished = step.finished
                    self._take(step)
        except KeyboardInterrupt:
            self._kept("interrupted")
            raise
        except (OSError, ReadingError, PluginError, EngineError) as error:
            self._report.fail(_findings_of(error, str(self._export.output.path)))
            self._kept("not written", may_go_on=not isinstance(error, ReadingError))
            return 2
        return self._ended(finished)

    def _take(self, step: "Step") -> None:
        self._state = step.state
        for finding in step.findings:
            if finding.rule == FAILED.id:
                self._report.code = 2
            if self._report.shows(finding) and self._shown < _SHOWN:
                self._shown += 1
                self._report.show([finding])
            else:
                self._report.count(finding)
        self._progress.at(step.state.read, step.size, _tally(step.state))

    def _ended(self, finished: int | None) -> int:
        state, path = self._state, self._export.output.path
        if state is None or (finished is None and not state.written and not self._export.fail_fast):
            found = f"{self._why_nothing(state)}, so nothing is written"
            self._report.fail([WORK["nothing-found"].finding(found).at(str(path))])
        elif finished is None:
            self._kept("stopped at an error")
        else:
            self._report.code = max(self._report.code, 1 if state.counts.get("error") else 0)
            self._left_out(state)
            done = f"{number(state.read, 'fact-check')} read, {state.written:,} written to {path} ({size(finished)})"
            self._report.note(f"{done}: {_tally(state)}; {self._progress.rate(state.read)}", err=True)
        return self._report.code

    def _why_nothing(self, state: "State | None") -> str:
        if state is None or not state.read:
            return "there is no fact-check in the archive"
        only = self._export.task.only
        if only is None or (only and state.counts.get("error")):
            return "no fact-check could be exported"
        why = "nothing that is new has a place there" if only else "nothing was added or changed"
        return f"{why}, and such a file cannot be empty"

    def _left_out(self, state: "State") -> None:
        more = sum(state.counts.values()) - self._shown
        if more > 0 and self._shown == _SHOWN and not self._export.report:
            self._report.note(f"{number(more, 'more finding')}: --report FILE lists all", err=True)

    def _kept(self, why: str, *, may_go_on: bool = True) -> None:
        """Say what became of what was done."""
        told = f"{self._export.output.path}: {why}"
        if self._state and self._state.read:
            told += f" after {number(self._state.read, 'fact-check')}"
            if may_go_on and self._export.output.state.exists():
                told += "; the same command with --resume goes on"
        self._report.note(told, err=True)


def _tally(state: "State") -> str:
    return tally(state.counts)


def _findings_of(error: Exception, path: str) -> Sequence[Finding]:
    if isinstance(error, ReadingError):
        return error.findings
    if isinstance(error, OSError):
        message = str(error.strerror or error)
        if error.errno == errno.ENOSPC:
            message += ": make room, and go on with --resume"
        return [WORK["cannot-write"].finding(message).at(str(error.filename or path))]
    return [FAILED.finding(str(error)) if isinstance(error, PluginError) else WORK["workers"].finding(str(error))]
