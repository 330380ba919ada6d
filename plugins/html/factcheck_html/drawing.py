"""The picture, drawn by its plan."""

from collections.abc import Iterator, Mapping

from .cards import tone
from .lanes import lanes
from .markup import Markup, lines
from .names import agent_name
from .plan import FONT, LANE, LINE, NAME, ROOM, TURN, Plan, Row
from .shapes import fitting, width


def drawn(plan: Plan) -> tuple[Markup, float, float]:
    """What the picture holds, its width and its height."""
    copies, below = _copies(plan)
    content = lines(
        (
            *_ground(plan),
            *_names(plan),
            *(each for row in plan.rows for each in _row(plan, row)),
            *_relations(plan),
            *copies,
        )
    )
    return content, plan.canvas.width, plan.bottom + below + 8


def _ground(plan: Plan) -> Iterator[Markup]:
    for row in plan.rows[::2]:
        yield plan.canvas.box((0, row.top), (plan.canvas.width, row.height), "shade")
    for station in range(len(plan.stations)):
        x = plan.column(station)
        yield plan.canvas.line([(x, plan.head - 6), (x, plan.bottom)], "guide")


def _names(plan: Plan) -> Iterator[Markup]:
    for number, station in enumerate(plan.stations):
        fit = fitting(plan.story.short[station], FONT, NAME)
        yield plan.canvas.words((plan.column(number) + 3, plan.head - 10), fit, "name", turned=TURN)


def _row(plan: Plan, row: Row) -> Iterator[Markup]:
    yield from _label(plan, row)
    for (start, end), lane in zip(row.steps, row.lanes, strict=True):
        yield from _step(plan, row.line, start, end, lane)
    yield plan.canvas.dot((plan.column(-1), row.line), 3.5, "origin")
    for number in sorted({end for _, end in row.steps}):
        station = plan.stations[number]
        kind = "first" if station in row.way.first else "page" if station in row.way.pages else "relay"
        yield plan.canvas.dot((plan.column(number), row.line), 5, f"stop {kind}")


def _label(plan: Plan, row: Row) -> Iterator[Markup]:
    """Who says it, how it was rated, and its words."""
    story, claim, x, y = plan.story, row.way.claim, plan.side + 8, row.top + 18
    verdicts = story.verdicts[claim.id]
    rated = ""
    if verdicts:
        rating = story.ratings[verdicts[0].rating]
        rated = fitting(rating.names.best(story.words.language), FONT, 110)
        yield plan.canvas.words((x + ROOM, y), rated, f"verdict {tone(story, rating)}", "end")
    who = ", ".join(agent_name(story.agents[each]) for each in claim.claimants)
    number = f"{story.numbers[claim.id]}  "
    room = ROOM - width(rated, FONT) - 12 - width(number, FONT)
    yield plan.canvas.words((x, y), number + fitting(who or story.words.plain("claimant.unknown"), FONT, room), "who")
    for line, words in enumerate(row.words, 1):
        yield plan.canvas.words((x, y + line * LINE), words, "claim-text")


def _step(plan: Plan, y: float, start: int, end: int, lane: int) -> Iterator[Markup]:
    """A step along a row: straight to the next column, else over what stands between."""
    here, there = plan.column(start), plan.column(end)
    if end == start + 1:
        yield plan.canvas.line([(here + 5, y), (there - 7, y)], "hop")
        yield plan.canvas.arrow((there - 5, y), "on", "head")
        return
    over = y - 12 - lane * LANE
    turn = 3 if there > here else -3
    way = [(here + turn, y - 4), (here + turn, over), (there - turn, over), (there - turn, y - 6)]
    yield plan.canvas.line(way, "hop")
    yield plan.canvas.arrow((there - turn, y - 4), "down", "head")


def _relations(plan: Plan) -> Iterator[Markup]:
    """Lines at the side, from each claim to those it bears on, each end at a height of its own."""
    heights = _ends(plan)
    for number, (row, other, kind, lane) in enumerate(plan.bearings):
        x = plan.side - 8 - lane * LANE
        start, end = heights[row, number], heights[other, number]
        yield plan.canvas.line([(plan.side, start), (x, start), (x, end), (plan.side - 2, end)], f"relation k-{kind}")
        yield plan.canvas.arrow((plan.side + 2, end), "on", f"head k-{kind}")


def _ends(plan: Plan) -> Mapping[tuple[int, int], float]:
    """The height of each end of a relation, by its row and the relation's number: in the order of the other ends."""
    ends: dict[int, list[tuple[int, int]]] = {}
    for number, (row, other, *_) in enumerate(plan.bearings):
        ends.setdefault(row, []).append((other, number))
        ends.setdefault(other, []).append((row, number))
    return {
        (row, number): plan.rows[row].top + plan.rows[row].height * (place + 1) / (len(there) + 1)
        for row, there in ends.items()
        for place, (_, number) in enumerate(sorted(there))
    }


def _copies(plan: Plan) -> tuple[list[Markup], float]:
    """Lines below the columns, from each copy to what it was copied from; and the room that they take."""
    order = {station: number for number, station in enumerate(plan.stations)}
    pairs = [
        (order[each.id], order[each.copy_of.source])
        for each in plan.story.sources.values()
        if each.copy_of and each.id in order and each.copy_of.source in order
    ]
    placed = lanes(pairs)
    found: list[Markup] = []
    for (copy, original), lane in zip(pairs, placed, strict=True):
        turn = -3 if original < copy else 3
        here, there = plan.column(copy) + turn, plan.column(original) - turn
        under = plan.bottom + 14 + lane * LANE
        way = [(here, plan.bottom + 2), (here, under), (there, under), (there, plan.bottom + 8)]
        found += (
            plan.canvas.line(way, "copy"),
            plan.canvas.arrow((there, plan.bottom + 2), "up", "head copy-head"),
        )
    return found, (max(placed) + 1) * LANE + 18 if pairs else 0
