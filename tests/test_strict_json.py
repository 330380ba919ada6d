"""JSON that all programs read alike, and the leaves of a value with their pointers."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trying import examples

from factcheck import JsonPlaces, strict_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=examples(25))
@given(VALUES, st.booleans())
def test_what_json_is_comes_as_it_is(value, escapes):
    assert strict_json.loads(json.dumps(value, ensure_ascii=escapes)) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{'a': 1}",
        '{"a": 1, "a": 1}',
        '[{"a": {"b": 1, "b": 2}}]',
        "1e999",
        "-1e999",
        "NaN",
        "[Infinity]",
        '["\\ud800"]',
        '{"\\udc00": 1}',
    ],
)
def test_what_programs_do_not_read_alike_is_refused_and_has_a_problem_with_its_place(text):
    with pytest.raises(ValueError):  # noqa: PT011  # json, float and the encoder each word it their way
        strict_json.loads(text)
    assert JsonPlaces(text).problem is not None


def test_the_leaves_stand_in_the_order_of_the_document_with_their_pointers():
    value = {"a/b": [1, {"~": "x"}], "": {}, "c": [[], None], "d": False}
    assert list(strict_json.leaves(value)) == [
        ("/a~1b/0", 1),
        ("/a~1b/1/~0", "x"),
        ("/", {}),
        ("/c/0", []),
        ("/c/1", None),
        ("/d", False),
    ]
    assert list(strict_json.leaves(value["c"], "/c")) == [("/c/0", []), ("/c/1", None)]
    assert list(strict_json.leaves("x", "/y")) == [("/y", "x")]


def test_leaves_are_found_however_deep_they_stand():
    value = 1
    for _ in range(5000):
        value = [value]
    assert list(strict_json.leaves(value)) == [("/0" * 5000, 1)]


@pytest.mark.parametrize(("leaf", "text"), [("ä", "ä"), (None, "null"), (True, "true"), (1.5, "1.5"), ([], "[]")])
def test_a_leaf_is_shown_as_its_text_or_as_json(leaf, text):
    assert strict_json.shown(leaf) == text
