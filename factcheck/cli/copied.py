"""Sources that are copies by their texts, and do not say so."""

from collections.abc import Iterator

from factcheck import provenance
from factcheck.findings import Finding
from factcheck.model import FactCheck
from factcheck.provenance import Found
from factcheck.rules import TEXTS


def undeclared(fact_check: FactCheck, found: tuple[Found, ...]) -> Iterator[Finding]:
    """A finding for each source whose text is that of another, with no `copy_of` that says so."""
    places = {each.id: place for place, each in enumerate(fact_check.sources)}
    for name, original in provenance.undeclared(fact_check, found):
        told = f"the text of `{name}` is that of `{original.source}`: {original.reason}"
        yield TEXTS["text-copy"].finding(told, f"sources[{places[name]}]")
