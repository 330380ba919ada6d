"""The JSON Schema of the file format, made from the model: an editor completes and checks files with it."""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from .model import FactCheck

ID = "urn:factcheck-export:schema:fact-check:1"


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a fact-check's file, in YAML or JSON; draft 2020-12.

    What no schema can say (that a reference leads somewhere, that numbers rise) only reading finds.
    """
    head = {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": ID,
        "title": "Fact-check",
        "description": "One published fact-check: its claims, sources, verdicts and their evidence.",
    }
    return head | {key: value for key, value in _of_model().items() if key not in head}


def json_schema_text() -> str:
    """The same as text, as it stands in `schemas/factcheck.schema.json`."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def _of_model() -> dict[str, Any]:
    return FactCheck.model_json_schema(mode="validation", schema_generator=_Plain)


class _Plain(GenerateJsonSchema):
    # Left out: titles that only repeat the key, and null as the value that an editor would fill in.

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  # pydantic's signature
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        described = super().default_schema(schema)
        return {key: value for key, value in described.items() if (key, value) != ("default", None)}
