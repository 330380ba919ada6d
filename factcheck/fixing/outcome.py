"""A file of ours, before and after."""

import re
from dataclasses import dataclass
from difflib import unified_diff

from factcheck.findings import Finding

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file of ours before and after its repairs, and the findings that they mended."""

    name: str
    before: str
    after: str
    data: bytes
    mended: tuple[Finding, ...]

    @property
    def diff(self) -> str:
        """What was changed, as `diff -u` shows it; empty where nothing was."""
        before, after = (_LINE.findall(text) for text in (self.before, self.after))
        name = self.name.lstrip("/")
        lines = unified_diff(before, after, f"a/{name}", f"b/{name}")
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
