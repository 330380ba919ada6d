"""What is wrong with one source: a fact-check of our own, or what others published."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.errors import PluginError
from factcheck.findings import Finding, Severity
from factcheck.rules import WORK

from .output import Report

if TYPE_CHECKING:
    from factcheck.formats import Imported, Importer, Input
    from factcheck.host import Host
    from factcheck.model import FactCheck
    from factcheck.reading import Reading

_LAST_STEP = re.compile(r"(?:\.?[^.\[\]]+|\[[^\]]*\])\Z")


@dataclass(frozen=True)
class Lint:
    """By which rules sources are checked, and where findings go: the formats and the consumer that they are meant for."""

    host: "Host"
    report: Report
    formats: tuple[str, ...] | None = None
    profile: str | None = None
    strict: bool = False
    allowed: list[Finding] = field(default_factory=list)

    def native(self, name: str, reading: "Reading") -> bool:
        """Report what the rules find in a fact-check of our own; false where a plugin's rules broke."""
        from factcheck.allowing import sifted  # noqa: PLC0415  # imports the model, which `--help` does without

        try:
            found = self._by_rules(reading.fact_check)
        except PluginError as error:
            self.report.fail([broken(error, name)])
            return False
        held, allowed = sifted(
            map(reading.locate, found), reading, self.host.rulebook.things, None if self.formats else self._asked
        )
        self.report.show(in_order(held))
        self.allowed.extend(allowed)
        return True

    def foreign(self, importer: "Importer", source: "Input") -> int:
        """Report what reading and the rules find in what others published, and give the number of fact-checks in it.

        Raises ReadingError, and PluginError where a plugin breaks.
        """
        from factcheck.importing import imports  # noqa: PLC0415  # imports the model, which `--help` does without

        self.report.note(f"{source.name}: read as {importer.name}", err=True)
        locate, told, fact_checks = importer.locator(source), False, 0
        for record in imports(source, importer.name, host=self.host):
            told = True
            found = [*judged(record.findings, strict=self.strict), *self._of_record(record, source.name)]
            self.report.show(in_order(locate(each) if self.report.shows(each) else each for each in found))
            fact_checks += record.fact_check is not None
        if not told:
            self.report.fail([WORK["nothing-found"].finding("there is no fact-check in it").at(source.name)])
        return fact_checks

    def _of_record(self, record: "Imported", name: str) -> Iterator[Finding]:
        for finding in self._by_rules(record.fact_check) if record.fact_check else ():
            yield finding._replace(path=origin(record, finding.path), file=name)

    def _asked(self, rule: str) -> bool:
        return self.host.rulebook.things[rule].asked(self.profile)

    def _by_rules(self, fact_check: "FactCheck") -> list[Finding]:
        return self.host.check(fact_check, self.profile, to=self.formats)


def judged(findings: Iterable[Finding], *, strict: bool) -> Iterator[Finding]:
    """The findings; when one is strict, with repairs as errors."""
    for finding in findings:
        yield finding._replace(severity=Severity.ERROR) if strict and finding.is_repair else finding


def origin(record: "Imported", path: str) -> str:
    """Where a model path, or its nearest parent, comes from: a place in the input."""
    while path:
        if path in record.origins:
            return record.origins[path]
        path = _LAST_STEP.sub("", path)
    return record.place


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in the order of the text."""
    return sorted(findings, key=lambda finding: (finding.line or 0, finding.column or 0))


def broken(error: PluginError, name: str) -> Finding:
    """A plugin that broke at work on a file, as a finding."""
    return WORK["plugin-failed"].finding(str(error)).at(name)
