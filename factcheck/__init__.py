"""Annotate a fact-check once, publish it everywhere.

    fact_check = factcheck.load("factcheck.yaml")
    findings = factcheck.check(fact_check)
    document = factcheck.export(fact_check, to="claimreview")
    head = factcheck.script_tag(document)

Names are imported when they are first used, so that importing this package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from ._version import __version__

if TYPE_CHECKING:
    from . import dates, drafts, provenance, strict_json, text
    from .anchoring import Anchored, anchor
    from .bulk import Change, Difference, diff, export_many
    from .containers import Container
    from .engines import Chunk, Engine, Result, Work, portable, spared_interrupts
    from .errors import (
        EngineError,
        FactcheckError,
        OptionError,
        PluginError,
        ReadingError,
        UnknownContainerError,
        UnknownExporterError,
        UnknownImporterError,
    )
    from .findings import Finding, Rule, Severity, has_errors
    from .formats import Document, Exporter, Imported, Importer, Input, LanguageTag, Options, TextOptions
    from .hookspecs import hookimpl
    from .host import Host, check, export
    from .importing import imports, judge
    from .labels import Labels, Match, PublishedScale
    from .markup import script_tag
    from .model import (
        Agent,
        Appearance,
        Claim,
        ClaimRelation,
        CopyOf,
        Correction,
        EarlierVerdict,
        Evidence,
        FactCheck,
        Localised,
        Media,
        Place,
        Policies,
        Quotation,
        Rating,
        RatingScale,
        Relay,
        Source,
        Topic,
        Verdict,
    )
    from .page_encodings import declared_encoding
    from .reading import JsonPlaces, JsonProblem, SourceTexts, load, loads, source_texts
    from .unknown_names import nameless
    from .writing import dumps

__all__ = [
    "Agent",
    "Anchored",
    "Appearance",
    "Change",
    "Chunk",
    "Claim",
    "ClaimRelation",
    "Container",
    "CopyOf",
    "Correction",
    "Difference",
    "Document",
    "EarlierVerdict",
    "Engine",
    "EngineError",
    "Evidence",
    "Exporter",
    "FactCheck",
    "FactcheckError",
    "Finding",
    "Host",
    "Imported",
    "Importer",
    "Input",
    "JsonPlaces",
    "JsonProblem",
    "Labels",
    "LanguageTag",
    "Localised",
    "Match",
    "Media",
    "OptionError",
    "Options",
    "Place",
    "PluginError",
    "Policies",
    "PublishedScale",
    "Quotation",
    "Rating",
    "RatingScale",
    "ReadingError",
    "Relay",
    "Result",
    "Rule",
    "Severity",
    "Source",
    "SourceTexts",
    "TextOptions",
    "Topic",
    "UnknownContainerError",
    "UnknownExporterError",
    "UnknownImporterError",
    "Verdict",
    "Work",
    "__version__",
    "anchor",
    "check",
    "dates",
    "declared_encoding",
    "diff",
    "drafts",
    "dumps",
    "export",
    "export_many",
    "has_errors",
    "hookimpl",
    "imports",
    "judge",
    "load",
    "loads",
    "nameless",
    "portable",
    "provenance",
    "script_tag",
    "source_texts",
    "spared_interrupts",
    "strict_json",
    "text",
]

_MODULES = {
    "anchoring": ("Anchored", "anchor"),
    "bulk": ("Change", "Difference", "diff", "export_many"),
    "containers": ("Container",),
    "dates": (),
    "drafts": (),
    "engines": ("Chunk", "Engine", "Result", "Work", "portable", "spared_interrupts"),
    "errors": (
        "EngineError",
        "FactcheckError",
        "OptionError",
        "PluginError",
        "ReadingError",
        "UnknownContainerError",
        "UnknownExporterError",
        "UnknownImporterError",
    ),
    "findings": ("Finding", "Rule", "Severity", "has_errors"),
    "formats": ("Document", "Exporter", "Imported", "Importer", "Input", "LanguageTag", "Options", "TextOptions"),
    "host": ("Host", "check", "export"),
    "hookspecs": ("hookimpl",),
    "importing": ("imports", "judge"),
    "labels": ("Labels", "Match", "PublishedScale"),
    "markup": ("script_tag",),
    "page_encodings": ("declared_encoding",),
    "provenance": (),
    "reading": ("JsonPlaces", "JsonProblem", "SourceTexts", "load", "loads", "source_texts"),
    "strict_json": (),
    "text": (),
    "unknown_names": ("nameless",),
    "writing": ("dumps",),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name in _MODULES:
        return import_module(f".{name}", __name__)
    value = getattr(import_module(f".{_HOME.get(name, 'model')}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
