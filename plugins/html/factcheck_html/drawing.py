"""The picture, drawn by its plan."""

from collections.abc import Iterator, Mapping

from .cards import tone
from .lanes import lanes
from .markup import Markup, lines
from .names import agent_name
from .plan import FONT, LANE, LINE, NAME, ROOM, TURN, Plan, claim_lines
from .shapes import fitting, width


def drawn(plan: Plan) -> tuple[Markup, float, float]:
    """What the picture holds, its width and its height."""
    copies, below = _copies(plan)
    content = lines(
        (
            *_ground(plan),
            *_names(plan),
            *(each for row in range(len(plan.ways)) for each in _row(plan, row)),
            *_relations(plan),
            *copies,
        )
    )
    return content, plan.canvas.width, plan.bottom + below + 8


def _ground(plan: Plan) -> Iterator[Markup]:
    for row in range(0, len(plan.ways), 2):
        yield plan.canvas.box((0, plan.tops[row]), (plan.canvas.width, plan.heights[row]), "shade")
    for x in plan.columns.values():
        yield plan.canvas.line([(x, plan.head - 6), (x, plan.bottom)], "guide")


def _names(plan: Plan) -> Iterator[Markup]:
    for station, x in plan.columns.items():
        fit = fitting(plan.story.short[station], FONT, NAME)
        yield plan.canvas.words((x + 3, plan.head - 10), fit, "name", turned=TURN)


def _row(plan: Plan, row: int) -> Iterator[Markup]:
    yield from _label(plan, row)
    way, steps = plan.ways[row], plan.steps(row)
    y = plan.tops[row] + plan.heights[row] - 16
    for (start, end), lane in zip(steps, lanes(steps), strict=True):
        yield from _step(plan, y, start, end, lane)
    yield plan.canvas.dot((plan.start, y), 3.5, "origin")
    order = tuple(plan.columns)
    for place in sorted({end for _, end in steps}):
        station = order[place]
        kind = "first" if station in way.first else "page" if station in way.pages else "relay"
        yield plan.canvas.dot((plan.columns[station], y), 5, f"stop {kind}")


def _label(plan: Plan, row: int) -> Iterator[Markup]:
    """Who says it, how it was rated, and its words."""
    story, way, x, y = plan.story, plan.ways[row], plan.side + 8, plan.tops[row] + 18
    verdicts = story.verdicts[way.claim.id]
    rated = ""
    if verdicts:
        rating = story.ratings[verdicts[0].rating]
        rated = fitting(rating.names.best(story.words.language), FONT, 110)
        yield plan.canvas.words((x + ROOM, y), rated, f"verdict {tone(story, rating)}", "end")
    who = ", ".join(agent_name(story.agents[each]) for each in way.claim.claimants)
    number = f"{story.numbers[way.claim.id]}  "
    room = ROOM - width(rated, FONT) - 12 - width(number, FONT)
    yield plan.canvas.words((x, y), number + fitting(who or story.words.plain("claimant.unknown"), FONT, room), "who")
    for line, words in enumerate(claim_lines(way), 1):
        yield plan.canvas.words((x, y + line * LINE), words, "claim-text")


def _step(plan: Plan, y: float, start: int, end: int, lane: int) -> Iterator[Markup]:
    """A step along a row: straight to the next column, else over what stands between."""
    xs = (plan.start, *plan.columns.values())
    here, there = xs[start + 1], xs[end + 1]
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
    placed = lanes([(row, other) for row, other, _ in plan.bearings])
    for number, ((row, other, kind), lane) in enumerate(zip(plan.bearings, placed, strict=True)):
        x = plan.side - 8 - lane * LANE
        start, end = heights[row, number], heights[other, number]
        yield plan.canvas.line([(plan.side, start), (x, start), (x, end), (plan.side - 2, end)], f"relation k-{kind}")
        yield plan.canvas.arrow((plan.side + 2, end), "on", f"head k-{kind}")


def _ends(plan: Plan) -> Mapping[tuple[int, int], float]:
    """The height of each end of a relation, by its row and the relation's number: in the order of the other ends."""
    ends: dict[int, list[tuple[int, int]]] = {}
    for number, (row, other, _) in enumerate(plan.bearings):
        ends.setdefault(row, []).append((other, number))
        ends.setdefault(other, []).append((row, number))
    return {
        (row, number): plan.tops[row] + plan.heights[row] * (place + 1) / (len(there) + 1)
        for row, there in ends.items()
        for place, (_, number) in enumerate(sorted(there))
    }


def _copies(plan: Plan) -> tuple[list[Markup], float]:
    """Lines below the columns, from each copy to what it was copied from; and the room that they take."""
    xs = plan.columns
    order = {station: at for at, station in enumerate(xs)}
    pairs = [
        (each.id, each.copy_of.source)
        for each in plan.story.sources.values()
        if each.copy_of and each.id in xs and each.copy_of.source in xs
    ]
    placed = lanes([(order[copy], order[original]) for copy, original in pairs])
    found: list[Markup] = []
    for (copy, original), lane in zip(pairs, placed, strict=True):
        turn = -3 if xs[original] < xs[copy] else 3
        here, there = xs[copy] + turn, xs[original] - turn
        under = plan.bottom + 14 + lane * LANE
        way = [(here, plan.bottom + 2), (here, under), (there, under), (there, plan.bottom + 8)]
        found += (
            plan.canvas.line(way, "copy"),
            plan.canvas.arrow((there, plan.bottom + 2), "up", "head copy-head"),
        )
    return found, (max(placed) + 1) * LANE + 18 if pairs else 0
