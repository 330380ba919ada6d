"""A fact-check as TEI P5.

https://tei-c.org/release/doc/tei-p5-doc/en/html/ (4.12.0): header for what it is, standOff for claims,
verdicts and evidence as annotations, text for the words that they point to.
"""

from collections.abc import Sequence
from typing import ClassVar

from factcheck import Document, Exporter, FactCheck, Finding, Options

from .agents import agent_lists, mentions
from .body import body
from .claims import claim_annotations, occasions
from .header import header
from .interpretations import interpretations
from .markup import Markup, block
from .relations import relations
from .sources import source_list
from .verdicts import verdict_annotations

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
_NAMESPACE = "http://www.tei-c.org/ns/1.0"


class TeiExporter(Exporter):
    """TEI P5, one `TEI` element a fact-check; nothing of the model gets lost."""

    name = "tei"
    summary = "TEI P5 XML: claims, verdicts and evidence as annotations; lossless"
    media_type = "application/tei+xml"
    suffix = ".tei.xml"
    omits: ClassVar[tuple[str, ...]] = ()

    def export(self, fact_check: FactCheck, options: Options) -> Document:  # noqa: ARG002  # there are none
        """The fact-check as TEI P5, valid by TEI All and by `schemas/tei/factcheck-tei.rng`."""
        return Document(self.media_type, self.suffix, f"{_DECLARATION}\n{tei(fact_check)}\n".encode())

    def validate(self, document: Document) -> Sequence[Finding]:
        """What breaks `schemas/tei/factcheck-tei.rng`, and which pointers lead nowhere."""
        from .check import problems  # noqa: PLC0415  # lxml takes longer to import than an export takes

        return problems(document.body)


def tei(fact_check: FactCheck) -> Markup:
    """The TEI element of this fact-check."""
    mentioned = mentions(fact_check.agents)
    return block(
        "TEI",
        header(fact_check, mentioned),
        block(
            "standOff",
            agent_lists(fact_check),
            occasions(fact_check.claims),
            source_list(fact_check.sources, mentioned),
            relations(fact_check.claims),
            interpretations(fact_check),
            claim_annotations(fact_check.claims, mentioned),
            verdict_annotations(fact_check.verdicts, mentioned),
            type="factcheck",
        ),
        body(fact_check, mentioned),
        xmlns=_NAMESPACE,
        lang=fact_check.language,
    )
