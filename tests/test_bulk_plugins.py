"""Containers and engines that break are told by name, and lose nothing in silence."""

import pytest
from bulk_samples import lines

import factcheck
from factcheck import Container, Document, Engine, Exporter, Finding, Host, PluginError, Severity
from factcheck.bulk import Archive, Bundle, Export, Exporting, Task, document_options


class Bad(Container):
    """Breaks in one way."""

    name, summary, media_type, suffixes, separator = "bad", "bad", "text/x", (".bad",), b""
    broken: dict

    def __init__(self, **broken):
        self.broken = broken

    def _given(self, what, sound):
        given = self.broken.get(what, sound)
        if isinstance(given, Exception):
            raise given
        return given

    @property
    def needs_options(self):
        return self._given("needs_options", {})

    def document_options(self, options):
        return self._given("document_options", {})

    def head(self, options):
        return self._given("head", b"")

    def tail(self, options):
        return self._given("tail", b"")

    def piece(self, fact_check, document, options):
        return self._given("piece", b"x")

    def finish(self, joined, out, options):
        out.write(self._given("finish", joined.read()))

    def validate(self, file):
        return []


class Odd(Engine):
    """Gives what it is told to."""

    name, summary = "odd", "odd"

    def __init__(self, give):
        self.give = give

    def run(self, work, chunks, options):
        return self.give(work, chunks)


class Picky(Exporter):
    """Refuses, or breaks, as it is told to."""

    name, summary, media_type, suffix = "picky", "picky", "text/x", ".picky"

    def __init__(self, *, lacks=(), refuses=()):
        self.lacks, self.refuses = lacks, refuses

    def export(self, fact_check, options):
        return Document(self.media_type, self.suffix, b"x")

    def lacking(self, fact_check):
        if isinstance(self.lacks, Exception):
            raise self.lacks
        return self.lacks

    def validate(self, document):
        return self.refuses


class Plugin:
    def __init__(self, container, engine, exporter=None):
        self.container, self.engine, self.exporter = container, engine, exporter or Picky()

    @factcheck.hookimpl
    def factcheck_exporters(self):
        return [self.exporter]

    @factcheck.hookimpl
    def factcheck_containers(self):
        return [self.container]

    @factcheck.hookimpl
    def factcheck_engines(self):
        return [self.engine]


def exported(folder, container, engine=None, exporter=None, *, checked=False):
    """The last state of an export, and what was found."""
    engine = engine or Odd(lambda work, chunks: (work(chunk) for chunk in chunks))
    host = Host([Plugin(container, engine, exporter)])
    (folder / "a.jsonl").write_bytes(b"".join(lines(6)))
    task = Task("picky", {}, "bad", {}, checked=checked)
    archive = Archive.of([str(folder / "a.jsonl")], chunk=9000)
    output = Bundle(folder / "o.bad", container, container.options())
    export = Export(archive, task, Exporting(host, task), output, engine, engine.options())
    steps = list(export.run())
    return steps[-1], [finding for step in steps for finding in step.findings]


def test_one_that_works_is_written(tmp_path):
    last, found = exported(tmp_path, Bad())
    assert (last.finished, last.state.written, found) == (6, 6, [])


@pytest.mark.parametrize("given", ["text", None, 5, ValueError("by design")])
def test_a_piece_that_is_none_is_told_for_each_record(tmp_path, given):
    _, found = exported(tmp_path, Bad(piece=given))
    assert [(each.rule, each.line) for each in found] == [("plugin-failed", number) for number in range(1, 7)]
    assert "the container `bad`" in found[0].message
    assert not (tmp_path / "o.bad").exists()


@pytest.mark.parametrize("what", ["head", "tail", "finish"])
@pytest.mark.parametrize("given", ["text", None, ValueError("by design")])
def test_a_part_of_the_file_that_is_none_ends_it(tmp_path, what, given):
    (tmp_path / "o.bad").write_bytes(b"yesterday's")
    with pytest.raises(PluginError, match="the container `bad`"):
        exported(tmp_path, Bad(**{what: given}))
    assert (tmp_path / "o.bad").read_bytes() == b"yesterday's"


@pytest.mark.parametrize("given", [None, 3, "words", ValueError("boom")])
def test_options_for_documents_that_are_none_end_it(given):
    container = Bad(document_options=given)
    with pytest.raises(PluginError, match="the container `bad` failed: "):
        document_options(container, container.options(), {})


@pytest.mark.parametrize("needed", [None, "words", {1: 2}, ["indent"]])
def test_a_container_that_needs_what_are_no_options_is_not_used(needed):
    host = Host([Plugin(Bad(needs_options=needed), Odd(None))])
    assert "bad" not in host.containers.things
    assert "the `needs_options` of the container `bad` lead from names of options" in host.containers.problems[0][1]


def test_nothing_made_of_something_ends_it(tmp_path):
    with pytest.raises(PluginError, match="made nothing of 6 bytes"):
        exported(tmp_path, Bad(finish=b""))


@pytest.mark.parametrize(
    ("give", "told"),
    [
        (lambda work, chunks: None, "the engine `odd` failed"),
        (lambda work, chunks: ["text"], "which is no factcheck.Result"),
        (lambda work, chunks: 1 / 0, "ZeroDivisionError"),
        (lambda work, chunks: [work(chunk) for chunk in list(chunks)[:-1]], "ended before all chunks were done"),
        (lambda work, chunks: [work(next(chunks))], "ended before all chunks were done"),
        (lambda work, chunks: [work(chunk) for chunk in chunks] * 2, "more results than there are chunks"),
    ],
)
def test_an_engine_that_breaks_is_told(tmp_path, give, told):
    with pytest.raises((PluginError, factcheck.EngineError), match=told):
        exported(tmp_path, Bad(), Odd(give))
    assert not (tmp_path / "o.bad").exists()


REFUSED = Finding("picky-no", Severity.ERROR, "no")


@pytest.mark.parametrize(
    ("exporter", "checked", "rule"),
    [
        (Picky(lacks=[REFUSED]), False, "picky-no"),
        (Picky(lacks=["no"]), False, "plugin-failed"),
        (Picky(lacks=ValueError("by design")), False, "plugin-failed"),
        (Picky(refuses=[REFUSED]), True, "picky-no"),
        (Picky(refuses=None), True, "plugin-failed"),
    ],
)
def test_what_an_exporter_refuses_is_left_out_and_told(tmp_path, exporter, checked, rule):
    last, found = exported(tmp_path, Bad(), exporter=exporter, checked=checked)
    assert [(each.rule, each.line) for each in found] == [(rule, number) for number in range(1, 7)]
    assert (last.state.read, last.state.written) == (6, 0)
