"""Markup that is made to take long or much memory: read in part, or refused in a word, and never in silence."""

import json

import pytest
from claimreview_reading import one, read, review
from factcheck_claimreview.judging.judge import judged

import factcheck

LONG = "k" * 9_900


def page(head):
    return b"<html><head>%s<script type=application/ld+json>%s</script>" % (head, json.dumps(review()).encode())


@pytest.mark.parametrize(
    "begun",
    [
        b"<meta charset=",
        b"<meta charset",
        b"<base href=",
        b"<link rel=",
        b"<p itemtype=",
        b"<p typeof=",
        b"<html lang=",
    ],
)
def test_white_space_without_an_end_in_a_tag_is_passed_over_once(begun):
    records = read(page(begun + b" " * 500_000 + b">"), "a.html")
    assert [record.fact_check.id for record in records if record.fact_check] == [review()["url"]]


@pytest.mark.parametrize("value", [[1] * 200_000, [{}] * 200_000, dict.fromkeys(map(str, range(200_000)), 1)])
def test_values_below_keys_that_are_long_together_are_refused(value):
    with pytest.raises(factcheck.ReadingError, match="its keys are longer than those of any markup"):
        read({LONG: value, "review": review()})


def test_values_below_long_keys_are_refused_in_text_that_is_put_right_too():
    body = json.dumps({LONG: [1] * 200_000}).encode()[:-2] + b",]}"
    with pytest.raises(factcheck.ReadingError, match="its keys are longer than those of any markup"):
        read(body)
    with pytest.raises(factcheck.ReadingError, match="its keys are longer than those of any markup"):
        read(b'{"%s": [%s]}' % (LONG.encode(), b"," * 200_000))


def test_some_values_below_a_long_key_are_told_each():
    _, told = one({**review(), LONG: [1, {"a": 2}]})
    assert told["claimreview-not-carried"].path == f"/{LONG}/1/a"


def referred(thing):
    reviews = [review(url=f"https://desk.example/{n}", author={"@id": "#d"}) for n in range(1_500)]
    return {"@graph": [{"@id": "#d", "@type": "Organization", "name": "The Desk", **thing}, *reviews]}


@pytest.mark.parametrize(
    "thing",
    [
        {"sameAs": [f"https://pages.example/{n}" for n in range(300)]},
        {f"key{n}": n for n in range(300)},
        {"description": "x" * 30_000},
    ],
    ids=["list", "keys", "text"],
)
def test_what_is_large_and_referred_to_often_is_not_read_each_time(thing, monkeypatch):
    monkeypatch.setattr("factcheck_claimreview.importing.nodes._MOST_FOLLOWED", 100_000)
    records = read(referred(thing))
    named = [record.fact_check for record in records if record.fact_check and record.fact_check.publisher]
    told = [finding for record in records for finding in record.findings if "read too often already" in finding.message]
    assert 100 < len(named) < 1_000
    assert len(named) + len({finding.path for finding in told}) == 1_500


def test_what_is_small_is_read_however_often_it_is_referred_to():
    found = [record.fact_check for record in read(referred({"url": "https://desk.example"})) if record.fact_check]
    assert sum(fact_check.publisher is not None for fact_check in found) == 1_500


def test_what_has_a_hundred_types_is_of_no_known_type_and_they_are_told():
    kinds = ["Organization", *(f"Type{n}" for n in range(3_000))]
    records = read(referred({"@type": kinds}))
    told = {finding.path for record in records for finding in record.findings}
    assert {f"/@graph/0/@type/{n}" for n in range(len(kinds))} <= told


def test_media_reviews_far_down_are_read_on_their_own():
    media = {
        "@type": "MediaReview",
        "headline": "A photo",
        "itemReviewed": {"@type": "ImageObject", "contentUrl": "https://a.example/"},
    }
    value = [{**media, "url": f"https://desk.example/{n}"} for n in range(200)]
    for _ in range(400):
        value = {"part": value}
    assert sum(record.fact_check is not None for record in read(value)) == 200


def test_a_keyword_with_a_prefix_is_no_keyword_and_is_told():
    author = {"schema:@type": "Person", "name": "A Speaker"}
    _, told = one(review(itemReviewed={"@type": "Claim", "author": author}))
    assert told["claimreview-not-carried"].path == "/itemReviewed/author/schema:@type"


def test_many_equal_types_and_properties_in_many_cases_are_judged_each_once():
    name = "claimreviewed"
    cases = ["".join(sign.upper() if n >> at & 1 else sign for at, sign in enumerate(name)) for n in range(2_000)]
    keys = dict.fromkeys(cases, "It rained.")
    source = factcheck.Input.of(json.dumps(review(**{"@type": ["ClaimReview"] * 20_000}, **keys)).encode(), "a.jsonld")
    # One of the two thousand is `claimReviewed` as it should be.
    assert sum(finding.rule == "claimreview-schema-org-case" for finding in judged(source, "schema.org")) == 1_999
