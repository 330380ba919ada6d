"""From a file to what is shown of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.cli.given_texts import Texts, text_files
from factcheck.cli.linting import Lint
from factcheck.cli.output import Report
from factcheck.errors import PluginError, ReadingError
from factcheck.findings import Finding
from factcheck.guard import FAILED

from .pages import View, of_failure, of_page

if TYPE_CHECKING:
    from factcheck.host import Host

FORMAT = "html"


@dataclass(frozen=True)
class Given:
    """What the command line gives: the fact-check's file, where texts of its sources are, and whether all are shown."""

    file: str
    folder: str | None = None
    single: tuple[str, ...] = ()
    any_licence: bool = False

    def single_files(self) -> list[str]:
        """The files that are given for single sources."""
        return [each.partition("=")[2] for each in self.single]

    def texts(self) -> Texts:
        """The texts as they are now. Raises UsageError and ReadingError."""
        return Texts(text_files(self.folder, self.single), any_licence=self.any_licence)


class Notes(Report):
    """A report that keeps what it is told and shows nothing."""

    def __init__(self) -> None:
        super().__init__("text")
        self.findings: list[Finding] = []
        self.notes: list[str] = []

    def show(self, findings: Iterable[Finding]) -> None:
        """Keep the findings, each once: the texts are read for the rules and for the page."""
        self.findings += (each for each in dict.fromkeys(findings) if each not in self.findings)

    def note(self, text: str, *, err: bool) -> None:  # noqa: ARG002  # the report's signature
        """Keep what is no finding."""
        self.notes.append(text)


def view_of(host: "Host", given: Given) -> View:
    """The page of a fact-check with what is wrong with it, or why there is none."""
    from factcheck import reading  # noqa: PLC0415  # imports the model, which `--help` does without

    report, file = Notes(), given.file
    try:
        read, texts = reading.read_file(file), given.texts()
        Lint(host, report, texts=texts.files).native(read)
        options = texts.into(read.fact_check, {FORMAT: host.options(FORMAT, {})}, report)
        report.show(texts.files.left() if texts.files else ())
        document = host.export(read.fact_check, FORMAT, options[FORMAT])
        report.tell(finding.at(file) for finding in host.validate(document, FORMAT))
        return of_page(document.body.decode("utf-8", "replace"), file, report.findings, report.notes)
    except ReadingError as error:
        return of_failure(file, error.findings)
    except PluginError as error:
        return of_failure(file, [*report.findings, FAILED.finding(str(error)).at(file)])
