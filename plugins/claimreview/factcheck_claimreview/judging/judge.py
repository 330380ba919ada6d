"""Which judge a profile has, and what it says of an input."""

from collections.abc import Iterator, Mapping

from factcheck import Finding, Input
from factcheck_claimreview.importing.documents import Document, documents
from factcheck_claimreview.importing.types import types_of

from . import google, schemas, terms
from .findings import Judge

JUDGES: Mapping[str, Judge] = {
    "schema.org": terms.judged,
    "google": google.judged,
    "duke": schemas.of_duke,
    "datacommons": schemas.of_feed,
}
_SPOKEN = frozenset({"ClaimReview", "MediaReview"})


def judged(source: Input, profile: str) -> Iterator[Finding]:
    """What a profile finds in the markup of an input that speaks of reviews; nothing where it has no judge.

    Raises ReadingError where the input cannot be read.
    """
    if profile in JUDGES:
        yield from JUDGES[profile](filter(_speaks, documents(source)))


def _speaks(document: Document) -> bool:
    return any(not _SPOKEN.isdisjoint(types_of(data)) for data, _ in document.objects)
