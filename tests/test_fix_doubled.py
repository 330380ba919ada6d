"""Entries that stand twice go, and nothing goes with them."""

import json

import pytest
import yaml
from fix_samples import DOUBLED, SINGLE, as_yaml, story, value
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trying import examples

from factcheck import Finding, Severity
from factcheck.fixing import fixed
from factcheck.reading import read


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_entries_that_stand_twice_go_and_nothing_else(line_break):
    made = fixed(DOUBLED.replace("\n", line_break).encode(), "a.yaml")
    assert made.data.decode() == SINGLE.replace("\n", line_break)
    assert sorted((each.rule, each.path) for each in made.mended) == [
        ("doubled-entry", "agents[1].same_as[2]"),
        ("doubled-entry", "authors[2]"),
        ("doubled-entry", "authors[3]"),
        ("doubled-entry", "claims[0].appearances[1]"),
        ("doubled-entry", "reviewers[2]"),
        ("duplicate-id", "agents[2]"),
    ]
    assert fixed(made.data, "a.yaml").mended == ()


def test_entries_that_stand_twice_go_from_json():
    data = yaml.safe_load(DOUBLED)
    made = fixed(json.dumps(data, indent=2).encode(), "a.json")
    assert made.data.decode() == json.dumps(yaml.safe_load(SINGLE), indent=2)


def test_entries_that_are_the_same_once_they_are_repaired_go():
    body = b"id: urn:x:y\nheadline: H\nlanguage: en\ntopics: [{name: a &amp; b}, {name: 'a & b '}]\nclaims: [{id: c1, text: T}]\n"
    assert b"topics: [{name: a & b}]\n" in fixed(body, "a.yaml").data


def test_an_entry_that_another_place_refers_to_stays():
    body = b"id: urn:x:y\nheadline: H\nlanguage: en\ntopics:\n- name: A\n- &a\n  name: A\nclaims: [{id: c, text: T, about: [*a]}]\n"
    assert fixed(body, "a.yaml").data == body


def test_a_list_that_stands_at_two_places_loses_an_entry_once():
    body = b"id: urn:x:y\nheadline: H\nlanguage: en\nauthors: &a [d, d, d]\nreviewers: *a\nagents: [{id: d, kind: person, name: D}]\nclaims: [{id: c, text: T}]\n"
    assert fixed(body, "a.yaml").data == body.replace(b"[d, d, d]", b"[d]")


def test_findings_further_down_do_not_keep_an_entry():
    def check(fact_check):
        return [Finding("last", Severity.ERROR, "no", f"authors[{len(fact_check.authors) - 1}]")]

    body = as_yaml(authors=["a", "a", "b"], agents=[{"id": each, "kind": "person", "name": each} for each in "ab"])
    assert value(fixed(body, "a.yaml", check).data, "authors") == ("a", "b")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(40))
@given(
    names=st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=6),
    style=st.sampled_from(["yaml", "flow", "json", "indented json"]),
)
def test_each_list_keeps_its_order(names, style):
    agents = [{"id": each, "kind": "person", "name": each} for each in "abc"]
    topics = [{"name": each, "same_as": [f"http://{other}.example/" for other in names]} for each in names]
    data = story(authors=names, agents=agents, topics=topics)
    body = {
        "yaml": lambda: yaml.safe_dump(data),
        "flow": lambda: yaml.safe_dump(data, default_flow_style=True, width=20),
        "json": lambda: json.dumps(data),
        "indented json": lambda: json.dumps(data, indent=1),
    }[style]()
    name = "a.json" if "json" in style else "a.yaml"
    made = fixed(body.encode(), name)
    fact_check, single = read(made.data, name).fact_check, tuple(dict.fromkeys(names))
    assert fact_check.authors == single
    assert tuple(topic.name for topic in fact_check.topics) == single
    assert {topic.same_as for topic in fact_check.topics} == {tuple(f"http://{each}.example/" for each in single)}
    assert fixed(made.data, name).mended == ()
