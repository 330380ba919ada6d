"""Markup is judged by schema.org's vocabulary: its terms, what they are used on, and their values."""

import json

import pytest
from claimreview_reading import REVIEW, review
from factcheck_claimreview.judging.vocabulary import vocabulary
from judging_samples import NAMED, ROOT, judged, page, said
from programs import program
from schemaorg_vocabulary import SCHEMA_ORG

import factcheck
from factcheck import Input

ROLE = {"@type": "Role", "roleName": "editor", "author": {"@type": "Person", "name": "A"}}
TERMS = [
    ({}, []),
    ({"@type": "ClaimRevue", "associatedReview": REVIEW}, [("type", "/@type")]),
    ({"@type": ["Review", "ClaimReview", "Nonsense"]}, [("type", "/@type/2")]),
    ({"itemReviewed": {"@type": "creativeWork"}}, [("case", "/itemReviewed/@type")]),
    ({"itemReviewed": {"type": "CreativeWrok"}}, [("type", "/itemReviewed/type")]),
    ({"claimReview": "x"}, [("property", "/claimReview")]),
    ({"Headline": "x"}, [("case", "/Headline")]),
    ({"https://schema.org/headlin": "x"}, [("property", "/https:~1~1schema.org~1headlin")]),
    ({"schema:claimant": NAMED}, [("property", "/schema:claimant")]),
    ({"awards": "x"}, [("superseded", "/awards")]),
    ({"itemReviewed": {"@type": "Code"}}, [("superseded", "/itemReviewed/@type")]),
    ({"ratingValue": 5}, [("domain", "/ratingValue")]),
    ({"itemReviewed": {"@type": "Claim", "claimReviewed": "x"}}, [("domain", "/itemReviewed/claimReviewed")]),
    ({"itemReviewed": {"@type": ["Claim", "ImageObject"], "contentUrl": "https://a.example/1"}}, []),
    ({"about": {"name": "x"}}, [("no-type", "/about")]),
    ({"about": {"nme": "x"}}, [("no-type", "/about"), ("property", "/about/nme")]),
    ({"foo": {"bar": [{"@type": "Nonsense", "baz": 1}]}}, [("property", "/foo")]),
    ({"author": [NAMED, ROLE]}, [("range", "/author/0")]),
    ({"author": "The Desk"}, [("range", "/author")]),
    ({"author": {"@id": "#desk"}}, []),
    ({"author": {"@id": "#desk"}, "about": {"@id": "#desk", **NAMED}}, [("range", "/author")]),
    ({"reviewRating": {"@type": "AggregateRating", "ratingValue": "1"}}, []),
    ({"reviewRating": {"@type": "Claim"}}, [("range", "/reviewRating")]),
    ({"reviewRating": 5}, [("range", "/reviewRating")]),
    ({"headline": 5, "about": None, "keywords": []}, [("range", "/headline")]),
    ({"headline": {"@value": "x", "@language": "en"}, "name": {"@value": 1}}, [("range", "/name/@value")]),
    ({"citation": {"@list": ["x", 5]}}, [("range", "/citation/@list/1")]),
    ({"citation": [["x"], [[7]]]}, [("range", "/citation/1/0/0")]),
    ({"dateModified": "yesterday", "dateCreated": "2024-05-06T10:00:00.123Z"}, [("range", "/dateModified")]),
    ({"isAccessibleForFree": "True", "wordCount": "500", "timeRequired": "PT5M"}, []),
    ({"isAccessibleForFree": 1, "wordCount": 1.5}, [("range", "/isAccessibleForFree"), ("range", "/wordCount")]),
    ({"wordCount": "many", "timeRequired": "long"}, [("range", "/wordCount"), ("range", "/timeRequired")]),
    ({"image": ["https://a.example/1.png", "/1.png", ""]}, [("range", "/image/1"), ("range", "/image/2")]),
    ({"sameAs": {"@id": "https://a.example/"}}, []),
    ({"potentialAction": {"@type": "SearchAction", "query-input": "required name=q"}}, []),
    ({"@context": ["https://schema.org", {"house": "https://h.example/", "beat": "house:beat"}], "beat": 1, "house:x": 1}, []),
    ({"@context": {"@vocab": "https://schema.org/", "@language": "en"}, "beat": 1}, [("property", "/beat")]),
    ({"@context": "https://h.example/", "beat": 1}, []),
    ({"@context": ["https://schema.org", "https://h.example/"], "beat": 1}, []),
    ({"@context": {f"t{number}": None for number in range(1001)}, "beat": 1}, []),
    ({"@context": {"@vocab": "https://h.example/"}, "beat": 1, "about": {"@context": ["https://schema.org"], "@type": "Beat"}},
     [("type", "/about/@type")]),
    ({"@context": [], "beat": 1}, [("property", "/beat")]),
    ({"about": {"@context": {"beat": None}, "@type": "Thing", "beat": 1}, "beat": 1}, [("property", "/beat")]),
    ({"about": {"@type": "https://h.example/Beat", "beat": 1}}, [("property", "/about/beat")]),
    ({"about": {"@type": 5, "name": "x"}}, []),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "found"), TERMS)
def test_terms_are_judged_by_the_vocabulary(changes, found):
    assert sorted(judged(review(**changes), "schema.org")) == sorted(found)


@pytest.mark.parametrize("category", ["DecontextualizedContent", "https://schema.org/DecontextualizedContent"])
def test_members_of_enumerations_are_taken_by_name_and_by_address(category):
    media = {"@type": "MediaReview", "mediaAuthenticityCategory": category}
    assert judged(media, "schema.org") == []
    found = judged(media | {"mediaAuthenticityCategory": "Doctored"}, "schema.org")
    assert found == [("range", "/mediaAuthenticityCategory")]


def test_what_is_said_of_terms_names_them_and_those_that_would_be_right():
    markup = review(itemReviewed={"@type": "Claim", "claimReviewed": "x"}, reviewRating={"@type": "Ratng"}, author=True)
    assert said(markup | {"awards": "x"}, "schema.org") == [
        "`author` takes `Organization` or `Person`, and not true",
        "schema.org has no type `Ratng`; did you mean `Rating`?",
        "`Claim` has no `claimReviewed`, which belongs to `ClaimReview`",
        "`awards` is written `award` today",
    ]


def test_thousands_of_names_that_are_none_are_all_told_and_some_are_guessed():
    unknown = {f"ratingExplanation{number}": "x" for number in range(1500)}
    messages = said(review(**unknown), "schema.org")
    assert len(messages) == 1500
    assert sum("did you mean `ratingExplanation`?" in message for message in messages) == 1000
    (message,) = said(review(**{"x" * 500: 1}), "schema.org")
    assert message.endswith("…`")


def test_values_are_shown_short():
    (message,) = said(review(about={"@type": "Thing", "image": "x" * 1000}, image={"@type": "Person"})
                      | {"image": {"@type": ["Person", "Place"]}}, "schema.org")[1:]  # fmt: skip
    assert message == "`image` takes `ImageObject` or `URL`, and not `Person, Place`"
    (message,) = said(review(about={"@type": "Thing", "image": "x" * 1000}), "schema.org")
    assert len(message) < 150


def test_scripts_that_speak_of_no_review_are_not_judged():
    assert judged(page({"@type": "Nonsense"}, REVIEW), "schema.org", "a.html") == []
    assert judged(page(REVIEW, review(foo=1)), "schema.org", "a.html") == [("property", "/foo")]


def test_the_attributes_of_a_page_are_judged_by_the_vocabulary_alone():
    pytest.importorskip("extruct")
    rating = '<p itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><b itemprop="labl">No</b></p>'
    body = f'<html><div itemscope itemtype="https://schema.org/ClaimReview">{rating}<b itemprop="ratng">1</b></div>'
    ((one, place), (other, _)) = judged(body.encode(), "schema.org", "a.html")
    assert (one, other, place.startswith("microdata/")) == ("property", "property", True)
    assert judged(body.encode(), "duke", "a.html") == []
    with_script = body.replace("<div", '<script type="application/ld+json">{"@type": "Thing"}</script><div', 1)
    found = list(factcheck.judge(Input.of(with_script.encode(), "a.html"), "schema.org"))
    assert [finding.line for finding in found] == [None, None]


@pytest.mark.skipif(not SCHEMA_ORG.exists(), reason="../shared/schemaorg is not here")
def test_the_table_of_terms_is_what_the_release_says():
    module = program(ROOT / "plugins/claimreview/make_schemaorg.py")
    release = json.loads((SCHEMA_ORG / "schemaorg-current-https.jsonld").read_text(encoding="utf-8"))
    assert module.TABLE.read_text(encoding="utf-8") == module.made(release["@graph"])
    assert "ClaimReview" in vocabulary().types
