"""What happened when: claims made, sources published, verdicts reached, corrections."""

from collections.abc import Iterator

from .cards import badge
from .dates import order
from .markup import Markup, block, element, joined, text
from .story import Story

Event = tuple[str | None, str, Markup]


def timeline(story: Story) -> Markup:
    """Everything that has a date, the earliest first; what has none comes last and says so."""
    events = sorted(_events(story), key=lambda event: order(event[0]))
    return block(
        "ol",
        *(
            element(
                "li",
                element("span", story.when(date), class_="when"),
                element("span", joined((element("span", story.words(key), class_="tag"), what), " "), class_="what"),
                class_=f"e-{key.partition('.')[2]}",
            )
            for date, key, what in events
        ),
        class_="timeline",
    )


def _events(story: Story) -> Iterator[Event]:
    whole, words = story.fact_check, story.words
    for claim in whole.claims:
        who = story.everybody(claim.claimants)
        said = story.claim_link(claim.id, whole=True)
        yield claim.made, "event.claim", Markup(f"{who}: {said}") if who else said
    for source in whole.sources:
        yield source.published, "event.source", story.source_link(source.id)
        if source.modified:
            yield source.modified, "event.source-changed", story.source_link(source.id)
    for verdict in whole.verdicts:
        claim_link = story.claim_link(verdict.claim)
        for earlier in verdict.history:
            yield earlier.published, "event.verdict", joined((claim_link, element("s", badge(story, earlier.rating))), " ")
        yield verdict.published or whole.published, "event.verdict", joined((claim_link, badge(story, verdict.rating)), " ")
    if whole.published:
        yield whole.published, "event.fact-check", text(whole.headline)
    if whole.modified:
        yield whole.modified, "event.fact-check-changed", text(whole.headline)
    for number, correction in enumerate(whole.corrections, 1):
        link = element("a", words("correction.number", number=text(str(number))), href=f"#{correction.id}")
        yield correction.published, "event.correction", link
