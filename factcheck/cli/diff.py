"""`factcheck diff`: what became of fact-checks between two archives."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from factcheck.errors import ReadingError

from . import given_sources as source
from .comparing import comparison, kinds
from .output import Report, number, printable, say, tally

if TYPE_CHECKING:
    from factcheck.bulk import Change, Difference
    from factcheck.findings import Finding

_MARKS = {
    "added": "+ {}",
    "changed": "~ {}",
    "corrected": "! {} corrected",
    "withdrawn": "- {}",
    "doubled": "? {}: several versions of it stand in one archive",
    "unread": "? {}: it cannot be read",
    "missing": "? {}: it is withdrawn, or among what cannot be read",
}
_LONGEST, _BEFORE = 60, 20  # characters


@click.command(short_help="Show what was added, changed, corrected, withdrawn.")
@click.argument("old", type=click.Path(allow_dash=True))
@click.argument("new", type=click.Path(allow_dash=True))
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Lines for people, or JSON Lines: a change each, with all old and new values.")  # fmt: skip
@click.option("--summary", is_flag=True, help="Say only how many there are of each kind, and show errors only.")
@click.option("--exit-code", is_flag=True, help="Tell by the exit code whether anything changed, as diff does.")
@source.quiet
def command(  # noqa: PLR0913  # one parameter for each option
    *, old: str, new: str, style: str, summary: bool, exit_code: bool, quiet: bool
) -> int:
    """Show which fact-checks were added, changed, corrected or withdrawn between two archives.

    OLD and NEW are files of JSON Lines (.jsonl, also .gz and .zst), folders, single fact-checks, or one of them `-` for lines on
    standard input. Fact-checks are matched by their ids, and parts of them, too, so that neither order nor packing counts.

    \b
    + ID                            added
    ~ ID: PATH: OLD VALUE → NEW     changed, a line for each place
    ! ID corrected: PATH: …         the same, with a correction or an earlier verdict that is new
    - ID                            withdrawn
    ? ID: why                       nobody can tell: doubled, unread or missing

    A verdict or a claim that is changed without a correction is a warning. Findings go to standard error.

    Exit code 0: no errors; 1: findings of severity error, such as a record that cannot be read; 2: an archive could not be read.
    With --exit-code, 0: nothing changed; 1: something did; 2: there are errors.
    """  # noqa: D301  # click looks for the backspace itself
    source.once([old, new])
    report = Report(style, least="error" if summary else "info", quiet=quiet, err=True)
    shown = _Shown(report, as_json=style == "json", each=not summary)
    try:
        same = shown.all_of(old, new)
    except ReadingError as error:
        report.fail(error.findings)
        return report.code
    if summary:
        shown.summary(same)
    report.note(f"{kinds(shown.counts)}, {number(same, 'fact-check')} the same: {tally(shown.found)}", err=True)
    if exit_code:
        return 2 if report.code else int(bool(shown.counts))
    return report.code


class _Shown:
    """What is shown of the changes, and counted."""

    def __init__(self, report: Report, *, as_json: bool, each: bool) -> None:
        self._report, self._as_json, self._each = report, as_json, each
        self.counts, self.found = Counter[str](), Counter[str]()

    def all_of(self, old: str, new: str) -> int:
        """Show each change: how many fact-checks are what they were. Raises ReadingError and OSError."""
        from factcheck.bulk import archive_of  # noqa: PLC0415  # imports the model, which `--help` does without

        with archive_of(old) as older, archive_of(new) as newer:
            compared = comparison(older, newer, self._report, self._tell, self.found)
            for change in compared.changes():
                self._show(change)
            return compared.same

    def summary(self, same: int) -> None:
        """Say how many there are of each kind, those that are the same among them."""
        from factcheck.bulk import KINDS  # noqa: PLC0415  # as above

        counts: dict[str, int] = {**{kind: self.counts[kind] for kind in KINDS}, "same": same}
        if self._as_json:
            say(json.dumps(counts))
        else:
            say("\n".join(f"{count:>9,} {kind}" for kind, count in counts.items()))

    def _tell(self, finding: "Finding") -> None:
        self.found[finding.severity] += 1
        self._report.show([finding])

    def _show(self, change: "Change") -> None:
        self.counts[change.kind] += 1
        if self._each:
            self._report.clear()
            for line in [json.dumps(change.as_dict())] if self._as_json else _lines(change):
                say(printable(line))


def _lines(change: "Change") -> Iterator[str]:
    mark = _MARKS[change.kind].format(change.id)
    if not change.differences:
        yield f"{mark}: what it was cannot be read" if change.kind == "changed" else mark
    for each in change.differences:
        yield f"{mark}: {each.path}: {_told(each, change)}"


def _told(difference: "Difference", change: "Change") -> str:
    if difference.how in ("added", "removed"):
        return difference.how
    old, new = _abridged(*(_value(each) for each in _labels(difference, change) or (difference.old, difference.new)))
    return f"reordered: {old} → {new}" if difference.how == "reordered" else f"{old} → {new}"


def _labels(difference: "Difference", change: "Change") -> list[str] | None:
    """The ratings before and after in the words that readers see, where these tell them apart."""
    if not difference.path.endswith("].rating") or not change.before or not change.after:
        return None
    labels = list[str]()
    for fact_check, value in ((change.before, difference.old), (change.after, difference.new)):
        ratings = fact_check.rating_scale.ratings if fact_check.rating_scale else ()
        labels += (each.names.best(fact_check.language) for each in ratings if each.id == value)
    return labels if len(set(labels)) == 2 else None


def _value(value: Any) -> str:
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)


def _abridged(old: str, new: str) -> list[str]:
    """Both, with what is long shown from shortly before the first sign that differs."""
    if max(len(old), len(new)) <= _LONGEST:
        return [old, new]
    same = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), 0)
    start = max(0, same - _BEFORE)
    return [
        "…" * bool(start) + text[start : start + _LONGEST] + "…" * (len(text) > start + _LONGEST) for text in (old, new)
    ]
