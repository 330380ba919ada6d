"""Two archives compared, for the commands that do: how far it is, and what is exported of it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from factcheck.errors import ReadingError
from factcheck.rules import WORK

from .given_sources import once
from .output import Report, number, tally
from .progress import Progress

if TYPE_CHECKING:
    from factcheck.bulk import Archive, Comparison, Entry
    from factcheck.findings import Finding

_NAMED = 5


def comparison(
    older: "Archive", newer: "Archive", report: Report, tell: "Callable[[Finding], object]", found: Mapping[str, int]
) -> "Comparison":
    """The comparison of two archives, which says how far it is; `found` counts what was found so far."""
    from factcheck.bulk import Comparison  # noqa: PLC0415  # imports the model, which `--help` does without

    sizes = [each.size for each in (older, newer)]
    progress = Progress(report, None if None in sizes else sum(size or 0 for size in sizes))
    return Comparison(older, newer, tell, lambda records, size: progress.at(records, size, tally(found)))


def kinds(counts: Mapping[str, int]) -> str:
    """How many changes there are of each kind."""
    from factcheck.bulk import KINDS  # noqa: PLC0415  # as above

    return ", ".join(f"{counts[kind]:,} {kind}" for kind in KINDS if counts.get(kind)) or "no changes"


class Since(NamedTuple):
    """What of an archive is to be exported, None for all of it, and the files of the older one that it was compared with."""

    only: frozenset[str] | None = None
    entries: "Sequence[Entry]" = ()

    @classmethod
    def of(cls, old: str | None, newer: "Archive", report: Report) -> "Since | None":
        """What was added or changed since an older archive, if there is one; what cannot go out is said. None where that cannot be read."""
        if old is None:
            return cls()
        once([old])
        if any(entry.kind == "stream" for entry in newer.entries):
            raise click.UsageError(
                "with --since, an archive is read twice, so it cannot come through standard input: save it as a file"
            )
        try:
            return _since(old, newer, report)
        except ReadingError as error:
            report.fail(error.findings)
            return None


def _since(old: str, newer: "Archive", report: Report) -> Since:
    from factcheck.bulk import WRITTEN, archive_of  # noqa: PLC0415  # as above

    ids, gone, counts = set[str](), list[str](), Counter[str]()
    with archive_of(old) as older:
        compared = comparison(older, newer, report, lambda _: None, {})
        for change in compared.changes():
            counts[change.kind] += 1
            if change.kind in WRITTEN:
                ids.add(change.id)
            elif change.kind != "unread" and len(gone) < _NAMED:
                gone.append(change.id)
    report.note(f"since {old}: {kinds(counts)}; {number(len(ids), 'fact-check')} to go out", err=True)
    report.show(_left_out(old, counts, gone, compared.unread[0]))
    return Since(frozenset(ids), older.entries)


def _left_out(old: str, counts: Mapping[str, int], gone: list[str], unread: int) -> "list[Finding]":
    """What a bundle of what is new cannot say."""
    found = list["Finding"]()
    absent = counts["withdrawn"] + counts["missing"]
    if absent:
        why = ", or among what cannot be read" if counts["missing"] else ""
        more = f" and {absent - len(gone):,} more" if absent > len(gone) else ""
        message = f"{number(absent, 'fact-check')} withdrawn since{why}, which the bundle does not say: {', '.join(gone)}{more}"
        found.append(WORK["change-withdrawn"].finding(message).at(old))
    if unread:
        message = f"{number(unread, 'record')} of it cannot be read, and what they were is not known: they go out as if they were new"
        found.append(WORK["since-unread"].finding(message).at(old))
    return found
