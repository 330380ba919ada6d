"""Targets: the pages that claims and evidence stand in, and the words there.

https://www.w3.org/TR/annotation-model/#specific-resources
"""

from factcheck import FactCheck, Quotation, Source

from .instants import captured, instant, span
from .terms import POSITION, QUOTATION, QUOTE
from .writing import Object, written


def page(source: Source, fact_check: FactCheck) -> str:
    """The IRI of a source: its address, else the IRI of the part that describes it."""
    return source.url or fact_check.iri(source.id)


def whole(iri: str) -> Object:
    """A target of which no part is meant."""
    return {"type": "SpecificResource", "source": iri}


def target(source: Source, quotation: Quotation | None, fact_check: FactCheck) -> Object:
    """A source as it was read, and the words in it where any are quoted."""
    made = whole(page(source, fact_check)) | {"describedBy": fact_check.iri(source.id)}
    if quotation:
        made |= written(quotation, QUOTATION, fact_check)
        made["selector"] = _selectors(quotation, fact_check)
    return made | _state(source)


def _selectors(quotation: Quotation, fact_check: FactCheck) -> list[Object]:
    quote = {"type": "TextQuoteSelector", **written(quotation, QUOTE, fact_check)}
    if quotation.start is None:
        return [quote]
    return [quote, {"type": "TextPositionSelector", **written(quotation, POSITION, fact_check)}]


def _state(source: Source) -> Object:
    """Which state of the page is meant: the archived copy, else the page as it was when it was read.

    A TimeState has a date; a copy of which nobody knows when it was made is told by what describes the source alone.
    """
    cached = {"cached": source.archived_url} if source.archived_url else {}
    made = captured(source.archived_url) or instant(source.accessed)
    if made:
        return {"state": {"type": "TimeState", "sourceDate": made, **cached}}
    read = span(source.accessed)
    if read:
        return {"state": {"type": "TimeState", "sourceDateStart": read[0], "sourceDateEnd": read[1], **cached}}
    return {}
