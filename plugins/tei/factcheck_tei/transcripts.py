"""The TEI of a source's text: what the source is, and its words to the character."""

from factcheck import Source
from factcheck.text import may_be_passed_on

from .agents import Mentions, authors, publisher
from .dates import date
from .header import application
from .ids import text_of_source_id
from .markup import Markup, lines, text
from .paragraphs import Layout, body, digest
from .pointers import licence
from .shown import title
from .sources import described

_UNKNOWN = "und"
TRANSCRIPTION = (
    "What body holds is the text of the source to the character, its tags left out: with its line ends, and the white "
    "space between paragraphs. Nothing was normalised. A paragraph ends where a line is blank; an lb stands where a "
    "line begins within one. A character that XML cannot hold is written as a g, whose n names it, and counts as one. "
    "The idno of type sha256 is of the text in UTF-8."
)
_NOT_KNOWN = "No licence is known that lets anybody pass this text on."


def transcript(source: Source, layout: Layout, mentioned: Mentions) -> Markup:
    """The TEI element that holds the text of a source."""
    language = source.language or _UNKNOWN
    return lines(
        f'<TEI xml:id="{text_of_source_id(source.id)}" type="source" corresp="#{source.id}" xml:lang="{language}">',
        "<teiHeader>",
        _file_description(source, layout, mentioned),
        "<encodingDesc>",
        '<editorialDecl xml:lang="en">',
        f"<normalization><p>{text(TRANSCRIPTION)}</p></normalization>",
        "</editorialDecl>",
        application(),
        "</encodingDesc>",
        "<profileDesc>",
        "<langUsage>",
        f'<language ident="{language}"/>',
        "</langUsage>",
        "</profileDesc>",
        "</teiHeader>",
        "<text>",
        body(layout),
        "</text>",
        "</TEI>",
    )


def _file_description(source: Source, layout: Layout, mentioned: Mentions) -> Markup:
    return lines(
        "<fileDesc>",
        "<titleStmt>",
        f"<title>{text(title(source))}</title>",
        authors(source.authors, mentioned),
        "</titleStmt>",
        "<publicationStmt>",
        publisher(source.publisher, mentioned),
        date(source.published, "published"),
        f'<idno type="sha256">{digest(layout.text)}</idno>',
        _availability(source),
        "</publicationStmt>",
        source.checksum and _note(source.checksum == f"sha256:{digest(layout.text)}"),
        "<sourceDesc>",
        described(source, mentioned, f'corresp="#{source.id}"'),
        "</sourceDesc>",
        "</fileDesc>",
    )


def _availability(source: Source) -> str:
    if source.licence is None:
        return f'<availability status="unknown"><p xml:lang="en">{text(_NOT_KNOWN)}</p></availability>'
    return licence(source.licence, "free" if may_be_passed_on(source.licence) else "restricted")


def _note(same: bool) -> Markup:
    """Whether the text is the one that the fact-check was made from, by its checksum."""
    subtype = "same" if same else "different"
    said = "It is the text that the fact-check was made from." if same else "The fact-check was made from another text."
    note = f'<note type="checksum" subtype="{subtype}" xml:lang="en">{said}</note>'
    return lines("<notesStmt>", note, "</notesStmt>")
