"""Each claim: who made it, where it stands and through whom it got there, what speaks for and against it."""

from factcheck import Appearance, Claim, Evidence, Media, Relay, Topic, Verdict

from .cards import badge
from .facts import facts, out, outs, paragraphs, rows
from .independent import reports, sources
from .markup import NOTHING, Markup, block, element, joined, lines, text
from .quoting import quoted
from .story import Story, appearances, evidence


def claims(story: Story) -> Markup:
    """A section for each claim."""
    return lines(_claim(story, claim) for claim in story.fact_check.claims)


def topics(given: tuple[Topic, ...]) -> Markup:
    """Topics with their other names and the pages that identify them."""
    return joined((_topic(each) for each in given), "; ")


def _topic(topic: Topic) -> Markup:
    names = text(f" ({', '.join(topic.alternative_names)})") if topic.alternative_names else NOTHING
    pages = Markup(f" {outs(topic.same_as)}") if topic.same_as else NOTHING
    return element("span", Markup(f"{element('bdi', text(topic.name), names)}{pages}"), class_="topic")


def _claim(story: Story, claim: Claim) -> Markup:
    words = story.words
    number = element("span", story.claim_number(claim.id), class_="kicker")
    place = claim.place
    return block(
        "article",
        element("h3", Markup(f"{number} {story.claim_words(claim.id)}"), id=f"{claim.id}.h"),
        facts(
            story,
            (
                ("claimed-by", story.everybody(claim.claimants) or words("claimant.unknown")),
                ("made", story.when(claim.made)),
                ("place", joined((element("bdi", text(place.name)), outs(place.same_as)), " ") if place else NOTHING),
                ("occasion", text(claim.occasion or "")),
                ("interpreted-by", story.everybody((claim.interpreted_by,)) if claim.interpreted_by else NOTHING),
                ("about", topics(claim.about)),
                *reports(story, claim),
                *(("verdict", _verdict(story, verdict)) for verdict in story.verdicts[claim.id]),
            ),
        ),
        _part(story, "relations", rows((_relation(story, claim, n) for n in range(len(claim.relations))), "relations")),
        _part(story, "media", rows(_media(story, each) for each in claim.media)),
        _part(
            story,
            "appearances",
            block("ol", *(_appearance(story, *each) for each in appearances(claim)), class_="parts"),
        ),
        *(_evidence_for(story, verdict) for verdict in story.verdicts[claim.id]),
        id=claim.id,
        class_="claim",
        aria_labelledby=f"{claim.id}.h",
    )


def _part(story: Story, key: str, content: Markup) -> Markup:
    return lines((element("h4", story.words(key)), content)) if content else NOTHING


def _verdict(story: Story, verdict: Verdict) -> Markup:
    return element("a", badge(story, verdict.rating), href=f"#{verdict.id}")


def _relation(story: Story, claim: Claim, number: int) -> Markup:
    relation = claim.relations[number]
    said = story.words(f"relation.{relation.kind}", claim=story.claim_link(relation.claim))
    dated = element("span", story.when(story.claims[relation.claim].made), class_="aside")
    note = element("p", text(relation.note), class_="note") if relation.note else NOTHING
    return Markup(f"{said}: {story.claim_words(relation.claim)} {dated}{note}")


def _media(story: Story, media: Media) -> Markup:
    words = story.words
    return Markup(
        element("span", words(f"media.{media.kind}"))
        + facts(
            story,
            (
                ("description", text(media.description or "")),
                ("address", out(media.url)),
                ("found-to-be", words(f"authenticity.{media.authenticity}") if media.authenticity else NOTHING),
                ("original", out(media.original)),
                ("original-context", text(media.original_context or "")),
            ),
        )
    )


def _appearance(story: Story, identifier: str, part: Appearance) -> Markup:
    words = story.words
    return block(
        "li",
        element(
            "p",
            story.source_in_full(part.source),
            Markup(f" {element('span', words('first'), class_='tag')}") if part.first else NOTHING,
            *(Markup(f" {element('span', words(f'rendering.{each}'), class_='tag')}") for each in part.rendering),
            class_="where",
        ),
        quoted(story, identifier, part),
        facts(
            story,
            (
                ("attributed-to", element("bdi", text(part.attributed_to)) if part.attributed_to else NOTHING),
                ("through", _chain(story, part.relays)),
            ),
        ),
        id=identifier,
    )


def _chain(story: Story, relays: tuple[Relay, ...]) -> Markup:
    """Who passed the words on, from the claimant outwards."""
    return rows(
        (
            Markup(f"{story.short_link(relay.by)} {element('span', element('bdi', text(relay.verb)), class_='verb')}")
            for relay in relays
        ),
        "chain",
        "ol",
    )


def _evidence_for(story: Story, verdict: Verdict) -> Markup:
    """The evidence of a verdict, with the rating in its heading where the claim has several."""
    items = [_evidence(story, *each) for each in evidence(verdict)]
    if not items:
        return NOTHING
    alone = len(story.verdicts[verdict.claim]) == 1
    named = story.words("evidence") if alone else story.words("evidence.for", verdict=badge(story, verdict.rating))
    return lines((element("h4", named), facts(story, sources(story, verdict)), block("ol", *items, class_="parts")))


def _evidence(story: Story, identifier: str, part: Evidence) -> Markup:
    stance = element("span", story.words(f"stance.{part.stance}"), class_=f"tag s-{part.stance}")
    return block(
        "li",
        element("p", Markup(f"{stance} {story.source_in_full(part.source)}"), class_="where"),
        quoted(story, identifier, part),
        paragraphs(part.note, "note"),
        id=identifier,
    )
