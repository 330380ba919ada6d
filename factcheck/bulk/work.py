"""What is done with each record of a chunk: read, exported, and made a piece of a container."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from factcheck.containers import Container
from factcheck.engines import Chunk, Result
from factcheck.errors import EngineError, FactcheckError, OptionError, PluginError, ReadingError
from factcheck.files import stable
from factcheck.findings import Finding, has_errors
from factcheck.formats import Document, Options
from factcheck.guard import FAILED, Guard
from factcheck.host import Host
from factcheck.model import FactCheck
from factcheck.rules import WORK

from .checked import bytes_of
from .chunks import Raw, Records
from .hosts import Plugins, described, same_host


class Task(NamedTuple):
    """What to do, in values that can be sent to another process: names and options.

    Without a container, each document is a file of its own. With `checked`, the rules of the format are asked, too, and
    each document is validated; with `only`, all but the fact-checks with these ids are passed over.
    """

    to: str
    options: Mapping[str, Any]
    container: str | None = None
    container_options: Mapping[str, Any] = {}
    checked: bool = False
    only: frozenset[str] | None = None


class Piece(NamedTuple):
    """What one fact-check becomes, and a name for it, which no other has: its id, or that of its file."""

    body: bytes
    name: str
    place: tuple[str, int] = ("", 0)


class Exporting:
    """The work on chunks, by the plugins of one host; sent to another process, it finds the same plugins there."""

    def __init__(self, host: Host, task: Task) -> None:
        """Raises UnknownExporterError, UnknownContainerError and OptionError, and ReadingError where the container is not ready."""
        self._host, self._task = host, task
        self._profile = getattr(host.options(task.to, task.options), "profile", None)
        self._export = host.exporting(task.to, task.options)
        self._piece = _container_piece(host, task) if task.container else _file_piece(host, task)
        self.separator = host.container(task.container).separator if task.container else b""

    def __call__(self, chunk: Chunk) -> Result:
        """Work on each record; one that cannot be read or exported is told in the findings.

        Raises ReadingError where the file itself cannot be read any more.
        """
        if not isinstance(chunk, Records):
            raise TypeError(f"{type(chunk).__name__} is no chunk of an archive")
        pieces, findings, read, line = list[Piece](), list[Finding](), 0, 0
        for raw in chunk.records():
            line = raw.line
            if raw.body.isspace():
                continue
            read += 1
            pieces += self._worked(raw, findings)
        bodies = [piece.body for piece in pieces]
        names = tuple((piece.name, len(piece.body)) for piece in pieces)
        places = tuple(piece.place for piece in pieces)
        return Result(self.separator.join(bodies), names, read, len(pieces), line, tuple(findings), places)

    def __reduce__(self) -> tuple[Callable[..., "Exporting"], tuple[Any, ...]]:
        return _exporting, (described(self._host), self._task)

    def _worked(self, raw: Raw, findings: list[Finding]) -> Iterator[Piece]:
        """The piece of one record, where it has one."""
        try:
            if raw.problem:
                raise raw.problem
            fact_check = raw.fact_check()
            if self._task.only is not None and fact_check.id not in self._task.only:
                return
            if not self._task.checked and (lacking := self._host.lacking(fact_check, self._task.to)):
                findings += (each.at(raw.name, raw.line or None) for each in lacking)
                return
            document = self._export(fact_check)
            if self._task.checked and not self._passes(fact_check, document, raw, findings):
                return
            piece = self._piece(fact_check, document)
        except ReadingError as error:
            findings += error.findings
        except PluginError as error:
            findings.append(FAILED.finding(str(error)).at(raw.name, raw.line or None))
        else:
            if piece.body:
                yield piece._replace(place=(raw.name, raw.line))
            else:
                told = f"`{fact_check.id}` has nothing that such a file holds, and is not in it"
                findings.append(WORK["nothing-in-it"].finding(told).at(raw.name, raw.line or None))

    def _passes(self, fact_check: FactCheck, document: Document, raw: Raw, findings: list[Finding]) -> bool:
        """Whether a document is valid; what rules find in the fact-check does not count."""
        found = self._host.validate(document, self._task.to)
        all_found = [*self._host.check(fact_check, self._profile, to=[self._task.to]), *found]
        findings += (each.at(raw.name, raw.line or each.line) for each in all_found)
        return not has_errors(found)


def _container_piece(host: Host, task: Task) -> Callable[[FactCheck, Document], Piece]:
    container = host.container(task.container or "")
    _refuse_others(container, task.to, host.options(task.to, task.options))
    options = host.container_options(container.name, task.container_options)
    guard = Guard(f"the container `{container.name}` failed")
    with guard:
        unready = container.ready(options)
    if unready:
        raise ReadingError(unready)

    def piece(fact_check: FactCheck, document: Document) -> Piece:
        with guard:
            body = container.piece(fact_check, document, options)
        return Piece(bytes_of(container.name, "piece", body), fact_check.id)

    return piece


def _refuse_others(container: Container, to: str, chosen: Options) -> None:
    """Raise OptionError where documents would be made with other options than the container needs."""
    for name, needed in container.needs_options.items():
        if getattr(chosen, name, needed) != needed:
            option = f"{to}.{name}"
            raise OptionError(
                f"the container `{container.name}` joins only documents with `{option}={json.dumps(needed)}`, and sees to it itself: leave out `-O {option}=…`"
            )


def _file_piece(host: Host, task: Task) -> Callable[[FactCheck, Document], Piece]:
    suffix = host.exporter(task.to).suffix

    def piece(fact_check: FactCheck, document: Document) -> Piece:
        stem = stable(fact_check.id, fact_check.url)
        return Piece(document.body, f"{stem[-2:]}/{stem}{suffix}")

    return piece


def _exporting(plugins: Plugins, task: Task) -> Exporting:
    try:
        return Exporting(same_host(plugins), task)
    except FactcheckError as error:
        raise EngineError(str(error)) from None
