"""Many fact-checks from Python: documents come out one after the other, and no more goes in than is asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import islice

from factcheck.engines import Chunk, Result
from factcheck.formats import Document, Options
from factcheck.host import Host, default_host
from factcheck.model import FactCheck

from .hosts import Plugins, described, same_host

_CHUNK = 64


def export_many(  # noqa: PLR0913  # the same as `export` takes, and where it is done
    fact_checks: Iterable[FactCheck],
    to: str,
    options: Options | Mapping[str, object] | None = None,
    *,
    engine: str = "inline",
    engine_options: Mapping[str, object] | None = None,
    host: Host | None = None,
) -> Iterator[Document]:
    """The document of each fact-check, in their order; only a few are taken ahead of what was given.

    `engine` names where the work is done: `inline`, `processes`, or that of a plugin. Raises what `export` raises, and
    EngineError. With another engine than `inline`, a program has to keep its own work behind `if __name__ == "__main__":`.
    """
    host = host or default_host()
    work = _Documents(host, to, options or {})
    if engine == "inline":  # which needs no plugin here, and so may be blocked
        if engine_options:
            host.engine_options(engine, engine_options)
        yield from map(work.export, fact_checks)
        return
    chosen = host.engine(engine)
    models = iter(fact_checks)
    chunks = map(_Models.of, iter(lambda: list(islice(models, _CHUNK)), []))
    with closing(chosen.run(work, chunks, host.engine_options(engine, engine_options or {}))) as results:
        for result in results:
            yield from _documents(result, host.exporter(to).suffix)


@dataclass(frozen=True)
class _Models(Chunk):
    """Fact-checks as JSON, which is read faster than it is unpickled."""

    bodies: tuple[bytes, ...]

    @classmethod
    def of(cls, fact_checks: Iterable[FactCheck]) -> "_Models":
        return cls(tuple(each.model_dump_json(exclude_defaults=True).encode() for each in fact_checks))

    def __str__(self) -> str:
        return f"{len(self.bodies)} fact-checks"

    def loaded(self) -> "_Models":
        return self


class _Documents:
    """The work on chunks of models: the documents, one after the other in the result's body, with their media types."""

    def __init__(self, host: Host, to: str, options: Options | Mapping[str, object]) -> None:
        self._host, self._to, self._options = host, to, options
        self.export = host.exporting(to, options)

    def __call__(self, chunk: Chunk) -> Result:
        if not isinstance(chunk, _Models):
            raise TypeError(f"{type(chunk).__name__} is no chunk of fact-checks")
        made = [self.export(FactCheck.model_validate_json(body)) for body in chunk.bodies]
        names = tuple((document.media_type, len(document.body)) for document in made)
        return Result(b"".join(document.body for document in made), names, len(made), len(made), 0, ())

    def __reduce__(self) -> tuple[Callable[..., "_Documents"], tuple[object, ...]]:
        return _documenting, (described(self._host), self._to, self._options)


def _documenting(plugins: Plugins, to: str, options: Options | Mapping[str, object]) -> _Documents:
    return _Documents(same_host(plugins), to, options)


def _documents(result: Result, suffix: str) -> Iterator[Document]:
    start = 0
    for media_type, size in result.names:
        yield Document(media_type, suffix, result.body[start : start + size])
        start += size
