"""Google's Fact Check Tools API for factcheck: an importer of its answers, an exporter for its `pages`, and their rules."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck import hookimpl

if TYPE_CHECKING:
    from factcheck import Exporter, FactCheck, Finding, Importer, Rule


@hookimpl
def factcheck_exporters() -> "Iterable[Exporter]":
    """The exporter of a `ClaimReviewMarkupPage`."""
    from .exporter import FactCheckToolsExporter  # noqa: PLC0415  # a host that only lists its plugins needs no model

    return [FactCheckToolsExporter()]


@hookimpl
def factcheck_importers() -> "Iterable[Importer]":
    """The importer of answers of `claims` and of `pages`."""
    from .importer import FactCheckToolsImporter  # noqa: PLC0415  # as above

    return [FactCheckToolsImporter()]


@hookimpl
def factcheck_rules() -> "Iterable[Rule]":
    """Every rule of the three: reading answers, a fact-check about to be written, a page that was written."""
    from .rules import RULES  # noqa: PLC0415  # as above

    return RULES.values()


@hookimpl
def factcheck_check(fact_check: "FactCheck", profile: str | None) -> "Iterable[Finding]":
    """What the API cannot take of a fact-check, and what it needs and a fact-check lacks."""
    from .losses import losses  # noqa: PLC0415  # as above

    return list(losses(fact_check, profile))
