"""Fact-checks with texts of their sources, in which quotations stand whole, changed, several times or not at all."""

from hypothesis import strategies as st

import factcheck
from factcheck import FactCheck
from factcheck.testing import full_fact_check
from factcheck.testing.strategies import fact_checks

LINES = st.sampled_from(
    ["\n", "\r", "\r\n", "\n\n", "\r\n\r\n", "\r\r", " ", "\t", "\n \t\n", "\x0b", "\x0c", "\x85", "\u2028", "word"]
)


def quoting(fact_check: FactCheck) -> dict[str, tuple[str, factcheck.Quotation]]:
    """The source and the words of each part that quotes, by the id that TEI gives the part."""
    appearances = {
        each.id or f"{claim.id}.a{number}": each
        for claim in fact_check.claims
        for number, each in enumerate(claim.appearances, 1)
    }
    evidence = {
        each.id or f"{verdict.id}.e{number}": each
        for verdict in fact_check.verdicts
        for number, each in enumerate(verdict.evidence, 1)
    }
    parts = appearances | evidence
    return {name: (each.source, each.quotation) for name, each in parts.items() if each.quotation}


@st.composite
def with_texts(draw) -> tuple[FactCheck, dict[str, str]]:
    """A fact-check and texts of some of its sources."""
    fact_check = draw(fact_checks())
    texts = {}
    for source in draw(st.lists(st.sampled_from(fact_check.sources), unique=True)) if fact_check.sources else ():
        words = [quotation.exact for where, quotation in quoting(fact_check).values() if where == source.id]
        quoted = st.sampled_from(words) if words else st.nothing()
        pieces = draw(st.lists(quoted | quoted.map(str.upper) | LINES | st.text(max_size=6), max_size=12))
        texts[source.id] = "".join(pieces)
    return fact_check, texts


def full_texts() -> dict[str, str]:
    """Texts of two sources of the full fact-check, the second a copy of the first, with the words quoted."""
    quotations = quoting(full_fact_check()).values()
    texts = {each: f"Heading\n\nWords of {each} \x07.\n" for each in ("first", "second")}
    for source, quotation in quotations:
        texts[source] += f"\nIt says: {quotation.exact}.\n"
    return texts
