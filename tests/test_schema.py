"""The file format's JSON Schema: as the model says, and true of what the model accepts."""

import json
from pathlib import Path
from typing import ClassVar

import jsonschema_rs
import pytest
import yaml
from hypothesis import given, settings
from trying import examples

from factcheck import FactCheck
from factcheck.schema import ID, json_schema, json_schema_text
from factcheck.testing.strategies import fact_checks

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "taliban-russia-2015" / "factcheck.yaml"


class _Yaml12(yaml.SafeLoader):
    """As editors read YAML: a date is text."""

    yaml_implicit_resolvers: ClassVar = {
        first: [resolver for resolver in resolvers if not resolver[0].endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def test_the_file_is_what_the_model_says():
    assert (ROOT / "schemas" / "factcheck.schema.json").read_bytes().decode() == json_schema_text(), (
        "run `make schemas`"
    )


def test_it_is_a_schema_with_a_name():
    jsonschema_rs.meta.validate(json_schema())
    assert (json_schema()["$id"], json_schema()["title"]) == (ID, "Fact-check")


def test_the_example_fits():
    written = yaml.load(EXAMPLE.read_text(encoding="utf-8"), _Yaml12)  # noqa: S506  # a SafeLoader
    jsonschema_rs.validate(json_schema(), written)


@pytest.mark.parametrize(
    "change",
    [{"headlin": "?"}, {"claims": []}, {"language": "no language"}, {"id": "relative"}, {"agents": [{"id": "a"}]}],
)
def test_what_breaks_the_model_breaks_the_schema(change):
    minimal = {"id": "urn:x:1", "headline": "H", "language": "en", "claims": [{"id": "c1", "text": "T"}]}
    jsonschema_rs.validate(json_schema(), minimal)
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.validate(json_schema(), minimal | change)


def test_no_title_repeats_a_key():
    agent = json_schema()["$defs"]["Agent"]["properties"]
    assert "title" not in agent["name"]
    assert "default" not in agent["name"]
    assert "default" not in agent["nature"]
    assert json_schema()["$defs"]["Appearance"]["properties"]["first"]["default"] is False


@given(fact_checks())
@settings(max_examples=examples(25), deadline=None)
def test_every_fact_check_fits(fact_check: FactCheck):
    jsonschema_rs.validate(json_schema(), json.loads(fact_check.model_dump_json()))
