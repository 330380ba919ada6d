"""The list of sources at the end of the body: each once, with what it is a copy of."""

from factcheck import CopyOf, Source

from .dates import date
from .ids import listed_id
from .markup import NOTHING, Markup, lines, listed, text
from .pointers import shown_link
from .shown import COMMA, SEMICOLON, Shown, aside, joined, said, title


def source_listing(shown: Shown) -> Markup:
    """A div with an item for each source, which the citations in the body point to; nothing where there are none."""
    items = listed("list", [_item(source, shown) for source in shown.sources.values()])
    return lines('<div type="sources">', f"<head>{said('Sources')}</head>", items, "</div>") if items else NOTHING


def _item(source: Source, shown: Shown) -> str:
    content = joined(SEMICOLON, _described(source, shown), _copied(source.copy_of, shown))
    return f'<item xml:id="{listed_id(source.id)}" corresp="#{source.id}">{content}</item>'


def _described(source: Source, shown: Shown) -> Markup:
    called, address = title(source), shown_link(source.url)
    nameless = called == source.url
    responsible = dict.fromkeys((*source.authors, source.publisher))
    return joined(
        COMMA,
        address if nameless else text(called),
        *[shown.mentioned.spoken[agent] for agent in responsible if agent is not None],
        date(source.published),
        source.modified and f"{said('changed')} {date(source.modified)}",
        source.accessed and f"{said('read')} {date(source.accessed)}",
        None if nameless else address,
    )


def _copied(copy: CopyOf | None, shown: Shown) -> Markup:
    if copy is None:
        return NOTHING
    return Markup(f"{said(f'{copy.kind} from')}: {shown.cited[copy.source]}{aside(copy.note)}")
