"""langUsage: the languages that are written in a document."""

from factcheck import FactCheck, Quotation

from .markup import Markup

_GENERATED = "en"


def language_usage(fact_check: FactCheck) -> Markup:
    """langUsage, the fact-check's own language first."""
    written = dict.fromkeys(filter(None, (fact_check.language, _GENERATED, *_marked(fact_check))))
    return Markup("".join(("<langUsage>", *[f'<language ident="{each}"/>' for each in written], "</langUsage>")))


def _marked(fact_check: FactCheck) -> list[str | None]:
    sources = {source.id: source.language for source in fact_check.sources}
    marked = [claim.language for claim in fact_check.claims]
    for quotation, source in _quotations(fact_check):
        if quotation is not None:
            marked += sources[source], quotation.language
    for rating in fact_check.rating_scale.ratings if fact_check.rating_scale else ():
        marked += rating.names
        marked += rating.definition or ()
    return marked


def _quotations(fact_check: FactCheck) -> list[tuple[Quotation | None, str]]:
    return [
        *[(each.quotation, each.source) for claim in fact_check.claims for each in claim.appearances],
        *[(each.quotation, each.source) for verdict in fact_check.verdicts for each in verdict.evidence],
    ]
