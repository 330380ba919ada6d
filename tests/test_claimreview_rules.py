"""What the rules of ClaimReview find in a fact-check, and the numbers of a rating."""

import pytest
from claimreview_samples import EXAMPLE, EXPORTER, HOST, exported, made
from factcheck_claimreview.rules import RULES
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck.model import Rating, RatingScale


def found(fact_check, rule):
    return [(str(finding.severity), finding.path) for finding in HOST.check(fact_check) if finding.rule == rule]


PERSON = {"id": "x", "kind": "person", "name": "X"}
NOBODY = {"id": "x", "kind": "unnamed", "description": "commander"}
TWO = [{"id": "c1", "text": "One."}, {"id": "c2", "text": "Two."}]
SAME = [{"id": f"v{index}", "claim": "c1", "rating": "no", "url": "https://desk.example/same"} for index in (1, 2)]


def scale(*ratings):
    return {"ratings": [{"id": name, "names": {"en": name}, "number": number} for name, number in ratings]}


@pytest.mark.parametrize(
    ("fields", "rule", "severity", "path"),
    [
        ({"verdicts": []}, "claimreview-no-verdict", "error", "verdicts"),
        ({"url": None}, "claimreview-no-url", "error", "url"),
        ({"verdicts": SAME}, "claimreview-same-url", "error", "verdicts[1].url"),
        ({"publisher": None}, "claimreview-no-author", "warning", "publisher"),
        (
            {"publisher": "x", "agents": [NOBODY]},
            "claimreview-nameless-author",
            "warning",
            "agents[1]",
        ),
        ({"published": None}, "claimreview-no-date", "warning", "published"),
        ({}, "claimreview-no-appearance", "warning", "claims[0].appearances"),
        ({"language": "fr"}, "claimreview-label-language", "warning", "rating_scale.ratings[0].names"),
        ({"language": "und"}, "claimreview-undetermined-language", "info", "language"),
        ({"claims": TWO}, "claimreview-unrated-claim", "info", "claims[1]"),
        (
            {"claim": {"claimants": ["x"]}, "agents": [NOBODY]},
            "claimreview-nameless-claimant",
            "info",
            "claims[0].claimants[0]",
        ),
        ({"claim": {"made": "2015~"}}, "claimreview-inexact-date", "info", "claims[0].made"),
        (
            {"rating_scale": scale(("no", 0), ("yes", 4))},
            "claimreview-moved-scale",
            "info",
            "rating_scale",
        ),
        ({"rating_scale": scale(("no", 3))}, "claimreview-lost-numbers", "info", "rating_scale.ratings[0].number"),
    ],
)
def test_each_rule_finds_what_it_is_for(fields, rule, severity, path):
    assert (severity, path) in found(made(**fields), rule)


def test_labels_need_no_name_in_a_language_that_is_not_known():
    assert found(made(language="und"), "claimreview-label-language") == []


def test_every_rule_is_tried_here_and_says_where_it_comes_from():
    marks = test_each_rule_finds_what_it_is_for.pytestmark
    tried = {case[1] for case in marks[0].args[1]}
    assert tried == {rule.id for rule in RULES.values() if not rule.profiles}
    assert all("https://" in rule.source for rule in RULES.values())


def test_a_fact_check_with_everything_breaks_no_rule():
    fact_check = made(claim={"appearances": [{"source": "s"}]}, sources=[{"id": "s", "url": "https://s.example/"}])
    assert HOST.check(fact_check) == []


def test_the_rules_of_the_example_are_only_about_what_the_pages_do_not_tell():
    findings = HOST.check(factcheck.load(EXAMPLE))
    assert {finding.rule for finding in findings} == {"claimreview-inexact-date", "claimreview-nameless-claimant"}


@pytest.mark.parametrize("fields", [{"publisher": None, "authors": ["desk"]}, {"publisher": "desk"}])
def test_authors_sign_where_no_publisher_does(fields):
    assert found(made(**fields), "claimreview-no-author") == []


def test_verdicts_may_have_dates_and_addresses_of_their_own():
    fact_check = made(url=None, published=None, verdict={"url": "https://d.example/1", "published": "2015-12-28"})
    assert found(fact_check, "claimreview-no-url") == []
    assert found(fact_check, "claimreview-no-date") == []


def test_every_inexact_date_is_told():
    fact_check = made(
        published="2016~",
        modified="2016/2017",
        claim={"made": "../2015"},
        sources=[{"id": "s", "published": "2015-12-XX", "modified": "201X"}],
        corrections=[{"id": "k", "published": "2017?", "text": "We erred."}],
        verdict={
            "published": "2016-02~",
            "history": [{"rating": "yes", "published": "2016-01~", "correction": "k"}],
        },
    )
    told = {each.path: each.message for each in HOST.check(fact_check) if each.rule == "claimreview-inexact-date"}
    assert set(told) == {
        "published",
        "modified",
        "claims[0].made",
        "sources[0].published",
        "sources[0].modified",
        "corrections[0].published",
        "verdicts[0].published",
        "verdicts[0].history[0].published",
    }
    assert told["claims[0].made"].endswith("in `temporal`")
    assert told["modified"] == told["sources[0].modified"].replace("201X", "2016/2017")
    assert told["modified"].endswith("is left out")  # schema.org has `temporal` for one date of a work only
    assert told["verdicts[0].published"].endswith("as 2016")


NAMES = ("ratingValue", "bestRating", "worstRating")


@pytest.mark.parametrize(
    ("numbers", "value", "written"),
    [
        ([1, 2, 3, 4, 5], 2, (2, 5, 1)),
        ([2, 4, 6], 4, (4, 6, 2)),
        ([0, 1, 2], 0, (1, 3, 1)),
        ([0, 1, 2], 2, (3, 3, 1)),
        ([0.3, 0.4, 0.9], 0.4, (1.1, 1.6, 1)),
        ([1, 2.5, 5], 2.5, (2.5, 5, 1)),
        ([1, 1, 2, 2], 1, (1, 2, 1)),
        ([3], 3, None),
        ([3, 3], 3, None),
        ([1, None, 5], None, None),
        ([0, 1e-300], 0, None),
        ([1, 1e300], 1e300, (1e300, 1e300, 1)),
    ],
)
def test_the_numbers_of_a_rating(numbers, value, written):
    ratings = [{"id": f"r{index}", "names": {"en": "Label"}, "number": number} for index, number in enumerate(numbers)]
    fact_check = made(rating_scale={"ratings": ratings}, verdict={"rating": f"r{numbers.index(value)}"})
    rating = exported(fact_check)["reviewRating"]
    if written is None:
        assert not set(NAMES) & set(rating)
    else:
        assert tuple(rating[name] for name in NAMES) == pytest.approx(written)
        assert [type(rating[name]) for name in NAMES] == [type(number) for number in written]


@given(st.lists(st.one_of(st.none(), st.floats(0, 1e6)), min_size=1, max_size=6))
def test_numbers_rise_from_one_whatever_the_scale(numbers):
    rising = iter(sorted(number for number in numbers if number is not None))
    ratings = tuple(
        Rating(id=f"r{index}", names={"en": "Label"}, number=None if number is None else next(rising))
        for index, number in enumerate(numbers)
    )
    fact_check = made(rating_scale=RatingScale(ratings=ratings), verdict={"rating": "r0"})
    rating = exported(fact_check)["reviewRating"]
    assert len(set(NAMES) & set(rating)) in (0, 3)
    if "ratingValue" in rating:
        assert 1 <= rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert rating["worstRating"] < rating["bestRating"]


def test_options_are_described_and_default_to_what_a_page_wants():
    options = EXPORTER.options()
    assert (options.graph, options.indent) == (False, False)
