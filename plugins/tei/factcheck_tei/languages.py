"""langUsage: the languages that are written in a document."""

from collections.abc import Iterator

from factcheck import FactCheck, Quotation

from .markup import Markup, element

_GENERATED = "en"


def language_usage(fact_check: FactCheck) -> Markup:
    """langUsage, the fact-check's own language first."""
    written = dict.fromkeys((fact_check.language, _GENERATED, *_marked(fact_check)))
    return element("langUsage", *(element("language", ident=language) for language in written))


def _marked(fact_check: FactCheck) -> Iterator[str]:
    for claim in fact_check.claims:
        if claim.language is not None:
            yield claim.language
    for quotation in _quotations(fact_check):
        if quotation is not None and quotation.language is not None:
            yield quotation.language
    for rating in fact_check.rating_scale.ratings if fact_check.rating_scale else ():
        yield from rating.names
        yield from rating.definition or ()


def _quotations(fact_check: FactCheck) -> Iterator[Quotation | None]:
    for claim in fact_check.claims:
        yield from (appearance.quotation for appearance in claim.appearances)
    for verdict in fact_check.verdicts:
        yield from (evidence.quotation for evidence in verdict.evidence)
