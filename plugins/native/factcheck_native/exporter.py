"""The fact-check itself as JSON, for archives and for programs."""

from collections.abc import Sequence

from factcheck import Document, Exporter, FactCheck, Finding, Options, ReadingError, loads


class NativeExporter(Exporter):
    """The file that factcheck reads, in one line of JSON without what is empty."""

    name = "native"
    summary = "the fact-check itself as JSON, for archives: factcheck reads it; lossless"
    media_type = "application/json"
    suffix = ".factcheck.json"

    def export(self, fact_check: FactCheck, options: Options) -> Document:  # noqa: ARG002  # it has none
        """The fact-check, in the order of the model."""
        return Document(self.media_type, self.suffix, fact_check.model_dump_json(exclude_defaults=True).encode())

    def validate(self, document: Document) -> Sequence[Finding]:
        """What keeps it from being read again."""
        try:
            loads(document.body, name=f"document{self.suffix}")
        except ReadingError as error:
            return [each.at(None, each.line, each.column) for each in error.findings]
        return []
