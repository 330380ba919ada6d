"""Work in this process, one chunk after the other."""

from collections.abc import Generator, Iterable

from factcheck import Chunk, Engine, Options, Result, Work


class Inline(Engine):
    """In this process."""

    name = "inline"
    summary = "in this process, one fact-check after the other"

    def run(self, work: Work, chunks: Iterable[Chunk], options: Options) -> Generator[Result, None, None]:  # noqa: ARG002  # it has none
        """The result of each chunk."""
        yield from map(work, chunks)
