"""Chunks on their way through a cluster, of which only a few are under way."""

import pickle
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from typing import Any, NamedTuple

from factcheck import Chunk, EngineError, Result, Work

from .clusters import Cluster
from .versions import OURS, differing
from .working import Failed, worked

_AHEAD = 3
"""Chunks for each thread of the workers: one at work, one there, one that waits at the scheduler, which then chooses best."""
_LOOK = 1.0
"""Seconds between two looks at who is there."""
_PAUSE = 0.1
"""The same, as long as nobody is."""

_ALIKE = "scheduler and workers need factcheck-export, Dask and all plugins as they are here"


class _Order(NamedTuple):
    chunk: Chunk
    future: Any


class Stream:
    """One work on a cluster."""

    def __init__(self, cluster: Cluster, work: Work, patience: float) -> None:
        """Give up after so many seconds without a worker."""
        self._cluster, self._patience = cluster, patience
        self._dask = import_module("distributed")
        self._threads: dict[str, int] = {}
        self._looked = self._seen = time.monotonic()
        self._compare()
        # As a result that chunks depend on, it goes once to each worker, also to those that come later.
        self._work = self._client.submit(bytes, pickle.dumps(work), pure=False)

    def results(self, chunks: Iterable[Chunk]) -> Iterator[Result]:
        """The result of each chunk, in order. Raises what the work raises, and EngineError where it cannot go on."""
        self._look()
        while not self._threads:  # whoever is the first is looked at before it gets something to do
            time.sleep(_PAUSE)
            self._look()
        left = iter(chunks)
        pending = deque(self._sent(left, 0))
        while pending:
            order = pending.popleft()
            result = self._result(order, pending)
            pending += self._sent(left, len(pending))  # before this one is written, so that nobody waits for it
            order.future.release()
            yield result

    @property
    def _client(self) -> Any:
        return self._cluster.client

    def _sent(self, chunks: Iterator[Chunk], pending: int) -> Iterator[_Order]:
        room = max(sum(self._threads.values()), 1) * _AHEAD - pending
        for chunk in islice(chunks, max(room, 0)):
            handed = pickle.dumps(chunk if self._cluster.local else chunk.loaded())
            with self._reached():
                future = self._client.submit(worked, self._work, handed, pure=False)
            yield _Order(chunk, future)

    def _result(self, order: _Order, behind: Iterable[_Order]) -> Result:
        try:
            with self._reached():
                self._await(order)
                answer = order.future.result()
        except EngineError:
            raise
        except self._dask.scheduler.KilledWorker as error:
            raise self._deadly(order, behind, error) from None
        except Exception as error:
            told = " ".join(f"Dask cannot give this to a worker: {type(error).__name__}: {error}".split())
            raise EngineError(f"{order.chunk}: {told}; {_ALIKE}") from error
        if isinstance(answer, Failed):
            raise answer.error
        return answer  # type: ignore[no-any-return]  # what `worked` gives

    def _await(self, order: _Order) -> None:
        """Wait for what comes, as long as there is somebody from whom it can come."""
        while True:
            if time.monotonic() > self._looked + _LOOK:
                self._look()
            try:
                error = order.future.exception(timeout=_LOOK)
            except TimeoutError:
                continue
            if error:
                raise error
            return

    def _look(self) -> None:
        """See who is there. Raises EngineError where nobody is for too long, or somebody whose packages are other ones."""
        with self._reached():
            threads, now = self._client.nthreads(), time.monotonic()
        if threads.keys() - self._threads.keys():
            self._compare()
        self._threads, self._looked = threads, now
        if threads:
            self._seen = now
        elif now - self._seen > self._patience:
            told = f"{self._cluster.address}: there has been no worker for {self._patience:,} s: start some (`dask worker`)"
            raise EngineError(f"{told}, and see that they go on; {_ALIKE}")

    def _compare(self) -> None:
        with self._reached():
            versions = self._client.get_versions(packages=[OURS])
        if told := differing(versions):
            raise EngineError(f"{self._cluster.address}: {told}")

    def _deadly(self, order: _Order, behind: Iterable[_Order], error: Any) -> EngineError:
        """Dask blames all that a worker had when it ended, each time: mostly one chunk, seldom some that were near it."""
        self._client.nthreads()  # what was told together with the error is known when this is answered
        near = [str(each.chunk) for each in behind if each.future.status == "error"]
        there = f"this, or at {', or at '.join(near)}" if near else "this"
        ends = f"{error.allowed_failures + 1} workers ended at {there}, the last {error.last_worker.address}"
        return EngineError(f"{order.chunk}: {ends}; it may need more memory than they have")

    @contextmanager
    def _reached(self) -> Iterator[None]:
        """Whatever needs the scheduler is done within. Raises EngineError where it is gone."""
        gone = EngineError(f"{self._cluster.address}: the scheduler is gone; start it, and do again what is left")
        if self._client.status != "running":
            raise gone
        try:
            yield
        except (self._dask.CancelledError, OSError):
            raise gone from None
