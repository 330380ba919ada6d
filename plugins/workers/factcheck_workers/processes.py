"""Work in processes of this machine: each gets a chunk when it is done with the one before."""

import os
from collections.abc import Generator, Iterable

from pydantic import Field

from factcheck import Chunk, Engine, Options, Result, Work

from .crew import Crew


class ProcessesOptions(Options):
    """How many there are."""

    jobs: int = Field(default=0, ge=0, le=512, description="How many processes; 0 for as many as there are processors.")


class Processes(Engine):
    """In several processes of this machine."""

    name = "processes"
    summary = "in several processes of this machine"
    options = ProcessesOptions

    def run(self, work: Work, chunks: Iterable[Chunk], options: Options) -> Generator[Result, None, None]:
        """The result of each chunk; the processes end when the last one is there, or the iterator is closed."""
        jobs = ProcessesOptions.model_validate(options).jobs or _processors()
        with Crew(work, jobs) as crew:
            yield from crew.results(chunks)


def _processors() -> int:
    """How many this process may use; some systems (macOS, Windows) only tell how many there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
