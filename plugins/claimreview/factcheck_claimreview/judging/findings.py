"""What judges find: rules of markup that are broken at a place of a document."""

from collections.abc import Callable, Iterable, Iterator

from factcheck import Finding
from factcheck_claimreview.importing.documents import Document
from factcheck_claimreview.rules import RULES as OF_FACT_CHECKS

from .rules import RULES as OF_MARKUP

Judge = Callable[[Iterable[Document]], Iterator[Finding]]
"""Judges the documents of one input that speak of reviews."""

_RULES = {**OF_FACT_CHECKS, **OF_MARKUP}


def told(document: Document, rule: str, message: str, pointer: str) -> Finding:
    """That a rule is broken at a place, with the line and the column where the document begins, as reading has them."""
    return _RULES[rule].finding(message, pointer).at(None, document.line, document.column)
