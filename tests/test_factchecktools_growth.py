"""Answers that are large or repeat themselves: work and memory grow in proportion, and what no answer is gets one error."""

import json
import tracemalloc
from collections import Counter

import pytest
from effort import growth
from factcheck_factchecktools.importer import FactCheckToolsImporter

from factcheck import Input, ReadingError

REVIEW = {"url": "https://desk.example/rain", "textualRating": "False", "languageCode": "en", "title": "Rain?"}


def answer(*reviews, **more):
    return {"claims": [{"text": "It rained.", "claimReview": list(reviews or [REVIEW])} | more]}


def pages(count):
    """A review on each of so many pages."""
    return [REVIEW | {"url": f"https://desk.example/{number}"} for number in range(count)]


def unknown(count):
    return {f"key{number}": number for number in range(count)}


def read(value):
    importer = FactCheckToolsImporter()
    return list(importer.read(Input.of(json.dumps(value).encode()), importer.options()))


def nested(value, depth, key):
    for _ in range(depth):
        value = {key: value}
    return value


@pytest.mark.parametrize(
    "value",
    [
        answer(**{"k" * 1_000_000: list(range(1000))}),
        answer(**{"k" * 1_000_000: unknown(1000)}),
        answer(more=nested(list(range(10_000)), 100, "k" * 1000)),
        answer(more=nested([[[number]] for number in range(5_000)], 100, "/" * 500)),
    ],
    ids=["list", "object", "nested", "escaped"],
)
def test_long_keys_around_many_values_are_refused_before_pointers_are_made(value):
    body = json.dumps(value).encode()
    importer = FactCheckToolsImporter()
    tracemalloc.start()
    try:
        with pytest.raises(ReadingError) as raised:
            list(importer.read(Input.of(body), importer.options()))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    (finding,) = raised.value.findings
    assert "its keys are so long" in finding.message
    assert peak < 10 * len(body) + 10_000_000


def test_one_long_key_is_told_whole():
    key = "k" * 100_000
    (record,) = read(answer(**{key: ["x", "y"]}))
    assert {(found.path, found.stood) for found in record.findings} >= {
        (f"/claims/0/{key}/0", "x"),
        (f"/claims/0/{key}/1", "y"),
    }


GROWING = {
    "reviews of one page": lambda count: answer(*[REVIEW] * count, **unknown(count)),
    "pages": lambda count: answer(*pages(count), **unknown(count)),
}


@pytest.mark.parametrize("made", GROWING)
def test_work_grows_in_proportion(made):
    assert growth(FactCheckToolsImporter(), lambda count: json.dumps(GROWING[made](count)), 300) < 2.2


def test_what_a_fact_check_has_no_place_for_is_told_once_where_several_pages_review_a_claim():
    records = read(answer(*pages(3), **unknown(2)))
    assert [record.fact_check is not None for record in records] == [True] * 3
    told = Counter(found.path for record in records for found in record.findings)
    assert (told["/claims/0/key0"], told["/claims/0/key1"]) == (1, 1)


def test_a_long_claim_is_read_for_so_many_pages_and_then_refused_and_told():
    records = read(answer(*pages(500), text="It rained. " * 50_000))
    made = [record for record in records if record.fact_check]
    refused = [record for record in records if not record.fact_check]
    assert 10 < len(made) < 100
    assert len(made) + len(refused) == 500
    for record in refused:
        first, *others = record.findings
        assert (first.rule, first.severity) == ("factchecktools-json", "error")
        assert {found.path for found in others} == {f"{record.place}/{key}" for key in REVIEW}


def test_answers_repeat_claims_as_often_as_they_like():
    claims = [{"text": f"Claim {number}. " * 20, "claimReview": pages(20)} for number in range(100)]
    assert all(record.fact_check for record in read({"claims": claims}))
