"""What others published to fact-checks: which importer reads an input, and what becomes of its records."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from .errors import PluginError, ReadingError, UnknownImporterError
from .findings import Finding
from .formats import Imported, Importer, Input, Options
from .guard import FAILED, Guard, finding_breach, found_by, shown, told_once
from .host import Host, default_host
from .labels.applying import labelled
from .plugins import sound
from .reading import opened

_END = object()


class Sniffed(NamedTuple):
    """The importers that could read an input, why each other one declined, and what is wrong with those that broke."""

    able: tuple[str, ...]
    declined: Mapping[str, str]
    broken: tuple[Finding, ...] = ()


def sniffed(host: Host, source: Input) -> Sniffed:
    """Ask every importer; of several that could read it, those that know the suffix of its name go first."""
    head, able, declined, broken = source.head(), list[Importer](), dict[str, str](), [*host.imports.findings]
    for importer in host.importers.values():
        try:
            with Guard(f"the importer `{importer.name}` failed"):
                reason = importer.sniff(head)
                if not isinstance(reason, str | None):
                    raise TypeError(f"{shown(reason)} is no reason to decline, which is a text, nor None")
        except PluginError as error:
            broken.append(FAILED.finding(str(error)).at(source.name))
            continue
        if reason is None:
            able.append(importer)
        else:
            declined[importer.name] = reason
    known = [importer for importer in able if source.name.lower().endswith(importer.suffixes)]
    return Sniffed(tuple(importer.name for importer in known or able), declined, tuple(broken))


def chosen(host: Host, source: Input, name: str | None = None) -> tuple[Importer, tuple[Finding, ...]]:
    """The importer of this name, else the one that can read the input; and what is wrong with importers that broke.

    Raises UnknownImporterError where there is none or several, with the reasons.
    """
    if name is not None:
        return host.importer(name), ()
    able, declined, broken = sniffed(host, source)
    if len(able) == 1:
        return host.importer(able[0]), broken
    failed = [each.message for each in broken]
    if able:
        told = "; ".join(["name one", *failed])
        raise UnknownImporterError(f"{source.name}: {' and '.join(able)} could read this; {told}")
    reasons = [f"{each}: {reason}" for each, reason in declined.items()] + failed
    raise UnknownImporterError(f"{source.name}: no importer can read this ({'; '.join(reasons)})")


class Locator:
    """Gives findings of an input line and column, by its importer; `broken` is how that failed, where it did."""

    def __init__(self, importer: Importer, source: Input) -> None:
        self._importer, self._source = importer, source
        self.broken: tuple[Finding, ...] = ()

    def __call__(self, finding: Finding) -> Finding:
        """The finding with its line and column; as it is, where the importer gives none."""
        if self.broken or finding.rule == FAILED.id:
            return finding
        found = found_by(f"the importer `{self._importer.name}` failed to locate", lambda: [self._locate(finding)])
        self.broken = tuple(each.at(self._source.name) for each in found if each.rule == FAILED.id)
        return finding if self.broken else found[0]

    @cached_property
    def _locate(self) -> Callable[[Finding], Finding]:
        return self._importer.locator(self._source)


def planned(importer: Importer, source: Input, options: Options) -> str | None:
    """What an importer would do, as text; None where there is nothing to choose. Raises ReadingError and PluginError."""
    whose = f"the importer `{importer.name}`"
    with Guard(f"{whose} failed", ReadingError):
        plan = importer.plan(source, options)
    if not isinstance(plan, str | None):
        raise PluginError(f"{whose} gave {shown(plan)} as its plan, which is a text or None")
    return plan


def imports(
    source: Input | str | os.PathLike[str],
    using: str | None = None,
    options: Options | Mapping[str, object] | None = None,
    *,
    host: Host | None = None,
) -> Iterator[Imported]:
    """Each record of a file or an input as a fact-check, with what was put right or left out.

    `using` names an importer; without it, the one that can read the input is found. Labels are matched to
    the scales of publishers. Raises ReadingError where the input cannot be read at all,
    UnknownImporterError, OptionError, and PluginError where a plugin breaks.
    """
    host = host or default_host()
    if isinstance(source, Input):
        yield from _imported(source, using, options, host)
        return
    with opened(source) as stream:
        yield from _imported(Input(os.fspath(source), stream), using, options, host)


def judge(
    source: Input | str | os.PathLike[str],
    profile: str,
    using: str | None = None,
    *,
    told: Iterable[Finding] = (),
    host: Host | None = None,
) -> Iterator[Finding]:
    """What a consumer, such as `schema.org`, would find wrong in a file or an input itself, with line and column.

    `told` are the findings of reading it: of a value that was put right or left out there, nothing is said
    again. Raises as `imports` does.
    """
    host = host or default_host()
    if isinstance(source, Input):
        yield from _judged(source, profile, using, told, host)
        return
    with opened(source) as stream:
        yield from _judged(Input(os.fspath(source), stream), profile, using, told, host)


def _judged(source: Input, profile: str, using: str | None, told: Iterable[Finding], host: Host) -> Iterator[Finding]:
    importer, broken = chosen(host, source, using)
    yield from broken
    known, locate = {_place(each) for each in told if each.is_amended}, Locator(importer, source)
    judged = _found(importer, source, lambda: importer.judge(source, profile))
    found = (each for each in judged if each.rule == FAILED.id or _place(each) not in known)
    for _, of_document in groupby(found, key=_beginning):
        located = [locate(each._replace(file=source.name)) for each in of_document]
        yield from sorted(located, key=_beginning)
    yield from locate.broken


def _place(finding: Finding) -> tuple[str, int, int]:
    return (finding.path, *_beginning(finding))


def _beginning(finding: Finding) -> tuple[int, int]:
    return finding.line or 0, finding.column or 0


def _imported(
    source: Input, using: str | None, options: Options | Mapping[str, object] | None, host: Host
) -> Iterator[Imported]:
    importer, broken = chosen(host, source, using)
    given = options if isinstance(options, Options) else host.importer_options(importer.name, options or {})
    problems = (*broken, *host.scales.findings)
    if problems:
        yield Imported("", None, problems)
    yield from records(source, importer, given, host)


def records(source: Input, importer: Importer, options: Options, host: Host) -> Iterator[Imported]:
    """Each record that an importer makes of an input, with its labels read. Raises as `imports` does."""
    whose = f"the importer `{importer.name}`"
    failed, none = Guard(f"{whose} failed"), Guard(f"{whose} gave a fact-check that is none")
    for given in _each(importer, source, lambda: importer.read(source, options)):
        with failed:
            record = sound(given, whose)
        yield _labelled(record, none, host, source.name)


def _found(importer: Importer, source: Input, work: Callable[[], Iterable[object]]) -> Iterator[Finding]:
    """What an importer finds, and that it failed where it breaks or gives what is no finding. Raises ReadingError."""
    whose, problems = f"the importer `{importer.name}` failed", list[str]()
    try:
        for each in _each(importer, source, work):
            problem = finding_breach(each)
            if problem:
                problems.append(f"{whose}: {problem}")
            else:
                yield each  # type: ignore[misc]  # what is in no breach is a Finding
    except PluginError as error:
        problems.append(str(error))
    yield from map(FAILED.finding, told_once(problems))


def _each(importer: Importer, source: Input, work: Callable[[], Iterable[object]]) -> Iterator[object]:
    """What an importer gives, one thing after the other. Raises ReadingError and PluginError, and nothing else."""
    whose = f"the importer `{importer.name}`"
    guard = Guard(f"{whose} failed", ReadingError)
    with guard:
        things = iter(work())
    while True:
        try:
            # Not around the loop: what goes on between two things is the work of others, who may break it off.
            with guard:
                given = next(things, _END)
        except ReadingError as error:
            raise _readable(error, whose, source.name) from error
        if given is _END:
            return
        yield given


def _readable(error: ReadingError, whose: str, name: str) -> ReadingError | PluginError:
    found = found_by(f"{whose} failed", lambda: error.findings)
    if not found:
        return PluginError(f"{whose} failed: it refuses this and does not say why")
    return ReadingError([each if each.file else each._replace(file=name) for each in found])


def _labelled(record: Imported, guard: Guard, host: Host, name: str) -> Imported:
    try:
        with guard:
            return _named(labelled(record, host.labels, name), name)
    except PluginError as error:
        failed = FAILED.finding(str(error), record.place)
        return _named(record._replace(fact_check=None, findings=(*record.findings, failed)), name)


def _named(record: Imported, name: str) -> Imported:
    for finding in record.findings:
        if not finding.file:
            named = tuple(each if each.file else each._replace(file=name) for each in record.findings)
            return record._replace(findings=named)
    return record
