"""The contracts of containers and of engines, as tests that pytest collects."""

import io
import time
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from multiprocessing import active_children
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from factcheck.bulk.choosing import takes
from factcheck.containers import Container
from factcheck.engines import Chunk, Engine, Result, Work
from factcheck.findings import has_errors
from factcheck.formats import Document
from factcheck.host import Host
from factcheck.model import FactCheck

from .archive import records
from .strategies import fact_checks

_SETTINGS = settings(
    max_examples=max(1, settings().max_examples // 4),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # whole fact-checks shrink for minutes
)
_SECONDS = 10.0
"""That a process has to end in, after nobody wants its work any more."""
_RUBBISH = (b"\x00", b"\xff\xfe\xfa", b"\x80" * 64, b"[" * 100_000, b"<" * 100_000)


class ContainerContract:
    """Subclass it in a test module, set `container`, and pytest tests what `factcheck.Container` promises.

        class TestTable(ContainerContract):
            container = CsvTable()

    Its plugin has to be installed.
    """

    container: ClassVar[Container]

    def test_is_discoverable_and_known_by_its_suffixes(self) -> None:
        host = Host.discover()
        assert self.container.name in host.containers.things, (
            f"no installed plugin provides it; {host.containers.findings}"
        )
        assert self.container.summary.strip(), "a summary says in a few words what it is"
        assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in self.container.suffixes)
        assert self._formats, "no installed exporter makes documents that it takes"

    @pytest.mark.parametrize("count", [0, 1, 2, 7])
    def test_pieces_join_into_a_valid_file_in_any_number(self, count: int) -> None:
        for to in self._formats:
            file = self._file([self._piece(each, to) for each in _sound(count)])
            errors = [str(finding) for finding in self.container.validate(io.BytesIO(file)) if has_errors([finding])]
            assert bool(errors) == (self.container.needs_some and not count), errors

    @_SETTINGS
    @given(several=st.lists(fact_checks(), min_size=1, max_size=3, unique_by=lambda each: each.id))
    def test_any_fact_checks_make_a_valid_file(self, several: list[FactCheck]) -> None:
        for to in self._formats:
            lacking = Host.discover().exporter(to).lacking
            complete = [each for each in several if not lacking(each)]
            file = self._file([self._piece(each, to) for each in complete])
            errors = [str(finding) for finding in self.container.validate(io.BytesIO(file)) if has_errors([finding])]
            assert not errors or (self.container.needs_some and not complete), errors

    @_SETTINGS
    @given(fact_check=fact_checks())
    def test_a_piece_is_the_same_each_time(self, fact_check: FactCheck) -> None:
        for to in self._formats:
            assert self._piece(fact_check, to) == self._piece(fact_check, to)

    @pytest.mark.parametrize("rubbish", _RUBBISH, ids=["nul", "bytes", "high", "brackets", "angles"])
    def test_rubbish_gives_findings(self, rubbish: bytes) -> None:
        assert has_errors(self.container.validate(io.BytesIO(rubbish))), "rubbish passes as valid"

    def test_a_cut_file_does_not_crash_validation(self) -> None:
        file = self._file([self._piece(each, self._formats[0]) for each in _sound(2)])
        for length in range(0, len(file), max(1, len(file) // 40)):
            list(self.container.validate(io.BytesIO(file[:length])))

    @property
    def _formats(self) -> list[str]:
        exporters = Host.discover().exporters.values()
        return [each.name for each in exporters if takes(self.container, each)]

    def _piece(self, fact_check: FactCheck, to: str) -> bytes:
        options = self.container.options()
        document: Document = Host.discover().export(fact_check, to, self.container.document_options(options))
        return self.container.piece(fact_check, document, options)

    def _file(self, pieces: list[bytes]) -> bytes:
        container, options = self.container, self.container.options()
        joined = container.separator.join(filter(None, pieces))
        whole = container.head(options) + joined + container.tail(options)
        if type(container).finish is Container.finish:
            return whole
        out = io.BytesIO()
        container.finish(io.BytesIO(whole), out, options)
        return out.getvalue()


def _sound(count: int) -> list[FactCheck]:
    return [FactCheck.model_validate(each) for each in records(count)]


@dataclass(frozen=True)
class _Number(Chunk):
    number: int

    def loaded(self) -> "_Number":
        return self


def _doubled(chunk: Chunk) -> Result:
    """Work that other processes can be given."""
    if not isinstance(chunk, _Number):
        raise TypeError(chunk)
    if chunk.number < 0:
        raise LookupError(f"no {chunk.number}")
    return Result(str(chunk.number * 2).encode(), (), 1, 1, 1, ())


class EngineContract:
    """Subclass it in a test module, set `engine` and what `options` it is to have, and pytest tests what `factcheck.Engine` promises.

    Its plugin has to be installed. What happens when a worker is lost is for tests of its own.
    """

    engine: ClassVar[Engine]
    options: ClassVar[dict[str, object]] = {}

    def test_is_discoverable(self) -> None:
        assert self.engine.name in Host.discover().engines.things, "no installed plugin provides it"

    def test_results_come_in_the_order_of_the_chunks(self) -> None:
        with closing(self._run(map(_Number, range(200)))) as results:
            assert [int(result.body) for result in results] == [2 * number for number in range(200)]

    def test_without_chunks_there_are_no_results(self) -> None:
        assert list(self._run(iter(()))) == []

    def test_no_more_is_taken_than_a_few_ahead(self) -> None:
        taken = list[int]()

        def chunks() -> Iterator[_Number]:
            for number in range(10_000):
                taken.append(number)
                yield _Number(number)

        with closing(self._run(chunks())) as results:
            for _ in range(3):
                next(results)
        assert len(taken) < 1000, "it takes all chunks at once"

    def test_what_the_work_raises_is_raised(self) -> None:
        with closing(self._run(map(_Number, (1, 2, -3, 4)))) as results, pytest.raises(LookupError, match="no -3"):
            list(results)

    def test_closed_early_it_leaves_no_process_behind(self) -> None:
        before = set(active_children())
        with closing(self._run(map(_Number, range(200)))) as results:
            next(results)
        until = time.monotonic() + _SECONDS
        while (left := set(active_children()) - before) and time.monotonic() < until:
            time.sleep(0.05)
        assert not left, "processes that it started are still there"

    def _run(self, chunks: Iterator[Chunk]) -> Generator[Result, None, None]:
        work: Work = _doubled
        return self.engine.run(work, chunks, self.engine.options(**self.options))
