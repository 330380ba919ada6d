"""langUsage: the languages that are written in a document."""

from collections.abc import Iterator
from itertools import chain

from factcheck import Appearance, Evidence, FactCheck, Quotation

from .markup import Markup, element

_GENERATED = "en"


def language_usage(fact_check: FactCheck) -> Markup:
    """langUsage, the fact-check's own language first."""
    written = dict.fromkeys((fact_check.language, _GENERATED, *_marked(fact_check)))
    return element("langUsage", *(element("language", ident=language) for language in written))


def _marked(fact_check: FactCheck) -> Iterator[str]:
    sources = {source.id: source.language for source in fact_check.sources}
    languages = [claim.language for claim in fact_check.claims]
    for source, quotation in _quotations(fact_check):
        languages += (sources[source], quotation.language)
    yield from filter(None, languages)
    for rating in fact_check.rating_scale.ratings if fact_check.rating_scale else ():
        yield from rating.names
        yield from rating.definition or ()


def _quotations(fact_check: FactCheck) -> Iterator[tuple[str, Quotation]]:
    """The words quoted, with the source that they stand in."""
    appearances = (each for claim in fact_check.claims for each in claim.appearances)
    evidence = (each for verdict in fact_check.verdicts for each in verdict.evidence)
    for part in chain[Appearance | Evidence](appearances, evidence):
        if part.quotation is not None:
            yield part.source, part.quotation
