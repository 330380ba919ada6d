"""W3C Web Annotation for factcheck: an exporter and an importer of annotations on the pages that claims stand in."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck import hookimpl

if TYPE_CHECKING:
    from factcheck import Exporter, Importer, Rule


@hookimpl
def factcheck_exporters() -> "Iterable[Exporter]":
    """The Web Annotation exporter."""
    from .exporter import WebAnnotationExporter  # noqa: PLC0415  # a host that only lists its plugins needs no model

    return [WebAnnotationExporter()]


@hookimpl
def factcheck_importers() -> "Iterable[Importer]":
    """The Web Annotation importer."""
    from .importer import WebAnnotationImporter  # noqa: PLC0415  # as above

    return [WebAnnotationImporter()]


@hookimpl
def factcheck_rules() -> "Iterable[Rule]":
    """The rules of what is written and of what is read."""
    from .rules import RULES  # noqa: PLC0415  # as above

    return RULES.values()
