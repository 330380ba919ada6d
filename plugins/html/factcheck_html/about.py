"""Who made the fact-check and by what rules; the scale with all its labels; everybody who is named."""

from factcheck import Agent, Rating

from .cards import badge
from .claims import topics
from .facts import facts, out, outs
from .markup import NOTHING, Markup, block, element, joined, lines, text
from .names import agent_name
from .story import Story

_POLICIES = ("corrections", "methodology", "funding", "ethics", "feedback")


def about(story: Story) -> Markup:
    """The fact-check itself: publisher, authors, dates, licence, policies, topics."""
    whole = story.fact_check
    policies = [out(url, story.words(f"policy.{name}")) for name in _POLICIES if (url := getattr(whole.policies, name))]
    return facts(
        story,
        (
            ("published-by", story.everybody((whole.publisher,)) if whole.publisher else NOTHING),
            ("authors", story.everybody(whole.authors)),
            ("reviewers", story.everybody(whole.reviewers)),
            ("published", story.when(whole.published)),
            ("modified", story.when(whole.modified) if whole.modified else NOTHING),
            ("address", out(whole.url)),
            ("identifier", element("code", text(whole.id))),
            ("licence", out(whole.licence)),
            ("policies", joined(policies)),
            ("topics", topics(whole.topics)),
        ),
    )


def scale(story: Story) -> Markup:
    """All labels of the scale, from false to true, each with what is meant by it, in every language it is given in."""
    given = story.fact_check.rating_scale
    if given is None:
        return NOTHING
    return lines(
        (
            facts(
                story,
                (
                    ("scale.name", text(given.name or "")),
                    ("page", out(given.url)),
                    ("scale.worst", text("" if given.worst is None else f"{given.worst:.10g}")),
                    ("scale.best", text("" if given.best is None else f"{given.best:.10g}")),
                ),
            ),
            block("ol", *(_rating(story, rating) for rating in given.ratings), class_="scale"),
        )
    )


def _rating(story: Story, rating: Rating) -> Markup:
    words = story.words
    own = story.rating(rating.id)
    others = [name for name in (words.said(name, tag) for tag, name in rating.names.items()) if name != own]
    definitions = (words.said(meaning, tag, "p", class_="note") for tag, meaning in (rating.definition or {}).items())
    number = NOTHING if rating.number is None else element("span", text(f"{rating.number:.10g}"), class_="number")
    category = element("span", words(f"category.{rating.category}"), class_="tag") if rating.category else NOTHING
    return element(
        "li",
        joined((badge(story, rating.id), number, category, element("span", joined(others), class_="aside")), " "),
        *definitions,
        id=rating.id,
    )


def people(story: Story) -> Markup:
    """Everybody who is referred to."""
    return block("ul", *(_agent(story, agent) for agent in story.fact_check.agents), class_="people")


def _agent(story: Story, agent: Agent) -> Markup:
    words = story.words
    kinds = [f"agent.{agent.kind}", *([f"nature.{agent.nature}"] if agent.nature else [])]
    title = element("strong", text(agent_name(agent)), dir="auto")
    tags = (element("span", words(kind), class_="tag") for kind in kinds)
    return element(
        "li",
        element("p", joined((title, *tags), " "), class_="where"),
        facts(
            story,
            (
                ("description", text(agent.description or "") if agent.name else NOTHING),
                ("job-title", text(agent.job_title or "")),
                ("affiliation", story.everybody((agent.affiliation,)) if agent.affiliation else NOTHING),
                ("other-names", joined(element("bdi", text(name)) for name in agent.alternative_names)),
                ("page", out(agent.url)),
                ("identified-by", outs(agent.same_as)),
            ),
        ),
        id=agent.id,
    )
