"""The texts of sources that a command line gives to formats."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from .output import Report, printable

if TYPE_CHECKING:
    from factcheck.formats import Options
    from factcheck.host import Host
    from factcheck.model import FactCheck
    from factcheck.reading import TextFiles


def text_files(folder: str | None, single: Iterable[str]) -> "TextFiles | None":
    """The files that `--texts DIR` and `--text ID=FILE` name; None where neither is given.

    Raises UsageError for another form and for an id given twice, ReadingError where the folder cannot be read.
    """
    from factcheck.reading import TextFiles  # noqa: PLC0415  # imports the model, which `--help` does without

    files = dict[str, str]()
    for given in single:
        source, equals, file = given.partition("=")
        if not (source and equals and file):
            raise click.UsageError(f"write a text as ID=FILE, not `{printable(given)}`")
        if source in files:
            raise click.UsageError(f"the text of `{printable(source)}` is given twice")
        files[source] = file
    return TextFiles(folder, files) if folder is not None or files else None


def show_left(files: "TextFiles | None", report: Report) -> None:
    """Show what belongs to no source; nothing where a file could not be read, since it may be of a source there."""
    if files and report.code < 2:  # 2: something could not be done at all
        report.show(files.left())


@dataclass(frozen=True)
class Texts:
    """Where texts are read from, if anywhere, and whether they go out whatever their licence."""

    files: "TextFiles | None"
    any_licence: bool

    def refuse_for(self, host: "Host", formats: Iterable[str]) -> None:
        """Raise UsageError where there are texts and none of the formats shows them, or a licence is set aside without texts."""
        from factcheck.formats import TextOptions  # noqa: PLC0415  # imports the model, which `--help` does without

        if self.any_licence and not self.files:
            raise click.UsageError("`--any-licence` is for texts: `--texts DIR` is missing")
        showing = [name for name, each in host.exporters.items() if issubclass(each.options, TextOptions)]
        if self.files and not set(showing).intersection(formats):
            raise click.UsageError(
                f"`--texts` is for formats that show texts: {', '.join(showing) or 'there are none'}"
            )

    def into(self, fact_check: "FactCheck", chosen: Mapping[str, "Options"], report: Report) -> dict[str, "Options"]:
        """The options of each format, with the texts of this fact-check in those that take them."""
        from factcheck.formats import TextOptions  # noqa: PLC0415  # as above

        if not self.files:
            return dict(chosen)
        found = self.files.of(fact_check)
        report.show(found.findings)
        read = found.texts
        options = {
            to: each.model_copy(update={"texts": read, "any_licence": self.any_licence or each.any_licence})
            if isinstance(each, TextOptions)
            else each
            for to, each in chosen.items()
        }
        if not read:
            report.note(
                f"none of the texts is of a source of `{fact_check.id}`: call each by the id of its source", err=True
            )
        withheld = dict.fromkeys(
            source for each in options.values() if isinstance(each, TextOptions) for source in each.withheld(fact_check)
        )
        if withheld:
            report.note(
                f"no licence is known to let these texts be passed on, so they are left out: {', '.join(withheld)}; "
                "`--any-licence` writes them",
                err=True,
            )
        return options
