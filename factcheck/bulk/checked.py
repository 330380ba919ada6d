"""What containers and engines of others give, looked at before anything relies on it."""

from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack

from factcheck.containers import Container
from factcheck.engines import Chunk, Engine, Result, Work
from factcheck.errors import FactcheckError, PluginError
from factcheck.formats import Options
from factcheck.guard import Guard, shown

_END = object()


def bytes_of(container: str, what: str, given: object) -> bytes:
    """The bytes that a container gave. Raises PluginError where they are none."""
    if not isinstance(given, bytes):
        raise PluginError(f"the container `{container}` gave {shown(given)} as its {what}, which is bytes")
    return given


def document_options(container: Container, chosen: Options, given: Mapping[str, object]) -> dict[str, object]:
    """The options of documents for a container: its own, and those given. Raises PluginError where it gives none."""
    with Guard(f"the container `{container.name}` failed"):
        return {**container.document_options(chosen), **given}


def results(engine: Engine, work: Work, chunks: Iterable[Chunk], options: Options) -> Generator[Result, None, None]:
    """The results of an engine, one after the other. Raises what work and chunks raise on purpose, and else PluginError."""
    guard = Guard(f"the engine `{engine.name}` failed", FactcheckError, OSError, GeneratorExit)
    with guard:
        given: Iterator[object] = iter(engine.run(work, chunks, options))
    with ExitStack() as stack:
        stack.callback(getattr(given, "close", lambda: None))
        while True:
            # Not around the loop: what goes on between two results is the work of others, who may break it off.
            with guard:
                result = next(given, _END)
            if result is _END:
                return
            if not isinstance(result, Result):
                raise PluginError(f"the engine `{engine.name}` gave {shown(result)}, which is no factcheck.Result")
            yield result
