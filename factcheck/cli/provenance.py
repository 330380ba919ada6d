"""`factcheck sources`: what the sources of a fact-check are worth, once copies and relays are followed."""

import json
import shutil
from typing import TYPE_CHECKING

import click

from . import given_sources as source
from .given_texts import text_files
from .output import Report, plugins_aside, printable, say

if TYPE_CHECKING:
    from factcheck.model import FactCheck
    from factcheck.reading import TextFiles
    from factcheck.text import Copies

    from .provenance_views import View


@click.command(short_help="Show which sources are independent, and through whom claims came.")
@click.argument("file", metavar="FILE", type=click.Path(allow_dash=True))
@source.texts
@source.text
@click.option("--differences", metavar="ONE OTHER", nargs=2, type=str,
              help="Show two texts side by side, and what differs: ids of sources.")  # fmt: skip
@click.option("--side-by-side", is_flag=True, help="Show the texts of all copies that were found side by side.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="For people, or as one line of JSON.")  # fmt: skip
@source.quiet
@plugins_aside()
def command(  # noqa: PLR0913  # one parameter for each option
    *,
    file: str,
    texts: str | None,
    single_texts: tuple[str, ...],
    differences: tuple[str, str] | None,
    side_by_side: bool,
    style: str,
    quiet: bool,
) -> int:
    """Show what the sources of a fact-check are worth: copies, independent reports, chains, contradictions.

    FILE is a fact-check in YAML or JSON, or `-`. Sources that are copies of one text stand together, with the one that is likely
    the original and why. Each claim has its independent reports, and through whom it got to each page; each
    verdict, the independent sources that it rests on. Claims that deny, contradict or narrow each other are listed with their dates.

    With --texts, copies are also found in the texts themselves, whole or a passage, and those that FILE does not
    declare are warnings. --differences and --side-by-side show what one outlet changed, cut or added:
    `[-words-]` that only the one has, `{+words+}` that only the other has.

    Exit code 0: FILE could be read; 2: it could not, or a text could not.
    """
    from factcheck import provenance, text  # noqa: PLC0415  # imports the model, which `--help` does without

    from .copied import undeclared  # noqa: PLC0415  # as above
    from .provenance_views import View  # noqa: PLC0415  # as above

    files = text_files(texts, single_texts)
    if (differences or side_by_side) and not files:
        raise click.UsageError("there is nothing to compare: `--texts DIR` is missing")
    source.once([file])
    report = Report("text", quiet=quiet, err=True)
    for _, reading in source.readings([file], report):
        fact_check = reading.fact_check
        given = _texts(fact_check, files, report)
        copies = text.copies(given)
        found = provenance.found_copies(fact_check, given, copies)
        if differences or side_by_side:
            _compare(given, copies, differences)
        else:
            _show(View(fact_check, copies, found), style)
        report.show(map(reading.locate, undeclared(fact_check, found)))
    return report.code


def _texts(fact_check: "FactCheck", files: "TextFiles | None", report: Report) -> dict[str, str]:
    if files is None:
        return {}
    read = files.of(fact_check)
    report.show(each for each in read.findings if each.severity == "error")
    return read.texts


def _show(view: "View", style: str) -> None:
    for line in [json.dumps(view.values())] if style == "json" else view.lines():
        say(line)


def _compare(texts: dict[str, str], copies: "Copies", named: tuple[str, str] | None) -> None:
    from . import side_by_side  # noqa: PLC0415  # as above

    for name in named or ():
        if name not in texts:
            raise click.UsageError(f"there is no text of a source `{printable(name)}`; there are {_listed(texts)}")
    order = list(texts)  # that of the file
    pairs = [named] if named else [tuple(sorted(copy[:2], key=order.index)) for copy in copies.pairs]
    if not pairs:
        say("No copies were found in these texts.")
    for number, (one, other) in enumerate(pairs):
        if number:
            say("")
        for line in side_by_side.lines(texts[one], texts[other], (one, other), shutil.get_terminal_size().columns):
            say(line)


def _listed(names: dict[str, str]) -> str:
    return ", ".join(names) or "none: call them `<id>.txt`"
