"""TEI P5 for factcheck: an exporter, a container, an importer, and the rule for what XML cannot hold."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck import hookimpl

if TYPE_CHECKING:
    from factcheck import Container, Exporter, FactCheck, Finding, Importer, Rule


@hookimpl
def factcheck_exporters() -> "Iterable[Exporter]":
    """The TEI exporter."""
    from .exporter import TeiExporter  # noqa: PLC0415  # a host that only lists its plugins needs no model

    return [TeiExporter()]


@hookimpl
def factcheck_containers() -> "Iterable[Container]":
    """The teiCorpus."""
    from .container import TeiCorpus  # noqa: PLC0415  # as above

    return [TeiCorpus()]


@hookimpl
def factcheck_importers() -> "Iterable[Importer]":
    """The TEI importer."""
    from .importer import TeiImporter  # noqa: PLC0415  # as above

    return [TeiImporter()]


@hookimpl
def factcheck_rules() -> "Iterable[Rule]":
    """The rules of what is written and of what is read."""
    from .rules import RULES  # noqa: PLC0415  # as above

    return RULES.values()


@hookimpl
def factcheck_check(fact_check: "FactCheck") -> "Iterable[Finding]":
    """A warning for each text with characters that no XML document can hold."""
    from .characters import forbidden_characters  # noqa: PLC0415  # as above

    return list(forbidden_characters(fact_check))
