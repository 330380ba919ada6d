"""Where the values of a JSON text stand, by JSON pointer; and what is wrong with it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import JsonPlaces

TEXT = '{\n  "a/b": [1, {"~": "x"}],\r\n\t"": {"0": -1.5e3},\n  "Größe": "\U0001f600", "z": null\n}\n'
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=20,
)


def pointers(value, pointer=""):
    """Each value with its JSON pointer (RFC 6901)."""
    yield pointer, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        yield from pointers(inner, f"{pointer}/{str(step).replace('~', '~0').replace('/', '~1')}")


def offset(text, line, column):
    """The offset of a line and a column of a text whose lines end with a line feed."""
    return sum(len(each) + 1 for each in text.split("\n")[: line - 1]) + column - 1


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("", (1, 1)),
        ("/a~1b", (2, 10)),
        ("/a~1b/0", (2, 11)),
        ("/a~1b/1/~0", (2, 20)),
        ("//0", (3, 12)),
        ("/Größe", (4, 12)),
        ("/z", (4, 22)),
    ],
)
def test_each_value_has_its_line_and_its_column_in_code_points(pointer, place):
    assert JsonPlaces(TEXT).of(pointer) == place


@pytest.mark.parametrize(
    ("pointer", "nearest"),
    [
        ("/none", ""),
        ("/a~1b/7/x", "/a~1b"),
        ("/a~1b/-1", "/a~1b"),
        ("/a~1b/00", "/a~1b"),
        ("/z/deeper", "/z"),
        ("z", ""),
    ],
)
def test_what_is_not_there_has_the_place_of_its_nearest_parent(pointer, nearest):
    places = JsonPlaces(TEXT)
    assert places.of(pointer) == places.of(nearest)


def test_a_text_may_begin_on_a_later_line():
    assert JsonPlaces(TEXT, line=7).of("/z") == (10, 22)
    assert JsonPlaces("{", line=7).problem[1:] == (7, 2)


@settings(deadline=None)
@given(value=VALUES, indent=st.sampled_from([None, 0, 2]), is_ascii=st.booleans())
def test_every_pointer_leads_to_its_value(value, indent, is_ascii):
    text = json.dumps(value, indent=indent, ensure_ascii=is_ascii)
    places = JsonPlaces(text)
    assert places.problem is None
    for pointer, there in pointers(value):
        found, _ = json.JSONDecoder().raw_decode(text, offset(text, *places.of(pointer)))
        assert found == there


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("", 1, 1, "ends too early"),
        ('{"a": 1,\n "b": [1, }', 2, 11, "not `}`"),
        ('{"a": 1}\n{"a": 1}', 2, 1, "ended, and something follows"),
        ("[1,\n NaN]", 2, 2, "no NaN"),
        ("[1,\n 1e400]", 2, 2, "1e400"),
        ("[1,\n -1e400]", 2, 2, "larger than any number"),
        ("[" + "9" * 5000 + "]", 1, 2, "4,300 digits"),
        ('{"a": 1,\n "b": {"a": 2},\n "a": 3}', 3, 2, "`a` stands twice"),
        ('["x",\n "\\ud83d"]', 2, 2, "half of a character"),
        ('{"a": 1,\n "\\ud83d": 1}', 2, 2, "half of a character"),
        ('["a\nb"]', 1, 4, "line break"),
    ],
)  # fmt: skip
def test_what_is_wrong_has_its_line_and_its_column(text, line, column, words):
    message, *place = JsonPlaces(text).problem
    assert place == [line, column]
    assert words in message


def test_a_text_with_something_wrong_has_the_places_before_it():
    places = JsonPlaces('{"a": 1,\n "b": [true, ?]}')
    assert (places.of("/a"), places.of("/b/0"), places.of("/b/1")) == ((1, 7), (2, 8), (2, 7))


def test_a_number_that_python_reads_is_no_problem():
    for text in ("9" * 4000, "-" + "9" * 300, "1e308", "0.5"):
        assert JsonPlaces(text).problem is None


def test_depth_is_bounded_where_one_is_given_and_costs_no_recursion_where_none_is():
    text = "[" * 100_000 + "]" * 100_000
    assert JsonPlaces(text).of("/0" * 99_999) == (1, 100_000)
    message, *place = JsonPlaces(text, deepest=500).problem
    assert place == [1, 501]
    assert "500" in message
    assert JsonPlaces("[" * 500 + "]" * 500, deepest=500).problem is None
