"""Quotations that are longer than may be without asking."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck import FactCheck, Quotation

from .place import Place

# The Society of Authors and the Publishers Association; the rule's source has the page.
ONE_EXTRACT, ONE_OF_SEVERAL, ALL_EXTRACTS = 400, 300, 800

# Begins of the addresses of licences under which text may be copied whole.
OPEN_LICENCES = (
    "creativecommons.org/licenses/",
    "creativecommons.org/publicdomain/",
    "opendatacommons.org/licenses/",
    "www.gnu.org/licenses/fdl",
    "www.nationalarchives.gov.uk/doc/open-government-licence/",
    "www.govdata.de/dl-de/",
    "www.etalab.gouv.fr/licence-ouverte",
    "artlibre.org/licence/",
)
# Writing without spaces between words: about two characters are a word of English.
_SPACELESS = frozenset(("zh", "yue", "ja", "th", "lo", "km", "my", "bo"))


class _Extract(NamedTuple):
    path: str
    words: int


def long_quotation(fact_check: FactCheck) -> Iterator[Place]:
    """Quotations from a source without an open licence that exceed the limits, alone or together.

    A source that says nothing of a licence is protected: the Berne Convention, article 5(2), asks for no
    notice. The same words quoted twice count once.
    """
    extracts = _extracts(fact_check)
    for source in fact_check.sources:
        if not is_open(source.licence):
            yield from _too_long(source.id, extracts.get(source.id, ()))


def is_open(licence: str | None) -> bool:
    """Whether a licence is known to let text be copied whole."""
    return bool(licence) and str(licence).partition("://")[2].lower().startswith(OPEN_LICENCES)


def _too_long(source: str, extracts: Sequence[_Extract]) -> Iterator[Place]:
    for extract in extracts:
        if extract.words > ONE_EXTRACT:
            yield extract.path, f"about {extract.words} words of `{source}`; one extract has {ONE_EXTRACT} at most"
            return
    total = sum(extract.words for extract in extracts)
    if total > ALL_EXTRACTS:
        told = (
            f"about {total} words of `{source}` in {len(extracts)} extracts; together they have {ALL_EXTRACTS} at most"
        )
        yield extracts[-1].path, told
    elif len(extracts) > 1:
        for extract in extracts:
            if extract.words > ONE_OF_SEVERAL:
                told = (
                    f"about {extract.words} words of `{source}`; one of several extracts has {ONE_OF_SEVERAL} at most"
                )
                yield extract.path, told


def _extracts(fact_check: FactCheck) -> dict[str, list[_Extract]]:
    languages = {source.id: source.language for source in fact_check.sources}
    seen, found = set[tuple[str, str]](), dict[str, list[_Extract]]()
    for path, source, quotation in _quotations(fact_check):
        if (source, quotation.exact) not in seen:
            seen.add((source, quotation.exact))
            language = quotation.language or languages[source] or fact_check.language
            found.setdefault(source, []).append(_Extract(path, _length(quotation.exact, language)))
    return found


def _quotations(fact_check: FactCheck) -> Iterator[tuple[str, str, Quotation]]:
    for index, claim in enumerate(fact_check.claims):
        for place, appearance in enumerate(claim.appearances):
            if appearance.quotation:
                yield f"claims[{index}].appearances[{place}].quotation", appearance.source, appearance.quotation
    for index, verdict in enumerate(fact_check.verdicts):
        for place, evidence in enumerate(verdict.evidence):
            if evidence.quotation:
                yield f"verdicts[{index}].evidence[{place}].quotation", evidence.source, evidence.quotation


def _length(text: str, language: str) -> int:
    words = text.split()
    if language.lower().split("-")[0] in _SPACELESS:
        return sum(map(len, words)) // 2
    return len(words)
