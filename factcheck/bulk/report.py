"""The findings of an export as JSON Lines, in step with what is written."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from factcheck.findings import Finding

from .output import holds, lock


class Report:
    """Takes findings; under its final name when all of them are there. Without a path it does nothing."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._partial = path.with_name(f"{path.name}.partial") if path else None
        self._file: BinaryIO | None = None
        self._size = 0

    def holds(self, size: int) -> bool:
        """Whether so many bytes are there."""
        return self._partial is None or holds(self._partial, size)

    def open(self, size: int | None) -> None:
        """Begin anew, or go on after so many bytes. Raises OSError."""
        if self._partial:
            self._partial.parent.mkdir(parents=True, exist_ok=True)
            file = self._partial.open("ab")
            try:
                lock(file)
                file.truncate(size or 0)
            except OSError:
                file.close()
                raise
            self._file, self._size = file, size or 0

    def add(self, findings: Iterable[Finding]) -> int:
        """Append the findings: how many bytes there are now. Raises OSError."""
        if self._file:
            for finding in findings:
                self._size += self._file.write(json.dumps(finding.as_dict()).encode() + b"\n")
        return self._size

    def settle(self) -> None:
        """See to it that all of it is on the disk. Raises OSError."""
        if self._file:
            self._file.flush()
            os.fsync(self._file.fileno())

    def finish(self) -> None:
        """Give it its name. Raises OSError."""
        self.settle()
        if self._partial and self._path:
            if os.name == "nt":  # where what is open cannot be renamed
                self.close()
            self._partial.replace(self._path)
        self.close()

    def close(self) -> None:
        """Leave it as it is."""
        file, self._file = self._file, None
        if file:
            with suppress(OSError):
                file.close()
