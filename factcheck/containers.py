"""The contract of containers: how many fact-checks of one format stand in one file."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import BinaryIO, ClassVar

from .findings import Finding
from .formats import Document, Options
from .model import FactCheck


class Container(ABC):
    """Many documents of one format as one file: a head, the pieces with a separator between them, a tail.

    A piece is made of one document alone, so that pieces that were made anywhere join into one valid file, in whatever
    number, none included unless it `needs_some`; an export never writes none. `formats` names the exporters whose documents it takes; none for every one whose
    documents are JSON. `needs_options` are options of the exporter without which its documents are no pieces: nobody may give others. `suffixes` are the ends of file names by which `factcheck export --bundle` knows it.
    """

    name: ClassVar[str]
    summary: ClassVar[str]
    media_type: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]]
    formats: ClassVar[tuple[str, ...]] = ()
    options: ClassVar[type[Options]] = Options
    separator: ClassVar[bytes] = b"\n"
    needs_some: ClassVar[bool] = False
    needs_options: ClassVar[Mapping[str, object]] = MappingProxyType({})

    def ready(self, options: Options) -> Sequence[Finding]:  # noqa: ARG002  # for those that need something
        """What keeps it from working here, such as an extra that is not installed; asked before any work is done."""
        return ()

    def document_options(self, options: Options) -> dict[str, object]:  # noqa: ARG002  # for those that want some
        """The options with which the documents are exported, where nobody gives others."""
        return dict(self.needs_options)

    def head(self, options: Options) -> bytes:  # noqa: ARG002  # for those that have one
        """What stands before the first piece."""
        return b""

    def tail(self, options: Options) -> bytes:  # noqa: ARG002  # as above
        """What stands after the last piece."""
        return b""

    @abstractmethod
    def piece(self, fact_check: FactCheck, document: Document, options: Options) -> bytes:
        """The piece of one fact-check: a pure function; empty where it has nothing to put in."""

    def finish(self, joined: BinaryIO, out: BinaryIO, options: Options) -> None:
        """Make the file of head, pieces and tail joined, for formats that are no chain of pieces.

        It is asked for only where a subclass has it; both are streams of files, read and written from their beginning.
        """
        raise NotImplementedError

    @abstractmethod
    def validate(self, file: BinaryIO) -> Sequence[Finding]:
        """What is wrong with such a file as a whole, by the format's own schema and rules; never raises for bad bytes."""
