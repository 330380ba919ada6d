"""Many fact-checks in one teiCorpus."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import BinaryIO, ClassVar

from factcheck import Container, Document, FactCheck, Finding, Options

from .collection import TAIL, head, plain_head
from .markup import DECLARATION, Markup
from .options import CorpusOptions

_TAIL = f"\n{TAIL}\n".encode()


class TeiCorpus(Container):
    """A `teiCorpus` with a header of its own and a `TEI` for each fact-check; one has one at least."""

    name = "teicorpus"
    summary = "a teiCorpus: each fact-check a TEI, with ids that are unique in the whole"
    media_type = "application/tei+xml"
    suffixes = (".xml", ".tei.xml", ".teicorpus.xml")
    formats = ("tei",)
    options: ClassVar[type[Options]] = CorpusOptions
    separator = b"\n"
    needs_some = True
    # Each document a corpus of its own, whose head and tail are the same in all.
    needs_options: ClassVar[Mapping[str, object]] = {"corpus": True}

    def head(self, options: Options) -> bytes:
        """The declaration, the header, and what all fact-checks share."""
        return _written(head(CorpusOptions.model_validate(options)))

    def tail(self, options: Options) -> bytes:  # noqa: ARG002  # the same for all
        """The end of the corpus."""
        return _TAIL

    def piece(self, fact_check: FactCheck, document: Document, options: Options) -> bytes:  # noqa: ARG002  # the document is all
        """The TEI of the document, which is a corpus of one."""
        before = _plain_head()
        if not document.body.startswith(before):
            raise ValueError(f"the document of {fact_check.id} was exported without the option `corpus`")
        return document.body[len(before) : -len(_TAIL)]

    def validate(self, file: BinaryIO) -> Sequence[Finding]:
        """What breaks `schemas/tei/factcheck-tei.rng`, which pointers lead nowhere, and ids that stand twice."""
        from .whole import problems  # noqa: PLC0415  # lxml takes longer to import than an export takes

        return list(problems(file))


@cache
def _plain_head() -> bytes:
    return _written(plain_head())


def _written(head: Markup) -> bytes:
    return f"{DECLARATION}\n{head}\n".encode()
