"""The list of sources at the end of the body: each once, with what it is a copy of."""

from collections.abc import Iterator

from factcheck import CopyOf, Source

from .dates import date
from .ids import listed_id
from .markup import NOTHING, Markup, block, element, lines, text, to
from .pointers import uri
from .shown import COLON, COMMA, SEMICOLON, Shown, aside, joined, said, title


def source_listing(shown: Shown) -> Markup:
    """A div with an item for each source, which the citations in the body point to; nothing where there are none."""
    items = lines(_item(source, shown) for source in shown.sources.values())
    return block("div", element("head", said("Sources")), block("list", items), type="sources") if items else NOTHING


def _item(source: Source, shown: Shown) -> Markup:
    described = joined(COMMA, _described(source, shown))
    return element(
        "item",
        joined(SEMICOLON, (described, _copied(source.copy_of, shown))),
        id=listed_id(source.id),
        corresp=to(source.id),
    )


def _described(source: Source, shown: Shown) -> Iterator[Markup]:
    called, address = text(title(source)), _address(source.url)
    nameless = title(source) == source.url
    yield address if nameless else called
    responsible = dict.fromkeys((*source.authors, source.publisher))
    yield from (shown.mentioned.spoken[agent] for agent in responsible if agent is not None)
    yield date(source.published)
    yield _dated("changed", source.modified)
    yield _dated("read", source.accessed)
    yield NOTHING if nameless else address


def _dated(what: str, edtf: str | None) -> Markup:
    return NOTHING if edtf is None else joined(text(" "), (said(what), date(edtf)))


def _address(url: str | None) -> Markup:
    return NOTHING if url is None else element("ref", text(url), target=uri(url))


def _copied(copy: CopyOf | None, shown: Shown) -> Markup:
    if copy is None:
        return NOTHING
    original = joined(COLON, (said(f"{copy.kind} from"), shown.cited[copy.source]))
    return Markup(original + aside(copy.note))
