"""Topics: the things that a fact-check or a claim is about, under all their names."""

from factcheck import Topic

from .markup import Markup, text


def topic(spoken_of: Topic) -> Markup:
    """What stands in the element of one topic."""
    names = [f'<term type="alternative">{text(name)}</term>' for name in spoken_of.alternative_names]
    same = [f'<idno type="sameAs">{text(url)}</idno>' for url in spoken_of.same_as]
    return Markup("".join((f"<term>{text(spoken_of.name)}</term>", *names, *same)))
