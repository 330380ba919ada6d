"""From a file to what is shown of it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.cli.given_texts import Texts
from factcheck.cli.linting import Lint
from factcheck.cli.output import Report
from factcheck.errors import PluginError, ReadingError
from factcheck.findings import Finding
from factcheck.guard import FAILED

from .pages import View, of_failure, of_page

if TYPE_CHECKING:
    from factcheck.host import Host

FORMAT = "html"


class Notes(Report):
    """A report that keeps what it is told and shows nothing."""

    def __init__(self) -> None:
        super().__init__("text")
        self.findings: list[Finding] = []
        self.notes: list[str] = []

    def show(self, findings: Iterable[Finding]) -> None:
        """Keep the findings."""
        self.findings += findings

    def note(self, text: str, *, err: bool) -> None:  # noqa: ARG002  # the report's signature
        """Keep what is no finding."""
        self.notes.append(text)


def view_of(host: "Host", file: str, texts: Texts) -> View:
    """The page of a fact-check with what is wrong with it, or why there is none."""
    from factcheck import reading  # noqa: PLC0415  # imports the model, which `--help` does without

    report = Notes()
    try:
        read = reading.read_file(file)
        Lint(host, report).native(read)
        options = texts.into(read.fact_check, {FORMAT: host.options(FORMAT, {})}, report)
        document = host.export(read.fact_check, FORMAT, options[FORMAT])
        report.tell(finding.at(file) for finding in host.validate(document, FORMAT))
        return of_page(document.body.decode("utf-8", "replace"), file, report.findings, report.notes)
    except ReadingError as error:
        return of_failure(file, error.findings)
    except PluginError as error:
        return of_failure(file, [*report.findings, FAILED.finding(str(error)).at(file)])
