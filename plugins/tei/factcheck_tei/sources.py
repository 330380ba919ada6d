"""listBibl: the sources that claims appear in and verdicts rest on."""

from factcheck import Source

from .agents import Mentions
from .dates import date
from .markup import NOTHING, Markup, block, element, lines, listed, text, to, worded
from .pointers import licence, link

_DIGEST = "sha256:"


def source_list(sources: tuple[Source, ...], mentioned: Mentions) -> Markup:
    """A listBibl with a bibl for each of these, in their order."""
    return listed("listBibl", [described(source, mentioned, id=source.id) for source in sources])


def described(source: Source, mentioned: Mentions, **attributes: str) -> Markup:
    """The bibl of a source, with these attributes."""
    return block(
        "bibl",
        worded("title", source.title),
        *(element("author", mentioned.spoken[author]) for author in source.authors),
        NOTHING if source.publisher is None else element("publisher", mentioned.spoken[source.publisher]),
        date(source.published, "published"),
        date(source.modified, "modified"),
        date(source.accessed, "accessed"),
        NOTHING if source.language is None else element("textLang", mainLang=source.language),
        _checksum(source),
        link("url", source.url),
        link("archived", source.archived_url),
        licence(source.licence),
        worded("note", source.description, type="description"),
        _copy(source),
        **attributes,
        type=source.kind,
    )


def _checksum(source: Source) -> Markup:
    if source.checksum is None:
        return NOTHING
    return element("idno", text(source.checksum.removeprefix(_DIGEST)), type="sha256")


def _copy(source: Source) -> Markup:
    copy = source.copy_of
    if copy is None:
        return NOTHING
    copied = element("relatedItem", type="copyOf", subtype=copy.kind, target=to(copy.source))
    return lines((copied, worded("note", copy.note, type="copyOf")))
