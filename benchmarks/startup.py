"""How long the command line takes to start and to export the example, as ratios in one run, and what memory it takes.

    python benchmarks/startup.py [--short]

Medians of interleaved rounds, of the processor's time, which other programs change little; exits 1 where a bar is missed by more than its margin.
"""

import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from measuring import Bar, Row, Times, amount, duration
from page import table
from processes import profiled, run

ROUNDS, SHORT_ROUNDS, COMPILED = 15, 7, 5
PYTHON = sys.executable
FACTCHECK = str(Path(PYTHON).with_name("factcheck"))
EXAMPLE = str(Path(__file__).parents[1] / "examples/taliban-russia-2015/factcheck.yaml")
# What an export cannot do without: its libraries, and 25 models of the size of ours.
NEEDED = """
import click, lxml.etree, orjson, pluggy, pydantic
fields = {f"field_{number}": (str | None, None) for number in range(8)}
for number in range(25):
    pydantic.create_model(f"Model{number}", **fields)
"""
COMPILE = """
import time
from importlib.resources import files
from lxml import etree
schema = files("factcheck_schemas").joinpath("tei", "factcheck-tei.rng").read_bytes()
start = time.perf_counter()
etree.RelaxNG(etree.fromstring(schema))
print(time.perf_counter() - start)
"""
VERSION, EXPORT = "`factcheck --version`", "`factcheck export` of the example, both formats, validated"
BARE, IMPORTS = "`python -c pass`", "importing the libraries, building 25 models"
BARS = {(VERSION, BARE): Bar(5), (EXPORT, IMPORTS): Bar(2.5, margin=1.6)}
COMPILE_MS, MEGABYTES = Bar(100), Bar(70, margin=1.1)


class Measured(NamedTuple):
    """The times of commands, in rounds, and the most memory of each."""

    times: Times
    megabytes: Mapping[str, float]


def measured(commands: Mapping[str, Sequence[str]], rounds: int) -> Measured:
    runs = [{name: run(command) for name, command in commands.items()} for _ in range(rounds)]
    return Measured(
        Times({name: [each[name].processor for each in runs] for name in commands}),
        {name: max(each[name].megabytes for each in runs) for name in commands},
    )


def rows(rounds: int) -> list[Row]:
    """All that is measured here."""
    with tempfile.TemporaryDirectory() as out:
        export = [FACTCHECK, "export", EXAMPLE, "--to", "claimreview", "--to", "tei", "-o", out]
        commands = {
            BARE: [PYTHON, "-c", "pass"],
            VERSION: [FACTCHECK, "--version"],
            IMPORTS: [PYTHON, "-c", NEEDED],
            EXPORT: export,
        }
        times, megabytes = measured(commands, rounds)
    made = [times.row(*pair, bar, partial(profiled, commands[pair[0]])) for pair, bar in BARS.items()]
    held, taken = megabytes[EXPORT], compiled()
    return [
        *made,
        Row(
            "memory of that export",
            f"{amount(held)} MB",
            f"{IMPORTS}: {amount(megabytes[IMPORTS])} MB",
            held,
            "MB",
            MEGABYTES,
        ),
        Row("compiling our RELAX NG", duration(taken), "", taken * 1000, "ms", COMPILE_MS),
    ]


def compiled() -> float:
    """The seconds that compiling our RELAX NG takes at the least."""
    command = [PYTHON, "-c", COMPILE]
    runs = [subprocess.run(command, check=True, capture_output=True).stdout for _ in range(COMPILED)]  # noqa: S603  # our own
    return min(map(float, runs))


def main() -> int:
    made = rows(SHORT_ROUNDS if "--short" in sys.argv else ROUNDS)
    print(table(made))
    return 0 if all(row.guarded for row in made) else 1


if __name__ == "__main__":
    sys.exit(main())
