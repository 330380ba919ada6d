"""How fast copies are found among 10,000 articles, as ratios in one run: beside hashing their shingles, datasketch, and comparing pairs.

    python benchmarks/copies.py

Articles are made up, with copies planted among what only looks like copies (tests/planted.py). datasketch finds whole copies only, by MinHash
and LSH, and what it finds is not verified. Comparing all pairs is measured on 60 articles, by the shingles that they share, and extrapolated with the square of their
number. Processor time; exits 1 where a bar is missed.
"""

import sys
import time
from collections import deque
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from statistics import median

from processes import run

ARTICLES, PAIRWISE, SKETCHED, ROUNDS = 10_000, 60, 500, 3
TIMES, MEGABYTES, SCORE = 8.0, 500.0, 0.99
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def shingles(text: str) -> set[int]:
    words = text.split()
    return set(map(hash, zip(*(words[at:] for at in range(5)), strict=False)))


def pairwise(texts: list[str]) -> int:
    rows = list(map(shingles, texts))
    return sum(len(one & other) * 2 > min(len(one), len(other)) for one, other in combinations(rows, 2))


def sketched(texts: list[str]) -> int:
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415  # the others do without

    index, found = MinHashLSH(threshold=0.5, num_perm=128), 0
    for name, text in enumerate(texts):
        sketch = MinHash(num_perm=128)
        sketch.update_batch([shingle.to_bytes(8, "little", signed=True) for shingle in shingles(text)])
        found += len(index.query(sketch))
        index.insert(str(name), sketch)
    return found


def peak() -> float:
    """The memory in MB of a process that makes the articles and finds copies among them."""
    code = "import sys; sys.path[:0] = [{!r}, {!r}]; import copies; copies.once()"
    here = Path(__file__).parent
    return run([sys.executable, "-c", code.format(str(here), str(here.parent / "tests"))]).megabytes


def once() -> None:
    from planted import planted  # noqa: PLC0415  # of the tests, which have to be on the path first

    from factcheck.text import copies  # noqa: PLC0415  # as above

    copies(planted(ARTICLES).texts)


def main() -> int:
    from planted import planted, scores  # noqa: PLC0415  # as above

    from factcheck.text import copies  # noqa: PLC0415  # as above

    memory = peak()
    made = planted(ARTICLES)
    texts = list(made.texts.values())
    rounds = [
        (seconds(lambda: deque(map(shingles, texts), maxlen=0)), seconds(lambda: copies(made.texts)))
        for _ in range(ROUNDS)
    ]
    hashing, ours = (median(times) for times in zip(*rounds, strict=True))
    ratio = median(ours / hashing for hashing, ours in rounds)
    precision, recall = scores(made, copies(made.texts))
    peer = seconds(lambda: sketched(texts[:SKETCHED])) * ARTICLES / SKETCHED
    pairs = seconds(lambda: pairwise(texts[:PAIRWISE])) * (ARTICLES / PAIRWISE) ** 2
    print(
        f"{ARTICLES:,} articles of {sum(map(len, texts)) / ARTICLES:,.0f} characters, {len(made.pairs)} pairs of copies planted"
    )
    print(f"{'hashing their shingles':36} {hashing:8.2f} s")
    print(f"{'copies':36} {ours:8.2f} s  {ratio:5.2f} times, bar {TIMES}")
    print(f"{f'datasketch, from {SKETCHED:,} articles':36} {peer:8.2f} s  {peer / ours:5.2f} times ours")
    print(f"{f'all pairs, from {PAIRWISE} articles':36} {pairs:8.0f} s  {pairs / ours:5.0f} times ours")
    print(
        f"precision {precision:.4f}, recall {recall:.4f}, bar {SCORE}; at most {memory:.0f} MB in all, bar {MEGABYTES:.0f}"
    )
    return 1 if ratio > TIMES or min(precision, recall) < SCORE or memory > MEGABYTES else 0


if __name__ == "__main__":
    sys.exit(main())
