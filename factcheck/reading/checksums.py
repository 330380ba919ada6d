"""Files by the checksums of what is in them."""

from collections.abc import Iterable
from hashlib import file_digest
from pathlib import Path

from .inputs import SIZE_LIMIT


class Checksums:
    """Finds files by their SHA-256; each file is read once at most, and none before one is asked for."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._left = iter(list(files))
        self._known: dict[str, Path] = {}

    def file(self, checksum: str) -> Path | None:
        """The first file with a checksum, written as `sha256:…`; those that are too large or cannot be read are passed over."""
        while checksum not in self._known:
            path = next(self._left, None)
            if path is None:
                return None
            found = _checksum(path)
            if found:
                self._known.setdefault(found, path)
        return self._known[checksum]


def _checksum(path: Path) -> str | None:
    try:
        if path.stat().st_size > SIZE_LIMIT:
            return None
        with path.open("rb") as stream:
            return f"sha256:{file_digest(stream, 'sha256').hexdigest()}"
    except OSError:
        return None
