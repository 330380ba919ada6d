"""The statements of N-Quads are those that pyld expands, and what is wrong with them is told."""

import json
from importlib.resources import files

import pytest
from claimreview_samples import made, nodes
from container_samples import HOST, TWO, found, joined, made_up, pieces, whole
from factcheck_claimreview.containers.nquads import CONTEXT
from full_samples import hostile
from hypothesis import HealthCheck, given, settings
from statements import expanded, same, schema_org, statements
from trying import examples

from factcheck.testing import HOSTILE_TEXTS, full_fact_check, strategies

FEW = settings(max_examples=examples(12), suppress_health_check=list(HealthCheck))


def test_the_context_says_what_that_of_schema_org_says():
    if schema_org() is None:
        pytest.skip("the schema.org context is not beside this repository")
    schemas = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in (files("factcheck_schemas") / "claimreview").glob("*.schema.json")
        if "as-found" not in path.name
    ]
    names = {name for schema in schemas for node in nodes(schema) for name in node.get("properties", {})}
    assert {name for name in names if not name.startswith("@")} <= set(schema_org())
    theirs = {name: schema_org()[name].get("@type") for name in names if name in schema_org()}
    assert {name: CONTEXT.get(name, {}).get("@type") for name in theirs} == theirs
    assert CONTEXT["@vocab"] == schema_org()["@vocab"]


@given(strategies.fact_checks())
@FEW
def test_statements_are_those_that_pyld_expands(fact_check):
    document = HOST.export(fact_check, "claimreview").body
    assert same(statements(whole("nquads", [fact_check]))) == same(expanded(document))


@pytest.mark.parametrize(
    "told", [{}, {"indent": True}, {"graph": True}, {"profile": "datacommons"}, {"profile": "ifcn"}]
)
def test_statements_are_those_that_pyld_expands_whatever_the_layout(told):
    for fact_check in (
        full_fact_check(),
        made(**TWO),
        *(hostile(f"x {each} y", {"exact": each}) for each in HOSTILE_TEXTS),
    ):
        body = joined("nquads", pieces("nquads", [fact_check], **told))
        assert same(statements(body)) == same(expanded(HOST.export(fact_check, "claimreview", told).body))


def labels(body):
    return {word for line in body.splitlines() for word in (line.split(b" ")[0], line.split(b" ")[-2]) if word.startswith(b"_:")}  # fmt: skip


def test_blank_nodes_have_the_same_names_each_time_and_no_two_documents_share_one():
    again, made_pieces = pieces("nquads", made_up(20)), pieces("nquads", made_up(20))
    assert again == made_pieces
    named = [labels(piece) for piece in made_pieces]
    assert all(named)
    assert len(set.union(*named)) == sum(map(len, named))


def test_what_looks_like_a_blank_node_in_a_text_stays():
    words = 'a> _:b1 .\n_:b2 <http://x> "> _:b3 .'
    (line,) = (each for each in whole("nquads", [made(claim={"text": words})]).splitlines() if b"claimReviewed" in each)
    assert line.endswith(rb' "a> _:b1 .\n_:b2 <http://x> \"> _:b3 ." .')


@pytest.mark.parametrize(
    "spoilt", [b"no statement\n", b'<a> <http://b> "c" .\n', b'<http://a> <http://b> "c"\n', b"\xff\n"]
)
def test_a_line_that_is_no_statement_is_told(spoilt):
    body = whole("nquads", made_up(1))
    assert [rule for rule, _ in found("nquads", body + spoilt)] == ["nquads-no-rdf"]
