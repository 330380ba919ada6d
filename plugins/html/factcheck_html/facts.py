"""Small pieces that several parts of the page are made of."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from .markup import NOTHING, Markup, block, element, joined, lines, text
from .story import Story

Fact = tuple[str, Markup]


def facts(story: Story, given: Iterable[Fact]) -> Markup:
    """A list of terms and what they are, without those that are nothing."""
    return block(
        "dl",
        *(
            element("div", element("dt", story.words(key)), text(" "), element("dd", value))
            for key, value in given
            if value
        ),
        class_="facts",
    )


def out(url: str | None, words: Markup | None = None) -> Markup:
    """A link to a page elsewhere, nothing where there is none; without words, the page's site and path."""
    if url is None:
        return NOTHING
    said = words or element("bdi", text(shown(url)))
    return element("a", said, href=url, rel="noopener noreferrer", class_="out said" if words else "out")


def outs(urls: Iterable[str]) -> Markup:
    """Links to pages elsewhere, in a row."""
    return joined(map(out, urls))


def shown(url: str) -> str:
    """An address as people read it: without its scheme, `www.` and a stroke at the end."""
    try:
        split = urlsplit(url)
    except ValueError:  # brackets that hold no address
        return url
    rest = url.removeprefix(f"{split.scheme}://").removeprefix("www.")
    return rest.removesuffix("/") if rest.count("/") == 1 else rest


def paragraphs(words: str | None, class_: str | None = None) -> Markup:
    """Text with a paragraph for each part between blank lines; line breaks within one are kept by the style."""
    parts = words.replace("\r\n", "\n").split("\n\n") if words else []
    return lines(element("p", text(part.strip("\n")), class_=class_) for part in parts if part.strip())


def rows(items: Iterable[Markup], class_: str | None = None, tag: str = "ul") -> Markup:
    """A list of these, nothing where there are none."""
    return block(tag, *(element("li", item) for item in items if item), class_=class_)
