"""Our schemas of whole files, compiled once."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema_rs
import orjson

_COMMON = ("claimreview.schema.json", "datafeed.schema.json")


def broken(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """What breaks this schema, each with its JSON pointer."""
    for error in validator(name).iter_errors(value):
        yield error.message, "".join(f"/{step}" for step in error.instance_path)


@cache
def validator(name: str) -> jsonschema_rs.Draft202012Validator:
    """The schema of this name."""
    common = [_schema(each) for each in _COMMON]
    registry = jsonschema_rs.Registry([(schema["$id"], schema) for schema in common])
    return jsonschema_rs.Draft202012Validator(_schema(name), registry=registry)


def content(name: str) -> bytes:
    """A file of `schemas/claimreview`."""
    return (files("factcheck_schemas") / "claimreview" / name).read_bytes()


def _schema(name: str) -> Any:
    return orjson.loads(content(name))
