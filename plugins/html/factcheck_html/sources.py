"""Each source: what it is, what it is a copy of, and its text with the quotations marked."""

from factcheck import Evidence, Source
from factcheck.text import Kind

from .facts import facts, out, rows
from .highlights import Marked, highlighted
from .markup import NOTHING, Markup, block, element, joined, lines, text
from .quoting import said_of, seen_as
from .story import Story


def sources(story: Story) -> Markup:
    """A section for each source."""
    marks = _marks(story)
    return lines(_source(story, source, marks.get(source.id, [])) for source in story.fact_check.sources)


def _marks(story: Story) -> dict[str, list[Marked]]:
    """What is marked in each text that is shown."""
    found: dict[str, list[Marked]] = {}
    for identifier, located in story.located.items():
        part, claim = story.quotations[identifier]
        if part.source not in story.texts or located.place is None:
            continue
        number = story.numbers[claim]
        label = story.words.plain("claim.number").format(number=number)
        said = part.stance if isinstance(part, Evidence) else "appears"
        kind = "drifted" if seen_as(located) is Kind.DRIFT else said
        marked = Marked(located.place.start, located.place.end, identifier, number, label, kind)
        found.setdefault(part.source, []).append(marked)
    return found


def _source(story: Story, source: Source, marks: list[Marked]) -> Markup:
    words = story.words
    return block(
        "article",
        element("h3", story.source_name(source), id=f"{source.id}.h"),
        facts(
            story,
            (
                ("kind", words(f"kind.{source.kind}")),
                ("description", text(source.description) if source.title and source.description else NOTHING),
                ("published-by", story.everybody((source.publisher,)) if source.publisher else NOTHING),
                ("authors", story.everybody(source.authors)),
                ("published", story.when(source.published)),
                ("modified", story.when(source.modified) if source.modified else NOTHING),
                ("read", story.when(source.accessed) if source.accessed else NOTHING),
                ("address", out(source.url)),
                ("archived-copy", out(source.archived_url)),
                ("language.of", words.tongue(source.language) if source.language else NOTHING),
                ("licence", out(source.licence)),
                ("checksum", element("code", text(source.checksum)) if source.checksum else NOTHING),
                ("copy", _copy(story, source)),
            ),
        ),
        _quoted_in(story, source),
        _text(story, source, marks),
        id=source.id,
        class_="source",
        aria_labelledby=f"{source.id}.h",
    )


def _copy(story: Story, source: Source) -> Markup:
    copy = source.copy_of
    if copy is None:
        return NOTHING
    said = story.words(f"copy.{copy.kind}", source=story.source_link(copy.source))
    return joined((said, element("span", text(copy.note), class_="note") if copy.note else NOTHING), " ")


def _quoted_in(story: Story, source: Source) -> Markup:
    """The way to each claim and piece of evidence that rests on this source, and what could not be found in its text."""
    items = []
    for identifier, (part, claim) in story.quotations_of(source.id):
        link = element("a", story.claim_number(claim), href=f"#{identifier}")
        stance = story.words(f"stance.{part.stance}" if isinstance(part, Evidence) else "appears")
        located = story.located.get(identifier)
        how = said_of(story, located) if located else NOTHING
        items.append(joined((link, stance, how), " · "))
    return lines((element("h4", story.words("cited-for")), rows(items, "cited"))) if items else NOTHING


def _text(story: Story, source: Source, marks: list[Marked]) -> Markup:
    if source.id in story.withheld:
        return element("p", story.words("text.withheld"), class_="withheld")
    if source.id not in story.texts:
        return NOTHING
    return lines(
        (
            element("h4", story.words("text"), id=f"{source.id}.text.h"),
            element(
                "div",
                highlighted(story.texts[source.id], marks),
                class_="text",
                id=f"{source.id}.text",
                role="group",
                aria_labelledby=f"{source.id}.h {source.id}.text.h",
                tabindex="0",
                **story.words.foreign(source.language),
            ),
        )
    )
