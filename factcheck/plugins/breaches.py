"""What keeps a thing that a plugin gives from being what the hook asks for."""

import re
from collections.abc import Mapping
from typing import Any

from factcheck.containers import Container
from factcheck.engines import Engine
from factcheck.findings import Rule, Severity
from factcheck.formats import Document, Exporter, Importer, Options
from factcheck.guard import shown
from factcheck.labels import PublishedScale
from factcheck.model import RatingScale

_SUFFIX = re.compile(r"(\.[A-Za-z0-9_-]+)+")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def exporter_breach(exporter: object) -> str | None:
    """What keeps a thing from being an exporter."""
    if not isinstance(exporter, Exporter):
        return f"`factcheck_exporters` gave {shown(exporter)}, which is no instance of factcheck.Exporter"
    for attribute in ("name", "summary", "media_type", "suffix"):
        if not isinstance(getattr(exporter, attribute, None), str):
            return f"the exporter {type(exporter).__name__} has no `{attribute}`"
    if not _SUFFIX.fullmatch(exporter.suffix):
        return f"the exporter `{exporter.name}` has the suffix {exporter.suffix!r}; a suffix is like `.csv`"
    return _name_breach("exporter", exporter.name) or _options_breach(f"exporter `{exporter.name}`", exporter.options)


def document_breach(document: object) -> str | None:
    """What an exporter gave, where it is no document."""
    if not isinstance(document, Document):
        return f"{type(document).__name__} where a Document is due"
    given: Any = document  # a dataclass takes whatever it is given
    if not isinstance(given.body, bytes):
        return f"a body of {type(given.body).__name__} where bytes are due"
    if not (isinstance(given.media_type, str) and isinstance(given.suffix, str)):
        return "a Document with a media type or a suffix that is no text"
    return None


def importer_breach(importer: object) -> str | None:
    """What keeps a thing from being an importer."""
    if not isinstance(importer, Importer):
        return f"{shown(importer)} is no instance of factcheck.Importer"
    for attribute in ("name", "summary"):
        if not isinstance(getattr(importer, attribute, None), str):
            return f"the importer {type(importer).__name__} has no `{attribute}`"
    if not _are_texts(getattr(importer, "suffixes", None)):
        return f"the importer `{importer.name}` has no `suffixes`, such as `('.csv',)`"
    return _name_breach("importer", importer.name) or _options_breach(f"importer `{importer.name}`", importer.options)


def container_breach(container: object) -> str | None:
    """What keeps a thing from being a container."""
    if not isinstance(container, Container):
        return f"{shown(container)} is no instance of factcheck.Container"
    for attribute in ("name", "summary", "media_type"):
        if not isinstance(getattr(container, attribute, None), str):
            return f"the container {type(container).__name__} has no `{attribute}`"
    for attribute in ("suffixes", "formats"):
        if not _are_texts(getattr(container, attribute, None)):
            return f"the `{attribute}` of the container `{container.name}` are a tuple of texts, such as `('.jsonl',)`"
    separator: object = container.separator
    if not isinstance(separator, bytes):
        return f"the `separator` of the container `{container.name}` is bytes"
    needed: object = container.needs_options
    if not (isinstance(needed, Mapping) and all(isinstance(each, str) for each in needed)):
        return f"the `needs_options` of the container `{container.name}` lead from names of options to values"
    return _name_breach("container", container.name) or _options_breach(
        f"container `{container.name}`", container.options
    )


def engine_breach(engine: object) -> str | None:
    """What keeps a thing from being an engine."""
    if not isinstance(engine, Engine):
        return f"{shown(engine)} is no instance of factcheck.Engine"
    for attribute in ("name", "summary"):
        if not isinstance(getattr(engine, attribute, None), str):
            return f"the engine {type(engine).__name__} has no `{attribute}`"
    return _name_breach("engine", engine.name) or _options_breach(f"engine `{engine.name}`", engine.options)


def scale_breach(scale: object) -> str | None:
    """What keeps a thing from being a publisher's scale."""
    if not isinstance(scale, PublishedScale):
        return f"{shown(scale)} is no instance of factcheck.PublishedScale"
    given: Any = scale  # as above
    whose = f"the scale of {shown(given.publisher)}"
    if not (isinstance(given.publisher, str) and isinstance(given.source, str)):
        return f"the `publisher` and the `source` of {whose} are texts"
    for attribute in ("sites", "languages", "other_names"):
        if not _are_texts(getattr(given, attribute)):
            return f"the `{attribute}` of {whose} are a tuple of texts, such as `('one',)`"
    labels = given.other_labels
    if not (isinstance(labels, Mapping) and _are_texts((*labels, *labels.values()))):
        return f"the `other_labels` of {whose} lead from texts to ids"
    if not isinstance(given.own, bool):
        return f"`own` of {whose} is True or False"
    return None if isinstance(given.scale, RatingScale) else f"the `scale` of {whose} is no factcheck.RatingScale"


def rule_breach(rule: object) -> str | None:
    """What keeps a thing from being a rule."""
    if not isinstance(rule, Rule):
        return f"{shown(rule)} is no instance of factcheck.Rule"
    for attribute in ("id", "summary", "fix", "source"):
        if not isinstance(getattr(rule, attribute), str):
            return f"the `{attribute}` of the rule {shown(rule.id)} is a text"
    given: Any = rule  # as above
    if not isinstance(given.severity, Severity):
        return f"the `severity` of the rule `{rule.id}` is a factcheck.Severity"
    for attribute in ("profiles", "unless"):
        if not _are_texts(getattr(given, attribute)):
            return f"the `{attribute}` of the rule `{rule.id}` are a tuple of texts"
    return None


def _are_texts(things: object) -> bool:
    return isinstance(things, tuple) and all(isinstance(each, str) for each in things)


def _name_breach(kind: str, name: str) -> str | None:
    # It is typed after `--to` and `--from`, and before the full stop of an option.
    return (
        None
        if _NAME.fullmatch(name)
        else f"the {kind} {name!r} has a name that is no word of letters, digits, `_` and `-`"
    )


def _options_breach(whose: str, options: object) -> str | None:
    if not (isinstance(options, type) and issubclass(options, Options)):
        return f"the `options` of the {whose} are no subclass of factcheck.Options"
    needed = [name for name, option in options.model_fields.items() if option.is_required()]
    if needed:
        return f"the {whose} has options without a default: {', '.join(needed)}"
    options().model_dump(mode="json")  # what lists the options shows their defaults: who cannot give them has failed
    return None
