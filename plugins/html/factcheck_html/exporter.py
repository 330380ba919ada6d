"""A fact-check as one HTML page that needs nothing else.

https://html.spec.whatwg.org/multipage/
"""

from collections.abc import Sequence
from typing import ClassVar

from factcheck import Document, Exporter, FactCheck, Finding, Options, TextOptions


class HtmlExporter(Exporter):
    """One self-contained page a fact-check, for editors and readers; nothing of the model gets lost."""

    name = "html"
    summary = "one self-contained HTML page for editors and readers, with the ClaimReview in its head"
    media_type = "text/html"
    suffix = ".html"
    options = TextOptions
    omits: ClassVar[tuple[str, ...]] = ()

    def export(self, fact_check: FactCheck, options: Options) -> Document:
        """The fact-check as a page, with the texts that are given and may be passed on."""
        from .page import page  # noqa: PLC0415  # a host that only lists its exporters needs none of it
        from .story import Story  # noqa: PLC0415  # as above

        story = Story(fact_check, TextOptions.model_validate(options))
        return Document(self.media_type, self.suffix, page(story).encode())

    def validate(self, document: Document) -> Sequence[Finding]:
        """What keeps the page from being whole, safe and self-contained."""
        from .check import problems  # noqa: PLC0415  # lxml takes longer to import than an export takes

        return problems(document.body)
