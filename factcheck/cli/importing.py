"""`factcheck import`: what others published, as fact-checks to go on writing."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck import files
from factcheck.errors import PluginError, ReadingError, UnknownImporterError
from factcheck.findings import has_errors
from factcheck.guard import FAILED, Guard
from factcheck.rules import WORK

from . import folders, inputs
from . import given_sources as source
from .linting import strictly
from .output import SEVERITIES, Report, number, plugins_aside, printable, say

if TYPE_CHECKING:
    from factcheck.formats import Importer, Input, Options
    from factcheck.host import Host
    from factcheck.model import FactCheck

_EACH = 1000


@dataclass
class Work:
    """Where fact-checks are written to and how, and what has been written there."""

    host: "Host"
    report: Report
    folder: Path
    strict: bool
    force: bool
    written: dict[Path, bytes] = field(default_factory=dict)
    places: dict[tuple[str, bytes], Path] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    passed: int = 0


@click.command(name="import", short_help="Read what others published.")
@source.argument
@click.option("-f", "--from", "name", metavar="IMPORTER", shell_complete=source.complete_importer,
              help="Read with this importer, such as claimreview or table; else the one that can.")  # fmt: skip
@click.option("-o", "--output", metavar="DIR", type=click.Path(file_okay=False),
              help="Folder to write to, made where missing.")  # fmt: skip
@source.importer_options
@click.option("--fetch", is_flag=True, help="Fetch addresses of the web, public ones; else SRC is never one.")
@click.option("--plan", is_flag=True, help="Show how a source would be read, to correct and give back as an option.")
@click.option("--strict", is_flag=True,
              help="Take for errors what is put right or left out as wrong, and write no fact-check that needed it.")  # fmt: skip
@click.option("--force", is_flag=True, help="Replace files that are there and differ.")
@click.option("--least", type=click.Choice(SEVERITIES), default="warning", show_default=True,
              help="Show findings of this severity and above; all are counted.")  # fmt: skip
@source.style
@source.quiet
@click.pass_obj
@plugins_aside()
def command(  # noqa: PLR0913  # one parameter for each option
    block: tuple[str, ...],
    *,
    sources: tuple[str, ...],
    name: str | None,
    output: str | None,
    options: tuple[str, ...],
    fetch: bool,
    plan: bool,
    strict: bool,
    force: bool,
    least: str,
    style: str,
    quiet: bool,
) -> int:
    """Read what others published: `factcheck import page.html feed.json -o fact-checks`.

    SRC is a file, a folder of files, `-` for standard input, or with --fetch the address of a page, of at most 64 MB. Without
    --from, the importer that can read it is found.

    Each fact-check becomes a YAML file, called after its id or its address, the same each time. Every
    repair is a finding with what stood there and what was made of it, and so is everything that has no
    place in a fact-check. A file that is there and differs is kept, unless --force is given.

    Exit code 0: no errors; 1: findings of severity error; 2: a source could not be read, a file not written, or a
    plugin failed.
    """
    from factcheck.host import Host  # noqa: PLC0415  # imports the model, which `--help` does without

    source.once(sources)
    if not fetch:
        inputs.unfetched(sources)
    if output is None and not plan:
        raise click.UsageError("say where to write: `-o DIR`")
    if output == files.STDIN:
        raise click.UsageError(
            "each fact-check becomes a file of its own: name a folder, or `./-` for one of this name"
        )
    report = Report(style, least=least, quiet=quiet, err=plan)
    host = Host.discover(block)
    given = source.given_options(options)
    source.refuse_unknown_options(host, given | ({name: given.get(name, {})} if name else {}))
    report.show(host.findings)
    work = Work(host, report, Path(output or "."), strict, force)
    suffixes = [suffix for each in host.importers.values() for suffix in each.suffixes]
    named = folders.files(sources, suffixes, report)
    for each in named:
        with _reported(report, each.name):
            if inputs.is_address(each.name):
                report.progress(f"{each.name}: fetching")
            with inputs.opened(each.name, fetch=fetch) as opened:
                if each.found and not folders.is_to_be_read(host, opened):
                    work.passed += 1
                else:
                    _read(work, opened, name, given, plan=plan)
    if not plan:
        done = [f"{number(count, 'fact-check')} {what}" for what, count in work.done.items()]
        others = [f"{number(work.passed, 'other file')} passed over"] if work.passed else []
        report.summary(", ".join([number(len(named) - work.passed, "source"), *(done or ["nothing written"]), *others]))
    return report.code


@contextmanager
def _reported(report: Report, name: str) -> Iterator[None]:
    """What keeps one source from being read is reported, and the next one is gone on with."""
    try:
        yield
    except ReadingError as error:
        report.fail(error.findings)
    except UnknownImporterError as error:
        report.fail([WORK["which-importer"].finding(str(error).removeprefix(f"{name}: ")).at(name)])
    except PluginError as error:
        report.fail([FAILED.finding(str(error)).at(name)])


def _read(
    work: Work, opened: "Input", name: str | None, given: Mapping[str, Mapping[str, object]], *, plan: bool
) -> None:
    from factcheck.importing import chosen  # noqa: PLC0415  # as above

    importer, broken = chosen(work.host, opened, name)
    work.report.tell(broken)
    options = work.host.importer_options(importer.name, given.get(importer.name, {}))
    if plan:
        say(_planned(importer, opened, options), nl=False)
    else:
        _import(work, importer, opened, options)


def _planned(importer: "Importer", opened: "Input", options: "Options") -> str:
    from factcheck.importing import planned  # noqa: PLC0415  # as above

    plan = planned(importer, opened, options)
    if plan is None:
        raise click.UsageError(f"the importer `{importer.name}` has nothing to choose")
    return plan


def _import(work: Work, importer: "Importer", opened: "Input", options: "Options") -> None:
    from factcheck.importing import Locator, records  # noqa: PLC0415  # as above

    report, count, locate = work.report, 0, Locator(importer, opened)
    report.note(f"{opened.name}: read as {importer.name}", err=True)
    report.tell(work.host.scales.findings)
    for count, record in enumerate(records(opened, importer, options, work.host), 1):
        findings = tuple(strictly(record.findings, strict=work.strict))
        report.tell(locate(each) if report.shows(each) else each for each in findings)
        refused = work.strict and any(finding.is_amended for finding in findings)
        if record.fact_check and not refused:
            try:
                with Guard(f"the importer `{importer.name}` gave a fact-check that is none"):
                    stem, body = _written(record.fact_check)
            except PluginError as error:
                report.fail([FAILED.finding(str(error), record.place).at(opened.name)])
                work.done["not written"] += 1
            else:
                _write(work, stem, body, opened.name)
        elif record.fact_check or has_errors(findings):
            work.done["not written"] += 1
        if count % _EACH == 0:
            report.progress(f"{opened.name}: {number(count, 'record')}")
    report.tell(locate.broken)
    if not count:
        report.fail([WORK["nothing-found"].finding("there is no fact-check in it").at(opened.name)])


def _written(fact_check: "FactCheck") -> tuple[str, bytes]:
    from factcheck.writing import dumps  # noqa: PLC0415  # as above

    return files.stable(fact_check.id, fact_check.url), dumps(fact_check).encode()


def _write(work: Work, stem: str, body: bytes, name: str) -> None:
    digest = hashlib.sha256(body).digest()
    path = _free(work, stem, digest)
    if path in work.written:
        work.done["found again"] += 1
        return
    work.written[path] = digest
    try:
        outcome = _put(path, body, force=work.force)
    except OSError as error:
        work.report.fail([WORK["cannot-write"].finding(error.strerror or str(error)).at(str(path))])
        return
    work.done[outcome] += 1
    if outcome == "kept":
        message = f"this file is there and differs from what {printable(name)} says: it is kept; --force replaces it"
        work.report.show([WORK["file-kept"].finding(message).at(str(path))])


def _free(work: Work, stem: str, digest: bytes) -> Path:
    """Where a fact-check goes: a second one with the same id and other content gets a number."""
    if (stem, digest) not in work.places:
        work.counts[stem] += 1
        count = work.counts[stem]
        work.places[stem, digest] = work.folder / (f"{stem}-{count}.yaml" if count > 1 else f"{stem}.yaml")
    return work.places[stem, digest]


def _put(path: Path, body: bytes, *, force: bool) -> str:
    there = path.read_bytes() if path.exists() else None
    if there == body:
        return "there already"
    if there is not None and not force:
        return "kept"
    files.write(path, body)
    return "written"
