"""A teiCorpus of fact-checks that factcheck wrote, one TEI after the other: it may be of any size."""

from collections.abc import Iterator

from factcheck import Imported, Input, ReadingError
from factcheck_tei.collection import MEANINGS
from factcheck_tei.markup import DECLARATION
from factcheck_tei.pieces import MOST_OF_HEAD, Piece, pieces

from .parsing import parsed
from .records import records

_SHARED = f'<standOff type="{MEANINGS}">'.encode()


def can_be_streamed(head: bytes) -> bool:
    """Whether a file begins as such a corpus does: in those of others, a TEI may lead to what stands after it."""
    before = head.partition(b"<TEI")[0]
    return head.startswith(DECLARATION.encode()) and _SHARED in before and len(before) <= MOST_OF_HEAD


def streamed(source: Input, language: str) -> Iterator[Imported]:
    """Each TEI, with what stands after it; what stands before the first is told with that. Raises ReadingError as `read` does."""
    source.stream.seek(0)
    begun = False
    try:
        for piece in pieces(source.stream):
            yield from _records(piece, language, again=begun)
            begun = True
    except ReadingError as error:
        if not begun:
            raise
        yield Imported("", None, tuple(error.findings))


def _records(piece: Piece, language: str, *, again: bool) -> Iterator[Imported]:
    try:
        document = parsed(Input.of(piece.body))
    except ReadingError as error:
        yield Imported(piece.place("/teiCorpus/TEI"), None, tuple(map(piece.told, error.findings)))
        return
    for record in records(document, language, again=again):
        yield record._replace(
            place=piece.place(record.place),
            findings=tuple(map(piece.told, record.findings)),
            origins={path: piece.place(place) for path, place in record.origins.items()},
        )
