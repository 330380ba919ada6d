"""The contract of engines: where the work on many fact-checks is done."""

import pickle
import signal
from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from typing import ClassVar, NamedTuple

from .errors import EngineError
from .findings import Finding
from .formats import Options


class Chunk(ABC):
    """A few hundred records of an archive, one after the other; it can be pickled, and as a text it says which they are."""

    @abstractmethod
    def loaded(self) -> "Chunk":
        """The same with its bytes in it, for workers that cannot read the archive's files. Raises ReadingError."""


class Result(NamedTuple):
    """What became of a chunk.

    `body` holds its pieces, joined; `names` the name and the length of each, `places` its file and line there. `read` counts
    records, `written` pieces, `lines` the lines that the chunk took; the findings count lines from the chunk's first.
    """

    body: bytes
    names: tuple[tuple[str, int], ...]
    read: int
    written: int
    lines: int
    findings: tuple[Finding, ...]
    places: tuple[tuple[str, int], ...] = ()


Work = Callable[[Chunk], Result]
"""What is to be done with a chunk; it can be pickled, and finds the plugins of the process that it is in."""


class Engine(ABC):
    """Does the work on chunks, wherever it does; order and bytes are the same with each.

    A worker that ends in the midst of its work costs time only: its chunk is done again.
    """

    name: ClassVar[str]
    summary: ClassVar[str]
    options: ClassVar[type[Options]] = Options

    @abstractmethod
    def run(self, work: Work, chunks: Iterable[Chunk], options: Options) -> Generator[Result, None, None]:
        """The result of each chunk, in the order of the chunks, of which only a few are taken ahead of what was given.

        Raises what `work` raises, and EngineError where the work cannot go on. Closed early, it leaves no worker behind.
        """


def portable(error: Exception) -> Exception:
    """What the work raised in another process, to be sent back: the error, or an EngineError that says the same where it cannot be pickled."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  # it was pickled a moment ago
    except Exception:  # noqa: BLE001  # whatever its class does
        return EngineError(f"{type(error).__name__}: {error}")
    return error


@contextmanager
def spared_interrupts() -> Iterator[None]:
    """Processes and threads that an engine starts within do not hear Ctrl-C, which is for the one who started them all.

    A process hears it while it is still importing, and would say so. Where signals cannot be kept (Windows), it does nothing.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # it would be started with the first process, and let signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
