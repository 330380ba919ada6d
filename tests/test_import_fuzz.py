"""No input breaks an importer: random bytes, and good inputs that were damaged in the ways that inputs are."""

import fuzzing
import mutations
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from trying import examples

import factcheck

HOST = factcheck.Host.discover()
SEEDS = fuzzing.seeds()
SMALL = [body for body in SEEDS.values() if len(body) < 5000]
JSON = [body for name, body in SEEDS.items() if name.endswith((".json", ".jsonld")) and len(body) < 5000]
XML = [body for name, body in SEEDS.items() if name.endswith(".xml") and len(body) < 5000]

each_importer = pytest.mark.parametrize("name", HOST.importers)
thoroughly = settings(
    max_examples=examples(40),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    # Not shrunk: what is found is small as it is, and shrinking would take minutes.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


@each_importer
def test_each_importer_reads_what_is_damaged_here(name):
    assert any(fuzzing.feed(name, body, HOST) for body in SEEDS.values())


@each_importer
@thoroughly
@given(body=st.binary(max_size=2000))
def test_random_bytes(name, body):
    fuzzing.feed(name, body, HOST)


@each_importer
@thoroughly
@given(body=mutations.damaged(SMALL))
def test_bytes_that_were_once_good(name, body):
    fuzzing.feed(name, body, HOST)


@each_importer
@thoroughly
@given(body=mutations.other_json(JSON))
def test_json_with_other_values(name, body):
    fuzzing.feed(name, body, HOST)


@each_importer
@thoroughly
@given(body=mutations.other_xml(XML))
def test_xml_with_other_elements(name, body):
    fuzzing.feed(name, body, HOST)
