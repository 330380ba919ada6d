"""Ids and references: whatever path of the model they stand at, each is looked at."""

import pytest
from pydantic import ValidationError
from reading_samples import BASE

from factcheck import FactCheck
from factcheck.model.references import table_of
from factcheck.testing import full_fact_check

FULL = full_fact_check().model_dump(mode="json")


def change(node, path, value):
    """The data with another value at all places of a path where one stands."""
    if not path or node is None:
        return value if node is not None else None
    if path[0] == "*":
        return [change(each, path[1:], value) for each in node]
    return {**node, path[0]: change(node[path[0]], path[1:], value)}


@pytest.mark.parametrize("path", [path for path, _ in table_of(FactCheck).references], ids=".".join)
def test_a_dangling_reference_is_seen_wherever_it_stands(path):
    with pytest.raises(ValidationError, match="there is no"):
        FactCheck.model_validate(change(FULL, path, "missing"))


@pytest.mark.parametrize("path", [path for path, _ in table_of(FactCheck).ids], ids=".".join)
def test_an_id_that_is_taken_is_seen_wherever_it_stands(path):
    taken = FULL["agents"][-1]["id"] if path[0] != "agents" else FULL["claims"][0]["id"]
    with pytest.raises(ValidationError, match="is taken already"):
        FactCheck.model_validate(change(FULL, path, taken))


def test_copies_that_go_in_no_circle_are_sound():
    sources = [{"id": "x1"}, *({"id": each, "copy_of": {"source": "x1", "kind": "reposted"}} for each in ("x2", "x3"))]
    assert len(FactCheck.model_validate({**BASE, "sources": sources}).sources) == 3
