"""The picture, drawn: claims as rows, stations as columns, relations at the side, copies below."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .cards import tone
from .lanes import lanes
from .markup import Markup, lines
from .names import agent_name
from .routes import Route, routes, stations
from .shapes import Canvas, fitting, width, wrapped
from .story import Story
from .words import direction

_FONT = 12.0
_LINE = 16.0
_LABEL = 290.0  # room for who says what
_ROOM = _LABEL - 20
_COLUMN = 34.0
_LANE = 8.0
_HEAD = 170.0  # room for names that are turned
_NAME = 200.0
_TURN = 50


@dataclass(frozen=True)
class Plan:
    """Where everything stands: rows from top to bottom, columns in the way of the text."""

    story: Story
    ways: tuple[Route, ...]
    columns: Mapping[str, float]
    tops: tuple[float, ...]
    heights: tuple[float, ...]
    side: float
    canvas: Canvas

    @property
    def start(self) -> float:
        """Where the way of each claim begins."""
        return self.side + _LABEL

    @property
    def bottom(self) -> float:
        """Where the rows end."""
        return self.tops[-1] + self.heights[-1]


def drawn(story: Story) -> tuple[Markup, float, float]:
    """What the picture holds, its width and its height."""
    plan = _planned(story)
    copies, below = _copies(plan)
    content = lines(
        (
            *_shades(plan),
            *_names(plan),
            *(each for row in range(len(plan.ways)) for each in _row(plan, row)),
            *_relations(plan),
            *copies,
        )
    )
    return content, plan.canvas.width, plan.bottom + below + 8


def _planned(story: Story) -> Plan:
    ways = tuple(routes(story))
    found = stations(ways)
    kinds = [(story.numbers[way.claim.id], each.claim) for way in ways for each in way.claim.relations]
    spans = [(int(number), int(story.numbers[other])) for number, other in kinds]
    side = (max(lanes(spans), default=-1) + 1) * _LANE + 14 if spans else 0.0
    columns = {station: side + _LABEL + 30 + at * _COLUMN for at, station in enumerate(found)}
    heights = tuple(_height(way, found) for way in ways)
    tops, at = [], _HEAD
    for height in heights:
        tops.append(at)
        at += height
    full = side + _LABEL + 30 + len(columns) * _COLUMN + _NAME * 0.62
    canvas = Canvas(full, mirrored=direction(story.words.language) == "rtl")
    return Plan(story, ways, columns, tuple(tops), heights, side, canvas)


def _height(way: Route, order: list[str]) -> float:
    """Room for the words of a row, and for the lines over it."""
    above = max(lanes(_spans(way, order)), default=-1) + 1
    return max(32.0 + _LINE * len(_text(way)), 44.0 + _LANE * above)


def _text(way: Route) -> list[str]:
    return wrapped(way.claim.text, _FONT, _ROOM, 3)


def _spans(way: Route, order: list[str]) -> list[tuple[int, int]]:
    at: dict[str | None, int] = {None: -1, **{station: place for place, station in enumerate(order)}}
    return [(at[start], at[end]) for start, end in way.hops]


def _shades(plan: Plan) -> Iterator[Markup]:
    for row in range(0, len(plan.ways), 2):
        yield plan.canvas.box((0, plan.tops[row]), (plan.canvas.width, plan.heights[row]), "shade")
    for x in plan.columns.values():
        yield plan.canvas.line([(x, _HEAD - 6), (x, plan.bottom)], "guide")


def _names(plan: Plan) -> Iterator[Markup]:
    for station, x in plan.columns.items():
        fit = fitting(plan.story.short[station], _FONT, _NAME)
        yield plan.canvas.words((x + 3, _HEAD - 10), fit, "name", turned=_TURN)


def _row(plan: Plan, row: int) -> Iterator[Markup]:
    way, top = plan.ways[row], plan.tops[row]
    yield from _label(plan, way, top)
    y = top + plan.heights[row] - 16
    order = list(plan.columns)
    spans = _spans(way, order)
    for (start, end), lane in zip(spans, lanes(spans), strict=True):
        yield from _hop(plan, y, start, end, lane)
    yield plan.canvas.dot((plan.start + 8, y), 3.5, "origin")
    for place in sorted({end for _, end in spans}):
        station = order[place]
        kind = "first" if station in way.first else "page" if station in way.pages else "relay"
        yield plan.canvas.dot((plan.columns[station], y), 5, f"stop {kind}")


def _label(plan: Plan, way: Route, top: float) -> Iterator[Markup]:
    story, x, room = plan.story, plan.side + 8, _ROOM
    verdicts = story.verdicts[way.claim.id]
    rating = story.ratings[verdicts[0].rating] if verdicts else None
    said = fitting(rating.names.best(story.words.language), _FONT, 110) if rating else ""
    if rating:
        yield plan.canvas.words((x + room, top + 18), said, f"verdict {tone(story, rating)}", "end")
    who = ", ".join(agent_name(story.agents[each]) for each in way.claim.claimants)
    number = f"{story.numbers[way.claim.id]}  "
    left = room - width(said, _FONT) - 12 - width(number, _FONT)
    yield plan.canvas.words(
        (x, top + 18), number + fitting(who or story.words.plain("claimant.unknown"), _FONT, left), "who"
    )
    for line, words in enumerate(_text(way), 1):
        yield plan.canvas.words((x, top + 18 + line * _LINE), words, "claim-text")


def _hop(plan: Plan, y: float, start: int, end: int, lane: int) -> Iterator[Markup]:
    """A step along a row: straight to the next column, else over what stands between."""
    xs = [plan.start + 8, *plan.columns.values()]
    here, there = xs[start + 1], xs[end + 1]
    if end == start + 1:
        yield plan.canvas.line([(here + 5, y), (there - 7, y)], "hop")
        yield plan.canvas.arrow((there - 5, y), "on", "head")
        return
    height = y - 12 - lane * _LANE
    turn = 3 if there > here else -3
    yield plan.canvas.line(
        [(here + turn, y - 4), (here + turn, height), (there - turn, height), (there - turn, y - 6)], "hop"
    )
    yield plan.canvas.arrow((there - turn, y - 4), "down", "head")


def _relations(plan: Plan) -> Iterator[Markup]:
    """Lines at the side, from each claim to those it bears on, each at a height of its own."""
    row_of = {way.claim.id: row for row, way in enumerate(plan.ways)}
    found = [(row, row_of[each.claim], each.kind) for row, way in enumerate(plan.ways) for each in way.claim.relations]
    ends: dict[int, list[tuple[int, int]]] = {}
    for number, (row, other, _) in enumerate(found):
        ends.setdefault(row, []).append((other, number))
        ends.setdefault(other, []).append((row, number))
    heights = {
        (row, number): plan.tops[row] + plan.heights[row] * (place + 1) / (len(there) + 1)
        for row, there in ends.items()
        for place, (_, number) in enumerate(sorted(there))
    }
    placed = lanes([(row, other) for row, other, _ in found])
    for number, ((row, other, kind), lane) in enumerate(zip(found, placed, strict=True)):
        x = plan.side - 8 - lane * _LANE
        start, end = heights[row, number], heights[other, number]
        yield plan.canvas.line([(plan.side, start), (x, start), (x, end), (plan.side - 2, end)], f"relation k-{kind}")
        yield plan.canvas.arrow((plan.side + 2, end), "on", f"head k-{kind}")


def _copies(plan: Plan) -> tuple[list[Markup], float]:
    """Lines below the columns, from each copy to what it was copied from; and the room that they take."""
    order = list(plan.columns)
    place = {station: at for at, station in enumerate(order)}
    copied = plan.story.sources
    pairs = [
        (place[each.id], place[each.copy_of.source])
        for each in copied.values()
        if each.copy_of and each.id in place and each.copy_of.source in place
    ]
    found: list[Markup] = []
    placed = lanes(pairs)
    for (copy, original), lane in zip(pairs, placed, strict=True):
        here, there = plan.columns[order[copy]], plan.columns[order[original]]
        turn = -3 if there < here else 3
        y = plan.bottom + 14 + lane * _LANE
        found.append(
            plan.canvas.line(
                [(here + turn, plan.bottom + 2), (here + turn, y), (there - turn, y), (there - turn, plan.bottom + 8)],
                "copy",
            )
        )
        found.append(plan.canvas.arrow((there - turn, plan.bottom + 2), "up", "head copy-head"))
    return found, (max(placed, default=-1) + 1) * _LANE + 18 if pairs else 0
