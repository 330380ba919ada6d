"""Feeds each importer with what atheris makes of good inputs: `python fuzz/importers.py --seconds 60 [NAME…]`.

An importer that raises anything but ReadingError, hangs for ten seconds or takes 2 GB ends it with exit code 1; the
input is then in `out/fuzz`. `python fuzz/importers.py --again FILE NAME` feeds it once more. Needs the extra `fuzz`.
"""

import argparse
import io
import subprocess
import sys
import tempfile
from contextlib import redirect_stderr
from pathlib import Path

ROOT = Path(__file__).parents[1]
OUT = ROOT / "out" / "fuzz"
sys.path.insert(0, str(ROOT / "tests"))

LIMITS = ["-timeout=10", "-rss_limit_mb=2048", "-max_len=20000", "-print_final_stats=1", "-verbosity=0"]
OWN = [
    "factcheck",
    "factcheck_claimreview",
    "factcheck_factchecktools",
    "factcheck_table",
    "factcheck_tei",
    "factcheck_webannotation",
]


def main() -> int:
    """Share the time among the importers, each in a process of its own, since libFuzzer ends its process."""
    if sys.argv[1:2] == ["--child"]:
        return fuzz(sys.argv[2], sys.argv[3:])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="importers; without any, all of them")
    parser.add_argument("--seconds", type=int, default=60, help="for all of them together")
    parser.add_argument("--again", metavar="FILE", help="feed this input once")
    given = parser.parse_args()
    names = given.names or importers()
    if given.again:
        return max(run(name, [given.again]) for name in names)
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        sown, words = sow(Path(folder))
        limits = [*LIMITS, f"-max_total_time={max(1, given.seconds // len(names))}", f"-dict={words}"]
        return max(run(name, [*limits, f"-artifact_prefix={OUT}/{name}-", str(sown)]) for name in names)


def importers() -> list[str]:
    """The names of all that are installed."""
    from factcheck import Host  # noqa: PLC0415  # the children import it by way of atheris, which counts what is run

    return list(Host.discover().importers)


def run(name: str, arguments: list[str]) -> int:
    """Fuzz one importer. Gives 1 where something was found."""
    print(f"== {name}", flush=True)
    done = subprocess.run([sys.executable, __file__, "--child", name, *arguments], check=False)  # noqa: S603  # itself
    return min(1, abs(done.returncode))


def sow(folder: Path) -> tuple[Path, Path]:
    """Write the inputs to begin with and the words that damage them, and give the places."""
    import fuzzing  # noqa: PLC0415  # as above
    import mutations  # noqa: PLC0415  # as above

    sown, words = folder / "seeds", folder / "words"
    sown.mkdir()
    for name, body in {**fuzzing.seeds(), **fuzzing.published()}.items():
        if len(body) <= 20_000:
            (sown / name).write_bytes(body)
    words.write_text("".join(f'"{"".join(f"{chr(92)}x{octet:02x}" for octet in word)}"\n' for word in mutations.TOKENS))
    return sown, words


def fuzz(name: str, arguments: list[str]) -> int:
    """Feed one importer until the time is over; does not return where atheris ends the process."""
    import atheris  # noqa: PLC0415  # an extra

    # It tells of each module that it changes.
    with redirect_stderr(io.StringIO()), atheris.instrument_imports(include=OWN, enable_loader_override=False):
        import fuzzing  # noqa: PLC0415  # as above

        from factcheck import Host  # noqa: PLC0415  # as above

        host = Host.discover()
        for body in fuzzing.seeds().values():
            fuzzing.feed(name, body, host)  # what an importer imports late is imported here

    atheris.Setup([sys.argv[0], *arguments], lambda body: fuzzing.feed(name, body, host) and None)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
