"""Answers of Google's Fact Check Tools API: read, repaired in the open, and no leaf of them lost in silence."""

import json
from typing import ClassVar

import pytest
from factcheck_factchecktools.importer import FactCheckToolsImporter
from factchecktools_samples import (
    ANSWERS,
    CLAIM,
    MARKUP,
    OTHER,
    PAGE,
    REVIEW,
    markup,
    one,
    page,
    read,
    search,
    told,
)
from json_leaves import leaves

import factcheck
from factcheck.testing import ImporterContract

LINES = b"\n".join(json.dumps(each).encode() for each in (CLAIM, PAGE))


def rated(**numbers):
    names = ("ratingValue", "worstRating", "bestRating")
    kept = {key: value for key, value in MARKUP["rating"].items() if key not in names}
    return markup(rating=kept | numbers)


class TestContract(ImporterContract):
    importer = FactCheckToolsImporter()
    samples: ClassVar = {name: json.dumps(answer).encode() for name, answer in ANSWERS.items()} | {"two.jsonl": LINES}

    def leaves(self, body):
        lines = body.splitlines()
        for index, line in enumerate(lines):
            for place, value in leaves(json.loads(line), f"/{index}" if len(lines) > 1 else ""):
                yield place, f"{value:g}" if isinstance(value, float) else str(value)


def test_a_page_of_markup_is_one_fact_check():
    fact_check, found = one(PAGE)
    assert fact_check.id == fact_check.url == PAGE["pageUrl"]
    assert fact_check.published == "2024-05-06"
    agents = {agent.id: agent for agent in fact_check.agents}
    sources = {source.id: source.url for source in fact_check.sources}
    (claim,), (verdict,) = fact_check.claims, fact_check.verdicts
    assert agents[fact_check.publisher].name == "The Desk"
    assert (claim.text, claim.made, claim.place.name) == ("It rained in May.", "2024-05-01", "Hamburg")
    speaker = agents[claim.claimants[0]]
    assert (speaker.kind, speaker.name, speaker.job_title) == ("person", "A Speaker", "Minister")
    assert speaker.same_as == ("https://people.example/1",)
    assert [(sources[each.source], each.first) for each in claim.appearances] == [
        ("https://news.example/1", True),
        ("https://news.example/2", False),
    ]
    (rating,) = fact_check.rating_scale.ratings
    assert (dict(rating.names), rating.number, fact_check.rating_scale.bounds) == ({"und": "Mostly false"}, 2, (1, 5))
    assert (verdict.rating, rating.id, verdict.explanation) == ("mostly-false", "mostly-false", "The gauges were dry.")
    assert told(found, "update") == [("/name", "pages/42", None), ("/versionId", "7", None)]
    assert told(found, "no-place") == [("/claimReviewAuthor/imageUrl", "https://desk.example/logo.png", None)]
    assert told(found, "no-language") == [("", "", "und")]
    assert told(found, "no-headline") == [("/claimReviewMarkups/0/claimReviewed", "", "It rained in May.")]


def test_what_a_person_knows_comes_in_as_options():
    fact_check, found = one(page(markup(claimAuthor={"name": "The Movement"})), language="de", claimants="collective")
    assert fact_check.language == "de"
    assert dict(fact_check.rating_scale.ratings[0].names) == {"de": "Mostly false"}
    assert next(agent for agent in fact_check.agents if agent.name == "The Movement").kind == "collective"
    assert not told(found, "no-language")
    assert not told(found, "claimant-kind")


def test_a_claimant_who_is_not_known_is_none():
    fact_check, found = one(search(claimant="Unknown"))
    assert fact_check.claims[0].claimants == ()
    assert told(found, "unknown-claimant") == [("/claims/0/claimant", "Unknown", "")]
    fact_check, found = one(page(markup(claimAuthor={"name": "-", "jobTitle": "Minister"})))
    assert fact_check.claims[0].claimants == ()
    assert told(found, "unknown-claimant") == [("/claimReviewMarkups/0/claimAuthor/name", "-", "")]
    assert told(found, "no-place")[-1][:2] == ("/claimReviewMarkups/0/claimAuthor/jobTitle", "Minister")


def test_a_claimant_who_is_described_is_unnamed():
    fact_check, found = one({"claims": [CLAIM | {"claimant": "Facebook posts"}]}, claimants="person")
    claimant = next(agent for agent in fact_check.agents if agent.id in fact_check.claims[0].claimants)
    assert (claimant.kind, claimant.nature, claimant.description) == ("unnamed", "group", "Facebook posts")
    assert told(found, "unnamed-claimant") == [("/claims/0/claimant", "", "unnamed")]
    assert not told(found, "claimant-kind")


def test_a_date_that_a_person_wrote():
    fact_check, found = one(search(claimDate="23 de junio de 2020"))
    assert fact_check.claims[0].made == "2020-06-23"
    assert told(found, "date") == [("/claims/0/claimDate", "23 de junio de 2020", "2020-06-23")]


def test_each_publishers_page_is_a_fact_check_of_its_own():
    first, second = [record.fact_check for record in read(search(REVIEW, OTHER))]
    assert (first.id, second.id) == (REVIEW["url"], OTHER["url"])
    assert first.claims[0].text == second.claims[0].text
    assert (first.language, second.language) == ("en", "fr")
    assert [each.agents[-1].name for each in (first, second)] == ["The Desk", "Autre"]


def test_several_claims_that_one_page_reviews_are_one_fact_check():
    snow = CLAIM | {"text": "It snowed.", "claimReview": [REVIEW | {"textualRating": "True", "title": "Snow?"}]}
    fact_check, found = one({"claims": [CLAIM, snow]})
    assert [claim.text for claim in fact_check.claims] == ["It rained in May.", "It snowed."]
    labels = {rating.id: rating.names["en"] for rating in fact_check.rating_scale.ratings}
    assert [labels[verdict.rating] for verdict in fact_check.verdicts] == ["Mostly false", "True"]
    assert told(found, "differs") == [("/claims/1/claimReview/0/title", "Snow?", None)]
    assert len(fact_check.agents) == 2


def test_a_site_stands_in_for_a_publishers_name():
    fact_check, found = one(search(REVIEW | {"publisher": {"site": "desk.example"}}))
    publisher = next(agent for agent in fact_check.agents if agent.id == fact_check.publisher)
    assert (publisher.name, publisher.url) == ("desk.example", "https://desk.example")
    assert told(found, "publisher-site") == [("/claims/0/claimReview/0/publisher/site", "", "desk.example")]
    assert told(found, "site-address")[0][1:] == ("desk.example", "https://desk.example")


def test_a_review_without_address_has_an_id_of_its_content():
    review = {key: value for key, value in REVIEW.items() if key != "url"}
    fact_check, found = one(search(review))
    again, _ = one(search(review))
    changed, _ = one(search(review, text="It snowed."))
    assert fact_check.url is None
    assert fact_check.id == again.id != changed.id
    assert told(found, "no-address") == [("/claims/0/claimReview/0", "", fact_check.id)]


def test_anchors_are_ids_of_claims_and_nothing_stands_twice():
    marks = [
        markup(url=f"{PAGE['pageUrl']}#{anchor}", claimReviewed=f"Claim {anchor}.") for anchor in ("rain", "snow", "1")
    ]
    fact_check, _ = one(page(*marks))
    assert [claim.id for claim in fact_check.claims] == ["rain", "snow", "c1"]
    assert [verdict.url for verdict in fact_check.verdicts] == [None, None, "https://desk.example/rain#1"]


@pytest.mark.parametrize(
    ("numbers", "left_out"),
    [
        ({"ratingValue": 0, "worstRating": 0, "bestRating": 0}, 3),
        ({"ratingValue": 2, "bestRating": 5}, 2),
        ({"ratingValue": 2, "worstRating": 5, "bestRating": 1}, 3),
        ({"ratingValue": 6, "worstRating": 1, "bestRating": 5}, 3),
        ({"ratingValue": -1, "worstRating": -1, "bestRating": -1}, 3),
        ({"ratingValue": 1, "worstRating": 1, "bestRating": 10**400}, 3),
        ({"worstRating": 1, "bestRating": 5}, 2),
    ],
)
def test_numbers_that_make_no_sense_are_reported_and_left_out(numbers, left_out):
    fact_check, found = one(page(rated(**numbers)))
    assert fact_check.rating_scale.ratings[0].number is None
    assert fact_check.rating_scale.bounds is None
    assert len(told(found, "number")) == left_out


def test_two_scales_on_a_page_are_reported_and_both_left_out():
    marks = [rated(ratingValue=2, worstRating=1, bestRating=best) for best in (5, 7)]
    fact_check, found = one(page(*marks))
    assert {rating.number for rating in fact_check.rating_scale.ratings} == {None}
    assert len(told(found, "number")) == 6


def test_labels_stand_in_the_order_of_their_numbers():
    marks = [
        markup(
            rating={
                "textualRating": label,
                **({"ratingValue": value, "worstRating": 1, "bestRating": 5} if value else {}),
            }
        )
        for label, value in (("True", 5), ("Unproven", None), ("False", 1))
    ]
    fact_check, _ = one(page(*marks))
    ratings = fact_check.rating_scale.ratings
    assert [rating.number for rating in ratings if rating.number] == [1, 5]
    labels = {rating.id: rating.names["und"] for rating in ratings}
    assert [labels[verdict.rating] for verdict in fact_check.verdicts] == ["True", "Unproven", "False"]


@pytest.mark.parametrize(
    ("changes", "rule", "stood", "made"),
    [
        ({"claimDate": "2024-05-01 20:02"}, "date", "2024-05-01 20:02", "2024-05-01T20:02:00"),
        (
            {"claimDate": "2024-05-01T20:02:03.123456789Z"},
            "date",
            "2024-05-01T20:02:03.123456789Z",
            "2024-05-01T20:02:03Z",
        ),
        ({"claimDate": "01/05/2024"}, "date", "01/05/2024", None),
        ({"claimReviewed": " It rained.\r"}, "white-space", " It rained.\r", "It rained."),
        ({"claimLocation": "x" * 2001}, "cut", "x" * 2001, "x" * 1999 + "…"),
        ({"claimLocation": ["Hamburg"]}, "type", "Hamburg", None),
        ({"claimLocation": ""}, "empty", "", None),
        (
            {"claimFirstAppearance": "https://a.example/b c"},
            "address",
            "https://a.example/b c",
            "https://a.example/b%20c",
        ),
        ({"claimFirstAppearance": "a.example"}, "address", "a.example", None),
        ({"claimAppearances": [7]}, "type", "7", None),
        ({"somethingNew": {"a/b": True}}, "no-place", "true", None),
    ],
)
def test_what_is_put_right_or_left_out_is_told(changes, rule, stood, made):
    _, found = one(page(markup(**changes)))
    assert (stood, made) in [each[1:] for each in told(found, rule)]


def test_a_number_may_stand_as_a_text():
    fact_check, found = one(page(rated(ratingValue="2", worstRating=1, bestRating=5.0)))
    assert fact_check.rating_scale.ratings[0].number == 2
    assert told(found, "type") == [("/claimReviewMarkups/0/rating/ratingValue", "2", "2")]


@pytest.mark.parametrize(
    ("answer", "rule"),
    [
        (search(text=" "), "no-claim"),
        (search(claimReview=[]), "no-review"),
        ({"claims": [CLAIM | {"claimReview": None}]}, "no-review"),
        (page(markup(claimReviewed=None)), "no-claim"),
    ],
)
def test_what_makes_no_fact_check_is_told_leaf_by_leaf(answer, rule):
    records = read(answer)
    findings = [finding for record in records for finding in record.findings]
    assert not any(record.fact_check for record in records)
    assert findings[0].rule == f"factchecktools-{rule}"
    assert factcheck.has_errors(findings)
    assert {place for place, _ in leaves(answer)} <= {finding.path for finding in findings}


def test_a_review_without_label_is_a_claim_without_verdict():
    fact_check, found = one(page(markup(rating={"ratingValue": 1, "worstRating": 1, "bestRating": 5})))
    assert (len(fact_check.claims), fact_check.verdicts, fact_check.rating_scale) == (1, (), None)
    assert {path for path, *_ in told(found, "no-label")} >= {"/claimReviewMarkups/0/rating/ratingValue"}
