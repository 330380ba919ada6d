"""What became of a fact-check between two archives."""

import re
from dataclasses import dataclass
from typing import Any, Literal

from factcheck.findings import Finding
from factcheck.model import FactCheck
from factcheck.rules import WORK

from .differences import Difference

Kind = Literal["added", "changed", "corrected", "withdrawn", "doubled", "unread", "missing"]
KINDS: tuple[Kind, ...] = ("added", "changed", "corrected", "withdrawn", "doubled", "unread", "missing")
WRITTEN: tuple[Kind, ...] = ("added", "changed", "corrected", "doubled")
"""Of which the newer archive has something that can be exported."""

# What readers were told: to change it without a word to them is what corrections are for.
_TOLD = {
    ("verdicts[].rating", "changed"),
    ("verdicts[].claim", "changed"),
    ("verdicts[]", "removed"),
    ("claims[].text", "changed"),
    ("claims[]", "removed"),
}


@dataclass(frozen=True)
class Change:
    """One fact-check that is not what it was, and where it stands: in the newer archive, or in the older if it is not there.

    `kind` is `added`; `changed`; `corrected`, which is changed and has a correction or an earlier verdict that it had not;
    `withdrawn`; `doubled`, where several versions of it stand in one archive, so that none can be compared; `unread`, where
    it cannot be read in the newer archive; or `missing`, where it is withdrawn or among what cannot be read there, whose ids are not known. `before` and `after` are there of what was compared:
    not of one that could not be read in the older archive. `line` counts from 1; it is None for a file of its own.
    """

    kind: Kind
    id: str
    file: str | None = None
    line: int | None = None
    differences: tuple[Difference, ...] = ()
    before: FactCheck | None = None
    after: FactCheck | None = None

    @property
    def is_silent(self) -> bool:
        """Whether a verdict or a claim was changed, or taken away, and no correction says so."""
        return self.kind == "changed" and any(map(_was_told, self.differences))

    @property
    def finding(self) -> Finding | None:
        """What is wrong with a silent change."""
        path = next((each.path for each in self.differences if _was_told(each)), "")
        if not self.is_silent:
            return None
        message = f"`{self.id}` is changed here, and no correction says so"
        return WORK["change-uncorrected"].finding(message, path).at(self.file, self.line)

    def as_dict(self) -> dict[str, Any]:
        """The change as JSON-ready values, empty ones left out."""
        differing = [
            {name: value for name, value in each._asdict().items() if value is not None} for each in self.differences
        ]
        told = {"change": self.kind, "id": self.id, "file": self.file, "line": self.line, "differences": differing}
        return {name: value for name, value in told.items() if value}


def kind_of(old: FactCheck, new: FactCheck) -> Kind:
    """Whether a fact-check that differs was corrected, as its corrections and the histories of its verdicts tell."""
    known = {each.id for each in old.corrections}
    histories = {each.id: _earlier(each) for each in old.verdicts}
    is_corrected = any(each.id not in known for each in new.corrections) or any(
        _earlier(each) - histories.get(each.id, set()) for each in new.verdicts
    )
    return "corrected" if is_corrected else "changed"


def _earlier(verdict: Any) -> set[tuple[str, str]]:
    return {(each.rating, each.correction) for each in verdict.history}


def _was_told(difference: Difference) -> bool:
    return (re.sub(r"\[[^\]]*\]", "[]", difference.path), difference.how) in _TOLD
