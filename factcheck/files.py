"""Files: what the written ones are called, and how they come to be there whole or not at all."""

import hashlib
import os
import re
import secrets
import stat
import unicodedata
from collections.abc import Iterable
from pathlib import Path

STDIN = "-"
_NO_NAME = {STDIN, "factcheck"}
_LONGEST = 60


def stem(source: str, fact_check_id: str) -> str:
    """What the outputs of a source are called, without suffix.

    It is the source's own name; for standard input and for files called `factcheck`, whose folder or
    desk tells them apart, it is the last part of the fact-check's id.
    """
    own = Path(source).stem
    return slug(fact_check_id) if own in _NO_NAME else own


def slug(iri: str) -> str:
    """The last part of an IRI as a file's name: letters, digits, `.`, `_` and `-`, in any script."""
    last = re.split(r"[/:]", iri.rstrip("/:"))[-1]
    return re.sub(r"[^\w.-]+", "-", last)[:_LONGEST].strip(".-") or "fact-check"


def stable(iri: str, address: str | None = None) -> str:
    """What the file of a fact-check is called, without suffix: the same each time, whatever else is there.

    It is called after its id, or its address where the id says nothing to people. Eight hexadecimal digits
    of the SHA-256 of its id tell apart what ends alike.
    """
    return (
        f"{slug(address if address and iri.startswith('urn:') else iri)}-{hashlib.sha256(iri.encode()).hexdigest()[:8]}"
    )


def is_stable(name: str, digits: str) -> bool:
    """Whether a file is called so, whatever its suffix, with these as its last digits."""
    return re.fullmatch("[0-9a-f]{2}", digits) is not None and re.search(rf"-[0-9a-f]{{6}}{digits}\.", name) is not None


def doubled(targets: Iterable[Path]) -> dict[Path, int]:
    """The files that would be written several times, with the number of times.

    Names that differ in case or in Unicode normalisation are the same on some file systems.
    """
    counts: dict[str, list[Path]] = {}
    for target in targets:
        counts.setdefault(unicodedata.normalize("NFC", str(target)).casefold(), []).append(target)
    return {same[0]: len(same) for same in counts.values() if len(same) > 1}


def real(path: str | Path) -> str:
    """The absolute path without symbolic links; those that lead in a circle stay."""
    return os.path.realpath(path)  # Path.resolve raises RuntimeError for a circle


def write(path: Path, body: bytes, *, mode: int | None = None, sync: bool = True) -> None:
    """Write a file whole or not at all, by way of a temporary file beside it, which may get a mode. Raises OSError.

    Without `sync` it is whole after whatever ends the program, but not after what ends the machine.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".factcheck-{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(body)
            file.flush()
            if sync:
                os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
