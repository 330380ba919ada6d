"""Containers and engines that break are told by name, and lose nothing in silence."""

import pytest
from bulk_samples import lines

import factcheck
from factcheck import Container, Engine, Host, PluginError
from factcheck.bulk import Archive, Bundle, Export, Exporting, Task


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


class Plugin:
    def __init__(self, container, engine):
        self.container, self.engine = container, engine

    @factcheck.hookimpl
    def factcheck_containers(self):
        return [self.container]

    @factcheck.hookimpl
    def factcheck_engines(self):
        return [self.engine]


def exported(folder, container, engine=None):
    """The last state of an export, and what was found."""
    import factcheck_native  # noqa: PLC0415  # a plugin of its own

    engine = engine or Odd(lambda work, chunks: (work(chunk) for chunk in chunks))
    host = Host([factcheck_native, Plugin(container, engine)])
    (folder / "a.jsonl").write_bytes(b"".join(lines(6)))
    task = Task("native", {}, "bad", {})
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
