"""The quotations of a fact-check, and the fact-check with others in their places."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

from factcheck.model import Appearance, Evidence, FactCheck, Quotation
from factcheck.model.references import Location, show

_Part = TypeVar("_Part", Appearance, Evidence)


class Placed(NamedTuple):
    """A quotation, where it stands in the model, and the id of its source."""

    location: Location
    source: str
    quotation: Quotation

    @property
    def path(self) -> str:
        """Its place in the model: `claims[0].appearances[1].quotation`."""
        return show(self.location)


def quotations(fact_check: FactCheck) -> Iterator[Placed]:
    """Each quotation of an appearance or an evidence, in the order of the model."""
    for name, inner, wholes in (
        ("claims", "appearances", fact_check.claims),
        ("verdicts", "evidence", fact_check.verdicts),
    ):
        for index, whole in enumerate(wholes):
            for at, part in enumerate(getattr(whole, inner)):
                if part.quotation:
                    yield Placed((name, index, inner, at, "quotation"), part.source, part.quotation)


def rewritten(fact_check: FactCheck, changed: Mapping[Location, Quotation], checksums: Mapping[str, str]) -> FactCheck:
    """The fact-check with other quotations at these locations, and other checksums of these sources."""
    return fact_check.model_copy(
        update={
            "claims": tuple(
                claim.model_copy(
                    update={"appearances": _parts(("claims", index, "appearances"), claim.appearances, changed)}
                )
                for index, claim in enumerate(fact_check.claims)
            ),
            "verdicts": tuple(
                verdict.model_copy(
                    update={"evidence": _parts(("verdicts", index, "evidence"), verdict.evidence, changed)}
                )
                for index, verdict in enumerate(fact_check.verdicts)
            ),
            "sources": tuple(
                source.model_copy(update={"checksum": checksums.get(source.id, source.checksum)})
                for source in fact_check.sources
            ),
        }
    )


def _parts(location: Location, parts: tuple[_Part, ...], changed: Mapping[Location, Quotation]) -> tuple[_Part, ...]:
    return tuple(
        part.model_copy(update={"quotation": changed.get((*location, index, "quotation"), part.quotation)})
        for index, part in enumerate(parts)
    )
