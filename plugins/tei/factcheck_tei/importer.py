"""TEI P5 to fact-checks: our own whole, that of others as far as it can be read."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from factcheck import Imported, Importer, Input, LanguageTag, Options, ReadingError

from .rules import RULES


class TeiImportOptions(Options):
    """What a document leaves out and a person knows."""

    language: LanguageTag = Field(default="", description="Language of documents that do not say theirs: `pt-BR`.")


class TeiImporter(Importer):
    """TEI P5 with claims as annotations: equal to the fact-check that it was exported from, where it was."""

    name = "tei"
    summary = "TEI P5 XML with a `listAnnotation` of claims, alone or in a teiCorpus"
    suffixes = (".tei.xml", ".tei", ".xml")
    options: ClassVar[type[Options]] = TeiImportOptions

    def sniff(self, head: bytes) -> str | None:
        """Declines what has no TEI or teiCorpus of the TEI's namespace as its root."""
        from .importing.sniffing import declined  # noqa: PLC0415  # as in `read`

        return declined(head)

    def read(self, source: Input, options: Options) -> Iterator[Imported]:
        """Each TEI as a fact-check; nothing is resolved or followed. Raises ReadingError for what is no TEI."""
        from .importing.parsing import parsed  # noqa: PLC0415  # lxml takes long to import, and listing plugins needs none
        from .importing.records import is_tei, records  # noqa: PLC0415  # as above
        from .importing.streamed import can_be_streamed, streamed  # noqa: PLC0415  # as above

        chosen = TeiImportOptions.model_validate(options.model_dump())
        if can_be_streamed(source.head()):
            yield from streamed(source, chosen.language)
            return
        document = parsed(source)
        if not is_tei(document.root):
            raise ReadingError(
                [RULES["tei-none"].finding("its root is neither a TEI nor a teiCorpus of the TEI's namespace")]
            )
        yield from records(document, chosen.language)
