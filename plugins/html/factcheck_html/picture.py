"""The picture of who said what through whom and what contradicts what, with its key and the same in words."""

from collections.abc import Iterator

from factcheck import Appearance, Claim
from factcheck.provenance import disputes

from .drawing import drawn
from .facts import rows
from .markup import NOTHING, Markup, block, element, joined, lines, plain, text
from .plan import Plan, planned
from .routes import stops
from .shapes import Canvas
from .story import Story

_KINDS = ("denies", "contradicts", "narrows", "supports", "repeats", "translates")


def picture(story: Story) -> Markup:
    """The picture in a frame that scrolls where it is too wide, its key, and what it shows as text."""
    if not any(claim.appearances or claim.relations for claim in story.fact_check.claims):
        return NOTHING
    plan, words = planned(story), story.words
    if plan is None:
        shown = element("p", words("picture.too-many"), class_="aside")
    else:
        figure = block("figure", _frame(plan), element("figcaption", rows(_key(story), "key")))
        shown = lines((element("p", words("picture.how"), class_="aside"), figure))
    return lines((shown, _bearing(story), _in_words(story)))


def _frame(plan: Plan) -> Markup:
    content, width, height = drawn(plan)
    words = plan.story.words
    drawing = block(
        "svg",
        element("title", plain(words.plain("section.picture")), id="picture.title"),
        element("desc", plain(words.plain("picture.how")), id="picture.desc"),
        content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=f"{width:.0f}",
        height=f"{height:.0f}",
        role="img",
        aria_labelledby="picture.title picture.desc",
    )
    return element("div", drawing, class_="scroll", tabindex="0", role="group", aria_labelledby="part.picture.h")


def _key(story: Story) -> Iterator[Markup]:
    """What each sign in the picture means, those that are not in it left out."""
    whole = story.fact_check
    dots = [("key.origin", "origin"), ("key.relay", "stop relay"), ("key.page", "stop page"), ("first", "stop first")]
    for key, sign in dots:
        yield joined((_sign(Canvas(28, mirrored=False).dot((14, 7), 5, sign)), story.words(key)), " ")
    kinds = dict.fromkeys(each.kind for claim in whole.claims for each in claim.relations)
    for kind in kinds:
        line = Canvas(28, mirrored=False).line([(1, 7), (27, 7)], f"relation k-{kind}")
        yield joined((_sign(line), story.words(f"relates.{kind}")), " ")
    if any(source.copy_of for source in whole.sources):
        yield joined((_sign(Canvas(28, mirrored=False).line([(1, 7), (27, 7)], "copy")), story.words("key.copy")), " ")


def _sign(shape: Markup) -> Markup:
    return element("svg", shape, width="28", height="14", aria_hidden="true")


def _bearing(story: Story) -> Markup:
    """Which claims bear on which, with the dates of both, in the order of these."""
    items = [
        joined((_relation(story, each.claim, each.kind, each.other) for each in pair.oppositions), "; ")
        for pair in disputes(story.fact_check, _KINDS)
    ]
    return lines((element("h3", story.words("bearing")), rows(items, "bearing"))) if items else NOTHING


def _relation(story: Story, claim: str, kind: str, other: str) -> Markup:
    related = story.words(f"relation.{kind}", claim=story.claim_link(other))
    return joined((story.claim_link(claim), _dated(story, claim), related, _dated(story, other)), " ")


def _dated(story: Story, claim: str) -> Markup:
    return element("span", text("("), story.when(story.claims[claim].made), text(")"), class_="aside")


def _in_words(story: Story) -> Markup:
    """The ways of the claims as lists, for whom the picture says nothing."""
    ways = [
        lines(
            (
                element("p", joined((story.claim_link(claim.id), _speakers(story, claim)), " ")),
                rows((_way(story, claim, each) for each in claim.appearances), "ways"),
            )
        )
        for claim in story.fact_check.claims
    ]
    return block("details", element("summary", story.words("in-words")), rows(ways))


def _speakers(story: Story, claim: Claim) -> Markup:
    return story.everybody(claim.claimants) or story.words("claimant.unknown")


def _way(story: Story, claim: Claim, appearance: Appearance) -> Markup:
    """From who made the claim, through those who passed it on, to the source."""
    links = (story.short_link(stop) for stop in stops(appearance))
    return rows((_speakers(story, claim), *links), "chain", "ol")
