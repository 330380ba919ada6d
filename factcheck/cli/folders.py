"""The files in folders that a command line names."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from factcheck.errors import ReadingError
from factcheck.rules import WORK

from .output import Report

if TYPE_CHECKING:
    from factcheck.formats import Input
    from factcheck.host import Host


class File(NamedTuple):
    """A source by its name; `found` where somebody named the folder that it is in, and not the file."""

    name: str
    found: bool = False


def files(sources: Iterable[str], suffixes: Iterable[str], report: Report) -> list[File]:
    """The sources, and for each folder the files in and below it whose names end like this, in the order of their names.

    Hidden files and folders are passed over, and links to folders are not followed. A folder in which nothing is
    found, or that cannot be read, is reported.
    """
    from factcheck.reading import below, is_folder  # noqa: PLC0415  # imports the model, which `--help` does without

    endings, named = tuple(suffixes), list[File]()
    for source in sources:
        if not is_folder(source):
            named.append(File(source))
            continue
        try:
            found = [File(path, found=True) for path in below(source) if path.lower().endswith(endings)]
        except ReadingError as error:
            report.fail(error.findings)
            continue
        named += found
        if not found:
            message = f"there is no file in this folder that is called {', '.join(sorted(set(endings)))}"
            report.fail([WORK["nothing-found"].finding(message).at(source)])
    return named


def is_to_be_read(host: "Host", source: "Input") -> bool:
    """Whether a file is a fact-check of ours, or an importer can read it, or broke when it was asked."""
    from factcheck.importing import sniffed  # noqa: PLC0415  # as above

    from .native import is_ours  # noqa: PLC0415  # as above

    if is_ours(source):
        return True
    able, _, broken = sniffed(host, source)
    return bool(able or broken)
