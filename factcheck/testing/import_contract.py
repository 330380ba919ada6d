"""The contract of an importer, as tests that pytest collects."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from factcheck.errors import ReadingError
from factcheck.findings import Finding, Severity, has_errors
from factcheck.formats import Imported, Importer, Input
from factcheck.guard import FAILED
from factcheck.host import Host
from factcheck.importing import imports
from factcheck.model import FactCheck

_RUBBISH = (
    b"",
    b"\x00",
    b"\xff\xfe\xfa",
    b"\x80" * 64,
    b"[" * 100_000,
    b"<a>" * 100_000,
    b'{"a":' * 100_000,
    b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    b"PK\x03\x04" + b"\x00" * 64,
    b'{"a": 1e400}',
)
_SETTINGS = settings(
    max_examples=max(1, settings().max_examples // 2),  # half of what the profile in use has
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


class ImporterContract:
    """Subclass it in a test module, set `importer` and `samples`, and pytest tests what `factcheck.Importer` promises.

        class TestCsvImport(ImporterContract):
            importer = CsvImporter()
            samples = {"rows.csv": b"..."}

    `samples` are inputs that it can read, by name. Override `leaves` to have it tested that none gets lost.
    """

    importer: ClassVar[Importer]
    samples: ClassVar[dict[str, bytes]]

    def leaves(self, body: bytes) -> Iterator[tuple[str, str]]:  # noqa: ARG002  # for those who override it
        """Each leaf of a sample: its place, as findings have it in `path`, and its value as text."""
        return iter(())

    def test_describes_itself(self) -> None:
        importer = self.importer
        assert re.fullmatch(r"[a-z][a-z0-9-]*", importer.name), "a name is lower case, for a command line"
        assert importer.summary.strip(), "a summary says in a few words what is read"
        assert importer.suffixes, "name the suffixes of files that it reads"
        for suffix in importer.suffixes:
            assert re.fullmatch(r"(\.[a-z0-9]+)+", suffix), "a suffix is like .csv"

    def test_is_discoverable(self) -> None:
        host = Host.discover()
        assert self.importer.name in host.importers, f"no installed plugin provides it; {host.imports.problems}"
        assert type(host.importers[self.importer.name]) is type(self.importer)

    def test_options_have_defaults_and_descriptions(self) -> None:
        for name, option in self.importer.options.model_fields.items():
            assert not option.is_required(), f"the option `{name}` needs a default"
            assert option.description, f"the option `{name}` needs a description"

    def test_reads_its_samples(self) -> None:
        assert self.samples, "give a sample at least"
        for name, body in self.samples.items():
            assert self.importer.sniff(body[:65536]) is None, f"{name}: declined"
            records = self._read(body)
            assert any(record.fact_check for record in records), f"{name}: no fact-check came of it"

    def test_same_records_each_time(self) -> None:
        for body in self.samples.values():
            assert self._read(body) == self._read(body), "one input gave different records"

    def test_a_sample_comes_back_from_its_own_file(self) -> None:
        for name, body in self.samples.items():
            for record in self._read(body):
                if record.fact_check:
                    again = FactCheck.model_validate_json(record.fact_check.model_dump_json())
                    assert again == record.fact_check, f"{name}: not equal after it was written and read"

    def test_every_finding_belongs_to_a_rule(self) -> None:
        known = Host.discover().rulebook.things
        for finding in self._findings():
            assert finding.rule in known, f"`{finding.rule}` is given by no `factcheck_rules`"

    def test_repairs_tell_what_stood_there(self) -> None:
        for finding in self._findings():
            assert not finding.is_repair or finding.stood is not None, f"what stood there? {finding}"

    def test_no_leaf_is_lost(self) -> None:
        for name, body in self.samples.items():
            records = self._read(body)
            places = {finding.path for record in records for finding in record.findings}
            told = _told(records)
            lost = [
                (place, value)
                for place, value in self.leaves(body)
                if place not in places and _normal(value) not in told
            ]
            assert not lost, f"{name}: in no fact-check and in no finding: {lost}"

    def test_errors_name_what_is_wrong(self) -> None:
        for finding in self._findings():
            assert finding.message.strip()
            assert isinstance(finding.severity, Severity)

    @pytest.mark.parametrize("rubbish", _RUBBISH, ids=range(len(_RUBBISH)))
    def test_rubbish_gives_one_error(self, rubbish: bytes) -> None:
        self.importer.sniff(rubbish)
        try:
            records = self._read(rubbish)
        except ReadingError as error:
            assert has_errors(error.findings)
        else:
            assert not any(record.fact_check for record in records), "a fact-check out of rubbish"

    @_SETTINGS
    @given(data=st.data())
    def test_damaged_samples_raise_reading_errors_only(self, data: st.DataObject) -> None:
        body = data.draw(st.sampled_from(sorted(self.samples.values())))
        start = data.draw(st.integers(0, len(body)))
        end = data.draw(st.integers(start, min(len(body), start + 200)))
        damaged = body[:start] + data.draw(st.binary(max_size=20)) + body[end:]
        self.importer.sniff(damaged[:65536])
        try:
            self._read(damaged)
        except ReadingError as error:
            assert has_errors(error.findings)

    def test_reads_lazily_and_leaves_the_stream_open(self) -> None:
        for name, body in self.samples.items():
            source = Input.of(body, name)
            records = self.importer.read(source, self.importer.options())
            assert iter(records) is records, "give an iterator, so that a large input need not be held"
            list(records)
            assert not source.stream.closed, "the stream is not the importer's to close"

    def test_what_it_finds_for_a_profile_belongs_to_rules_of_it(self) -> None:
        rules = Host.discover().rulebook.things
        for profile in sorted({profile for rule in rules.values() for profile in rule.profiles}):
            for name, body in self.samples.items():
                for finding in self.importer.judge(Input.of(body, name), profile):
                    rule = rules.get(finding.rule)
                    assert rule, f"`{finding.rule}` is given by no `factcheck_rules`"
                    assert rule.asked(profile), f"`{finding.rule}` is no rule of `{profile}`"
                    assert finding.stood is None, f"judging leaves nothing out: {finding}"

    def test_through_the_host(self) -> None:
        for name, body in self.samples.items():
            for record in imports(Input.of(body, name), self.importer.name):
                failed = [finding.message for finding in record.findings if finding.rule == FAILED.id]
                assert not failed, failed
                assert all(finding.file == name for finding in record.findings)

    def _read(self, body: bytes) -> list[Imported]:
        return list(self.importer.read(Input.of(body), self.importer.options()))

    def _findings(self) -> Iterable[Finding]:
        return [finding for body in self.samples.values() for record in self._read(body) for finding in record.findings]


def _told(records: Iterable[Imported]) -> set[str]:
    """Every value in the fact-checks, as it compares."""
    told = set[str]()
    waiting: list[Any] = [json.loads(record.fact_check.model_dump_json()) for record in records if record.fact_check]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
        elif value is not None:
            told.add(_normal(f"{value:g}" if isinstance(value, float) else str(value)))
    return told


def _normal(value: str) -> str:
    return " ".join(unicodedata.normalize("NFC", value).split())
