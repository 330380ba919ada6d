"""Where everything stands in the picture: claims are rows, stations columns, relations lines at the side."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, cos, radians, sin
from typing import NamedTuple

from factcheck.text import direction

from .lanes import lanes
from .routes import Route, Step, routes, stations
from .shapes import Canvas, fitting, width, wrapped
from .story import Story

FONT = 12.0
LINE = 16.0
LANE = 8.0
NAME = 200.0  # room for the name of a station, which is turned
TURN = 50
ROOM = 270.0  # for who says what
_BEFORE, _GAP = 28.0, 50.0  # between those words and where the way begins, and the first station
_COLUMN = 34.0
# Beyond these a picture tells less than words do: rows, lines beside them, and steps in a row.
_MOST_ROWS = 300
_MOST_BESIDE = 300
_MOST_STEPS = 100


class Row(NamedTuple):
    """A claim: its way, its words in lines, its steps from column to column with their lanes, and where it stands."""

    way: Route
    words: list[str]
    steps: list[Step]
    lanes: list[int]
    top: float
    height: float

    @property
    def line(self) -> float:
        """Where its way runs."""
        return self.top + self.height - 16


class Bearing(NamedTuple):
    """A row that bears on another one, how, and the lane of the line that says so."""

    row: int
    other: int
    kind: str
    lane: int


@dataclass(frozen=True)
class Plan:
    """The rows from top to bottom, the stations in the way of the text, and the relations between rows."""

    story: Story
    rows: tuple[Row, ...]
    stations: tuple[str, ...]
    bearings: tuple[Bearing, ...]
    side: float
    canvas: Canvas

    @property
    def head(self) -> float:
        """The room above the rows."""
        return self.rows[0].top

    @property
    def bottom(self) -> float:
        """Where the rows end."""
        return self.rows[-1].top + self.rows[-1].height

    def column(self, station: int) -> float:
        """Where a station stands; -1 is where the way of each claim begins."""
        return self.side + ROOM + (_GAP + station * _COLUMN if station >= 0 else _BEFORE)


def planned(story: Story) -> Plan | None:
    """The plan of a picture, None where there would be too much in it."""
    ways = routes(story)
    related = _related(ways)
    longest = max(len(way.hops) for way in ways)
    if len(ways) > _MOST_ROWS or len(related) > _MOST_BESIDE or longest > _MOST_STEPS:
        return None
    found = tuple(stations(ways))
    beside = lanes([(row, other) for row, other, _ in related])
    side = (max(beside) + 1) * LANE + 14 if beside else 0.0
    longest_name = max((width(fitting(story.short[each], FONT, NAME), FONT) for each in found), default=0.0)
    head = 24 + longest_name * sin(radians(TURN)) if found else 0.0
    beyond = max(longest_name * cos(radians(TURN)) - _COLUMN, 0) + 16
    full = ceil(side + ROOM + _GAP + len(found) * _COLUMN + beyond)
    return Plan(
        story,
        tuple(_rows(ways, found, head)),
        found,
        tuple(Bearing(*each, lane) for each, lane in zip(related, beside, strict=True)),
        side,
        Canvas(full, mirrored=direction(story.words.language) == "rtl"),
    )


def _related(ways: tuple[Route, ...]) -> list[tuple[int, int, str]]:
    """Which row bears on which, and how; a claim does not on itself."""
    row_of = {way.claim.id: row for row, way in enumerate(ways)}
    found = ((row, row_of[each.claim], each.kind) for row, way in enumerate(ways) for each in way.claim.relations)
    return [each for each in found if each[0] != each[1]]


def _rows(ways: tuple[Route, ...], found: tuple[str, ...], head: float) -> Iterator[Row]:
    """A row for each way, with room for its words and for the lines over it."""
    columns, top = {station: column for column, station in enumerate(found)}, head
    for way in ways:
        words, steps = wrapped(way.claim.text, FONT, ROOM, 3), way.steps(columns)
        placed = lanes(steps)
        height = max(32.0 + LINE * len(words), 44.0 + LANE * (max(placed, default=-1) + 1))
        yield Row(way, words, steps, placed, top, height)
        top += height
