"""A crew of processes that work on chunks, in which whoever is lost is replaced."""

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import NamedTuple, Self

from factcheck import Chunk, EngineError, Result, Work, spared_interrupts

from .serving import serve

_TRIES = 3
_AHEAD = 3
"""For each process, the results that may wait for one that is still at work."""
_SECONDS = 5.0
"""Until a process that was asked to end is killed."""
_SPAWN = get_context("spawn")
"""Processes that begin anew: what a program of threads forks may hang."""


class _Order(NamedTuple):
    number: int
    chunk: Chunk
    tries: int = 1


@dataclass
class _Worker:
    process: SpawnProcess
    connection: Connection
    order: _Order | None = None


class Crew:
    """As many processes as asked for; to be used in a `with` statement, after which none is left."""

    def __init__(self, work: Work, size: int) -> None:
        self._work, self._size = pickle.dumps(work), size
        self._workers: list[_Worker] = []
        self._taken = 0

    def __enter__(self) -> Self:
        return self  # whom it needs is hired within, so that whatever comes between leaves nobody behind

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.connection.close()
            worker.process.terminate()
        for worker in self._workers:
            _join(worker.process)

    def results(self, chunks: Iterable[Chunk]) -> Iterator[Result]:
        """The result of each chunk, in order.

        Raises what the work raises, and EngineError where one chunk ends process after process.
        """
        orders, done, due = map(_Order, count(), chunks), dict[int, Result](), 0
        self._hand_out(orders, due)
        while done or any(worker.order for worker in self._workers):
            while due in done:
                due += 1
                self._hand_out(orders, due)  # before this one is written, so that nobody waits for it
                yield done.pop(due - 1)
            for worker in self._answering():
                done |= self._answer(worker)
            self._hand_out(orders, due)

    def _hand_out(self, orders: Iterator[_Order], due: int) -> None:
        """Give those who are idle something to do, as long as not too much is done that waits for what is due."""
        idle = [worker for worker in self._workers if worker.order is None]
        while (idle or len(self._workers) < self._size) and self._taken < due + self._size * _AHEAD:
            order = next(orders, None)
            if order is None:
                return
            self._taken += 1
            self._send(idle.pop() if idle else self._one_more(), order)

    def _one_more(self) -> _Worker:
        """Another worker: nobody is hired for whom there is nothing to do."""
        self._workers.append(self._hired())
        return self._workers[-1]

    def _send(self, worker: _Worker, order: _Order) -> None:
        worker.order = order
        try:
            worker.connection.send(order.chunk)
        except OSError:
            self._replace(worker)

    def _answering(self) -> list[_Worker]:
        busy = {worker.connection: worker for worker in self._workers if worker.order}
        return [busy[connection] for connection in wait(busy)] if busy else []  # type: ignore[index]  # those it was given

    def _answer(self, worker: _Worker) -> dict[int, Result]:
        """What a worker gave, by the number of its order; nothing where it was lost, and another one has the order now."""
        try:
            answer = worker.connection.recv()
        except (EOFError, OSError):
            self._replace(worker)
            return {}
        order, worker.order = worker.order, None
        if isinstance(answer, BaseException):
            raise answer
        return {order.number: answer} if order else {}

    def _replace(self, worker: _Worker) -> None:
        """Put another process in the place of one that was lost, and give it the same order."""
        order = worker.order
        worker.connection.close()
        _join(worker.process)
        if order and order.tries == _TRIES:
            raise EngineError(f"{order.chunk}: {_TRIES} processes ended at this, {_last(worker.process.exitcode or 0)}")
        hired = self._hired()
        worker.process, worker.connection, worker.order = hired.process, hired.connection, None
        if order:
            self._send(worker, order._replace(tries=order.tries + 1))

    def _hired(self) -> _Worker:
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=serve, args=(theirs, self._work), daemon=True)
        with spared_interrupts():  # who asked for the work ends it, in order
            process.start()
        theirs.close()
        return _Worker(process, ours)


def _join(process: SpawnProcess) -> None:
    """Wait for its end, and see to it."""
    process.join(_SECONDS)
    process.kill()
    process.join()


def _last(code: int) -> str:
    """How the last one ended, and what may be done about it."""
    if code < 0:
        return f"the last one killed by signal {-code}; it may need more memory than there is"
    return f"the last one with code {code}; what it said stands above"
