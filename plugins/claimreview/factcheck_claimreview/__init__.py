"""schema.org ClaimReview for factcheck: an exporter, and the rules of those who read such markup."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck import hookimpl

if TYPE_CHECKING:
    from factcheck import Container, Exporter, FactCheck, Finding, Importer, Rule


@hookimpl
def factcheck_exporters() -> "Iterable[Exporter]":
    """The ClaimReview exporter."""
    from .exporter import ClaimReviewExporter  # noqa: PLC0415  # a host that only lists its plugins needs no model

    return [ClaimReviewExporter()]


@hookimpl
def factcheck_containers() -> "Iterable[Container]":
    """A feed for Data Commons, one for DE FACTO, RDF, and a table."""
    from .containers.datafeed import DataFeed  # noqa: PLC0415  # as above
    from .containers.nquads import NQuads  # noqa: PLC0415  # as above
    from .containers.parquet import Parquet  # noqa: PLC0415  # as above
    from .containers.rss import Rss  # noqa: PLC0415  # as above

    return [DataFeed(), NQuads(), Parquet(), Rss()]


@hookimpl
def factcheck_importers() -> "Iterable[Importer]":
    """The ClaimReview importer."""
    from .importer import ClaimReviewImporter  # noqa: PLC0415  # as above

    return [ClaimReviewImporter()]


@hookimpl
def factcheck_rules() -> "Iterable[Rule]":
    """The rules of writing, of documents, of reading, of markup itself, and of containers."""
    from .containers.rules import RULES as OF_CONTAINERS  # noqa: PLC0415  # as above
    from .document_rules import RULES as OF_DOCUMENTS  # noqa: PLC0415  # as above
    from .importing.rules import RULES as OF_READING  # noqa: PLC0415  # as above
    from .judging.rules import RULES as OF_MARKUP  # noqa: PLC0415  # as above
    from .rules import RULES as OF_WRITING  # noqa: PLC0415  # as above

    return {**OF_READING, **OF_DOCUMENTS, **OF_MARKUP, **OF_WRITING, **OF_CONTAINERS}.values()


@hookimpl
def factcheck_check(fact_check: "FactCheck", profile: str | None) -> "Iterable[Finding]":
    """What readers of ClaimReview want and a fact-check lacks, and what the format cannot say exactly."""
    from .rules import broken_rules  # noqa: PLC0415  # as above

    return list(broken_rules(fact_check, profile))
