"""`factcheck anchor`: quotations get their places in the texts of their sources."""

from typing import TYPE_CHECKING

import click

from factcheck import files
from factcheck.errors import ReadingError
from factcheck.files import STDIN
from factcheck.rules import WORK

from . import given_sources as source
from . import inputs, repairing
from .given_texts import show_left, text_files
from .linting import in_order
from .output import SEVERITIES, Report, number

if TYPE_CHECKING:
    from factcheck.reading import SourceText, TextFiles


@click.command(short_help="Give quotations their places in the texts of their sources.")
@source.argument
@source.texts
@source.text
@click.option("--accept-drift", is_flag=True,
              help="Where other words stand in a text, take those for the quotation.")  # fmt: skip
@click.option("--diff", is_flag=True, help="Show what would be changed, and change nothing.")
@click.option("--least", type=click.Choice(SEVERITIES), default="info", show_default=True,
              help="Show findings of this severity and above; all are counted.")  # fmt: skip
@source.style
@source.quiet
def command(  # noqa: PLR0913  # one parameter for each option
    *,
    sources: tuple[str, ...],
    texts: str | None,
    single_texts: tuple[str, ...],
    accept_drift: bool,
    diff: bool,
    least: str,
    style: str,
    quiet: bool,
) -> int:
    """Give quotations their places in the texts of their sources: `factcheck anchor story.yaml --texts texts`.

    SRC is a YAML or JSON file of ours, `-` for standard input with --diff. The text of a source is the file given for
    it with --text, else `<id>.txt` of the folder, else the text in the saved page `<id>.html`, else the file that has the source's
    checksum. The text of a page is saved beside it as `<id>.txt`, which counts from then on.

    Each quotation gets `start`, `end`, `prefix` and `suffix`, each source its `checksum`; what is wrong there is put
    right. Words that differ from the text are told, word by word, and stay, unless you accept them. Words that stand at several
    places, or at none, are errors. All else in the file keeps its bytes. The changes go to standard output,
    findings to standard error.

    Exit code 0: no errors; 1: findings of severity error; 2: a file is no fact-check, or could not be written.
    """
    source.once(sources)
    inputs.unfetched(sources)
    if STDIN in sources and not diff:
        raise click.UsageError("standard input cannot be written to; --diff shows what would be")
    given = text_files(texts, single_texts)
    if given is None:
        raise click.UsageError("where are the texts? `--texts DIR` or `--text ID=FILE` is missing")
    report = Report(style, least=least, quiet=quiet, err=True)
    work = _Work(given, report, accept_drift=accept_drift, only_shown=diff)
    for name in sources:
        try:
            work.file(name)
        except ReadingError as error:
            report.fail(error.findings)
    show_left(given, report)
    report.summary(f"{number(len(sources), 'file')}, {work.done}")
    return report.code


class _Work:
    """The work on one file after the other, and how much of it was done."""

    def __init__(self, texts: "TextFiles", report: Report, *, accept_drift: bool, only_shown: bool) -> None:
        self._texts, self._report = texts, report
        self._accept_drift, self._only_shown = accept_drift, only_shown
        self._quotations = self._checksums = 0

    @property
    def done(self) -> str:
        """How much was anchored: `2 quotations and 1 checksum written`."""
        counts = ((self._quotations, "quotation"), (self._checksums, "checksum"))
        told = " and ".join(number(count, noun) for count, noun in counts if count) or "nothing"
        return f"{told} {'to write' if self._only_shown else 'written'}"

    def file(self, name: str) -> None:
        """Anchor the quotations of a file. Raises ReadingError where it is no fact-check."""
        from factcheck import reading  # noqa: PLC0415  # imports the model, which `--help` does without
        from factcheck.fixing.anchored import anchored  # noqa: PLC0415  # as above

        with inputs.opened(name) as opened:
            data = reading.bytes_of_stream(opened.stream, opened.name)
        read = reading.read(data, opened.name)
        found = self._texts.of(read.fact_check)
        saved = (
            {} if self._only_shown else {str(each.page): self._is_saved(each) for each in found.values() if each.page}
        )
        # What is not saved may be read otherwise another time, so no place counts in it.
        texts = {source: text for source, text in found.texts.items() if saved.get(str(found[source].page), True)}
        made = anchored(read, data, texts, accept_drift=self._accept_drift)
        told = [each if each.file else read.locate(each) for each in found.findings if not saved.get(each.file or "")]
        self._report.show([*told, *in_order(made.findings)])
        if made.fixed.before != made.fixed.after:
            repairing.show(made.fixed)
            if not self._only_shown and not repairing.written(made.fixed, self._report):
                return
        self._quotations += made.quotations
        self._checksums += made.checksums

    def _is_saved(self, text: "SourceText") -> bool:
        """Save the text of a page beside it."""
        try:
            files.write(text.file, text.text.encode())
        except OSError as error:
            self._report.fail([WORK["cannot-write"].finding(error.strerror or str(error)).at(str(text.file))])
            return False
        self._report.note(f"{text.page}: its text is saved as {text.file.name}", err=True)
        return True
