"""Quotations in which characters were changed are found where they were; others are found nowhere."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from locating_samples import WORDS, changed, text

from factcheck import Quotation
from factcheck.text import Kind, locate

# https://github.com/hypothesis/client, src/annotator/anchoring/test/match-quote-test.js: what its matcher finds, and where.
SOLITUDE = (
    "Many years later, as he faced the firing squad, Colonel Aureliano Buendía was to remember that distant afternoon "
    "when his father took him to discover ice"
)
CITIES = (
    "It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness, it was the epoch "
    "of belief, it was the epoch of incredulity, it was the season of Light, it was the season of Darkness, it was the spring of hope, "
    "it was the winter of despair, we had everything before us, we had nothing before us, we were all going direct to Heaven, we were "
    "all going direct the other way."
)
SQUAD = ", as he faced the firing squad"
FIRST, SECOND = CITIES.index("before us, we had nothing"), CITIES.index("before us, we were all")


def at(exact, start):
    return Quotation(exact=exact, start=start, end=start + len(exact))


@pytest.mark.parametrize(
    ("whole", "quotation", "found", "start"),
    [
        (SOLITUDE, Quotation(exact="discover ice"), "discover ice", 141),
        *(
            (SOLITUDE, Quotation(exact=each), "Many years later", 0)
            for each in ("Many years later", "Many yers later", "Some years later", "some years later")
        ),
        *(
            (SOLITUDE, Quotation(exact=SQUAD, prefix=each), SQUAD, 16)
            for each in ("Many years later", "Many yers later", "Some years later", "Some years after")
        ),
        *(
            (SOLITUDE, Quotation(exact="Many years later", suffix=each), "Many years later", 0)
            for each in (
                SQUAD,
                ", as she faced the firing squad",
                ", as he awaited the firing squad",
                ", as he awaited his death",
            )
        ),
        *(
            (CITIES, Quotation(exact="before us", prefix=each), "before us", FIRST)
            for each in ("we had everything", "we had every-thing")
        ),
        *(
            (CITIES, Quotation(exact="before us", prefix=each), "before us", SECOND)
            for each in ("we had nothing", "we had nout")
        ),
        *(
            (CITIES, Quotation(exact="we had", suffix=each), "we had", CITIES.index("we had e"))
            for each in ("everything", "ever ting")
        ),
        *(
            (CITIES, Quotation(exact="we had", suffix=each), "we had", CITIES.index("we had n"))
            for each in ("nothing", "nutting")
        ),
        (CITIES, at("befor us", FIRST), "before us", FIRST),
        (CITIES, at("befor us", SECOND), "before us", SECOND),
        (SOLITUDE, Quotation(exact="years later", prefix="It used to be many"), "years later", 5),
        ("Some document text", Quotation(exact="text", suffix="missing"), "text", 14),
    ],
)
def test_what_the_matcher_of_hypothesis_finds(whole, quotation, found, start):
    located = locate(whole, quotation)
    assert (located.found, located.start) == (found, start)


@pytest.mark.parametrize(("whole", "quoted"), [(CITIES, SOLITUDE), ("foobar", ""), ("", "foobar")])
def test_what_the_matcher_of_hypothesis_does_not_find(whole, quoted):
    assert locate(whole, quoted).kind == Kind.ABSENT


def test_where_that_matcher_takes_the_first_of_two_it_is_told_first():
    """Without a position nothing tells which is meant, so the other is told, too."""
    located = locate(CITIES, "befor us")
    assert (located.kind, [place.start for place in located.places]) == (Kind.AMBIGUOUS, [FIRST, SECOND])


@pytest.mark.parametrize(
    ("whole", "quoted"),
    [
        (SOLITUDE, "Some years after"),
        ("Prices rose in June.", "Prices fell in June"),
        ("He came two days later.", "ten days after"),
    ],
)
def test_where_that_matcher_finds_what_nobody_said_it_is_absent(whole, quoted):
    """That matcher takes up to half of the characters for others: of `Some years after` six of sixteen are, in two words of three.

    Whatever finds it finds the contrary, too, in which fewer differ: four of nineteen in the second.
    """
    assert locate(whole, quoted).kind == Kind.ABSENT


@pytest.mark.parametrize("script", WORDS)
def test_quotations_with_changed_characters_are_found(script):
    chance, right, count = random.Random(script), 0, 100
    for _ in range(count):
        whole = text(script, chance.choice((600, 3000)), chance)
        size = chance.randrange(60, 200)
        start, changes = chance.randrange(len(whole) - size), chance.randrange(1, size // 10 + 1)
        located = locate(whole, changed(whole[start : start + size], changes, sorted(set(whole)), chance))
        # A change at an end makes it unclear where that is, by as many characters.
        right += (
            located.place is not None
            and abs(located.start - start) <= changes
            and abs(located.end - start - size) <= changes
        )
    assert right >= 0.99 * count


@pytest.mark.parametrize("script", WORDS)
@settings(max_examples=30, deadline=None)
@given(st.integers(0), st.integers(0), st.integers(60, 200))
def test_what_was_said_elsewhere_is_absent(script, one, two, size):
    whole, other = text(script, 2000, random.Random(one)), text(script, 200, random.Random(f"another {two}"))
    assert locate(whole, other[:size]).kind == Kind.ABSENT
