"""Fact-checks as they are: an exporter of their own JSON, and JSON Lines as a container for it and for all other JSON."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck import hookimpl

if TYPE_CHECKING:
    from factcheck import Container, Exporter, Rule


@hookimpl
def factcheck_exporters() -> "Iterable[Exporter]":
    """The native exporter."""
    from .exporter import NativeExporter  # noqa: PLC0415  # a host that only lists its plugins needs no model

    return [NativeExporter()]


@hookimpl
def factcheck_containers() -> "Iterable[Container]":
    """JSON Lines."""
    from .lines import JsonLines  # noqa: PLC0415  # as above

    return [JsonLines()]


@hookimpl
def factcheck_rules() -> "Iterable[Rule]":
    """The rule of JSON Lines."""
    from .lines import NO_JSON  # noqa: PLC0415  # as above

    return [NO_JSON]
