"""A teiCorpus of any size as one document for each TEI in it: with the head before it and the end of the corpus after it.

What stands between two TEI goes with the first of them, so that nothing of the file is left out.
"""

from collections import deque
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple
from xml.parsers import expat

from factcheck import Finding, ReadingError

from .rules import RULES

_CHUNK = 1 << 20
MOST_OF_HEAD = 64_000  # it is read again with each TEI
_MOST_BYTES = 64_000_000
_MOST_OF_ONE = 10_000_000
_TEI = "TEI"
_ENCODING = "utf-8"
_CUT = expat.errors.XML_ERROR_NO_ELEMENTS  # expat says so of what is cut, too


class _Start(NamedTuple):
    """Where a TEI begins: its first byte, and its line from 1."""

    byte: int
    line: int


class Piece(NamedTuple):
    """A TEI of a corpus as a corpus of its own.

    `number` is its place among all TEI, from 1, None where there is no other. Its lines after the first `head` lines stand
    in the file `shift` lines further down.
    """

    body: bytes
    number: int | None
    head: int
    shift: int

    def told(self, finding: Finding) -> Finding:
        """A finding in the piece as one in the file."""
        line = finding.line
        moved = line if line is None or line <= self.head else line + self.shift
        return finding._replace(path=self.place(finding.path), line=moved)

    def place(self, path: str) -> str:
        """A place in the piece as one in the file."""
        root, _, inner = path[1:].partition("/")
        if self.number is None or not (inner == _TEI or inner.startswith((f"{_TEI}/", f"{_TEI}["))):
            return path
        return f"/{root}/{_TEI}[{self.number}]{inner[len(_TEI) :]}"


def pieces(stream: BinaryIO) -> Iterator[Piece]:
    """Each piece of a corpus in UTF-8, in order; a document that is none is one piece, as it stands.

    Memory goes with the largest piece. Raises ReadingError where the rest is no XML, has a DOCTYPE, or one piece is too large.
    """
    splitter = _Splitter()
    while chunk := stream.read(_CHUNK):
        yield from splitter.fed(chunk)
    yield from splitter.fed(b"", last=True)


class _Splitter:
    def __init__(self) -> None:
        self._parser = expat.ParserCreate(_ENCODING)
        self._parser.StartElementHandler = self._begun
        self._parser.EndElementHandler = self._ended
        self._parser.StartDoctypeDeclHandler = self._refused
        self._starts = deque[_Start]()
        self._depth = 0
        self._root = ""
        self._held, self._offset = b"", 0
        self._head: bytes | None = None
        self._count = 0

    def fed(self, chunk: bytes, *, last: bool = False) -> Iterator[Piece]:
        """The pieces that are whole now."""
        self._held += chunk
        problem = self._parsed(chunk, last=last)
        if self._starts and self._head is None:
            self._head = self._between(self._offset, self._starts[0].byte)
            if len(self._head) > MOST_OF_HEAD:
                raise ReadingError([_size("what stands before the first TEI of a teiCorpus has more than 64 kB", 1)])
        while len(self._starts) > 1:
            start = self._starts.popleft()
            body = self._between(start.byte, self._starts[0].byte)
            yield self._piece(start, body + f"</{self._root}>".encode(), alone=False)
        if problem:
            raise ReadingError([problem])
        start = self._starts[0] if self._starts else _Start(self._offset, 1)
        if last:
            yield self._piece(start, self._between(start.byte), alone=not self._count)
        self._held, self._offset = self._between(start.byte), start.byte

    def _piece(self, start: _Start, body: bytes, *, alone: bool) -> Piece:
        head = self._head or b""
        lines = head.count(b"\n")
        self._count += 1
        return Piece(head + body, None if alone else self._count, lines, start.line - lines - 1)

    def _between(self, start: int, end: int | None = None) -> bytes:
        """What is held of the file from one byte to another."""
        return self._held[start - self._offset : None if end is None else end - self._offset]

    def _parsed(self, chunk: bytes, *, last: bool) -> Finding | None:
        """What keeps the file from being read any further."""
        try:
            self._parser.Parse(chunk, last)
        except expat.ExpatError as error:
            said = expat.ErrorString(error.code)
            message = "the document ends before its last end tag" if said == _CUT else said
            return RULES["tei-syntax"].finding(message).at(None, error.lineno, error.offset + 1)
        except ReadingError as error:
            return error.findings[0]
        here = self._offset + len(self._held) - self._parser.CurrentByteIndex
        if not last and here > _MOST_OF_ONE:
            return RULES["tei-syntax"].finding("a text or a name is longer than 10 MB").at(None, self._line)
        begun = self._starts[-1].byte if self._starts else self._offset
        if self._offset + len(self._held) - begun > _MOST_BYTES:
            return _size("a TEI, or a document without one, has more than 64 MB", self._line)
        return None

    @property
    def _line(self) -> int:
        return self._parser.CurrentLineNumber

    def _begun(self, name: str, _: object) -> None:
        if self._depth == 0:
            self._root = name
        elif self._depth == 1 and name.rpartition(":")[2] == _TEI:
            self._starts.append(_Start(self._parser.CurrentByteIndex, self._line))
        self._depth += 1

    def _ended(self, _: str) -> None:
        self._depth -= 1

    def _refused(self, *_: object) -> None:
        message = "a DOCTYPE is refused: entities can hide text and exhaust memory"
        raise ReadingError([RULES["tei-doctype"].finding(message).at(None, self._line)])


def _size(message: str, line: int) -> Finding:
    return RULES["tei-size"].finding(message).at(None, line)
