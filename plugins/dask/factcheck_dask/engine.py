"""Work on a Dask cluster, or in processes of this machine that Dask sees to."""

from collections.abc import Generator, Iterable

from pydantic import Field

from factcheck import Chunk, Engine, EngineError, Options, Result, Work

from .clusters import connected
from .stream import Stream


class DaskOptions(Options):
    """Which cluster."""

    scheduler: str = Field(
        default="",
        description="The scheduler's address, as tcp://host:8786; empty for a cluster of this machine alone.",
    )
    jobs: int = Field(
        default=0, ge=0, description="On this machine alone, how many processes; 0 for as many as there are processors."
    )
    wait: int = Field(default=60, ge=1, description="After how many seconds without a worker to give up.")
    direct: bool = Field(
        default=False, description="Fetch results from the workers themselves, where they can be reached from here."
    )


class Dask(Engine):
    """On the workers of a Dask cluster."""

    name = "dask"
    summary = "on a Dask cluster, or in processes of this machine that Dask sees to"
    options = DaskOptions

    def run(self, work: Work, chunks: Iterable[Chunk], options: Options) -> Generator[Result, None, None]:
        """The result of each chunk; what is under way is dropped where the iterator is closed."""
        chosen = DaskOptions.model_validate(options)
        if chosen.scheduler and chosen.jobs:
            raise EngineError("a cluster has the workers that it has: leave out --jobs, or --scheduler")
        with connected(chosen.scheduler, chosen.jobs, direct=chosen.direct) as cluster:
            yield from Stream(cluster, work, chosen.wait).results(chunks)
