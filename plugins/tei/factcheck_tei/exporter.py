"""A fact-check as TEI P5.

https://tei-c.org/release/doc/tei-p5-doc/en/html/ (4.12.0): header for what it is, standOff for claims,
verdicts and evidence as annotations, text for the words that they point to.
"""

from collections.abc import Sequence
from typing import ClassVar

from factcheck import Document, Exporter, FactCheck, Finding, Options

from .collection import collection
from .document import tei
from .markup import DECLARATION, Markup
from .options import TeiOptions


class TeiExporter(Exporter):
    """TEI P5, one `TEI` element a fact-check; nothing of the model gets lost."""

    name = "tei"
    summary = "TEI P5 XML: claims, verdicts and evidence as annotations; lossless"
    media_type = "application/tei+xml"
    suffix = ".tei.xml"
    options = TeiOptions
    omits: ClassVar[tuple[str, ...]] = ()

    def export(self, fact_check: FactCheck, options: Options) -> Document:
        """The fact-check as TEI P5, valid by TEI All and by `schemas/tei/factcheck-tei.rng`.

        Given texts of sources that may be passed on, it is a `teiCorpus` of the fact-check and a `TEI` for each text; with
        the option `corpus`, one of the fact-check alone.
        """
        root = _root(fact_check, options if isinstance(options, TeiOptions) else TeiOptions.model_validate(options))
        return Document(self.media_type, self.suffix, f"{DECLARATION}\n{root}\n".encode())

    def validate(self, document: Document) -> Sequence[Finding]:
        """What breaks `schemas/tei/factcheck-tei.rng`, and which pointers lead nowhere."""
        from .check import problems  # noqa: PLC0415  # lxml takes longer to import than an export takes

        return problems(document.body)


def _root(fact_check: FactCheck, options: TeiOptions) -> Markup:
    if options.corpus:
        return collection(fact_check)
    texts = options.allowed(fact_check) if options.texts else {}
    if not texts:
        return tei(fact_check)
    from .corpus import corpus  # noqa: PLC0415  # locating quotations takes longer to import than an export takes

    return corpus(fact_check, texts)
