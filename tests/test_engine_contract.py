"""The engines of one machine keep what all engines promise, and one that does not is told."""

import time
from contextlib import suppress
from multiprocessing import active_children, get_context
from typing import ClassVar

import pytest
from factcheck_workers.inline import Inline
from factcheck_workers.processes import Processes

from factcheck import Result
from factcheck.testing import EngineContract, bulk_contract


class TestInline(EngineContract):
    engine = Inline()


class TestProcesses(EngineContract):
    engine = Processes()
    options: ClassVar = {"jobs": 2}


class Hasty(Inline):
    """Takes all chunks before it gives the first result."""

    def run(self, work, chunks, options):
        yield from map(work, list(chunks))


class Careless(Inline):
    """Gives results in another order."""

    def run(self, work, chunks, options):
        yield from map(work, sorted(chunks, key=str, reverse=True))


class Silent(Inline):
    """Leaves out what the work raises at."""

    def run(self, work, chunks, options):
        for chunk in chunks:
            with suppress(LookupError):
                yield work(chunk)


class Talkative(Inline):
    """Gives a result where there is no chunk."""

    def run(self, work, chunks, options):
        yield from map(work, chunks)
        yield Result(b"", (), 0, 0, 0, ())


class Untidy(Inline):
    """Leaves a process behind."""

    def run(self, work, chunks, options):
        process = get_context("spawn").Process(target=time.sleep, args=(60,), daemon=True)
        process.start()
        yield from map(work, chunks)


class Unknown(Inline):
    """Is of no plugin."""

    name = "unknown"


@pytest.mark.parametrize(
    ("engine", "test"),
    [
        (Hasty, EngineContract.test_no_more_is_taken_than_a_few_ahead),
        (Careless, EngineContract.test_results_come_in_the_order_of_the_chunks),
        (Silent, EngineContract.test_what_the_work_raises_is_raised),
        (Talkative, EngineContract.test_without_chunks_there_are_no_results),
        (Untidy, EngineContract.test_closed_early_it_leaves_no_process_behind),
        (Unknown, EngineContract.test_is_discoverable),
    ],
)
def test_an_engine_that_breaks_its_promises_is_told(monkeypatch, engine, test):
    monkeypatch.setattr(bulk_contract, "_SECONDS", 0.1)
    contract = type("TestBroken", (EngineContract,), {"engine": engine()})()
    try:
        with pytest.raises((AssertionError, pytest.fail.Exception)):
            test(contract)
    finally:
        for each in active_children():
            each.kill()
            each.join()
