"""The TEI of a source's text: what the source is, and its words to the character."""

from collections.abc import Iterator

from factcheck import Source
from factcheck.text import may_be_passed_on

from .agents import Mentions
from .dates import date
from .header import application
from .ids import text_of_source_id
from .markup import NOTHING, Markup, block, element, text, to, worded
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
    return block(
        "TEI",
        block(
            "teiHeader",
            _file_description(source, layout, mentioned),
            _encoding_description(),
            block("profileDesc", block("langUsage", element("language", ident=source.language or _UNKNOWN))),
        ),
        block("text", body(layout)),
        id=text_of_source_id(source.id),
        type="source",
        corresp=to(source.id),
        lang=source.language or _UNKNOWN,
    )


def _file_description(source: Source, layout: Layout, mentioned: Mentions) -> Markup:
    return block(
        "fileDesc",
        block(
            "titleStmt",
            element("title", text(title(source))),
            *(element("author", mentioned.spoken[author]) for author in source.authors),
        ),
        block(
            "publicationStmt",
            element("publisher", NOTHING if source.publisher is None else mentioned.spoken[source.publisher]),
            date(source.published, "published"),
            worded("idno", digest(layout.text), type="sha256"),
            _availability(source),
        ),
        *_notes(source, layout),
        block("sourceDesc", described(source, mentioned, corresp=to(source.id))),
    )


def _availability(source: Source) -> Markup:
    if source.licence is None:
        return element("availability", element("p", text(_NOT_KNOWN), lang="en"), status="unknown")
    return licence(source.licence, "free" if may_be_passed_on(source.licence) else "restricted")


def _notes(source: Source, layout: Layout) -> Iterator[Markup]:
    """Whether the text is the one that the fact-check was made from, by its checksum."""
    if source.checksum is not None:
        same = source.checksum == f"sha256:{digest(layout.text)}"
        said = (
            "It is the text that the fact-check was made from."
            if same
            else "The fact-check was made from another text."
        )
        note = element("note", text(said), type="checksum", subtype="same" if same else "different", lang="en")
        yield block("notesStmt", note)


def _encoding_description() -> Markup:
    declared = element("normalization", element("p", text(TRANSCRIPTION)))
    return block("encodingDesc", block("editorialDecl", declared, lang="en"), application())
