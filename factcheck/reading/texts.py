"""The texts of a fact-check's sources, out of a folder."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import ReadingError
from factcheck.findings import Finding
from factcheck.model import FactCheck, Source
from factcheck.model.near import nearest
from factcheck.rules import TEXTS

from .checksums import Checksums
from .rules import listed
from .text_files import SourceText, beside, is_page, is_plain, read_text_file, text_files

__all__ = ["SourceText", "SourceTexts", "TextFiles", "source_texts"]


@dataclass(frozen=True, slots=True)
class SourceTexts(Mapping[str, SourceText]):
    """The texts of a fact-check's sources by the sources' ids, and what is wrong with their files.

    A finding has the file that it is about, or the path of the source that has none.
    """

    found: Mapping[str, SourceText]
    findings: tuple[Finding, ...] = ()

    def __getitem__(self, source: str) -> SourceText:
        return self.found[source]

    def __iter__(self) -> Iterator[str]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    @property
    def texts(self) -> dict[str, str]:
        """The texts alone, as `factcheck.anchor` and the formats take them."""
        return {source: each.text for source, each in self.found.items()}


def source_texts(
    fact_check: FactCheck,
    folder: str | os.PathLike[str] | None = None,
    files: Mapping[str, str | os.PathLike[str]] | None = None,
) -> SourceTexts:
    """The texts of the sources of one fact-check, and what is wrong with their files.

    The text of a source is the file given for it, else `<id>.txt` of the folder, else the text in the saved page
    `<id>.html` or `<id>.htm`, else the `.txt` that has the source's checksum. Texts are UTF-8, and no line end or byte
    order mark is changed: offsets count in what the file holds. Raises ReadingError where the folder cannot be read.
    """
    texts = TextFiles(folder, files)
    of_these = texts.of(fact_check)
    return SourceTexts(of_these.found, (*of_these.findings, *texts.left()))


class TextFiles:
    """The files that may be texts of sources, for one fact-check or many; see `source_texts`.

    The folder is listed once, without the folders in it. What has no source's name is read only where a source that
    has a checksum is without a text, and then once.
    """

    def __init__(
        self,
        folder: str | os.PathLike[str] | None = None,
        files: Mapping[str, str | os.PathLike[str]] | None = None,
    ) -> None:
        """Take a folder, and single files by the ids of sources. Raises ReadingError where the folder cannot be read."""
        self._folder = None if folder is None else Path(folder)
        self._files = {source: Path(path) for source, path in (files or {}).items()}
        self._by_name: dict[str, list[Path]] = {}
        for path in [] if self._folder is None else text_files(self._folder):
            self._by_name.setdefault(path.stem, []).append(path)
        self._checksums = Checksums(path for same in self._by_name.values() for path in same if is_plain(path))
        self._used, self._sources = set[Path](), set[str]()
        self._last: tuple[FactCheck, SourceTexts] | None = None

    def of(self, fact_check: FactCheck) -> SourceTexts:
        """The texts of the sources of a fact-check; of the one that was asked for last, they are not read again."""
        if self._last is None or self._last[0] is not fact_check:
            self._last = fact_check, self._read(fact_check)
        return self._last[1]

    def _read(self, fact_check: FactCheck) -> SourceTexts:
        from factcheck.anchoring import quotations  # noqa: PLC0415  # what locates words is slow to import

        found, findings = dict[str, SourceText](), list[Finding]()
        quoted = {each.source for each in quotations(fact_check)}
        for index, source in enumerate(fact_check.sources):
            self._sources.add(source.id)
            files = self._files_of(source)
            self._used.update(files)
            if len(files) > 1:
                names = listed([path.name for path in files], "and")
                message = f"{names} are called after one source, so none of them is read"
                findings.append(TEXTS["text-two-files"].finding(message).at(str(files[0])))
            elif files:
                try:
                    found[source.id] = read_text_file(files[0])
                except ReadingError as error:
                    findings += error.findings
                else:
                    findings += found[source.id].findings()
            elif source.id in quoted:
                message = f"there is no text of `{source.id}`, which is quoted"
                findings.append(TEXTS["text-missing"].finding(message, f"sources[{index}]"))
        return SourceTexts(found, tuple(findings))

    def left(self) -> list[Finding]:
        """What belongs to no source of all the fact-checks that were asked for; nothing where none was."""
        findings = list[Finding]()
        if not self._last:
            return findings
        for source, file in self._files.items():
            if source not in self._sources:
                near = nearest(source, self._sources)
                hint = f"; did you mean `{near}`?" if near else ""
                message = f"there is no source `{source}`{hint}"
                findings.append(TEXTS["text-unknown-source"].finding(message).at(str(file)))
        others = [path for same in self._by_name.values() for path in same if path not in self._used]
        if others:
            names = listed([path.name for path in others], "and")
            message = f"of these texts, {len(others)} belong to no source: {names}"
            findings.append(TEXTS["text-no-source"].finding(message).at(str(self._folder)))
        return findings

    def _files_of(self, source: Source) -> list[Path]:
        same = self._by_name.get(source.id, [])
        self._used.update(same)  # a page, too, whose text is saved beside it
        if source.id in self._files:
            return [beside(self._files[source.id])]
        files = list(filter(is_plain, same)) or list(filter(is_page, same))
        by_checksum = self._checksums.file(source.checksum) if source.checksum and not files else None
        return [by_checksum] if by_checksum else files
