"""The contract of an exporter, as tests that pytest collects."""

import json
import os
import pickle
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from typing import Any, ClassVar, get_args

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings

from factcheck.findings import has_errors
from factcheck.formats import Document, Exporter, Options, TextOptions
from factcheck.guard import FAILED
from factcheck.host import Host
from factcheck.model import FactCheck

from .full import full_fact_check
from .hostile import HOSTILE_TEXTS
from .leaves import paths, value_at, variants
from .strategies import fact_checks

_RUBBISH = (b"", b"\x00", b"\xff\xfe\xfa", b"\x80" * 64, b"[" * 100_000, b"<" * 100_000)
# Longer than what anybody would cut a headline, a label or a cell to.
_LONG = " ".join(f"word{number}" for number in range(100))
# A whole fact-check shrinks slowly; the full one, tried first, is simple enough to read.
_SETTINGS = settings(
    max_examples=max(1, settings().max_examples // 4),  # a quarter of what the profile in use has
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


class ExporterContract:
    """Subclass it in a test module, set `exporter`, and pytest tests what `factcheck.Exporter` promises.

        class TestCsv(ExporterContract):
            exporter = CsvExporter()

    The exporter's class must be importable by its module's name, and its plugin installed.
    """

    exporter: ClassVar[Exporter]

    def test_describes_itself(self) -> None:
        exporter = self.exporter
        assert re.fullmatch(r"[a-z][a-z0-9-]*", exporter.name), "a name is lower case, for a command line"
        assert re.fullmatch(r"[\w.+-]+/[\w.+-]+", exporter.media_type), "a media type is like text/csv"
        assert re.fullmatch(r"(\.[a-z0-9]+)+", exporter.suffix), "a suffix is like .csv"
        assert exporter.summary.strip(), "a summary says in a few words what is written"

    def test_is_discoverable(self) -> None:
        host = Host.discover()
        assert self.exporter.name in host.exporters, f"no installed plugin provides it; {host.findings}"
        found = type(host.exporters[self.exporter.name])
        assert found is type(self.exporter), f"the installed plugin gives {found.__module__}.{found.__qualname__}"

    def test_gives_a_document_of_its_kind(self) -> None:
        document = self._export(full_fact_check())
        assert isinstance(document, Document)
        kind = (self.exporter.media_type, self.exporter.suffix)
        assert (document.media_type, document.suffix) == kind, "the document's kind is not what the exporter says"
        assert document.text.encode() == document.body, "the body is UTF-8"

    def test_options_have_defaults_and_descriptions(self) -> None:
        for name, option in self.exporter.options.model_fields.items():
            assert not option.is_required(), f"the option `{name}` needs a default"
            assert option.description, f"the option `{name}` needs a description"

    def test_every_option_does_something(self) -> None:
        fact_check = full_fact_check()
        given = _with_texts(self.exporter.options, fact_check)
        plain = self.exporter.export(fact_check, given)
        for name, option in self.exporter.options.model_fields.items():
            others = [given.model_copy(update={name: value}) for value in _other_values(option)]
            assert others, (
                f"`{name}`: only switches, choices and whole numbers can be tried here; test it where you know its values"
            )
            changed = [self.exporter.export(fact_check, other) for other in others]
            assert any(document != plain for document in changed), f"the option `{name}` changes nothing"

    @_SETTINGS
    @given(fact_check=fact_checks())
    @example(fact_check=full_fact_check())
    def test_same_bytes_each_time(self, fact_check: FactCheck) -> None:
        assert self._export(fact_check) == self._export(fact_check), "the same fact-check gave two documents"

    @_SETTINGS
    @given(fact_check=fact_checks())
    @example(fact_check=full_fact_check())
    def test_changes_nothing(self, fact_check: FactCheck) -> None:
        before = pickle.dumps(fact_check)
        self._export(fact_check)
        assert pickle.dumps(fact_check) == before, "the fact-check is not the same after the export"

    @_SETTINGS
    @given(fact_check=fact_checks())
    @example(fact_check=full_fact_check())
    def test_is_valid_or_its_rules_say_why_not(self, fact_check: FactCheck) -> None:
        errors = [str(finding) for finding in self._validate(self._export(fact_check)) if has_errors([finding])]
        found = [each for each in Host.discover().check(fact_check, to=[self.exporter.name]) if each.rule != FAILED.id]
        assert not errors or has_errors(found), errors
        lacking = self.exporter.lacking(fact_check)
        assert bool(errors) == bool(lacking), "`lacking` tells what keeps a document from being valid, and nothing else"
        assert set(lacking) <= set(found), "what is `lacking` is found by a rule, too"

    def test_threads_do_not_disturb_each_other(self) -> None:
        fact_check = full_fact_check()
        with ThreadPoolExecutor(4) as pool:
            documents = list(pool.map(lambda _: self._export(fact_check), range(16)))
        assert set(documents) == {self._export(fact_check)}, "documents differ when threads export at once"

    def test_needs_no_clock_chance_locale_disk_or_network(self) -> None:
        assert self._probe({})["calls"] == [], "an exporter does without these: its output hangs on them"

    def test_same_bytes_in_another_process(self) -> None:
        surroundings: list[dict[str, str]] = [
            {"PYTHONHASHSEED": "1", "TZ": "Asia/Kolkata", "LC_ALL": "C"},
            {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C.UTF-8", "LANGUAGE": "de"},
        ]
        first, second = (self._probe(environment)["sha256"] for environment in surroundings)
        assert first == second, "hash seed, time zone or locale change the document"

    @pytest.mark.parametrize("text", HOSTILE_TEXTS)
    def test_hostile_text_survives(self, text: str) -> None:
        fact_check = _saying_everywhere(f"a{text}z")
        document = self._export(fact_check)
        errors = [str(finding) for finding in self._validate(document) if has_errors([finding])]
        assert not errors, errors

    def test_every_field_is_there_or_in_omits(self) -> None:
        fact_check = full_fact_check()
        plain, carried, seen = self._export(fact_check), set[str](), set[str]()
        for path, location in paths(fact_check.model_dump(mode="json")):
            seen.add(path)
            if path not in carried and any(
                self._export(variant) != plain for variant in variants(fact_check, location)
            ):
                carried.add(path)
        lost = {path for path in seen - carried if not self._omits(path)}
        assert not lost, f"these change nothing in the document and are not in `omits`: {sorted(lost)}"
        stale = {omitted for omitted in self.exporter.omits if any(_covers(omitted, path) for path in carried)}
        assert not stale, f"these are in `omits` and yet change the document: {sorted(stale)}"
        unknown = {omitted for omitted in self.exporter.omits if not any(_covers(omitted, path) for path in seen)}
        assert not unknown, f"these in `omits` are no paths of the model: {sorted(unknown)}"

    def test_every_text_is_there_whole_or_in_omits(self) -> None:
        fact_check = _saying_everywhere(_LONG)
        data, body = fact_check.model_dump(mode="json"), _plain(self._export(fact_check).text)
        whole: dict[str, bool] = {}
        for path, location in paths(data):
            words = value_at(data, location)
            if isinstance(words, str) and " " in words and not self._omits(path):
                there = all(part.strip() in body for part in words.split("\n\n"))
                whole[path] = whole.get(path, False) or there
        cut = [path for path, there in whole.items() if not there]
        assert not cut, f"long text of these is nowhere whole in the document, nor are they in `omits`: {cut}"

    @pytest.mark.parametrize("rubbish", _RUBBISH, ids=["empty", "nul", "bytes", "high", "brackets", "angles"])
    def test_rubbish_gives_findings(self, rubbish: bytes) -> None:
        document = Document(self.exporter.media_type, self.exporter.suffix, rubbish)
        assert has_errors(self._validate(document)), "rubbish passes as valid"

    def test_a_cut_document_does_not_crash_validation(self) -> None:
        body = self._export(full_fact_check()).body
        for length in range(0, len(body), max(1, len(body) // 40)):
            self._validate(Document(self.exporter.media_type, self.exporter.suffix, body[:length]))

    def _export(self, fact_check: FactCheck) -> Document:
        return self.exporter.export(fact_check, self.exporter.options())

    def _validate(self, document: Document) -> Any:
        return self.exporter.validate(document)

    def _omits(self, path: str) -> bool:
        return any(_covers(omitted, path) for omitted in self.exporter.omits)

    def _probe(self, environment: dict[str, str]) -> dict[str, Any]:
        kind = type(self.exporter)
        answer = subprocess.run(  # noqa: S603  # our own module, with names of classes
            [sys.executable, "-m", "factcheck.testing.probe", kind.__module__, kind.__qualname__],
            input=full_fact_check().model_dump_json().encode(),
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **environment},
            capture_output=True,
            check=False,
        )
        assert answer.returncode == 0, answer.stderr.decode()
        told: dict[str, Any] = json.loads(answer.stdout)
        return told


def _with_texts(options: type[Options], fact_check: FactCheck) -> Options:
    """The options, with a text for each source where they take texts."""
    if not issubclass(options, TextOptions):
        return options()
    texts = {source.id: f"The text of {source.id}.\n\nIt ends." for source in fact_check.sources}
    return options(texts=texts, any_licence=True)


def _other_values(option: Any) -> list[Any]:
    if option.annotation is bool:
        return [True, False]  # one of them is what it has, the other is tried
    if option.annotation is int:
        return [value for value in (1, 2) if value != option.default]
    if option.default == {}:  # texts, which are given
        return [{}]
    return [value for value in get_args(option.annotation) if value != option.default and isinstance(value, str)]


def _saying_everywhere(text: str) -> FactCheck:
    data = full_fact_check().model_dump(mode="json")
    replaced = _with_text(data, text)
    return FactCheck.model_validate(replaced)


def _with_text(data: Any, text: str) -> Any:
    if isinstance(data, dict):
        return {key: _with_text(value, text) for key, value in data.items()}
    if isinstance(data, list):
        return [_with_text(value, text) for value in data]
    return f"{data} {text}" if isinstance(data, str) and " " in data else data


def _covers(omitted: str, path: str) -> bool:
    return path == omitted or path.startswith((f"{omitted}.", f"{omitted}["))


def _plain(text: str) -> str:
    """The text with the escapes of JSON and of markup undone, which is how a reader of the format sees it."""
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), unescape(text))
