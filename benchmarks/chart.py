"""Draws benchmarks/scaling.csv as docs/images/scaling.svg: time and memory by the number of fact-checks.

    python benchmarks/chart.py

Both axes are logarithmic: what grows linearly is a line that rises by a decade in a decade.
"""

from collections.abc import Callable, Iterable, Sequence
from html import escape
from math import ceil, floor, log10
from pathlib import Path
from typing import NamedTuple

from scaling import OWN, PATIENCE, Figure, kept

PICTURE = Path(__file__).parents[1] / "docs/images/scaling.svg"
WIDTH, HEIGHT, LINE = 960, 400, 22
TITLE = "Time and memory by the number of fact-checks"
NOTE = "Each is a process from start to end, which reads JSON Lines and writes them. Peers stop where the next size would take over a minute."
_ROUNDING = 1e-9
SHAPES = ("circle", "square", "diamond", "triangle", "cross", "bar", "down", "wide")
# The first are near Okabe and Ito's, which people tell apart who see colours otherwise; brighter on dark ground.
LIGHT = ("#0072b2", "#d55e00", "#5f5f5f", "#007a5a", "#a8518a", "#8a6d00", "#3f3fbf", "#a33a2c")
DARK = ("#56b4e9", "#f08c3a", "#b5b5b5", "#2ecc9b", "#e59ac8", "#f0d43a", "#9aa0ff", "#ff8f85")
STYLE = """
svg { font: 13px system-ui, sans-serif; }
.ground { fill: #ffffff; } text { fill: #1a1a1a; } .grid { stroke: #d9d9d9; } .minute { stroke: #6b6b6b; stroke-dasharray: 4 4; }
.title { font-size: 17px; font-weight: 600; } .axis { font-weight: 600; } .small { font-size: 12px; }
polyline { fill: none; stroke-width: 1.75; } .own { stroke-width: 3; }
"""
STYLE_DARK = (
    ".ground { fill: #16181d; } text { fill: #ececec; } .grid { stroke: #3a3d45; } .minute { stroke: #a0a0a0; }"
)


class Axis(NamedTuple):
    """A logarithmic axis: the values at its ends, and where these stand in the picture."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value stands."""
        share = (log10(value) - log10(self.low)) / (log10(self.high) - log10(self.low))
        return round(self.start + share * (self.end - self.start), 1)

    def ticks(self) -> list[float]:
        """Values to write at the axis: powers of ten, or with 2 and 5 between where there are few."""
        powers = range(floor(log10(self.low)), ceil(log10(self.high)) + 1)
        steps = (1,) if log10(self.high / self.low) > 2.5 else (1, 2, 5)
        every = (step * 10.0**power for power in powers for step in steps)
        low, high = self.low * (1 - _ROUNDING), self.high * (1 + _ROUNDING)
        return [value for value in every if low <= value <= high]


class Panel(NamedTuple):
    """One of the two pictures: what it shows of a figure, its name, its unit, and where it stands."""

    name: str
    unit: str
    value: Callable[[Figure], float]
    left: float
    limit: float | None = None


PANELS = (
    Panel("Time of the processor", "s", lambda figure: figure.seconds, 70, PATIENCE),
    Panel("Memory at its peak", "MB", lambda figure: figure.megabytes, 550),
)


def svg(figures: Sequence[Figure]) -> str:
    """The picture of these figures."""
    ways = list(dict.fromkeys(figure.way for figure in figures))
    parts = [text(20, 30, TITLE, "title")]
    for panel in PANELS:
        parts += drawn(panel, figures, ways)
    parts += legend(ways)
    height = HEIGHT + LINE * (2 + ceil(len(ways) / 3))
    parts.append(text(20, height - 14, NOTE, "small"))
    described = f"<title>{escape(TITLE)}</title><desc>{escape(NOTE)}</desc><style>{styles(len(ways))}</style>"
    ground = f'<rect class="ground" width="{WIDTH}" height="{height}"/>'
    opened = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">'
    return "\n".join([opened, described, ground, *parts, "</svg>\n"])


def styles(ways: int) -> str:
    """The colours of each way, on light ground and on dark."""

    def coloured(colours: Iterable[str]) -> str:
        rows = enumerate(list(colours) * ways)
        return " ".join(
            f".w{number} {{ stroke: {it}; }} .m{number} {{ fill: {it}; }}" for number, it in rows if number < ways
        )

    return f"{STYLE}{coloured(LIGHT)}\n@media (prefers-color-scheme: dark) {{ {STYLE_DARK} {coloured(DARK)} }}\n"


def drawn(panel: Panel, figures: Sequence[Figure], ways: Sequence[str]) -> list[str]:
    """A panel with its axes and a line for each way."""
    x = Axis(*ends(figure.records for figure in figures), panel.left, panel.left + 380)
    shown = [panel.value(figure) for figure in figures] + ([panel.limit] if panel.limit else [])
    y = Axis(*ends(shown), HEIGHT - 50, 70)
    parts = [text(panel.left, 58, f"{panel.name} ({panel.unit})", "axis")]
    for value in y.ticks():
        parts.append(line(x.start, y.at(value), x.end, y.at(value), "grid"))
        parts.append(text(x.start - 8, y.at(value) + 4, f"{value:,g}", "small", "end"))
    for value in x.ticks():
        parts.append(line(x.at(value), y.start, x.at(value), y.end, "grid"))
        parts.append(text(x.at(value), y.start + 18, f"{value:,.0f}", "small", "middle"))
    parts.append(text((x.start + x.end) / 2, y.start + 38, "fact-checks", "axis", "middle"))
    if panel.limit:
        parts.append(line(x.start, y.at(panel.limit), x.end, y.at(panel.limit), "minute"))
        parts.append(text(x.start + 6, y.at(panel.limit) - 5, "a minute", "small"))
    for number, way in enumerate(ways):
        points = [(x.at(each.records), y.at(panel.value(each))) for each in figures if each.way == way]
        joined = " ".join(f"{at},{height}" for at, height in points)
        own = " own" if way.startswith(OWN) else ""
        parts.append(f'<polyline class="w{number}{own}" points="{joined}"/>')
        parts += [mark(number, *point) for point in points]
    return parts


def ends(values: Iterable[float]) -> tuple[float, float]:
    """The ends of an axis that has room for all these values."""
    every = list(values)
    low, high = min(every), max(every)
    return (
        (low, high) if log10(low).is_integer() and log10(high).is_integer() and low < high else (low / 1.5, high * 1.5)
    )


def legend(ways: Sequence[str]) -> list[str]:
    """The names of the ways, in three columns."""
    parts = []
    for number, way in enumerate(ways):
        at, height = 30 + number % 3 * 310, HEIGHT + 24 + number // 3 * LINE
        parts += [line(at - 10, height, at + 10, height, f"w{number}"), mark(number, at, height)]
        parts.append(text(at + 20, height + 4, way))
    return parts


def mark(number: int, x: float, y: float) -> str:
    """The mark of a way at a place; its shape tells it from the others, too."""
    shape = SHAPES[number % len(SHAPES)]
    if shape == "circle":
        return f'<circle class="m{number}" cx="{x}" cy="{y}" r="4.5"/>'
    outlines = {
        "square": "-4,-4 4,-4 4,4 -4,4",
        "diamond": "0,-5.5 5.5,0 0,5.5 -5.5,0",
        "triangle": "0,-5.5 5,4 -5,4",
        "cross": "-1.5,-5 1.5,-5 1.5,-1.5 5,-1.5 5,1.5 1.5,1.5 1.5,5 -1.5,5 -1.5,1.5 -5,1.5 -5,-1.5 -1.5,-1.5",
        "bar": "-2,-6 2,-6 2,6 -2,6",
        "down": "0,5.5 5,-4 -5,-4",
        "wide": "-6,-2 6,-2 6,2 -6,2",
    }
    return f'<polygon class="m{number}" transform="translate({x} {y})" points="{outlines[shape]}"/>'


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    """A line."""
    return f'<line class="{kind}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>'


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    """Words that begin, or end, or have their middle at a place."""
    return f'<text class="{kind}" x="{x}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'


def main() -> None:
    PICTURE.write_text(svg(kept()), encoding="utf-8")
    print(f"written to docs/images/{PICTURE.name}")


if __name__ == "__main__":
    main()
