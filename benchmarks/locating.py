"""How fast a quotation with a dozen edits is found, and how often where it was, beside rapidfuzz, edlib and difflib, in one run.

    python benchmarks/locating.py

Quotations of 200 characters in texts of 3 and 300 KB, with and without a position that is right. Ours tells the place, the kind and what
differs word by word; the others tell the place. Medians of interleaved rounds, of the processor's time, which other
programs do not change; exits 1 where a bar is missed by more than the noise of a busy machine, a twentieth.
"""

import random
import string
import sys
import time
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from statistics import median
from typing import NamedTuple

import edlib
from rapidfuzz import fuzz

from factcheck import Quotation
from factcheck.text import locate

QUOTED, EDITS = 200, 12
SIZES = {3_000: 300, 300_000: 60}
# Quotations a round; of difflib fewer, and none in a text for which it takes minutes.
EACH, SLOW, TOO_LONG = 10, 5, 100_000
BARS = {
    (3_000, "locate"): 2.5,
    (300_000, "locate"): 1.5,
    (300_000, "locate, position given"): 1.0,
}
NOISE = 1.05
RIGHT = 0.99
LETTERS = string.ascii_lowercase + " "


class Case(NamedTuple):
    """A text, what is looked for in it, and where it stands."""

    text: str
    said: str
    start: int


def natural(size: int, chance: random.Random) -> str:
    """Sentences of words that are the more frequent the shorter they are."""
    words = ["".join(chance.choices(string.ascii_lowercase, k=chance.randrange(2, 11))) for _ in range(4000)]
    weights = [1 / len(word) ** 2 for word in words]
    made: list[str] = []
    length = 0
    while length < size:
        some = chance.choices(words, weights, k=chance.randrange(8, 25))
        sentence = (
            " ".join(some).capitalize() + chance.choice((".", ".", ".”", "?")) + chance.choice((" ", " “", "\n\n"))
        )
        made.append(sentence)
        length += len(sentence)
    return "".join(made)[:size]


def cases(size: int, count: int) -> Iterator[Case]:
    chance = random.Random(size)  # noqa: S311  # the same cases each time
    text = natural(size, chance)
    for _ in range(count):
        start = chance.randrange(size - QUOTED)
        said = list(text[start : start + QUOTED])
        for _ in range(EDITS):
            at = chance.randrange(len(said))
            said[at : at + chance.choice((0, 1, 1))] = chance.choice(("", chance.choice(LETTERS)))
        yield Case(text, "".join(said), start)


def ours(case: Case) -> int | None:
    return locate(case.text, case.said).start


def hinted(case: Case) -> int | None:
    return locate(case.text, Quotation(exact=case.said, start=case.start, end=case.start + QUOTED)).start


def by_rapidfuzz(case: Case) -> int | None:
    found = fuzz.partial_ratio_alignment(case.said, case.text)
    return found.dest_start if found else None


def by_edlib(case: Case) -> int | None:
    start: int = edlib.align(case.said, case.text, mode="HW", task="locations")["locations"][0][0]
    return start


def by_difflib(case: Case) -> int | None:
    match = SequenceMatcher(None, case.text, case.said, autojunk=False).find_longest_match()
    return match.a - match.b


WAYS: dict[str, Callable[[Case], int | None]] = {
    "rapidfuzz": by_rapidfuzz,
    "locate": ours,
    "locate, position given": hinted,
    "edlib": by_edlib,
    "difflib": by_difflib,
}


def measured(size: int, count: int) -> bool:
    """Print a table for a size, and tell whether its bars are met."""
    times: dict[str, list[float]] = {name: [] for name in WAYS}
    right = dict.fromkeys(WAYS, 0)
    tried = dict.fromkeys(WAYS, 0)
    every = list(cases(size, count))
    for first in range(0, count, EACH):
        for name, way in WAYS.items():
            some = (
                every[first : first + EACH]
                if name != "difflib"
                else every[:SLOW]
                if not first and size < TOO_LONG
                else []
            )
            if not some:
                continue
            before = time.process_time()
            starts = [way(case) for case in some]
            times[name].append((time.process_time() - before) / len(some))
            pairs = zip(starts, some, strict=True)
            right[name] += sum(start is not None and abs(start - case.start) <= EDITS for start, case in pairs)
            tried[name] += len(some)
    met = [told(size, name, taken, times["rapidfuzz"], (right[name], tried[name])) for name, taken in times.items()]
    return all(met)


def told(size: int, name: str, taken: list[float], theirs: list[float], right: tuple[int, int]) -> bool:
    """Print a line, and tell whether its bar is met."""
    if not taken:
        print(f"{size:7,} characters  {name:24} takes minutes")
        return True
    ratio = median(ours / other for ours, other in zip(taken, theirs, strict=False))
    bar = BARS.get((size, name))
    good = bar is None or ratio <= bar * NOISE
    found = not name.startswith("locate") or right[0] >= RIGHT * right[1]
    print(
        f"{size:7,} characters  {name:24} {median(taken) * 1000:8.2f} ms {ratio:7.2f} times{f', bar {bar}' if bar else '':10}"
        f" {right[0]:4} of {right[1]} right{'' if good and found else ': not met'}"
    )
    return found and good


def main() -> int:
    met = [measured(size, count) for size, count in SIZES.items()]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
