"""The hooks: what a plugin may provide."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from .containers import Container
    from .engines import Engine
    from .findings import Finding, Rule
    from .formats import Document, Exporter, Importer, Options
    from .labels import PublishedScale
    from .model import FactCheck

hookspec = pluggy.HookspecMarker("factcheck")
hookimpl = pluggy.HookimplMarker("factcheck")


@hookspec
def factcheck_exporters() -> "Iterable[Exporter]":  # type: ignore[empty-body]  # a specification has no body
    """Return the exporters that this plugin provides."""


@hookspec
def factcheck_containers() -> "Iterable[Container]":  # type: ignore[empty-body]  # as above
    """Return the containers that this plugin provides: files that hold many documents of a format."""


@hookspec
def factcheck_engines() -> "Iterable[Engine]":  # type: ignore[empty-body]  # as above
    """Return the engines that this plugin provides: where the work on many fact-checks is done."""


@hookspec
def factcheck_importers() -> "Iterable[Importer]":  # type: ignore[empty-body]  # as above
    """Return the importers that this plugin provides; they read what others published, and may judge it for a profile."""


@hookspec
def factcheck_rules() -> "Iterable[Rule]":  # type: ignore[empty-body]  # as above
    """Return every rule by which this plugin finds something, in whatever it provides."""


@hookspec
def factcheck_rating_scales() -> "Iterable[PublishedScale]":  # type: ignore[empty-body]  # as above
    """Return the rating scales of publishers by which this plugin has the labels of imported fact-checks read."""


@hookspec
def factcheck_check(fact_check: "FactCheck", profile: str | None) -> "Iterable[Finding]":  # type: ignore[empty-body]  # as above
    """Return what the rules of this plugin find in a fact-check; `profile` names the consumer it is meant for."""


@hookspec(firstresult=True)
def factcheck_export(exporter: "Exporter", fact_check: "FactCheck", options: "Options") -> "Document | None":
    """Export one fact-check; the host's own implementation comes last, so that a wrapper can stamp or time it."""
