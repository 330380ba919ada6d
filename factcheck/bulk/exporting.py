"""A whole archive into one output: chunk by chunk through an engine, so that it can be stopped and go on."""

import json
import time
import zlib
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from factcheck._version import __version__
from factcheck.engines import Engine
from factcheck.errors import EngineError
from factcheck.findings import Finding, has_errors
from factcheck.formats import Options

from .archive import STREAM, Archive
from .checked import results
from .chunks import Lines, Records
from .output import Output
from .report import Report
from .state import State, save, saved
from .work import Exporting, Task

_SECONDS = 2.0
"""How much work may have to be done again after an end that nobody could prepare for."""


class Step(NamedTuple):
    """One more chunk is done: the state then, the bytes of the archive that it took, and what was found in it.

    The last step has the bytes of the whole in `finished`.
    """

    state: State
    size: int
    findings: list[Finding]
    finished: int | None = None


class _Taken(NamedTuple):
    """Of a chunk that an engine took: its file, its bytes, and the checksum of standard input up to its end."""

    name: str
    size: int
    seen: int


@dataclass(frozen=True)
class Export:
    """What is to be exported, how, and whereto."""

    archive: Archive
    task: Task
    work: Exporting
    output: Output
    engine: Engine
    engine_options: Options
    report: Path | None = None
    fail_fast: bool = False

    @property
    def job(self) -> str:
        """What tells this export from any other: a state is of use to the same one only."""
        only = None if self.task.only is None else sorted(self.task.only)
        told = [__version__, *map(str, self.task[:-1]), only, self.archive.fingerprint]
        return f"{zlib.crc32(json.dumps([*told, str(self.report)]).encode()):08x}-{self.archive.fingerprint[:24]}"

    def unfinished(self) -> State | None:
        """How far an earlier run came. Raises EngineError where what is there is of another export, or was spoilt."""
        # Who was ended right after the whole got its name has left a state, and nothing to go on with.
        state = saved(self.output.state) if self.output.is_begun else None
        if state is not None and state.job != self.job:
            message = "what is unfinished there is of another export, or the archive was changed since"
            raise EngineError(f"{self.output.state}: {message}; export anew, without --resume")
        if state is not None and not (self.output.holds(state) and Report(self.report).holds(state.reported)):
            raise EngineError(
                f"{self.output.state}: what was written is not there any more; export anew, without --resume"
            )
        return state

    def run(self, done: State | None = None) -> Generator[Step, None, None]:
        """Do it, or what is left of it, chunk by chunk; where there is nothing to write, nothing is finished.

        Whatever ends it, all that is done is kept for another run, and nothing stands under the final name before all of it
        does. Raises OSError, ReadingError where the archive cannot be read any more, EngineError and PluginError.
        """
        state, report = done or State(self.job), Report(self.report)
        taken = deque[_Taken]()
        report.open(state.reported if done else None)
        try:
            self.output.open(done)
            chunks = self._chunks(state, taken)
            with closing(results(self.engine, self.work, chunks, self.engine_options)) as given:
                saved_at = time.monotonic()
                for result in given:
                    if not taken:
                        raise EngineError(f"the engine `{self.engine.name}` gave more results than there are chunks")
                    chunk = taken.popleft()
                    added = self.output.add(result)
                    findings = state.placed(chunk.name, [*result.findings, *added.findings])
                    state = state.after(chunk.name, result, findings, added.size, added.left_out)
                    state = replace(
                        state, reported=report.add(findings), seen=chunk.seen, taken=state.taken + chunk.size
                    )
                    if self.fail_fast and has_errors(findings):
                        yield Step(state, chunk.size, findings)
                        return
                    if time.monotonic() - saved_at > _SECONDS:
                        self._save(state, report)
                        saved_at = time.monotonic()
                    yield Step(state, chunk.size, findings)
            if taken or next(chunks, None) is not None:
                raise EngineError(
                    f"the engine `{self.engine.name}` ended before all chunks were done; go on with --resume"
                )
            self.archive.refuse_changed()
            if self._is_enough(state):
                finished = self.output.finish()
                report.finish()
                yield Step(state, 0, [], finished)
            else:
                self.output.discard()
                report.finish()
        finally:
            # Where even that fails, what was saved before still holds.
            with suppress(OSError):
                if self.output.is_open:
                    self._save(state, report)
            self.output.close()
            report.close()

    def _is_enough(self, state: State) -> bool:
        """Whether there is something to finish: where all of it was lost, what stands there is better."""
        if state.written or self.task.only is None:
            return state.written > 0
        is_lost = self.task.only and state.counts.get("error")
        return state.read > 0 and not is_lost and not self.output.needs_some

    def _save(self, state: State, report: Report) -> None:
        self.output.settle()
        report.settle()
        save(self.output.state, state)

    def _chunks(self, done: State, taken: deque[_Taken]) -> Iterator[Records]:
        """The chunks that are left, and what is to be known of each when its result comes."""
        chunks, seen = self.archive.chunks(), 0
        for chunk in islice(chunks, done.chunks):
            seen = _seen(chunk, seen)
        if seen != done.seen:
            raise EngineError("standard input is not what it was when this export began; export anew, without --resume")
        for chunk in chunks:
            seen = _seen(chunk, seen)
            taken.append(_Taken(chunk.name, chunk.size, seen))
            yield chunk


def _seen(chunk: Records, before: int) -> int:
    return zlib.crc32(chunk.body, before) if isinstance(chunk, Lines) and chunk.name == STREAM else before
