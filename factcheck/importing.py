"""What others published to fact-checks: which importer reads an input, and what becomes of its records."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple, TypeVar

from .errors import PluginError, ReadingError, UnknownImporterError
from .findings import Finding
from .formats import Imported, Importer, Input, Options
from .host import Host, default_host
from .labels.applying import labelled
from .plugins import RAISED
from .reading import opened
from .rules import WORK

Thing = TypeVar("Thing")


class Sniffed(NamedTuple):
    """The importers that could read an input, and why each other one declined."""

    able: tuple[str, ...]
    declined: Mapping[str, str]


def sniffed(host: Host, source: Input) -> Sniffed:
    """Ask every importer; of several that could read it, those that know the suffix of its name go first.

    Raises PluginError where an importer breaks.
    """
    head, able, declined = source.head(), list[Importer](), dict[str, str]()
    for importer in host.importers.values():
        try:
            reason = importer.sniff(head)
        except RAISED as error:  # whatever a plugin raises is told with its name
            raise PluginError(f"the importer `{importer.name}` failed: {type(error).__name__}: {error}") from error
        if reason is None:
            able.append(importer)
        else:
            declined[importer.name] = reason
    known = [importer for importer in able if source.name.lower().endswith(importer.suffixes)]
    return Sniffed(tuple(importer.name for importer in known or able), declined)


def chosen(host: Host, source: Input, name: str | None = None) -> Importer:
    """The importer of this name, else the one that can read the input.

    Raises UnknownImporterError where there is none or several, with the reasons.
    """
    if name is not None:
        return host.importer(name)
    able, declined = sniffed(host, source)
    if len(able) == 1:
        return host.importer(able[0])
    if able:
        raise UnknownImporterError(f"{source.name}: {' and '.join(able)} could read this; name one")
    reasons = "; ".join(f"{each}: {reason}" for each, reason in declined.items())
    raise UnknownImporterError(f"{source.name}: no importer can read this ({reasons})")


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
    importer = chosen(host, source, using)
    known = {_place(each) for each in told if each.is_amended}
    judged = _guarded(importer, source, lambda: importer.judge(source, profile), Finding)
    found, locate = (each for each in judged if _place(each) not in known), importer.locator(source)
    for _, of_document in groupby(found, key=_beginning):
        located = [locate(each._replace(file=source.name)) for each in of_document]
        yield from sorted(located, key=_beginning)


def _place(finding: Finding) -> tuple[str, int, int]:
    return (finding.path, *_beginning(finding))


def _beginning(finding: Finding) -> tuple[int, int]:
    return finding.line or 0, finding.column or 0


def _imported(
    source: Input, using: str | None, options: Options | Mapping[str, object] | None, host: Host
) -> Iterator[Imported]:
    importer = chosen(host, source, using)
    given = options if isinstance(options, Options) else host.importer_options(importer.name, options or {})
    problems = tuple(WORK["plugin-failed"].finding(f"{plugin}: {told}") for plugin, told in host.scales.problems)
    if problems:
        yield Imported("", None, problems)
    for record in _records(importer, source, given):
        yield _named(labelled(record, host.labels, source.name), source.name)


def _records(importer: Importer, source: Input, options: Options) -> Iterator[Imported]:
    return _guarded(importer, source, lambda: importer.read(source, options), Imported)


def _guarded(
    importer: Importer, source: Input, work: Callable[[], Iterator[Thing]], kind: type[Thing]
) -> Iterator[Thing]:
    """What an importer gives, each of this kind. Raises ReadingError and PluginError, and nothing else."""
    try:
        for given in work():
            if not isinstance(given, kind):
                raise TypeError(f"it gave {type(given).__name__} where {kind.__name__} is due")
            yield given
    except ReadingError as error:
        raise ReadingError(
            [each if each.file else each._replace(file=source.name) for each in error.findings]
        ) from error
    except RAISED as error:  # as in `sniffed`
        raise PluginError(f"the importer `{importer.name}` failed: {type(error).__name__}: {error}") from error


def _named(record: Imported, name: str) -> Imported:
    for finding in record.findings:
        if not finding.file:
            named = tuple(each if each.file else each._replace(file=name) for each in record.findings)
            return record._replace(findings=named)
    return record
