"""The exceptions of this package.

FactcheckError
├── ReadingError          a file or text is not a fact-check; carries every finding
├── UnknownExporterError  there is no exporter of that name, or two plugins claim it
├── UnknownImporterError  there is no importer of that name, or none or several could read an input
├── UnknownContainerError there is no container of that name or for that file, or several
├── EngineError           many fact-checks cannot be worked on: no such engine, workers lost or without a plugin
├── OptionError           an exporter's or importer's option is unknown or has a wrong value
└── PluginError           a plugin broke where nothing can be given without it, or there is none to block
"""

from collections.abc import Sequence

from .findings import Finding


class FactcheckError(Exception):
    """Anything that this package raises on purpose."""


class ReadingError(FactcheckError):
    """A file or text is not a fact-check; `findings` holds every problem in it."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = tuple(findings)

    def __reduce__(self) -> tuple[type["ReadingError"], tuple[tuple[Finding, ...]]]:
        return ReadingError, (self.findings,)


class UnknownExporterError(FactcheckError):
    """There is no exporter of that name, or two plugins claim it."""


class UnknownImporterError(FactcheckError):
    """There is no importer of that name, or none or several could read an input."""


class UnknownContainerError(FactcheckError):
    """There is no container of that name or for that file, or several take it."""


class EngineError(FactcheckError):
    """There is no engine of that name, or its workers are lost, or lack a plugin."""


class OptionError(FactcheckError):
    """An exporter's or importer's option is unknown or has a wrong value."""


class PluginError(FactcheckError):
    """A plugin broke where nothing can be given without it, or there is none of a name to block."""
