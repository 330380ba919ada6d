"""The TEI element of a fact-check: header, standOff and text."""

from factcheck import FactCheck

from .agents import agent_lists, mentions
from .body import body
from .claims import claim_annotations, occasions
from .header import header
from .interpretations import interpretations
from .markup import Markup, lines, optional
from .relations import relations
from .sources import source_list
from .verdicts import verdict_annotations

NAMESPACE = "http://www.tei-c.org/ns/1.0"


def tei(fact_check: FactCheck, namespace: str | None = NAMESPACE, *, explained: bool = True) -> Markup:
    """The TEI element of this fact-check; within a corpus it needs no namespace of its own.

    `explained` is whether it says itself what @ana points to, as it has to where no corpus does.
    """
    mentioned = mentions(fact_check.agents)
    return lines(
        f'<TEI{optional("xmlns", namespace)} xml:lang="{fact_check.language}">',
        header(fact_check, mentioned),
        '<standOff type="factcheck">',
        agent_lists(fact_check),
        occasions(fact_check.claims),
        source_list(fact_check.sources, mentioned),
        relations(fact_check.claims),
        interpretations(fact_check) if explained else None,
        claim_annotations(fact_check.claims, mentioned),
        verdict_annotations(fact_check.verdicts, mentioned),
        "</standOff>",
        body(fact_check, mentioned),
        "</TEI>",
    )
