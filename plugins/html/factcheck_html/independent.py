"""How many independent sources a claim or a verdict has: copies, and whoever passes on one report, count once."""

from factcheck import Claim, Verdict

from .facts import Fact
from .markup import NOTHING, Markup, element, joined, text
from .story import Story


def count(story: Story, claim: Claim) -> Markup:
    """How many independent reports of a claim there are."""
    return text(str(len(story.independence[claim.id].reports))) if claim.appearances else NOTHING


def reports(story: Story, claim: Claim) -> tuple[Fact, ...]:
    """The claimant's own texts, and each independent report with the pages that rest on it."""
    if not claim.appearances:
        return ()
    found = story.independence[claim.id]
    named = [_report(story, each.source or each.house, each.pages) for each in found.reports]
    return (
        ("own-words", joined((story.short_link(source) for source in found.statements), "; ")),
        ("independent-reports", _counted(len(found.reports), named)),
    )


def sources(story: Story, verdict: Verdict) -> tuple[Fact, ...]:
    """The independent sources that a verdict rests on."""
    if not verdict.evidence:
        return ()
    pages: dict[str, dict[str, None]] = {}
    for each in story.footings[verdict.id]:
        pages.setdefault(each.origin, {}).update(dict.fromkeys(each.sources))
    named = [_report(story, origin, tuple(given)) for origin, given in pages.items()]
    return (("independent-sources", _counted(len(pages), named)),)


def _report(story: Story, origin: str, pages: tuple[str, ...]) -> Markup:
    passed_on = joined((story.short_link(page) for page in pages if page != origin), "; ")
    around = element("span", text("("), passed_on, text(")"), class_="aside") if passed_on else NOTHING
    return joined((story.short_link(origin), around), " ")


def _counted(number: int, named: list[Markup]) -> Markup:
    return joined((element("strong", text(str(number))), joined(named, "; ")), " \u00b7 ")
