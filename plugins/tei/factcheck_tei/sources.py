"""listBibl: the sources that claims appear in and verdicts rest on."""

from factcheck import CopyOf, Source

from .agents import Mentions, authors, publisher
from .dates import date
from .markup import Markup, block, lines, listed, text
from .pointers import licence, link

_DIGEST = "sha256:"


def source_list(sources: tuple[Source, ...], mentioned: Mentions) -> Markup:
    """A listBibl with a bibl for each of these, in their order."""
    return listed("listBibl", [described(source, mentioned, f'xml:id="{source.id}"') for source in sources])


def described(source: Source, mentioned: Mentions, attribute: str) -> Markup:
    """The bibl of a source, with this attribute."""
    return block(
        f'bibl {attribute} type="{source.kind}"',
        source.title and f"<title>{text(source.title)}</title>",
        authors(source.authors, mentioned),
        source.publisher and publisher(source.publisher, mentioned),
        date(source.published, "published"),
        date(source.modified, "modified"),
        date(source.accessed, "accessed"),
        source.language and f'<textLang mainLang="{source.language}"/>',
        source.checksum and f'<idno type="sha256">{source.checksum.removeprefix(_DIGEST)}</idno>',
        link('type="url"', source.url),
        link('type="archived"', source.archived_url),
        licence(source.licence),
        source.description and f'<note type="description">{text(source.description)}</note>',
        None if source.copy_of is None else _copied(source.copy_of),
    )


def _copied(copy: CopyOf) -> Markup:
    return lines(
        f'<relatedItem type="copyOf" subtype="{copy.kind}" target="#{copy.source}"/>',
        copy.note and f'<note type="copyOf">{text(copy.note)}</note>',
    )
