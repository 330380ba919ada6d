"""Quotations that are longer than may be without asking."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck import FactCheck, Quotation
from factcheck.text import may_be_passed_on

from .place import Place

# The Society of Authors and the Publishers Association; the rule's source has the page.
ONE_EXTRACT, ONE_OF_SEVERAL, ALL_EXTRACTS = 400, 300, 800

# Licences with NC forbid to pass a text on to some, so that no exporter does it unasked. A desk that quotes knows
# whether it is one of these, and a warning would be wrong for the others.
_SOME_MAY_COPY = "creativecommons.org/licenses/"
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
        if not _may_be_quoted_at_length(source.licence):
            yield from _too_long(source.id, extracts.get(source.id, ()))


def _may_be_quoted_at_length(licence: str | None) -> bool:
    address = (licence or "").lower().partition("://")[2].removeprefix("www.")
    return may_be_passed_on(licence) or address.startswith(_SOME_MAY_COPY)


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
