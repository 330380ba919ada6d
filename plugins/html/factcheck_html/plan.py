"""Where everything stands in the picture: claims are rows, stations columns, relations lines at the side."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import ceil, cos, radians, sin

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
_GAP = 50.0  # between those words and the first station
_COLUMN = 34.0
# Beyond these a picture tells less than words do: rows, lines beside them, and steps in a row.
_MOST_ROWS = 300
_MOST_BESIDE = 300
_MOST_STEPS = 100


@dataclass(frozen=True)
class Plan:
    """The rows from top to bottom, the columns in the way of the text, and the relations between rows."""

    story: Story
    ways: tuple[Route, ...]
    columns: Mapping[str, float]
    tops: tuple[float, ...]
    heights: tuple[float, ...]
    bearings: tuple[tuple[int, int, str], ...]
    side: float
    canvas: Canvas

    @property
    def head(self) -> float:
        """The room above the rows."""
        return self.tops[0]

    @property
    def start(self) -> float:
        """Where the way of each claim begins."""
        return self.side + ROOM + 28

    @property
    def bottom(self) -> float:
        """Where the rows end."""
        return self.tops[-1] + self.heights[-1]

    def steps(self, row: int) -> list[Step]:
        """The steps of a row, from column to column; -1 is who made the claim."""
        return self.ways[row].steps(tuple(self.columns))


def planned(story: Story) -> Plan | None:
    """The plan of a picture, None where there would be too much in it."""
    ways = routes(story)
    bearings = _bearings(ways)
    longest = max(len(way.hops) for way in ways)
    if len(ways) > _MOST_ROWS or len(bearings) > _MOST_BESIDE or longest > _MOST_STEPS:
        return None
    found = stations(ways)
    beside = lanes([(row, other) for row, other, _ in bearings])
    side = (max(beside) + 1) * LANE + 14 if beside else 0.0
    first = side + ROOM + _GAP
    columns = {station: first + at * _COLUMN for at, station in enumerate(found)}
    heights = tuple(_height(way, tuple(found)) for way in ways)
    longest_name = max((width(fitting(story.short[each], FONT, NAME), FONT) for each in found), default=0.0)
    tops = tuple(accumulate(heights[:-1], initial=24 + longest_name * sin(radians(TURN)) if found else 0.0))
    beyond = max(longest_name * cos(radians(TURN)) - _COLUMN, 0) + 16
    full = ceil(first + len(columns) * _COLUMN + beyond)
    canvas = Canvas(full, mirrored=direction(story.words.language) == "rtl")
    return Plan(story, ways, columns, tops, heights, bearings, side, canvas)


def claim_lines(way: Route) -> list[str]:
    """The words of a claim as they stand in its row."""
    return wrapped(way.claim.text, FONT, ROOM, 3)


def _bearings(ways: tuple[Route, ...]) -> tuple[tuple[int, int, str], ...]:
    """Which row bears on which, and how; a claim does not on itself."""
    row_of = {way.claim.id: row for row, way in enumerate(ways)}
    found = ((row, row_of[each.claim], each.kind) for row, way in enumerate(ways) for each in way.claim.relations)
    return tuple(each for each in found if each[0] != each[1])


def _height(way: Route, order: tuple[str, ...]) -> float:
    """Room for the words of a row, and for the lines over it."""
    above = max(lanes(way.steps(order)), default=-1) + 1
    return max(32.0 + LINE * len(claim_lines(way)), 44.0 + LANE * above)
