"""Files that are texts of sources, or saved pages with such a text."""

import os
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import ReadingError
from factcheck.findings import Finding
from factcheck.rules import TEXTS

from .inputs import bytes_of_file, undecodable
from .lines import Lines
from .pages import PageProblem, text_of_page

_TEXT, _PAGES = ".txt", (".html", ".htm")
_NOTHING = "\ufeff \t\r\n"


class SourceText(NamedTuple):
    """The text of a source, to the character, and the file that it was read from.

    With `page`, it was taken out of that saved page, and `file` is where it belongs: beside the page, not there yet.
    """

    text: str
    file: Path
    page: Path | None = None

    def findings(self) -> Iterator[Finding]:
        """What is to be said of a text that can be read."""
        if not self.text.strip(_NOTHING):
            yield _at(self.file, "text-empty", "there is nothing in this text")
        if self.page:
            yield _at(self.page, "text-unsaved", f"the text of this page is not saved as {self.file.name}")


def text_files(folder: Path) -> Iterable[Path]:
    """The texts and pages of a folder by their names; no folders, and nothing hidden. Raises ReadingError."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(
                entry.name
                for entry in entries
                if entry.name.lower().endswith((_TEXT, *_PAGES)) and entry.name[0] != "." and entry.is_file()
            )
    except OSError as error:
        raise ReadingError([_at(folder, "text-unreadable", error.strerror or str(error))]) from None
    return [folder / name for name in names]


def is_plain(file: Path) -> bool:
    """Whether a file is a text by its name."""
    return file.suffix.lower() == _TEXT


def is_page(file: Path) -> bool:
    """Whether a file is a page by its name."""
    return file.suffix.lower() in _PAGES


def beside(file: Path) -> Path:
    """The text that is saved beside a page, if any; else the file."""
    saved = file.with_suffix(_TEXT)
    return saved if is_page(file) and saved.is_file() else file


def read_text_file(file: Path) -> SourceText:
    """The text in a file or in a page. Raises ReadingError."""
    try:
        body = bytes_of_file(file)
    except ReadingError as error:
        raise ReadingError([_at(file, "text-unreadable", error.findings[0].message)]) from None
    return _in_page(body, file) if is_page(file) else SourceText(_decoded(body, file), file)


def _decoded(body: bytes, file: Path) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if body.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            finding = _at(file, "text-encoding", "this is UTF-16: save the file as UTF-8")
            raise ReadingError([finding.at(str(file), 1, 1)]) from None
        before = body[: error.start].decode("utf-8")
        line, column = Lines(before).place(len(before))
        finding = _at(file, "text-encoding", undecodable(body, error.start, b"", "utf-8"))
        raise ReadingError([finding.at(str(file), line, column)]) from None


def _in_page(body: bytes, page: Path) -> SourceText:
    try:
        return SourceText(text_of_page(body), page.with_suffix(_TEXT), page)
    except PageProblem as problem:
        raise ReadingError([_at(page, problem.rule, str(problem))]) from None


def _at(file: Path, rule: str, message: str) -> Finding:
    return TEXTS[rule].finding(message).at(str(file))
