"""Runs every benchmark and writes what it found into docs/benchmarks.md.

    python benchmarks/every.py [--short]

Exits 1 where a bar is missed by more than its margin. `--short` has fewer rounds, for CI, and writes nothing.
"""

import subprocess
import sys
from pathlib import Path

import archives
import exporting
import startup
from measuring import Row
from page import filled, listed, printed, profiles, table
from processes import machine

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs/benchmarks.md"
# These print what they found, and say by their exit code whether their bars are met.
PROGRAMS = ("importing.py", "locating.py", "copies.py")
PARTS = ("machine", "table", "profiles", "programs")
LIBRARIES = (
    *("pydantic", "orjson", "lxml", "jsonschema-rs", "PyYAML", "msgspec-schemaorg", "pydantic2-schemaorg", "rdflib"),
    *("jinja2", "trafilatura", "saxonche", "ruamel.yaml"),
)


def measured(*, short: bool) -> list[Row]:
    """The rows of the table."""
    return [
        *exporting.rows(exporting.SHORT if short else exporting.LONG),
        *startup.rows(startup.SHORT_ROUNDS if short else startup.ROUNDS),
        *archives.rows(archives.SHORT if short else archives.LONG),
    ]


def main() -> int:
    short = "--short" in sys.argv
    rows = measured(short=short)
    print(table(rows))
    outputs, good = dict[str, str](), all(row.guarded for row in rows)
    for program in PROGRAMS:
        done = subprocess.run([sys.executable, HERE / program], check=False, stdout=subprocess.PIPE, text=True)  # noqa: S603  # our own
        print(f"\n{program}\n{done.stdout}", flush=True)
        outputs[program], good = done.stdout, good and not done.returncode
    if not short:
        parts = (listed(machine(LIBRARIES)), table(rows), profiles(rows), printed(outputs))
        written = filled(PAGE.read_text(encoding="utf-8"), dict(zip(PARTS, parts, strict=True)))
        PAGE.write_text(written, encoding="utf-8")
        print(f"written to {PAGE.relative_to(HERE.parent)}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
