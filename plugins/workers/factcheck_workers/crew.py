"""A crew of processes that work on chunks, in which whoever is lost is replaced."""

import signal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import NamedTuple, Self

from factcheck import Chunk, EngineError, Result, Work

_TRIES = 3
_AHEAD = 3
"""For each process, the results that may wait for one that is still at work."""
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
        self._work, self._size = work, size
        self._workers: list[_Worker] = []
        self._taken = 0

    def __enter__(self) -> Self:
        self._workers = [self._hired() for _ in range(self._size)]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.connection.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()

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
        for worker in self._workers:
            if worker.order is None and self._taken < due + self._size * _AHEAD and (order := next(orders, None)):
                self._taken += 1
                self._send(worker, order)

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
        worker.process.join()
        if order and order.tries == _TRIES:
            code = worker.process.exitcode
            raise EngineError(
                f"{order.chunk}: {_TRIES} processes ended at this, the last with code {code}; it may need more memory than there is"
            )
        hired = self._hired()
        worker.process, worker.connection, worker.order = hired.process, hired.connection, None
        if order:
            self._send(worker, order._replace(tries=order.tries + 1))

    def _hired(self) -> _Worker:
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_serve, args=(theirs, self._work), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)


def _serve(connection: Connection, work: Work) -> None:
    """Do what comes in until nothing more can come."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asked for the work ends it, in order
    while True:
        try:
            chunk = connection.recv()
        except (EOFError, OSError):
            return
        connection.send(_done(work, chunk))


def _done(work: Work, chunk: Chunk) -> Result | Exception:
    try:
        return work(chunk)
    except Exception as error:  # noqa: BLE001  # it is raised again by who asked for the work
        return error
