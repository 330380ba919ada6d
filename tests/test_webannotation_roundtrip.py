"""Our own annotations read back: equal to the fact-check that they were written of, and anything changed in them is told."""

import copy
import json
from pathlib import Path
from typing import ClassVar

import pytest
from factcheck_webannotation.exporter import WebAnnotationExporter, WebAnnotationOptions
from factcheck_webannotation.importer import WebAnnotationImporter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trying import examples
from webannotation_samples import read

import factcheck
from factcheck.importing import sniffed
from factcheck.strict_json import leaves
from factcheck.testing import HOSTILE_TEXTS, ImporterContract, full_fact_check
from factcheck.testing.strategies import fact_checks

EXAMPLE = Path(__file__).parents[1] / "examples" / "taliban-russia-2015" / "factcheck.yaml"
EXPORTER = WebAnnotationExporter()
SOME = settings(max_examples=examples(25), deadline=None, suppress_health_check=list(HealthCheck))


def body_of(fact_check, **options):
    return EXPORTER.export(fact_check, WebAnnotationOptions(**options)).body


class TestContract(ImporterContract):
    importer = WebAnnotationImporter()
    samples: ClassVar = {"full.anno.jsonld": body_of(full_fact_check())}


@pytest.mark.parametrize("page_size", [0, 1, 7])
@pytest.mark.parametrize("which", ["example", "full"])
def test_reading_back_gives_the_same_and_nothing_to_tell(which, page_size):
    fact_check = factcheck.load(EXAMPLE) if which == "example" else full_fact_check()
    (record,) = read(body_of(fact_check, page_size=page_size))
    assert record.fact_check == fact_check
    assert record.findings == ()
    assert record.exact


@SOME
@given(fact_check=fact_checks(), page_size=st.integers(0, 3))
def test_reading_back_gives_the_same_for_all(fact_check, page_size):
    document = EXPORTER.export(fact_check, WebAnnotationOptions(page_size=page_size))
    assert EXPORTER.validate(document) == []
    (record,) = read(document.body)
    assert record.fact_check == fact_check
    assert record.findings == ()


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_comes_back_to_the_character(text):
    data = full_fact_check().model_dump(mode="json")
    data["claims"][0]["appearances"][0]["quotation"]["exact"] = data["summary"] = f"a{text}z"
    fact_check = factcheck.FactCheck.model_validate(data)
    (record,) = read(body_of(fact_check))
    assert record.fact_check == fact_check


def test_the_order_of_pages_and_of_keys_does_not_count():
    made = json.loads(body_of(full_fact_check(), page_size=2))
    turned = {key: made[key] for key in reversed(made)}
    (record,) = read(turned)
    assert record.fact_check == full_fact_check()


def test_lists_of_one_may_have_lost_their_brackets():
    made = json.loads(body_of(full_fact_check()))

    def bare(value):
        if isinstance(value, dict):
            return {key: each if key == "@context" else bare(each) for key, each in value.items()}
        if isinstance(value, list):
            return bare(value[0]) if len(value) == 1 else [bare(each) for each in value]
        return value

    (record,) = read(bare(made))
    assert record.fact_check == full_fact_check()
    assert record.findings == ()


def test_each_leaf_that_is_changed_changes_the_fact_check_or_is_told():
    whole = json.loads(body_of(full_fact_check(), page_size=4))
    for place, value in leaves(whole, ""):
        if place.startswith("/@context"):
            continue
        other = copy.deepcopy(whole)
        holder, steps = other, place.split("/")[1:]
        for step in steps[:-1]:
            holder = holder[int(step) if isinstance(holder, list) else step]
        last = int(steps[-1]) if isinstance(holder, list) else steps[-1]
        holder[last] = f"{value} changed" if isinstance(value, str) else value + 1
        try:
            (record,) = read(other)
        except factcheck.ReadingError:
            continue
        assert record.fact_check != full_fact_check() or record.findings, place
        if record.fact_check and not record.findings:
            assert json.dumps(holder[last], ensure_ascii=False).strip('"') in record.fact_check.model_dump_json(), place


def test_each_leaf_that_is_added_is_told():
    whole = json.loads(body_of(full_fact_check()))
    holders = [holder for holder in containers(whole) if isinstance(holder, dict)]
    for number, holder in enumerate(holders):
        holder[f"added-{number}"] = f"more {number}"
    (record,) = read(whole)
    assert record.fact_check == full_fact_check()
    told = {each.stood for each in record.findings}
    assert {f"more {number}" for number in range(len(holders))} == told


def containers(value):
    if isinstance(value, dict | list):
        yield value
        for key, each in list(value.items()) if isinstance(value, dict) else list(enumerate(value)):
            if key not in ("@context", "names", "definition"):  # any key is a language there
                yield from containers(each)


def test_what_is_missing_for_a_fact_check_is_an_error():
    made = json.loads(body_of(full_fact_check()))
    del made["label"]
    (record,) = read(made)
    assert record.fact_check is None
    assert record.findings[0].rule == "webannotation-invalid-value"


@pytest.mark.parametrize("named", ["full.anno.jsonld", "full.jsonld", "full.json", "full"])
def test_no_other_importer_takes_it(named):
    data = full_fact_check().model_dump(mode="json")
    data["summary"] = 'It speaks of "ClaimReview" and claimReview and MediaReview.'
    body = body_of(factcheck.FactCheck.model_validate(data))
    assert sniffed(factcheck.Host.discover(), factcheck.Input.of(body, named)).able == ("webannotation",)


@pytest.mark.parametrize("name", ["claimreview", "tei", "factchecktools"])
def test_it_takes_none_of_others(name):
    document = factcheck.export(full_fact_check(), to=name)
    assert WebAnnotationImporter().sniff(document.body)
