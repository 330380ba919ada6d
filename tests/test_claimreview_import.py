"""ClaimReview as publishers write it: read, repaired in the open, and no leaf of it lost in silence."""

import json
import time
from typing import ClassVar

import pytest
from claimreview_reading import RATING, REVIEW, one, read, review
from factcheck_claimreview.importer import ClaimReviewImporter
from json_leaves import leaves

import factcheck
from factcheck.testing import ImporterContract


class TestContract(ImporterContract):
    importer = ClaimReviewImporter()
    samples: ClassVar = {
        "one.jsonld": json.dumps(REVIEW).encode(),
        "list.jsonld": json.dumps([REVIEW, review(url="https://desk.example/checks/snow")]).encode(),
        "graph.jsonld": json.dumps(
            {"@context": "http://schema.org", "@graph": [{"@type": "WebPage"}, REVIEW]}
        ).encode(),
        "page.html": b'<html lang="en"><script type="application/ld+json">%s</script>' % json.dumps(REVIEW).encode(),
    }

    def leaves(self, body):
        if body.startswith(b"<"):
            return
        for place, value in leaves(json.loads(body)):
            if not place.endswith(("/@type", "/@context")):
                yield place, f"{value:g}" if isinstance(value, float) else str(value)


def test_a_sound_review_is_read_without_a_word():
    fact_check, found = one(REVIEW)
    assert set(found) == {"label-recognised"}
    assert fact_check.id == fact_check.url == REVIEW["url"]
    (claim,), (verdict,) = fact_check.claims, fact_check.verdicts
    agents = {agent.id: agent for agent in fact_check.agents}
    assert (claim.text, claim.made) == ("It rained in May.", "2024-05-01")
    assert agents[claim.claimants[0]].name == "A Speaker"
    assert agents[claim.claimants[0]].job_title == "Minister"
    assert agents[fact_check.publisher].url == "https://desk.example"
    assert fact_check.sources[0].url == "https://news.example/1"
    (rating,) = fact_check.rating_scale.ratings
    assert (rating.names["en"], rating.number) == ("False", 1)
    assert fact_check.rating_scale.bounds == (1, 5)
    assert verdict.rating == rating.id


@pytest.mark.parametrize(
    ("rule", "changes", "stood", "made"),
    [
        ("claimreview-number-as-text", {"reviewRating": RATING | {"ratingValue": "1"}}, "1", "1"),
        ("claimreview-worst-below-one", {"reviewRating": RATING | {"worstRating": 0}}, "1", "2"),
        ("claimreview-date-not-iso", {"datePublished": "2020-06-23 20:02"}, "2020-06-23 20:02", "2020-06-23T20:02:00"),
        ("claimreview-schemeless-address", {"url": "desk.example/x"}, "desk.example/x", "https://desk.example/x"),
        ("claimreview-entities", {"headline": "Rain &amp; snow"}, "Rain &amp; snow", "Rain & snow"),
        ("claimreview-white-space", {"headline": "Rain "}, "Rain ", "Rain"),
        ("claimreview-several-values", {"claimReviewed": ["It rained."]}, "It rained.", "It rained."),
        ("claimreview-text-for-object", {"author": "The Desk"}, "The Desk", "name: The Desk"),
        ("claimreview-creative-work-for-claim", {"itemReviewed": {"@type": "CreativeWork"}}, "CreativeWork", "Claim"),
    ],
)
def test_a_repair_says_what_stood_there_and_what_was_made_of_it(rule, changes, stood, made):
    _, found = one(review(**changes))
    assert (found[rule].stood, found[rule].made) == (stood, made)
    assert found[rule].is_repair


@pytest.mark.parametrize(
    ("rule", "numbers"),
    [
        ("claimreview-placeholder-number", {"ratingValue": -1, "bestRating": -1, "worstRating": -1}),
        ("claimreview-best-not-above-worst", {"ratingValue": 2, "bestRating": 1, "worstRating": 5}),
        ("claimreview-number-out-of-range", {"ratingValue": 7, "bestRating": 5, "worstRating": 1}),
        ("claimreview-ends-without-number", {"ratingValue": None, "bestRating": 5, "worstRating": 1}),
        ("claimreview-number-without-ends", {"ratingValue": 3, "bestRating": "", "worstRating": ""}),
    ],
)
def test_numbers_that_make_no_sense_are_reported_and_left_out(rule, numbers):
    fact_check, found = one(review(reviewRating={"@type": "Rating", "alternateName": "Falso"} | numbers))
    assert fact_check.rating_scale.ratings[0].number is None
    assert fact_check.rating_scale.bounds is None
    assert rule in found


def test_what_is_in_no_known_form_is_left_out_not_guessed():
    fact_check, found = one(review(datePublished="03/04/2020"))
    assert fact_check.published is None
    assert (found["claimreview-date-not-iso"].stood, found["claimreview-date-not-iso"].made) == ("03/04/2020", None)


def test_a_relative_address_is_resolved_against_the_reviews_own():
    author = {"@type": "Person", "name": "A Writer", "url": "/authors/a"}
    fact_check, found = one(review(author=author))
    assert fact_check.agents[0].url == "https://desk.example/authors/a"
    assert found["claimreview-relative-address"].made == "https://desk.example/authors/a"


def test_references_within_the_document_are_followed():
    desk = {"@type": "Organization", "@id": "https://desk.example/#us", "name": "The Desk"}
    fact_check, _ = one({"@graph": [review(author={"@id": "https://desk.example/#us"}), desk]})
    assert [agent.name for agent in fact_check.agents if agent.id == fact_check.publisher] == ["The Desk"]


def test_types_in_the_wrong_case_with_a_prefix_or_in_a_list():
    for kind in ("claimreview", "schema:ClaimReview", "http://schema.org/ClaimReview", ["Review", "ClaimReview"]):
        assert one(review(**{"@type": kind}))[0].claims[0].text == "It rained in May."


def test_a_data_feed_and_several_scripts_of_a_page():
    feed = {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]}
    assert one(feed)[0].headline == "Did it rain?"
    script = '<script type="application/ld+json">%s</script>'
    other = json.dumps(review(url="https://desk.example/checks/snow"))
    page = f"<!-- {script % other} --><html lang='pt'>{script % json.dumps(REVIEW)}{script % other}"
    assert [record.fact_check.url for record in read(page.encode(), "a.html") if record.fact_check] == [
        REVIEW["url"],
        "https://desk.example/checks/snow",
    ]


def test_the_language_of_the_page_or_of_the_option():
    nothing_said = {key: value for key, value in REVIEW.items() if key != "inLanguage"}
    assert one(nothing_said)[0].language == "und"
    assert one(nothing_said, language="pt-BR")[0].language == "pt-BR"
    page = f'<html lang="fr"><script type="application/ld+json">{json.dumps(nothing_said)}</script>'
    assert read(page.encode(), "a.html")[0].fact_check.language == "fr"


def test_without_an_address_the_id_is_made_of_the_content_and_a_person_has_to_give_one():
    fact_check, found = one({key: value for key, value in REVIEW.items() if key != "url"})
    assert fact_check.id.startswith("urn:uuid:")
    assert found["claimreview-no-address"].severity == "error"


def test_two_reviews_with_one_address_are_told():
    records = read([REVIEW, review(headline="Another")])
    assert [each.fact_check.headline for each in records if each.fact_check] == ["Did it rain?", "Another"]
    other = [each.fact_check for each in read([review(claimReviewed="It snowed."), REVIEW]) if each.fact_check]
    assert other[1].id == records[0].fact_check.id != other[0].id
    assert "claimreview-same-address" in {finding.rule for record in records for finding in record.findings}


@pytest.mark.parametrize(
    "made",
    [
        lambda count: [review(url=f"https://desk.example/{number}") for number in range(count)],
        lambda count: review(author=[{"@type": "Organization", "name": f"D{number}"} for number in range(10 * count)]),
        lambda count: review(
            itemReviewed={
                "@type": "Claim",
                "appearance": [f"https://a.example/{number}" for number in range(10 * count)],
            }
        ),
        lambda count: (json.dumps(REVIEW)[:-1] + "," * 30 * count + "}").encode(),
        lambda count: b'<script type="application/ld+json">%s</script>' % json.dumps(REVIEW).encode() * count,
    ],
    ids=["reviews", "authors", "appearances", "repairs", "scripts"],
)
def test_ten_times_as_much_takes_no_more_than_forty_times_as_long(made):
    def seconds(count):
        body = made(count)
        start = time.process_time()
        read(body, "a.html" if isinstance(body, bytes) and body.startswith(b"<") else "a.jsonld")
        return time.process_time() - start

    assert seconds(1000) < 40 * max(min(seconds(100), seconds(100)), 0.01)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Tue, 23 Jun 2020 20:02:00 +0200", "2020-06-23T20:02:00+02:00"),
        ("June 23, 2020", "2020-06-23"),
        ("23. Juni 2020", "2020-06-23"),
        ("23 de junio de 2020", "2020-06-23"),
        ("23.06.2020", "2020-06-23"),
        ("2020-06-23T20:02:00.000+0200", "2020-06-23T20:02:00+02:00"),
        ("03/04/2020", None),
        ("2020-06-23/2020-06-24", None),
    ],
)
def test_a_date_that_can_mean_one_day_only_is_read(written, meant):
    fact_check, found = one(review(datePublished=written))
    assert fact_check.published == meant
    assert found["claimreview-date-not-iso"].made == meant


@pytest.mark.parametrize("label", ["C1", "V1", "Claimant", "source", "Publisher"])
def test_a_label_that_reads_like_an_id_is_a_label(label):
    fact_check, _ = one(review(reviewRating=RATING | {"alternateName": label}))
    assert fact_check.rating_scale.ratings[0].names["en"] == label
    assert fact_check.verdicts[0].rating == fact_check.rating_scale.ratings[0].id


def test_a_language_that_is_none_is_refused_before_anything_is_read():
    with pytest.raises(factcheck.OptionError, match="tag of BCP 47 such as `pt-BR`"):
        one(REVIEW, language="English")


@pytest.mark.parametrize("name", ["claimReviewed", "reviewRating", "itemReviewed", "datePublished", "inLanguage"])
def test_of_several_values_where_one_is_wanted_none_is_guessed(name):
    other = {"claimReviewed": "It snowed.", "datePublished": "2024-05-07", "inLanguage": "de"}.get(name)
    other = other or json.loads(json.dumps(REVIEW[name]).replace("False", "True").replace("A Speaker", "B Speaker"))
    records = read(review(**{name: [REVIEW[name], other]}))
    told = {finding.rule: finding for record in records for finding in record.findings}
    assert (told["claimreview-several-values"].path, told["claimreview-several-values"].is_repair) == (
        f"/{name}",
        False,
    )
    (fact_check,) = [record.fact_check for record in records if record.fact_check] or [None]
    left_out = {
        "claimReviewed": lambda: fact_check is None,
        "reviewRating": lambda: fact_check.verdicts == (),
        "itemReviewed": lambda: fact_check.claims[0].claimants == (),
        "datePublished": lambda: fact_check.published is None,
        "inLanguage": lambda: fact_check.language == "und",
    }
    assert left_out[name]()


def test_the_name_of_a_work_stands_in_for_the_claim_in_the_open():
    work = {"@type": "CreativeWork", "name": "A speech", "url": "https://news.example/2"}
    fact_check, found = one({key: value for key, value in review(itemReviewed=work).items() if key != "claimReviewed"})
    assert fact_check.claims[0].text == "A speech"
    assert found["claimreview-name-for-claim"].made == "A speech"


@pytest.mark.parametrize("given", ["2024-5-6", "2024/05/06", "20240506", {"@type": "Date", "@value": "2024-05-06"}])
def test_dates_that_can_be_read_in_one_way_only(given):
    assert one(review(datePublished=given))[0].published == "2024-05-06"


def test_an_anchor_is_no_part_of_an_id_and_two_anchors_are_two_fact_checks():
    one_page = [one(review(url=f"https://desk.example/p#{name}"))[0] for name in "ab"]
    assert one_page[0].id != one_page[1].id
    assert [each.url for each in one_page] == ["https://desk.example/p#a", "https://desk.example/p#b"]


def test_too_much_of_no_form_is_an_error_and_some_of_it_is_left_out():
    bad = [
        {"@type": "CreativeWork", "name": f"n{number}", "url": f"https://d.example/{number}\u007f"}
        for number in range(60)
    ]
    records = read(review(citation=bad))
    assert [record for record in records if record.fact_check]
    assert {f"/citation/{number}/url" for number in range(60)} <= {
        finding.path for record in records for finding in record.findings
    }


@pytest.mark.parametrize(("name", "value"), [("author", None), ("itemReviewed", []), ("about", [None])])
def test_what_says_nothing_is_told_of(name, value):
    records = read(review(**{name: value}))
    told = {finding.path for record in records for finding in record.findings}
    assert f"/{name}" in told or f"/{name}/0" in told


def test_types_and_contexts_that_are_not_known_are_told():
    records = read(review(**{"@context": "https://other.example/context", "author": {"@type": "Zork", "name": "D"}}))
    told = {finding.path: finding.stood for record in records for finding in record.findings}
    assert (told["/@context"], told["/author/@type"]) == ("https://other.example/context", "Zork")


def test_a_name_of_nothing_is_no_name():
    fact_check, found = one(review(reviewRating={"@type": "Rating", "alternateName": "&nbsp;"}))
    assert (fact_check.verdicts, "claimreview-no-rating" in found) == ((), True)
