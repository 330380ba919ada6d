"""What happened when: claims made, sources published, verdicts reached, corrections."""

from collections.abc import Iterator

from .cards import badge
from .dates import order
from .markup import Markup, block, element, joined, text
from .story import Story

Event = tuple[str | None, str, Markup]


def timeline(story: Story) -> Markup:
    """Everything that has a date, the earliest first; what has none comes last and says so."""
    found: dict[str | None, list[Event]] = {}
    for event in _events(story):
        found.setdefault(event[0], []).append(event)
    dates = sorted(found, key=lambda date: (order(date), date or ""))
    return block("ol", *(_entry(story, date, found[date]) for date in dates), class_="timeline")


def _entry(story: Story, date: str | None, events: list[Event]) -> Markup:
    """What happened at one date."""
    items = (
        element("li", joined((element("span", story.words(f"event.{key}"), class_=f"tag e-{key}"), what), " "))
        for _, key, what in events
    )
    return block("li", element("p", story.when(date), class_="when"), block("ul", *items))


def _events(story: Story) -> Iterator[Event]:
    whole = story.fact_check
    for claim in whole.claims:
        who = story.everybody(claim.claimants)
        said = story.claim_link(claim.id, whole=True)
        yield claim.made, "claim", Markup(f"{who}: {said}") if who else said
    for source in whole.sources:
        yield source.published, "source", story.source_link(source.id)
        if source.modified:
            yield source.modified, "source-changed", story.source_link(source.id)
    for verdict in whole.verdicts:
        claim_link = story.claim_link(verdict.claim)
        for earlier in verdict.history:
            yield earlier.published, "verdict", joined((claim_link, element("s", badge(story, earlier.rating))), " ")
        yield verdict.published or whole.published, "verdict", joined((claim_link, badge(story, verdict.rating)), " ")
    if whole.published:
        yield whole.published, "fact-check", text(whole.headline)
    if whole.modified:
        yield whole.modified, "fact-check-changed", text(whole.headline)
    for correction in whole.corrections:
        yield correction.published, "correction", story.part_link(correction.id)
