"""The verdict card, as a reader sees it: the claim, who made it, what it was found to be, by whom and when."""

from factcheck import Claim, Rating, Verdict

from .facts import facts, out, paragraphs
from .independent import count
from .markup import NOTHING, Markup, block, element, lines, text
from .story import Story

# From false to true; a label without a number or a category has no colour.
_STEPS = ("false", "mostly-false", "mixed", "mostly-true", "true")


def cards(story: Story) -> Markup:
    """A card for each verdict, in the order of the claims, and one for each claim without one."""
    found: list[Markup] = []
    for claim in story.fact_check.claims:
        verdicts = story.verdicts[claim.id]
        found += [_card(story, claim, verdict) for verdict in verdicts] or [_card(story, claim, None)]
    return block("div", *found, class_="cards" if len(found) > 1 else "cards alone")


def tone(story: Story, rating: Rating) -> str:
    """The class that colours a rating: by its category, else by where its number stands on the scale."""
    if rating.category:
        return f"r-{rating.category}"
    scale = story.fact_check.rating_scale
    if scale is None or scale.bounds is None or rating.number is None:
        return "r-none"
    worst, best = scale.bounds
    return f"r-{_STEPS[round((rating.number - worst) / (best - worst) * (len(_STEPS) - 1))]}"


def badge(story: Story, rating: str) -> Markup:
    """The name of a rating, coloured."""
    return element("strong", story.rating(rating), class_=f"badge {tone(story, story.ratings[rating])}")


def _card(story: Story, claim: Claim, verdict: Verdict | None) -> Markup:
    words = story.words
    identifier = verdict.id if verdict else f"{claim.id}.none"
    heading = element(
        "h3",
        element("a", story.claim_words(claim.id), href=f"#{claim.id}"),
        id=f"{identifier}.h",
    )
    return block(
        "article",
        element("p", story.claim_number(claim.id), class_="kicker"),
        heading,
        facts(
            story,
            (
                ("claimed-by", story.everybody(claim.claimants) or words("claimant.unknown")),
                ("rating", badge(story, verdict.rating) if verdict else words("verdict.none")),
                ("independent-reports", count(story, claim)),
            ),
        ),
        _reasons(story, verdict) if verdict else NOTHING,
        id=identifier,
        class_=f"card {tone(story, story.ratings[verdict.rating]) if verdict else 'r-none'}",
        aria_labelledby=f"{identifier}.h",
    )


def _reasons(story: Story, verdict: Verdict) -> Markup:
    whole, sure = story.fact_check, verdict.confidence
    foot = facts(
        story,
        (
            ("published-by", story.everybody((whole.publisher,)) if whole.publisher else NOTHING),
            ("date", story.when(verdict.published or whole.published)),
            ("authors", story.everybody(verdict.authors)),
            ("confidence", NOTHING if sure is None else story.words("percent", number=text(f"{sure * 100:.10g}"))),
            ("page", out(verdict.url)),
        ),
    )
    return lines((paragraphs(verdict.explanation), block("div", foot, class_="foot")))
