"""What others published to fact-checks: which importer reads an input, and what becomes of its records."""

import os
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .errors import PluginError, ReadingError, UnknownImporterError
from .formats import Imported, Importer, Input, Options
from .host import Host, default_host
from .labels.applying import labelled
from .plugins import RAISED
from .reading import opened
from .rules import WORK


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
    try:
        for record in importer.read(source, options):
            if not isinstance(record, Imported):
                raise TypeError(f"it gave {type(record).__name__} where an Imported is due")
            yield record
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
