"""Topics: the things that a fact-check or a claim is about, under all their names."""

from factcheck import Topic

from .markup import Markup, element, text, worded


def topic(tag: str, spoken_of: Topic, kind: str | None = None) -> Markup:
    """One topic, in an element of this name."""
    return element(
        tag,
        element("term", text(spoken_of.name)),
        *(worded("term", name, type="alternative") for name in spoken_of.alternative_names),
        *(worded("idno", url, type="sameAs") for url in spoken_of.same_as),
        type=kind,
    )
