"""FactCheck to YAML: a file that people go on writing."""

from functools import cache
from typing import Any

import yaml

from .model import FactCheck

_WIDTH = 110
_SHORT = 60


def dumps(fact_check: FactCheck) -> str:
    """The fact-check as YAML, in the order of the model, what is empty left out; `loads` gives back an equal one."""
    data = _plain(fact_check.model_dump(mode="json", exclude_none=True))
    return str(
        yaml.dump(data, Dumper=_dumper(), allow_unicode=True, sort_keys=False, default_flow_style=False, width=_WIDTH)
    )


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        pairs = ((key, _plain(inner)) for key, inner in value.items())
        return {key: inner for key, inner in pairs if not _is_empty(inner)}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value


def _is_empty(value: Any) -> bool:
    return value is False or (isinstance(value, dict | list) and not value)


@cache
def _dumper() -> type:
    """A dumper by libyaml, where it is there, that writes texts as people do."""

    class Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]  # a base known at run time only
        pass

    # Our own reader takes every scalar as its text, so a date needs no quotes.
    Dumper.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in Dumper.yaml_implicit_resolvers.items()
    }
    Dumper.add_representer(str, _text)
    Dumper.add_representer(list, _sequence)
    return Dumper


def _text(dumper: Any, value: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=_style(value))


def _style(value: str) -> str | None:
    if not value.replace("\n", "").isprintable() or value != value.strip():
        return '"'
    if "\n" in value:
        return "|"
    return ">" if len(value) > _WIDTH and "  " not in value else None


def _sequence(dumper: Any, values: list[Any]) -> Any:
    short = all(isinstance(value, str) for value in values) and sum(map(len, values)) < _SHORT
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=short)
