"""How long the command line takes to start, as ratios to bare Python, in one run.

    python benchmarks/startup.py

prints medians of interleaved rounds and exits 1 where a bar is missed.
"""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROUNDS = 15
PYTHON = sys.executable
FACTCHECK = str(Path(PYTHON).with_name("factcheck"))
BARE = [PYTHON, "-c", "pass"]
COMPILE = (
    "import time; from lxml import etree; from importlib.resources import files; "
    "schema = files('factcheck_schemas').joinpath('tei', 'factcheck-tei.rng').read_bytes(); "
    "start = time.perf_counter(); etree.RelaxNG(etree.fromstring(schema)); print(time.perf_counter() - start)"
)
BARS = {
    "factcheck --version": ([FACTCHECK, "--version"], 5.0),
}
COMPILE_SECONDS = 0.1


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # our own commands
    return time.perf_counter() - start


def main() -> int:
    rounds = [(seconds(BARE), *(seconds(command) for command, _ in BARS.values())) for _ in range(ROUNDS)]
    bare = median(times[0] for times in rounds)
    print(f"{'python -c pass':28} {bare * 1000:7.1f} ms")
    missed = 0
    for column, (name, (_, bar)) in enumerate(BARS.items(), 1):
        ratio = median(times[column] / times[0] for times in rounds)
        print(f"{name:28} {median(times[column] for times in rounds) * 1000:7.1f} ms  {ratio:5.2f} times, bar {bar}")
        missed += ratio > bar
    compiled = min(
        float(subprocess.run([PYTHON, "-c", COMPILE], check=True, capture_output=True).stdout)  # noqa: S603  # as above
        for _ in range(5)
    )
    print(f"{'compiling our RELAX NG':28} {compiled * 1000:7.1f} ms  bar {COMPILE_SECONDS * 1000:.0f} ms")
    return 1 if missed or compiled > COMPILE_SECONDS else 0


if __name__ == "__main__":
    sys.exit(main())
