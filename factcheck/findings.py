"""What is wrong with data, as values: checks and validators return findings, they do not raise."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, Self

from .characters import shown


class Severity(StrEnum):
    """How much a finding matters: an error must be mended, a warning should be, an info may be."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


_LONGEST = 60
_MAY_BE_EMPTY = ("stood", "made")


class Finding(NamedTuple):
    """One thing that a rule found: a tuple, since reading an archive makes a hundred for each fact-check.

    `path` is a place in the model (`claims[0].made`) or in a document (a JSON pointer, an XPath).
    `line` and `column` count from 1, in code points. `source` says where the rule comes from.
    `stood` is the value there, where it was left out or put right, and `made` what was made of it.
    """

    rule: str
    severity: Severity
    message: str
    path: str = ""
    file: str | None = None
    line: int | None = None
    column: int | None = None
    source: str = ""
    stood: str | None = None
    made: str | None = None

    @property
    def is_repair(self) -> bool:
        """Whether something was put right: `stood` is what stood there, `made` what was made of it."""
        return self.made is not None

    @property
    def is_amended(self) -> bool:
        """Whether a value was wrong, and put right or left out; one that a fact-check has no place for is a remark only."""
        return self.is_repair or (self.stood is not None and self.severity is not Severity.INFO)

    def at(self, file: str | None, line: int | None = None, column: int | None = None) -> Self:
        """The same finding with its place in a file."""
        return self._replace(file=file, line=line, column=column)

    def as_dict(self) -> dict[str, Any]:
        """The finding as JSON-ready values, empty ones left out."""
        named = self._asdict()
        told = {name: value for name, value in named.items() if value or (name in _MAY_BE_EMPTY and value is not None)}
        return {name: str(value) if name == "severity" else value for name, value in told.items()}

    @property
    def sentence(self) -> str:
        """The message, with the value that stood there and what was made of it."""
        stood, made = (f": {_shown(value)}" if value else "" for value in (self.stood, self.made))
        if self.is_repair and stood:
            return f"{self.message}{stood} {'becomes' + made[1:] if made else 'goes'}"
        return f"{self.message}{stood or made}"

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        path = f"{self.path}: " if self.path else ""
        return f"{place + ': ' if place else ''}{self.severity}: {path}{self.sentence} [{self.rule}]"


def _shown(value: str) -> str:
    short = value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"
    return shown(json.dumps(short, ensure_ascii=False))


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule wants, why, and what to do where it is broken.

    `source` names the page or the section of the standard that it comes from. `profiles` are the
    consumers that ask for it, such as `google`; one without any is asked always, but for those in `unless`, who want
    it otherwise.
    """

    id: str
    severity: Severity
    summary: str
    fix: str
    source: str
    profiles: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def finding(self, message: str, path: str = "", *, stood: str | None = None, made: str | None = None) -> Finding:
        """That this rule is broken here."""
        return Finding(self.id, self.severity, message, path, None, None, None, self.source, stood, made)

    def asked(self, profile: str | None) -> bool:
        """Whether this rule is asked for under a profile."""
        return (not self.profiles or profile in self.profiles) and profile not in self.unless


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of these findings is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
