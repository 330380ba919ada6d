"""Spreadsheets of fact-checks: an importer of CSV, TSV and XLSX."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck import hookimpl

if TYPE_CHECKING:
    from factcheck import Importer, Rule


@hookimpl
def factcheck_importers() -> "Iterable[Importer]":
    """The importer of tables."""
    from .importer import TableImporter  # noqa: PLC0415  # a host that only lists its plugins needs no model

    return [TableImporter()]


@hookimpl
def factcheck_rules() -> "Iterable[Rule]":
    """The rules of reading."""
    from .rules import RULES  # noqa: PLC0415  # as above

    return RULES.values()
