"""How fast whole archives are exported by the command line, as ratios in one run, and whether memory stays flat.

    python benchmarks/archives.py [--short]

A file of JSON Lines goes into each container. Medians of interleaved rounds: of the processor's time for one process, on the wall
for several; exits 1 where a bar is missed by more than its margin.
"""

import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from measuring import Bar, Row, Times, amount
from page import table
from processes import FailedError, Run, profiled, run
from scaling import OWN, lines_of


class Plan(NamedTuple):
    """How many fact-checks there are in how many rounds, and by how few memory is compared."""

    records: int
    rounds: int
    few: int


LONG, SHORT = Plan(100_000, 2, 1_000), Plan(5_000, 3, 1_000)
PROFILED = 2_000
ORJSON, CLAIMREVIEW, TEI = "orjson alone, read and written", "a plain loop, ClaimReview", "a plain loop, TEI"
LINES, FEED, CORPUS = "JSON Lines to JSON Lines", "JSON Lines to a DataFeed", "JSON Lines to a teiCorpus"
TWO, DASK = f"{LINES}, `--jobs 2`", f"{LINES}, Dask with 2 workers"
# What is exported with `factcheck export`: the format, the end of the bundle's name, and what else is said.
EXPORTS: Mapping[str, tuple[str, str, Sequence[str]]] = {
    LINES: ("claimreview", ".jsonl", ()),
    FEED: ("claimreview", ".json", ()),
    CORPUS: ("tei", ".xml", ()),
    TWO: ("claimreview", ".jsonl", ("--jobs", "2")),
    DASK: ("claimreview", ".jsonl", ("--engine", "dask", "--jobs", "2")),
}
# What the containers stand beside: each line read, and written, with nothing around.
LOOP = """
import sys, factcheck
host = factcheck.Host.discover()
with open(sys.argv[1], "rb") as lines, open(sys.argv[2], "wb") as out:
    for line in lines:
        out.write(host.export(factcheck.loads(line, name="line.json"), sys.argv[3]).body)
"""
BYTES = """
import sys, orjson
with open(sys.argv[1], "rb") as lines, open(sys.argv[2], "wb") as out:
    for line in lines:
        out.write(orjson.dumps(orjson.loads(line), option=orjson.OPT_APPEND_NEWLINE))
"""
LOOPS: Mapping[str, tuple[str, str]] = {ORJSON: (BYTES, ""), CLAIMREVIEW: (LOOP, "claimreview"), TEI: (LOOP, "tei")}
# Of one process, the processor's time; of several, the time on the wall.
ALONE: Mapping[tuple[str, str], Bar] = {
    (LINES, ORJSON): Bar(1.5, margin=6.8),
    (FEED, CLAIMREVIEW): Bar(1.5),
    (CORPUS, TEI): Bar(1.5),
}
# The latter is worth something on two idle cores alone: so the margin is wide.
TOGETHER: Mapping[tuple[str, str], Bar] = {
    (TWO, LINES): Bar(1.5, "at least", margin=3),
    (DASK, TWO): Bar(0.6, "at least", margin=3),
}
GROWTH, CONTAINERS = Bar(40), (LINES, FEED, CORPUS)


def command(way: str, source: Path, folder: str) -> list[str]:
    """The command of a way, which writes into a folder."""
    if way in LOOPS:
        code, to = LOOPS[way]
        return [sys.executable, "-c", code, str(source), str(Path(folder, "out")), to]
    to, suffix, more = EXPORTS[way]
    program = str(Path(sys.executable).with_name(OWN))
    return [program, "export", str(source), "--to", to, "--bundle", str(Path(folder, f"out{suffix}")), "--quiet", *more]


def once(way: str, source: Path) -> Run:
    """What a way takes for a file; what it writes is thrown away. Raises FailedError."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            return run(command(way, source, folder))
        except FailedError as error:
            raise FailedError(str(error).partition("\n")[0].replace(f"{folder}/", "")) from None


def working(source: Path) -> tuple[list[str], dict[str, str]]:
    """The ways that work, and of the others what they say."""
    good, reasons = list[str](), dict[str, str]()
    for way in (*LOOPS, *EXPORTS):
        try:
            once(way, source)
            good.append(way)
        except FailedError as error:
            reasons[way] = str(error)
    return good, reasons


def rows(plan: Plan) -> list[Row]:
    """All that is measured here."""
    with tempfile.TemporaryDirectory() as folder:
        good, reasons = working(lines_of(3, folder))
        few = lines_of(plan.few, folder)
        held = {way: once(way, few).megabytes for way in good if way in CONTAINERS}
        source = lines_of(plan.records, folder)
        runs = [{way: once(way, source) for way in good} for _ in range(plan.rounds)]
    return [
        *compared(ALONE, {way: [each[way].processor for each in runs] for way in good}, reasons, plan.records),
        *compared(TOGETHER, {way: [each[way].seconds for each in runs] for way in good}, reasons, plan.records),
        *(grown(way, held[way], max(each[way].megabytes for each in runs), plan) for way in held),
    ]


def compared(
    bars: Mapping[tuple[str, str], Bar], taken: Mapping[str, Sequence[float]], reasons: Mapping[str, str], records: int
) -> list[Row]:
    """A row for each pair, with the time for one fact-check."""
    times = Times({way: [each / records for each in seconds] for way, seconds in taken.items()})
    made = list[Row]()
    for (ours, other), bar in bars.items():
        missing = [way for way in (ours, other) if way in reasons]
        if missing:
            made.append(Row(ours, "", f"{missing[0]}: {reasons[missing[0]]}", bar=bar))
        else:
            made.append(times.row(ours, other, bar, partial(profile, ours)))
    return made


def profile(way: str) -> str:
    """Where the time of a way goes, of this process: what workers do is not in it."""
    with tempfile.TemporaryDirectory() as folder:
        return profiled(command(way, lines_of(PROFILED, folder), folder))


def grown(way: str, few: float, many: float, plan: Plan) -> Row:
    """By how much memory grows from few fact-checks to many."""
    shown = (f"{amount(many)} MB for {plan.records:,}", f"{amount(few)} MB for {plan.few:,}")
    return Row(f"{way}, memory", *shown, many - few, "MB more", GROWTH)


def main() -> int:
    made = rows(SHORT if "--short" in sys.argv else LONG)
    print(table(made))
    return 0 if all(row.guarded for row in made) else 1


if __name__ == "__main__":
    sys.exit(main())
