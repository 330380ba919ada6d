"""What was published and changed: the corrections, and the verdicts that no longer stand."""

from factcheck import Correction, EarlierVerdict, Verdict

from .cards import badge
from .facts import facts, paragraphs, rows
from .markup import NOTHING, Markup, block, element, joined, lines, text
from .story import Story


def corrections(story: Story) -> Markup:
    """The published corrections, the oldest first, each with the verdicts that it replaced."""
    replaced: dict[str, list[Markup]] = {}
    for verdict in story.fact_check.verdicts:
        for at, earlier in enumerate(verdict.history):
            replaced.setdefault(earlier.correction, []).append(_replaced(story, verdict, at))
    return lines(_correction(story, each, replaced.get(each.id, [])) for each in story.fact_check.corrections)


def _correction(story: Story, correction: Correction, replaced: list[Markup]) -> Markup:
    return block(
        "article",
        element("h3", story.correction_number(correction.id), id=f"{correction.id}.h"),
        facts(
            story,
            (
                ("date", story.when(correction.published)),
                ("changed", joined((story.part_link(part) for part in correction.parts), "; ")),
            ),
        ),
        paragraphs(correction.text),
        rows(replaced, "replaced"),
        id=correction.id,
        class_="correction",
        aria_labelledby=f"{correction.id}.h",
    )


def _replaced(story: Story, verdict: Verdict, at: int) -> Markup:
    """A verdict that no longer stands, struck through, and what stands instead."""
    earlier = verdict.history[at]
    now = verdict.history[at + 1].rating if at + 1 < len(verdict.history) else verdict.rating
    return lines(
        (
            element(
                "p",
                story.claim_link(verdict.claim),
                text(": "),
                element("s", badge(story, earlier.rating)),
                text(" "),
                element("span", story.when(earlier.published), class_="aside") if earlier.published else NOTHING,
            ),
            _struck(earlier),
            element("p", story.words("now"), text(" "), element("a", badge(story, now), href=f"#{verdict.id}")),
        )
    )


def _struck(earlier: EarlierVerdict) -> Markup:
    return element("p", element("s", text(earlier.explanation)), class_="struck") if earlier.explanation else NOTHING
