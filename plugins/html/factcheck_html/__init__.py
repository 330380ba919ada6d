"""One self-contained page a fact-check, for editors and readers."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck import hookimpl

if TYPE_CHECKING:
    from factcheck import Exporter, Rule


@hookimpl
def factcheck_exporters() -> "Iterable[Exporter]":
    """The exporter of pages."""
    from .exporter import HtmlExporter  # noqa: PLC0415  # a host that only lists its plugins needs no model

    return [HtmlExporter()]


@hookimpl
def factcheck_rules() -> "Iterable[Rule]":
    """The rules of what is written."""
    from .rules import RULES  # noqa: PLC0415  # as above

    return RULES.values()
