"""langUsage: the languages that are written in a document."""

from collections.abc import Iterator

from factcheck import FactCheck

from .markup import Markup, element
from .quotations import quoted_parts

_GENERATED = "en"


def language_usage(fact_check: FactCheck) -> Markup:
    """langUsage, the fact-check's own language first."""
    written = dict.fromkeys((fact_check.language, _GENERATED, *_marked(fact_check)))
    return element("langUsage", *(element("language", ident=language) for language in written))


def _marked(fact_check: FactCheck) -> Iterator[str]:
    sources = {source.id: source.language for source in fact_check.sources}
    languages = [claim.language for claim in fact_check.claims]
    for _, source, quotation in quoted_parts(fact_check):
        languages += (sources[source], quotation.language)
    yield from filter(None, languages)
    for rating in fact_check.rating_scale.ratings if fact_check.rating_scale else ():
        yield from rating.names
        yield from rating.definition or ()
