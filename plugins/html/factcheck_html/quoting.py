"""Words quoted from a source, and how they stand there."""

from factcheck import Quotation, Source
from factcheck.text import Kind, Located

from .facts import out
from .highlights import drift, mark_id
from .markup import NOTHING, Markup, block, element, joined, lines, text
from .story import Quoting, Story


def quoted(story: Story, identifier: str, part: Quoting) -> Markup:
    """A quotation with what is before and after it, its languages, the way to its place, and how it stands there."""
    quotation, source = part.quotation, story.sources[part.source]
    if quotation is None:
        return NOTHING
    around = [
        element("span", text(words), class_="around") if words else NOTHING
        for words in (quotation.prefix, quotation.suffix)
    ]
    language = story.language_of(part)
    exact = element("span", text(quotation.exact), class_="exact")
    return lines(
        (
            element(
                "blockquote",
                element("p", around[0], exact, around[1], **story.words.foreign(language)),
                cite=source.url,
            ),
            element(
                "p", joined((_how(story, identifier, part), *_remarks(story, quotation, source)), " · "), class_="aside"
            ),
            _differing(story, identifier, part),
        )
    )


def _remarks(story: Story, quotation: Quotation, source: Source) -> list[Markup]:
    words = story.words
    place = f"{quotation.start}\u2013{quotation.end}"  # an en dash, between two numbers
    return [
        words("position", place=text(place)) if quotation.start is not None else NOTHING,
        words("language", language=words.tongue(quotation.language)) if quotation.language else NOTHING,
        words("translated-from", language=words.tongue(quotation.translated_from))
        if quotation.translated_from
        else NOTHING,
        out(source.url, words("read-there")),
        out(source.archived_url, words("archived")),
    ]


def _how(story: Story, identifier: str, part: Quoting) -> Markup:
    """How the words stand in the text, where that is given, and the way to them."""
    located = story.located.get(identifier)
    if located is None:
        return NOTHING
    found = element("span", said_of(story, located), class_=f"located l-{seen_as(located)}")
    if located.place is None or part.source not in story.texts:
        return found
    return joined((found, element("a", story.words("in-the-text"), href=f"#{mark_id(identifier)}")), " ")


def said_of(story: Story, located: Located) -> Markup:
    """How a quotation stands in a text, in a sentence."""
    return story.words(f"located.{seen_as(located)}", number=text(str(len(located.places))))


def seen_as(located: Located) -> Kind:
    """How a quotation was found; where no word differs, punctuation does."""
    return Kind.NORMALISED if located.kind is Kind.DRIFT and not located.differences else located.kind


def _differing(story: Story, identifier: str, part: Quoting) -> Markup:
    """What was quoted beside what stands in the text, where words differ and the text may be shown."""
    located = story.located.get(identifier)
    if located is None or not located.differences or located.place is None or part.source not in story.texts:
        return NOTHING
    words = story.words
    quoted, stands = element("del", words("drift.quoted")), element("ins", words("drift.stands"))
    return block(
        "div",
        element("p", *drift(located.place, located.differences), **words.foreign(story.language_of(part))),
        element("p", words("drift.key", quoted=quoted, stands=stands), class_="aside"),
        class_="drift",
    )
