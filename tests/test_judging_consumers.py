"""Markup is judged by what those who take it publish: Google, the schema of Duke, Data Commons."""

import pytest
from claimreview_reading import REVIEW, review
from claimreview_samples import EXAMPLE
from judging_samples import judged, page, said

import factcheck
from factcheck import Input


def without(*names, **changes):
    return {name: value for name, value in review(**changes).items() if name not in names}


FOR_DUKE = without("headline", "inLanguage", reviewRating={"@type": "Rating", "alternateName": "False"})
CLAIM = {"@type": "Claim", "author": {"@type": "Person", "name": "A"}}
DUKE = [
    ({}, []),
    ({"headline": "x", "a/b": 1}, ["/headline", "/a~1b"]),
    ({"@type": ["ClaimReview"], "@context": ["https://schema.org"]}, ["/@type", "/@context"]),
    ({"datePublished": "2024-05-06T10:00:00Z", "url": "https://desk.example/grün"}, ["/datePublished", "/url"]),
    ({"datePublished": "2024-05", "citation": "x"}, []),
    ({"author": {"name": "The Desk"}}, ["/author"]),
    ({"author": "The Desk", "datePublished": "6/5/24", "url": "/rain"}, ["/author", "/datePublished", "/url"]),
    ({"author": [{"@type": "Person", "name": "A"}]}, ["/author"]),
    ({"author": {"@type": "Person", "name": "A", "sameAs": "https://a.example/"}}, ["/author"]),
    ({"reviewRating": {"alternateName": "False", "ratingValue": 1, "bestRating": 5, "name": "x"}},
     ["/reviewRating", "/reviewRating/name", "/reviewRating/ratingValue"]),
    ({"itemReviewed": {"@type": "Claim", "appearance": {"@type": "CreativeWork"}, "foo": 1}}, ["/itemReviewed/appearance"]),
    ({"itemReviewed": {"@type": "Claim", "author": {"@type": "Organization", "name": "B", "url": "https://b.example/"}}},
     ["/itemReviewed/author"]),
    ({"itemReviewed": {"@type": "Claim", "author": {"name": "B"}}}, []),
    ({"itemReviewed": [CLAIM]}, ["/itemReviewed"]),
    ({"itemReviewed": [CLAIM, CLAIM]}, []),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "places"), DUKE)
def test_reviews_are_judged_by_the_schema_of_duke(changes, places):
    found = [("duke-schema", place) for place in places]
    assert sorted(judged(FOR_DUKE | changes, "duke")) == sorted(found)
    in_graph = sorted(judged({"@graph": [FOR_DUKE | changes]}, "duke"))
    assert in_graph == sorted((rule, f"/@graph/0{place}") for rule, place in found)


def test_what_is_said_for_duke_is_what_is_wanted():
    rating = {"@type": "Rating", "ratingValue": 1}
    assert said(FOR_DUKE | {"reviewRating": rating, "id": 1, "author": {"@type": "Person"}}, "duke") == [
        "Duke wants an object with `@type` and a `url`, or with `@type` and a `name` and a list for `sameAs`",
        'Duke wants the number as text, such as "1"',
        "Duke has no place for `id` here",
    ]


def test_reviews_in_reviews_are_judged_each_in_a_time_that_does_not_grow_with_what_is_within():
    deep = FOR_DUKE
    for _ in range(150):
        deep = FOR_DUKE | {"itemReviewed": {"@type": "Claim", "about": deep, "headline": ["x"] * 100}}
    assert judged(deep, "duke") == []
    (place,) = {
        each
        for _, each in judged(
            FOR_DUKE
            | {"itemReviewed": {"@type": "Claim", "author": {"@type": "Person"}, "review": deep | {"about": deep}}},
            "duke",
        )
    }
    assert place == "/itemReviewed/review/about"


BARE = {"@type": "ClaimReview", "claimReviewed": "x", "reviewRating": {"@type": "Rating", "alternateName": "False"}}
GOOGLE = [
    (BARE, []),
    (BARE | {"author": {"name": "The Desk"}}, [("author-type", "/author")]),
    (BARE | {"author": [{"@type": "Brand"}, {"@type": "NewsMediaOrganization"}, {"@id": "#a"}]}, [("author-type", "/author/0")]),
    ([BARE | {"author": {"@id": "#a"}}, {"@id": "#a", "@type": "Thing"}], [("author-type", "/1")]),
    (BARE | {"author": "The Desk"}, []),
    (BARE | {"mainEntityOfPage": "https://a.example/"}, [("required", "")]),
    (BARE | {"mainEntityOfPage": "https://a.example/", "URL": "https://a.example/"}, []),
    (without("claimReviewed", itemReviewed={"@type": "Claim", "text": "x"}), [("required", "")]),
    (without("claimReviewed", itemReviewed={"@type": "CreativeWork", "name": "x"}), []),
    (BARE | {"reviewRating": {"@type": "Rating", "name": "False"}}, [("rating-name", "/reviewRating/name")]),
    (BARE | {"reviewRating": {"@type": "Rating", "name": "False", "alternateName": "False"}}, []),
    ([review(), review(url="https://desk.example/checks/rain#2"), review(url="https://desk.example/checks/snow")],
     [("several-reviews", "/1/url")]),
    ([review(), {"@type": "ClaimReview", "url": "https://desk.example/checks/rain"}], []),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "found"), GOOGLE)
def test_markup_is_judged_by_googles_page(markup, found):
    assert judged(markup, "google") == [(f"google-{rule}", place) for rule, place in found]


def test_a_page_has_one_review_in_whatever_scripts_they_stand():
    other = review(url="https://desk.example/checks/snow")
    canonical = '<link rel="canonical" href="https://desk.example/checks">'
    assert judged(page(review(), other), "google", "a.html") == []
    (finding,) = factcheck.judge(Input.of(page(review(), other, review(), head=canonical), "a.html"), "google")
    assert (finding.message, finding.rule) == (
        "3 of them stand on https://desk.example/checks",
        "claimreview-google-several-reviews",
    )
    second = page(review(), other, review(), head=canonical).decode().splitlines()[finding.line - 1]
    assert second == ' "url": "https://desk.example/checks/snow",'
    assert second[finding.column - 1 :] == '"https://desk.example/checks/snow",'


def test_reviews_of_one_fact_check_of_ours_are_told_as_such_and_not_again():
    document = factcheck.export(factcheck.load(EXAMPLE), "claimreview")
    assert judged(document.body, "google") == []


@pytest.mark.parametrize(
    ("canonical", "changes", "found"),
    [
        ("https://desk.example/", {}, []),
        ("https://www.desk.example/", {}, []),
        ("https://other.test/", {}, ["/url"]),
        ("https://other.test/", {"author": {"@type": "Organization", "url": "https://other.test/"}}, []),
        ("https://other.test/", {"author": {"@type": "Person", "url": "https://x.test/"}}, ["/url"]),
        ("https://other.test/", {"url": "/rain"}, []),
    ],
)
def test_a_review_stands_on_the_site_of_its_page(canonical, changes, found):
    head = f'<link rel="canonical" href="{canonical}">'
    expected = [("google-foreign-url", place) for place in found]
    assert judged(page(review(**changes), head=head), "google", "a.html") == expected


ITEM = {"@type": "DataFeedItem", "url": REVIEW["url"], "dateCreated": "2024-05-06", "item": [REVIEW]}
FEEDS = [
    (ITEM, []),
    ({"@type": "DataFeed", "dataFeedElement": [ITEM]}, []),
    ({"@context": "http://schema.org", "@type": "DataFeed", "dataFeedElement": ITEM}, ["/dataFeedElement"]),
    ({"@type": "DataFeed", "dataFeedElement": [ITEM, ITEM["item"][0]]}, ["/dataFeedElement/1", "/dataFeedElement/1/@type"]),
    (ITEM | {"item": REVIEW}, ["/item"]),
    (ITEM | {"item": [REVIEW, {"@type": "Article"}]}, ["/item/1/@type"]),
    (ITEM | {"item": [review(**{"@type": ["Review", "ClaimReview"]})]}, []),
    (ITEM | {"dateCreated": "x", "url": "desk.example"}, ["/url"]),
    ({"@type": "DataFeedItem", "item": [REVIEW]}, ["", ""]),
    ({"@type": "DataFeedItem", "item": [BARE]}, []),
    (REVIEW | {"isPartOf": {"@type": "DataFeed"}}, []),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "places"), FEEDS)
def test_feeds_are_judged_by_their_shape(markup, places):
    assert sorted(judged(markup, "datacommons")) == [("datacommons-feed", place) for place in places]
