"""What is wrong with data, as values: checks and validators return findings, they do not raise."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self


class Severity(StrEnum):
    """How much a finding matters: an error must be mended, a warning should be, an info may be."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found.

    `path` is a place in the model (`claims[0].made`) or in a document (a JSON pointer, an XPath).
    `line` and `column` count from 1, in code points. `source` says where the rule comes from.
    """

    rule: str
    severity: Severity
    message: str
    path: str = ""
    file: str | None = None
    line: int | None = None
    column: int | None = None
    source: str = ""

    def at(self, file: str | None, line: int | None = None, column: int | None = None) -> Self:
        """The same finding with its place in a file."""
        return replace(self, file=file, line=line, column=column)

    def as_dict(self) -> dict[str, Any]:
        """The finding as JSON-ready values, empty ones left out."""
        named = {name: getattr(self, name) for name in self.__slots__}
        return {name: str(value) if name == "severity" else value for name, value in named.items() if value}

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        path = f"{self.path}: " if self.path else ""
        return f"{place + ': ' if place else ''}{self.severity}: {path}{self.message} [{self.rule}]"


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of these findings is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
