"""Where the words of two copies differ: nothing is lost or made up, and long texts take time in proportion."""

import random

import pytest
from effort import work
from factcheck_tei.paragraphs import laid_out
from factcheck_tei.variants import variants
from hypothesis import given, settings
from hypothesis import strategies as st
from trying import examples

import factcheck
from factcheck.testing import full_fact_check

WORDS = st.sampled_from(
    ["a", "the", "Daesh", "Islamic", "State", "neighbouring", "“", ".", "हिन्दी", "漢", "字", "e\u0301"]
)
SPACES = st.sampled_from([" ", "\n", "\n\n", "\r\n", ""])
TEXTS = st.lists(st.tuples(WORDS, SPACES), max_size=60).map(lambda pairs: "".join(map("".join, pairs)))
SOME = settings(max_examples=examples(100), deadline=None)


def between(text, spans):
    kept, done = "", 0
    for start, end in spans:
        assert done <= start <= end
        kept, done = kept + text[done:start], end
    return "".join((kept + text[done:]).split())


@SOME
@given(text=TEXTS | st.text(), other=TEXTS | st.text())
def test_what_is_left_between_variants_is_the_same_in_both(text, other):
    found = variants(text, other)
    assert between(text, [each[:2] for each in found]) == between(other, [each[2:] for each in found])
    for start, end, other_start, other_end in found:
        assert text[start:end] != other[other_start:other_end]


@SOME
@given(text=TEXTS | st.text(), other=SPACES)
def test_a_text_does_not_differ_from_itself_or_by_white_space(text, other):
    assert variants(text, text) == []
    assert variants(text, f"{other}{text}\n") == []


def read(text, other):
    return [(text[a:b], other[c:d]) for a, b, c, d in variants(text, other)]


@pytest.mark.parametrize(
    ("text", "other", "found"),
    [
        ("fight against Islamic State, which", "fight against Daesh, which", [("Islamic State", "Daesh")]),
        ("into neighbouring states", "into neighboring states", [("neighbouring", "neighboring")]),
        ("all of it", "all of it. More of it", [("", ". More of it")]),
        ("cut at the end", "cut", [("at the end", "")]),
        ("the end", "By us: the end", [("", "By us:")]),
        ("यह हिन्दी में है", "यह हिंदी में है", [("हिन्दी", "हिंदी")]),
        ("這是漢字的文本", "這是汉字的文本", [("漢", "汉")]),
        ("", "", []),
        ("", "words", [("", "words")]),
    ],
)
def test_words_are_set_beside_those_that_stand_instead(text, other, found):
    assert read(text, other) == found


def test_a_few_words_changed_in_a_long_text_are_found_one_by_one():
    chance = random.Random(2015)  # noqa: S311  # it only has to vary
    words = [chance.choice(("the", "of", "and", f"word{number % 997}")) for number in range(20_000)]
    changed = list(words)
    places = range(500, 20_000, 1_000)
    for place in places:
        changed[place] = f"new{place}"
    expected = [(words[place], changed[place]) for place in places]
    assert read(" ".join(words), " ".join(changed)) == expected


def story(count):
    return " ".join(f"word{number} and the" for number in range(count))


HARD = {
    "a story": (story, lambda count: story(count).replace("0 and", "0 or")),
    "one word": (lambda count: "a " * count, lambda count: "a " * (count - 1)),
    "two words in turns": (lambda count: "a b " * count, lambda count: "b b a " * count),
    "other words": (
        story,
        lambda count: story(count).replace("word", "other").replace("and", "or").replace("the", "a"),
    ),
    "the order turned": (story, lambda count: " ".join(reversed(story(count).split()))),
    "one long word": (lambda count: "a" * count, lambda count: "b" * count),
    "punctuation": (lambda count: "." * count, lambda count: "," * count),
}


@pytest.mark.parametrize("name", HARD)
def test_long_copies_take_time_in_proportion(name):
    text, other = HARD[name]
    once, twice = (work(lambda size=size: variants(text(size), other(size))) for size in (2_000, 4_000))
    assert twice / max(once, 1_000) < 2.4


LAID_OUT = {
    "paragraphs": "A paragraph with a few words.\n\n",
    "lines": "A line.\n",
    "blank lines": "\n",
    "spaces": " ",
    "tabs and returns": "\t\r",
    "one word": "a",
    "what XML cannot hold": "\x07",
    "marks": "<&>]]>",
}


@pytest.mark.parametrize("name", LAID_OUT)
def test_long_texts_are_written_in_proportion(name):
    fact_check, piece = full_fact_check(), LAID_OUT[name]

    def export(size):
        text = f"a{piece * size}b"
        assert laid_out("first", text).paragraphs[0][0] == 0
        return work(lambda: factcheck.export(fact_check, "tei", {"texts": {"first": text}, "any_licence": True}))

    once, twice = map(export, (5_000, 10_000))
    assert twice / once < 2.2
