"""How far an export has come, kept beside what it writes, so that it can go on after whatever ended it."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import ClassVar

from pydantic import ConfigDict, TypeAdapter
from pydantic_core import from_json

from factcheck import files
from factcheck.engines import Result
from factcheck.findings import Finding

_FORM = 1
STATE = ".partial.json"
"""How the name of a file ends that a state is kept in."""


@dataclass(frozen=True)
class State:
    """What is done: `chunks` of the archive, `read` and `written` records, `size` bytes of output, `reported`
    of findings, and `taken` of the archive.

    `job` tells the same export of the same archive from any other. `name` and `lines` say how many lines of the file at
    work are done, and `seen` is a checksum of what came through standard input.
    """

    __pydantic_config__: ClassVar = ConfigDict(extra="forbid")

    job: str
    chunks: int = 0
    read: int = 0
    written: int = 0
    size: int = 0
    taken: int = 0
    reported: int = 0
    name: str = ""
    lines: int = 0
    seen: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    def after(self, name: str, result: Result, findings: Iterable[Finding], size: int, left_out: int) -> "State":
        """The state when the result of one more chunk, of the lines of this file, is written."""
        before = self.lines if name == self.name else 0
        counts = Counter(self.counts)
        counts.update(str(finding.severity) for finding in findings)
        return replace(
            self,
            chunks=self.chunks + 1,
            read=self.read + result.read,
            written=self.written + result.written - left_out,
            size=size,
            name=name,
            lines=before + result.lines,
            counts=dict(counts),
        )

    def placed(self, name: str, findings: Iterable[Finding]) -> list[Finding]:
        """Findings of a chunk, their lines counted from the beginning of the file."""
        before = self.lines if name and name == self.name else 0
        if not before:
            return list(findings)
        return [
            each._replace(line=each.line + before) if each.file == name and each.line else each for each in findings
        ]


def save(path: Path, state: State) -> None:
    """Write the state whole or not at all. Raises OSError."""
    files.write(path, json.dumps({"form": _FORM, **asdict(state)}).encode())


def saved(path: Path) -> State | None:
    """The state that was saved; None where there is none, one of another version, or none that can be read."""
    try:
        told = from_json(path.read_bytes())
        if told.pop("form") != _FORM:
            return None
        return TypeAdapter(State).validate_python(told)
    except (FileNotFoundError, ValueError, TypeError, KeyError, AttributeError):
        return None
