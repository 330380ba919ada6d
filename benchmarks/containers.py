"""A large archive through each container in one process: how fast, and whether memory stays flat.

    python benchmarks/containers.py [--records N] [--only NAME ...] [--validate]

Each container gets 1,000 fact-checks, and then N of them (1,000,000 unless said; up to 30 GB in the folder for temporary files);
`--validate` judges each file as a whole. Exits 1 where the larger one took over 40 MB more than the smaller one.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from processes import Run, run
from scaling import OWN, lines_of

from factcheck import Host

FEW, MOST, GROWTH = 1_000, 1_000_000, 40


class Way(NamedTuple):
    """A format, the end of a bundle's name, and the options that have to be given."""

    to: str
    suffix: str
    options: tuple[str, ...] = ()


WAYS: Mapping[str, Way] = {
    "lines": Way("claimreview", ".jsonl"),
    "datafeed": Way("claimreview", ".json"),
    "rss": Way("claimreview", ".rss", ("-O", "rss.link=https://desk.example/")),
    "nquads": Way("claimreview", ".nq"),
    "parquet": Way("native", ".parquet"),
    "teicorpus": Way("tei", ".xml"),
    "tree": Way("claimreview", "/"),
}


def exported(way: Way, source: Path, target: Path) -> Run:
    """What the command takes for a file of JSON Lines."""
    program = str(Path(sys.executable).with_name(OWN))
    bundle = ("--bundle", f"{target}{way.suffix}", "--quiet", *way.options)
    return run([program, "export", str(source), "--to", way.to, *bundle])


def valid(name: str, file: Path) -> str:
    """Whether a bundle is valid as a whole, and how long that took to say. Raises SystemExit where it is not."""
    start = time.monotonic()
    with file.open("rb") as stream:
        found = list(Host.discover().container(name).validate(stream))
    if found:
        sys.exit(f"{name}: {found[0]}")
    return f", valid in {time.monotonic() - start:.0f} s"


def main() -> int:
    arguments = argparse.ArgumentParser(description="A large archive through each container.")
    arguments.add_argument("--records", type=int, default=MOST)
    arguments.add_argument("--only", nargs="+", choices=WAYS, default=tuple(WAYS))
    arguments.add_argument("--validate", action="store_true")
    given = arguments.parse_args()
    missed = 0
    with tempfile.TemporaryDirectory() as few_in, tempfile.TemporaryDirectory() as many_in:
        few, many = lines_of(FEW, few_in), lines_of(given.records, many_in)
        for name in given.only:
            way = WAYS[name]
            with tempfile.TemporaryDirectory() as folder:
                small, large = exported(way, few, Path(folder, "few")), exported(way, many, Path(folder, "many"))
                file = Path(f"{Path(folder, 'many')}{way.suffix}")
                size = f", {file.stat().st_size / 1e6:,.0f} MB" if file.is_file() else ""
                judged = valid(name, file) if given.validate and file.is_file() else ""
            growth = large.megabytes - small.megabytes
            missed += growth > GROWTH
            rate = given.records / large.seconds
            print(
                f"{name:10} {given.records:,} in {large.seconds:,.0f} s, {rate:,.0f} a second{size}{judged}; "
                f"{large.megabytes:.0f} MB of memory, {growth:+.0f} MB to {FEW:,}",
                flush=True,
            )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
