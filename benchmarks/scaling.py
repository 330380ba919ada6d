"""Measures time and memory from 100 to 1,000,000 fact-checks, ours and peers', and keeps them in benchmarks/scaling.csv.

    python benchmarks/scaling.py [--most N] [--only NAME ...]

Each figure is of a process from its start to its end, which reads a file of JSON Lines and writes one: the processor's time, which other
programs change little, and the most memory. Peers stop where the next size would
take them more than a minute. `--only` measures these anew and keeps what is there of the others. `make chart` draws it.
"""

import argparse
import csv
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import orjson
from processes import Run, run

import factcheck

KEPT = Path(__file__).with_name("scaling.csv")
SIZES = (100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
PATIENCE = 60.0
OWN, ORJSON = "factcheck", "orjson alone, read and written"
Lines = Iterable[bytes]


class Figure(NamedTuple):
    """What a way took for a number of fact-checks."""

    way: str
    records: int
    seconds: float
    megabytes: float


def ours(to: str) -> Callable[[Lines], Iterator[bytes]]:
    """Our exporter of this name, from Python, on lines that are read and validated."""

    def write(lines: Lines) -> Iterator[bytes]:
        checks = (factcheck.loads(line, name="line.json") for line in lines)
        return (document.body.replace(b"\n", b" ") for document in factcheck.export_many(checks, to=to))

    return write


def peer(name: str) -> Callable[[Lines], Iterator[bytes]]:
    """The peer of this name in `claimreview_peers`, on lines that are read and validated by pydantic."""

    def write(lines: Lines) -> Iterator[bytes]:
        import claimreview_peers  # noqa: PLC0415  # what the others do not need is no memory of theirs

        return map(getattr(claimreview_peers, name)(), map(factcheck.FactCheck.model_validate_json, lines))

    return write


def read_and_written(lines: Lines) -> Iterator[bytes]:
    """The lines, read and written by orjson alone."""
    return map(orjson.dumps, map(orjson.loads, lines))


# Lines of documents, from lines of fact-checks.
WAYS: Mapping[str, Callable[[Lines], Iterator[bytes]]] = {
    "factcheck.export_many, ClaimReview": ours("claimreview"),
    "factcheck.export_many, TEI": ours("tei"),
    ORJSON: read_and_written,
    "msgspec-schemaorg": peer("msgspec_schemaorg"),
    "rdflib": peer("rdflib"),
    "pydantic2-schemaorg": peer("pydantic2_schemaorg"),
}
# Ways that are commands.
COMMANDS: Mapping[str, Sequence[str]] = {
    "factcheck export, ClaimReview": (
        *("{factcheck}", "export", "{source}", "--to", "claimreview"),
        *("--bundle", "{target}.jsonl", "--quiet"),
    ),
}
EVERY = (*COMMANDS, *WAYS)


def measured(ways: Sequence[str], most: int) -> Iterator[Figure]:
    """The figures of these ways, size by size."""
    last: dict[str, Figure] = {}
    for size in (size for size in SIZES if size <= most):
        waiting = [way for way in ways if way.startswith(OWN) or expected(last.get(way), size) <= PATIENCE]
        with tempfile.TemporaryDirectory() as folder:
            source = lines_of(size, folder)
            for way in waiting:
                taken = once(way, source)
                last[way] = Figure(way, size, taken.processor, taken.megabytes)
                yield last[way]


def once(way: str, source: Path) -> Run:
    """What a way takes for the lines of a file; what it writes is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        return run(command(way, str(source), str(Path(folder, "out"))))


def lines_of(size: int, folder: str) -> Path:
    """A file of so many fact-checks in this folder."""
    path = Path(folder, "in.jsonl")
    with path.open("wb") as file:
        file.writelines(orjson.dumps(record) + b"\n" for record in archive(size))
    return path


def archive(size: int) -> Iterator[dict[str, Any]]:
    """The made-up archive."""
    from factcheck.testing.archive import records  # noqa: PLC0415  # as above

    return records(size)


def expected(before: Figure | None, size: int) -> float:
    """The seconds that a size will take, by those that a smaller one took; none where nothing is known."""
    return before.seconds * size / before.records if before else 0.0


def command(way: str, source: str, target: str) -> list[str]:
    """The command that does it."""
    own = ("{python}", __file__, "--one", way, "{source}", "{target}")
    program = str(Path(sys.executable).with_name(OWN))
    names = {"python": sys.executable, OWN: program, "source": source, "target": target}
    return [word.format_map(names) for word in COMMANDS.get(way, own)]


def one(way: str, source: str, target: str) -> None:
    """What is measured, in a process of its own."""
    with Path(source).open("rb") as lines, Path(target).open("wb") as out:
        for line in WAYS[way](lines):
            out.write(line)
            out.write(b"\n")


def kept() -> list[Figure]:
    """The figures that are there."""
    with KEPT.open(encoding="utf-8", newline="") as file:
        return [
            Figure(each["way"], int(each["records"]), float(each["seconds"]), float(each["megabytes"]))
            for each in csv.DictReader(file)
        ]


def keep(figures: Iterable[Figure]) -> None:
    """Write figures, in the order of the ways."""
    with KEPT.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(Figure._fields)
        for way, size, seconds, megabytes in sorted(figures, key=lambda each: (EVERY.index(each.way), each.records)):
            rows.writerow((way, size, f"{seconds:.3g}", f"{megabytes:.3g}"))


def main() -> None:
    arguments = argparse.ArgumentParser(description="Time and memory from 100 to 1,000,000 fact-checks.")
    arguments.add_argument("--most", type=int, default=SIZES[-1], help="the most fact-checks")
    arguments.add_argument("--only", nargs="+", choices=EVERY, default=EVERY)
    arguments.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.one:
        one(*given.one)
        return
    others = [each for each in kept() if each.way in EVERY and each.way not in given.only] if KEPT.exists() else []
    figures = list[Figure]()
    for figure in measured(given.only, given.most):
        print(f"{figure.way:32} {figure.records:9,} {figure.seconds:8.2f} s {figure.megabytes:6.0f} MB", flush=True)
        figures.append(figure)
        keep([*others, *figures])


if __name__ == "__main__":
    main()
