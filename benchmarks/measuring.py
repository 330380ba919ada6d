"""What the benchmarks share: interleaved rounds, ratios in one run, bars, and peers."""

import cProfile
import io
import pstats
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any, Literal, NamedTuple

_LINES, _BATCH, _COMPARED = 15, 10, 3


@dataclass(frozen=True)
class Bar:
    """What is wanted of a value, and by how much CI lets it be missed.

    `margin` is for the noise of a busy machine; of a bar that is not met yet, it says how far off it may be.
    """

    wanted: float
    way: Literal["at most", "at least"] = "at most"
    margin: float = 1.2

    def met(self, value: float, *, margin: bool = False) -> bool:
        """Whether a value is as wanted, or within the margin of it."""
        slack = self.margin if margin else 1.0
        return value <= self.wanted * slack if self.way == "at most" else value * slack >= self.wanted

    def __str__(self) -> str:
        return f"{self.way} {amount(self.wanted)}"


@dataclass(frozen=True)
class Row:
    """A line of the table: what was measured, ours, what stands beside it, and how they compare.

    `value` counts `unit`s; it is None where there was nothing to measure, and `beside` then says why. `profile` tells
    where the time of ours goes, for a bar that is not met.
    """

    what: str
    ours: str
    beside: str
    value: float | None = None
    unit: str = ""
    bar: Bar | None = None
    profile: Callable[[], str] | None = None

    @property
    def met(self) -> bool | None:
        """Whether the bar is met; None where there is none, or no value."""
        return None if self.bar is None or self.value is None else self.bar.met(self.value)

    @property
    def guarded(self) -> bool:
        """Whether CI is content: there is no bar, or it is met within its margin. A bar without a value is missed."""
        return self.bar is None or (self.value is not None and self.bar.met(self.value, margin=True))


class Way(NamedTuple):
    """One of several ways to do a job: what is given, what makes it ready, and the work, which alone is timed.

    Each job is made ready anew in each round, as it is in an archive: a text that was written once is written faster again,
    since Python keeps its UTF-8.
    """

    given: Sequence[Any]
    ready: Callable[[Any], Any]
    work: Callable[[Any], object]

    def seconds(self) -> float:
        """The processor's time for one job, on the average; jobs are made ready a few at a time, so that they are at hand."""
        taken = 0.0
        for first in range(0, len(self.given), _BATCH):
            jobs = [self.ready(each) for each in self.given[first : first + _BATCH]]
            before = time.process_time()
            for job in jobs:
                self.work(job)
            taken += time.process_time() - before
        return taken / len(self.given)

    def profiled(self) -> str:
        """Where the time goes, function by function."""
        jobs = [self.ready(each) for each in self.given]
        profile = cProfile.Profile()
        profile.enable()
        for job in jobs:
            self.work(job)
        profile.disable()
        return top(profile)


class Times:
    """The processor time of one job in each way, once a round."""

    def __init__(self, taken: Mapping[str, Sequence[float]]) -> None:
        """Take the seconds of each way, in the order of the rounds."""
        self.taken = taken

    def seconds(self, name: str) -> float:
        """The median of a way."""
        return median(self.taken[name])

    def ratio(self, name: str, beside: str) -> float:
        """How many times as long as another a way takes: the median of the ratios in each round."""
        return median(one / other for one, other in zip(self.taken[name], self.taken[beside], strict=True))

    def row(self, ours: str, beside: str, bar: Bar | None, profile: Callable[[], str] | None) -> Row:
        """Ours beside another: how many times as long it takes, or as fast it is where that is wanted, or so where nothing is."""
        ratio = self.ratio(ours, beside)
        faster = bar.way == "at least" if bar else ratio < 1
        return Row(
            ours,
            duration(self.seconds(ours)),
            f"{beside}: {duration(self.seconds(beside))}",
            1 / ratio if faster else ratio,
            "times as fast" if faster else "times as long",
            bar,
            profile,
        )


def interleaved(ways: Mapping[str, Way], rounds: int) -> Times:
    """Seconds for one job, in each way and round, after a round that does not count."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, way in ways.items():
            seconds = way.seconds()
            if number:
                taken[name].append(seconds)
    return Times(taken)


@dataclass(frozen=True)
class Peer:
    """Another who does the job of ours: as a `Way`, but that `made` imports what the work needs before it gives it.

    `told` is what a document says as far as this peer can say it; `cannot` is what it says otherwise, or not at all.
    """

    made: Callable[[], Callable[[Any], Any]]
    given: Sequence[Any]
    ready: Callable[[Any], Any]
    told: Callable[[Any], object]
    cannot: str = ""

    def way(self, ours: Sequence[Any]) -> Way:
        """What is timed, once its documents have said the same as these of ours.

        Raises ImportError where it is not installed, ValueError where it writes something else, and whatever the peer raises.
        """
        work = self.made()
        for given, document in zip(self.given[:_COMPARED], ours, strict=False):
            if self.told(work(self.ready(given))) != self.told(document):
                raise ValueError("it writes something else")
        return Way(self.given, self.ready, work)


def joined(peers: Mapping[str, Peer], ours: Sequence[Any]) -> tuple[dict[str, Way], dict[str, str]]:
    """The ways of the peers that can be timed, and of the others why not."""
    ways, reasons = dict[str, Way](), dict[str, str]()
    for name, peer in peers.items():
        try:
            ways[name] = peer.way(ours)
        except ImportError:
            reasons[name] = f"{name}: not installed"
        except Exception as error:  # noqa: BLE001  # others' programs: any may break, and the table says so
            reasons[name] = f"{name}: does not run, {type(error).__name__}: {error}"
    return ways, reasons


def compared(
    ways: Mapping[str, Way],
    peers: Mapping[str, Peer],
    ours: Sequence[Any],
    bars: Mapping[tuple[str, str], Bar | None],
    rounds: int,
) -> list[Row]:
    """A row for each pair of ours and what stands beside it, with the bar where there is one; peers that cannot be timed have theirs."""
    others, reasons = joined(peers, ours)
    times = interleaved({**ways, **others}, rounds)
    rows = list[Row]()
    for (name, other), bar in bars.items():
        if other in reasons:
            rows.append(Row(name, duration(times.seconds(name)), reasons[other], bar=bar))
            continue
        row = times.row(name, other, bar, ways[name].profiled)
        cannot = f" ({peers[other].cannot})" if other in peers and peers[other].cannot else ""
        rows.append(replace(row, beside=row.beside + cannot))
    return rows


def top(profile: cProfile.Profile | str) -> str:
    """The head of a profile, or of a file with one: the functions in which most time is spent, without the places of files."""
    out = io.StringIO()
    pstats.Stats(profile, stream=out).strip_dirs().sort_stats("tottime").print_stats(_LINES)
    lines = out.getvalue().splitlines()
    return "\n".join(
        line.rstrip() for line in lines if " function calls " in line or line.lstrip()[:1].isdigit() or "ncalls" in line
    )


def amount(value: float) -> str:
    """A number as people read it: three digits that count, thousands with commas."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def duration(taken: float) -> str:
    """Seconds as people read them."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if taken >= size:
            return f"{amount(taken / size)} {unit}"
    return f"{amount(taken / 1e-6)} µs"
