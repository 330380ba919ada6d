"""The model out of what was found; what is left out is told."""

from factcheck import FactCheck, drafts
from factcheck.drafts import Part

from .document import Document
from .leaves import Leaf


def made(document: Document, found: Part[Leaf]) -> FactCheck | None:
    """The fact-check; None where it lacks what it needs. What is left out is taken out of `found`."""
    result = drafts.made(found)
    for leaf, message in result.left_out:
        document.reason(leaf.node, leaf.name, "tei-invalid-value", message)
    if result.problem:
        document.note("tei-invalid-value", result.problem, document.root)
    return result.fact_check
