"""Drafts of fact-checks: values with their places, the fact-check made of them, and what of them is left out."""

import re
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trying import examples

import factcheck
from factcheck.drafts import Ids, Part, Repair, Value, identifier, made, part, plain, slug, walk

LEAST = {"id": "https://desk.example/rain", "headline": "Did it rain?", "language": "en"}
CLAIM = {"id": Value("c1"), "text": Value("It rained.", ("/text",))}
IDS = re.compile("[A-Za-z_][A-Za-z0-9_-]*")


def draft(**fields):
    least = {name: Value(value, (f"/{name}",)) for name, value in LEAST.items()}
    return part({**least, "claims": [part(CLAIM)], **fields})


def test_the_fact_check_is_made_of_the_values_alone():
    found = draft(
        summary=Value("It did.", ("/a", "/b"), Repair(factcheck.Rule("x", factcheck.Severity.INFO, "X.", "", "")))
    )
    assert made(found).fact_check == factcheck.FactCheck.model_validate(
        {**LEAST, "summary": "It did.", "claims": [{"id": "c1", "text": "It rained."}]}
    )
    assert made(found)[1:] == ([], "")


def test_a_part_has_no_field_for_which_nothing_was_found():
    assert part({"a": None, "b": [], "c": iter(()), "d": Value(0), "e": iter([Value("")])}, "/x", "/y") == Part(
        {"d": Value(0), "e": [Value("")]}, ("/x", "/y")
    )


def test_a_value_may_be_said_in_more_places():
    value = Value("a", (1,), Repair(factcheck.Rule("x", factcheck.Severity.INFO, "X.", "", "")))
    assert value.by(2, 3) == Value("a", (1, 2, 3), value.repair)
    assert value.places == (1,)


def test_each_value_and_part_has_its_model_path_in_order():
    found = draft(topics=[part({"name": Value("rain"), "same_as": [Value("https://a.example")]})])
    assert [path for path, _ in walk(found)] == [
        "",
        "id",
        "headline",
        "language",
        "claims[0]",
        "claims[0].id",
        "claims[0].text",
        "topics[0]",
        "topics[0].name",
        "topics[0].same_as[0]",
    ]


def test_what_a_field_does_not_take_is_left_out_alone():
    found = draft(published=Value("yesterday", ("/date", "/again")), url=Value("https://desk.example/1"))
    result = made(found)
    assert (result.fact_check.published, result.fact_check.url) == (None, "https://desk.example/1")
    assert [place for place, _ in result.left_out] == ["/date"]
    assert "2015-12-28" in result.left_out[0][1]
    assert "published" not in found.fields
    assert "url" in found.fields


def test_of_a_list_all_that_is_none_goes_at_once_and_the_others_stay():
    pages = [Value(page, (index,)) for index, page in enumerate(["no", "https://a.example", "no", "https://b.example"])]
    found = draft(topics=[part({"name": Value("rain"), "same_as": pages})])
    result = made(found)
    assert result.fact_check.topics[0].same_as == ("https://a.example", "https://b.example")
    assert [place for place, _ in result.left_out] == [0, 2]
    assert found.fields["topics"][0].fields["same_as"] == [pages[1], pages[3]]


def test_a_part_that_lacks_what_it_needs_goes_as_a_whole_and_what_needs_it_follows():
    scale = part({"ratings": [part({"id": Value("no"), "names": part({"en": Value("False")})})]})
    lost = part({"id": Value("c 2", ("/c2",)), "text": Value("It snowed.", ("/snow",))})
    verdict = {"id": Value("v1", ("/v1",)), "claim": Value("c 2"), "rating": Value("no")}
    result = made(draft(claims=[part(CLAIM), lost], rating_scale=scale, verdicts=[part(verdict, "/verdict")]))
    assert [claim.id for claim in result.fact_check.claims] == ["c1"]
    assert result.fact_check.verdicts == ()
    assert [place for place, _ in result.left_out] == ["/c2", "/snow", "/verdict"]


def test_what_stands_nowhere_is_left_out_without_a_place():
    result = made(draft(published=Value("yesterday")))
    assert result.fact_check is not None
    assert result.left_out == []


@pytest.mark.parametrize("field", [*LEAST, "claims"])
def test_there_is_no_fact_check_without_what_it_needs(field):
    found = draft()
    del found.fields[field]
    assert made(found) == (None, [], "there can be no fact-check without it: Field required")


def test_what_is_left_out_before_the_fact_check_fails_is_told():
    result = made(draft(headline=Value("", ("/headline",))))
    assert result.fact_check is None
    assert [place for place, _ in result.left_out] == ["/headline"]
    assert result.problem == "there can be no fact-check without it: Field required"


@settings(max_examples=examples(25), deadline=None)
@given(st.dictionaries(st.sampled_from([*LEAST, "url", "claims", "topics", "verdicts", "x"]), st.recursive(
    st.text(max_size=3) | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3), inner), max_leaves=5
)))  # fmt: skip
def test_whatever_was_found_each_value_is_in_the_fact_check_or_its_place_is_told(fields):
    places = count()

    def found(value):
        if isinstance(value, dict):
            return Part({key: found(each) for key, each in value.items()}, (next(places),))
        return [found(each) for each in value] if isinstance(value, list) else Value(value, (next(places),))

    whole = draft(**{key: found(value) for key, value in fields.items()})
    before = {place for _, each in walk(whole) for place in each.places}
    result = made(whole)
    after = {place for _, each in walk(whole) for place in each.places}
    assert {place for place, _ in result.left_out} <= before
    if result.fact_check is not None:
        assert {place for place, _ in result.left_out} <= before - after
        assert factcheck.FactCheck.model_validate(plain(whole)) == result.fact_check


@pytest.mark.parametrize(
    ("text", "short", "an_id"),
    [
        ("Mostly false", "mostly-false", "mostly-false"),
        ("Größtenteils  falsch!", "grosstenteils-falsch", "grosstenteils-falsch"),
        ("4 Pinocchios", "4-pinocchios", "p-4-pinocchios"),
        ("錯誤", "", "part"),
        ("-", "", "part"),
        ("x" * 39 + " yz", "x" * 39, "x" * 39),
        ("x" * 50, "x" * 40, "x" * 40),
    ],
)
def test_a_text_as_an_id(text, short, an_id):
    assert (slug(text), identifier(text)) == (short, an_id)


@settings(max_examples=examples(25))
@given(st.lists(st.sampled_from(["a", "a-2", "a-2-2", "a-3", "b"]) | st.text(max_size=3)))
def test_each_id_is_given_once_and_is_one_that_the_model_takes(texts):
    ids = Ids()
    given_ids = [ids.like(identifier(text)) for text in texts]
    assert len({*given_ids}) == len(texts)
    assert all(IDS.fullmatch(each) for each in given_ids)


def test_an_id_like_one_that_is_given_has_the_first_number_that_is_free():
    ids = Ids()
    assert ids.reserve("a-3")
    assert not ids.reserve("a-3")
    assert [ids.like("a") for _ in range(4)] == ["a", "a-2", "a-4", "a-5"]
