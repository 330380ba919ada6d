"""What is wrong with one source: a fact-check of our own, or what others published."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from factcheck.findings import Finding, Severity
from factcheck.guard import FAILED
from factcheck.rules import TEXTS, WORK

from .output import Report

if TYPE_CHECKING:
    from factcheck.formats import Imported, Importer, Input, Options
    from factcheck.host import Host
    from factcheck.model import FactCheck
    from factcheck.reading import Reading, TextFiles

_MOST_AMENDED = 1_000_000  # that are remembered; of larger inputs, a value may be told twice
Repairs = Literal["no", "told", "shown", "made"]
_LAST_STEP = re.compile(r"(?:\.?[^.\[\]]+|\[[^\]]*\])\Z")


@dataclass
class Lint:
    """By which rules sources are checked, where findings go, and how many were allowed or can be repaired;
    and how many files of folders were passed over, since they are nothing to check.

    `formats` and `profile` are what the sources are meant for; `repairs` says what becomes of what can be repaired without judgement;
    `options` are those of importers, by their names; `texts` those of sources, if they are given.
    """

    host: "Host"
    report: Report
    formats: tuple[str, ...] | None = None
    profile: str | None = None
    strict: bool = False
    repairs: Repairs = "no"
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    texts: "TextFiles | None" = None
    allowed: int = 0
    repairable: int = 0
    repaired: int = 0
    unanchored: int = 0
    passed: int = 0

    def native(self, reading: "Reading") -> None:
        """Report what the rules find in a fact-check of our own."""
        from factcheck.allowing import sifted  # noqa: PLC0415  # imports the model, which `--help` does without

        fact_check, texts = reading.fact_check, self.texts
        found = self._with_texts(fact_check, texts) if texts else self.found(fact_check)
        located = [*(_located(each, reading) for each in found), *self._untidy(reading)]
        asked = self._asked if self.repairs != "no" and not self.formats else None
        held, allowed = sifted(located, reading, self.host.rulebook.things, asked)
        self.report.tell(strictly(in_order(held), strict=self.strict))
        self.allowed += len(allowed)
        repairable = [finding.rule in TEXTS for finding in held if finding.is_repair]
        self.unanchored += sum(repairable)
        self.repairable += len(repairable) - sum(repairable)

    def foreign(self, importer: "Importer", source: "Input", options: "Options") -> int:
        """Report what reading, the rules and the profile find in what others published, and give the number of fact-checks in it.

        Raises ReadingError, and PluginError where the importer breaks.
        """
        from factcheck.importing import Locator, records  # noqa: PLC0415  # imports the model, which `--help` does without

        self.report.note(f"{source.name}: read as {importer.name}", err=True)
        locate, told, fact_checks, amended = Locator(importer, source), False, 0, list[Finding]()
        self.report.tell(self.host.scales.findings)
        for record in records(source, importer, options, self.host):
            told = True
            read = [each for each in record.findings if self._asked(each.rule)]
            found = [*strictly(read, strict=self.strict), *self._of_record(record, source.name)]
            self.report.tell(in_order(locate(each) if self.report.shows(each) else each for each in found))
            fact_checks += record.fact_check is not None
            if self.profile and len(amended) < _MOST_AMENDED:
                amended += (each for each in read if each.is_amended)
        self.report.tell(locate.broken)
        if not told:
            self.report.fail([WORK["nothing-found"].finding("there is no fact-check in it").at(source.name)])
        self._judge(importer, source, amended)
        return fact_checks

    def _judge(self, importer: "Importer", source: "Input", amended: Iterable[Finding]) -> None:
        """Report what the profile finds in the input itself and reading has not told of; nothing where another format is asked for."""
        from factcheck.importing import judge  # noqa: PLC0415  # as above

        if self.profile and (self.formats is None or importer.name in self.formats):
            self.report.tell(judge(source, self.profile, importer.name, told=amended, host=self.host))

    def _of_record(self, record: "Imported", name: str) -> Iterator[Finding]:
        for finding in self.found(record.fact_check) if record.fact_check else ():
            if finding.rule == FAILED.id:  # for no place of the input
                yield finding._replace(path="", file=name)
            else:
                yield finding._replace(path=origin(record, finding.path)).at(name, record.line, record.column)

    def _with_texts(self, fact_check: "FactCheck", texts: "TextFiles") -> list[Finding]:
        """What the rules find, copies in the texts of sources taken for declared, and what is found in these texts.

        What is wrong with their files is reported at once.
        """
        from factcheck import provenance  # noqa: PLC0415  # as above
        from factcheck.anchoring import anchor  # noqa: PLC0415  # as above

        from .copied import undeclared  # noqa: PLC0415  # as above

        read = texts.of(fact_check)
        self.report.show(each for each in read.findings if each.file)
        copies = provenance.found_copies(fact_check, read.texts)
        return [
            *self.found(provenance.with_copies(fact_check, copies)),
            *undeclared(fact_check, copies),
            *(each for each in read.findings if not each.file),
            *anchor(fact_check, read.texts).findings,
        ]

    def _untidy(self, reading: "Reading") -> list[Finding]:
        from factcheck.fixing import untidy  # noqa: PLC0415  # as above

        return [] if self.repairs == "no" else untidy(reading)

    def _asked(self, name: str) -> bool:
        if name in TEXTS and not self.texts:
            return False
        rule = self.host.rulebook.things.get(name)
        return rule is None or rule.asked(self.profile)

    def found(self, fact_check: "FactCheck") -> list[Finding]:
        """What the rules find in a fact-check, and which of them broke."""
        return self.host.check(fact_check, self.profile, to=self.formats)


def strictly(findings: Iterable[Finding], *, strict: bool) -> Iterator[Finding]:
    """The findings; when one is strict, with what was put right or left out as wrong for errors."""
    for finding in findings:
        yield finding._replace(severity=Severity.ERROR) if strict and finding.is_amended else finding


def origin(record: "Imported", path: str) -> str:
    """Where a model path, or its nearest parent, comes from: a place in the input."""
    while path:
        if path in record.origins:
            return record.origins[path]
        # A path of a plugin may end in anything; whatever that is, it gets shorter.
        path = _LAST_STEP.sub("", path, count=1) if _LAST_STEP.search(path) else path[:-1]
    return record.origins.get("", record.place)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in the order of the text."""
    return sorted(findings, key=lambda finding: (finding.line or 0, finding.column or 0))


def _located(finding: Finding, reading: "Reading") -> Finding:
    return finding.at(reading.name) if finding.rule == FAILED.id else reading.locate(finding)
