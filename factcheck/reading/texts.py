"""The texts of a fact-check's sources, out of a folder."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from factcheck.model import FactCheck, Source

from .inputs import bytes_of_file

_SUFFIX = ".txt"


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a source, to the character, and the file that it was read from."""

    text: str
    file: Path


def source_texts(fact_check: FactCheck, folder: str | os.PathLike[str]) -> Mapping[str, SourceText]:
    """The texts of the sources, by the sources' ids: a file `<id>.txt`, else one that has the source's checksum.

    No line end or byte order mark is changed: offsets count in what the file holds.
    Raises ReadingError where a file cannot be read.
    """
    files = {path: bytes_of_file(path) for path in sorted(Path(folder).glob(f"*{_SUFFIX}"))}
    by_name = {path.stem: path for path in files}
    by_checksum = {f"sha256:{sha256(body).hexdigest()}": path for path, body in files.items()}

    def file_of(source: Source) -> Path | None:
        return by_name.get(source.id) or by_checksum.get(source.checksum or "")

    return {
        source.id: SourceText(files[path].decode("utf-8"), path)
        for source in fact_check.sources
        if (path := file_of(source))
    }
