"""A fact-check as a page of markup for Google's Fact Check Tools API: what goes out, and what is told of the rest."""

from pathlib import Path

import orjson
import pytest
from factcheck_factchecktools.exporter import FactCheckToolsExporter
from full_samples import changed
from hypothesis import HealthCheck, given, settings
from trying import examples

import factcheck
from factcheck import Document, FactCheck
from factcheck.testing import ExporterContract, full_fact_check
from factcheck.testing.strategies import fact_checks

EXAMPLE = Path(__file__).parents[1] / "examples" / "taliban-russia-2015" / "factcheck.yaml"
EXPORTER = FactCheckToolsExporter()
SOME = settings(max_examples=examples(30), deadline=None, suppress_health_check=list(HealthCheck))

# The fields of the API, as its reference, v1alpha1, names them.
FIELDS = {
    "": {"name", "pageUrl", "publishDate", "claimReviewAuthor", "claimReviewMarkups", "versionId"},
    "claimReviewAuthor": {"name", "imageUrl"},
    "claimReviewMarkups": {
        *("url", "claimReviewed", "claimDate", "claimLocation", "claimFirstAppearance", "claimAppearances"),
        *("claimAuthor", "rating"),
    },
    "claimAuthor": {"name", "imageUrl", "jobTitle", "sameAs"},
    "rating": {"textualRating", "ratingValue", "worstRating", "bestRating", "ratingExplanation", "imageUrl"},
}


def page(fact_check: FactCheck, **options):
    return orjson.loads(EXPORTER.export(fact_check, EXPORTER.options(**options)).body)


def problems(value) -> list[tuple[str, str]]:
    body = value if isinstance(value, bytes) else orjson.dumps(value)
    found = EXPORTER.validate(Document(EXPORTER.media_type, EXPORTER.suffix, body))
    return [(finding.rule, finding.path) for finding in found]


class TestContract(ExporterContract):
    exporter = EXPORTER

    def test_every_option_does_something(self):
        """Two of the options take any text, which the contract cannot guess."""
        told = page(full_fact_check(), name="pages/1", version_id="v")
        assert (told["name"], told["versionId"]) == ("pages/1", "v")
        plain, indented = (EXPORTER.export(full_fact_check(), EXPORTER.options(indent=each)) for each in (False, True))
        assert orjson.loads(plain.body) == orjson.loads(indented.body)
        assert plain.body != indented.body


def test_the_full_fact_check_as_it_was(golden):
    document = EXPORTER.export(full_fact_check(), EXPORTER.options(indent=True))
    assert EXPORTER.validate(document) == []
    golden("factchecktools/full.json", document.body)


def test_the_example_as_it_was(golden):
    document = EXPORTER.export(factcheck.load(EXAMPLE), EXPORTER.options(indent=True))
    assert EXPORTER.validate(document) == []
    golden("factchecktools/taliban-russia-2015.json", document.body)


@SOME
@given(fact_check=fact_checks())
def test_a_page_has_the_fields_of_the_api_and_no_others(fact_check):
    made = page(fact_check)
    assert made.keys() <= FIELDS[""]
    assert made.get("claimReviewAuthor", {}).keys() <= FIELDS["claimReviewAuthor"]
    for markup in made["claimReviewMarkups"]:
        assert markup.keys() <= FIELDS["claimReviewMarkups"]
        assert markup.get("claimAuthor", {}).keys() <= FIELDS["claimAuthor"]
        assert markup["rating"].keys() <= FIELDS["rating"]


def test_one_verdict_needs_no_address_of_its_own():
    verdicts = full_fact_check().model_dump(mode="json")["verdicts"]
    one = changed(verdicts=[verdicts[0] | {"url": None, "history": []}], corrections=[])
    assert "url" not in page(one)["claimReviewMarkups"][0]
    assert page(one)["pageUrl"] == one.url


def test_a_verdict_at_an_anchor_keeps_it():
    made = page(changed(verdicts__0__url="https://desk.example/full-page#here"))
    assert [each["url"] for each in made["claimReviewMarkups"]] == [
        "https://desk.example/full-page#here",
        "https://desk.example/full-page#two",
    ]


@pytest.mark.parametrize(
    ("numbers", "ends", "written"),
    [
        ((2, 3, 4), (1, 5), (2, 1, 5)),
        ((0, 1, 2), (None, None), (1, 1, 3)),
        ((0.5, 1.5, 2.5), (None, None), (1, 1, 3)),
        ((0.5, 1, 1.25), (None, None), None),
        ((1, 2, 2**31), (None, None), None),
        ((None, None, None), (None, None), None),
    ],
)
def test_a_scale_goes_out_whole_and_from_one_or_not_at_all(numbers, ends, written):
    ratings = {f"rating_scale__ratings__{index}__number": number for index, number in enumerate(numbers)}
    made = page(changed(rating_scale__worst=ends[0], rating_scale__best=ends[1], **ratings))
    rating = made["claimReviewMarkups"][0]["rating"]
    names = ("ratingValue", "worstRating", "bestRating")
    assert tuple(rating.get(name) for name in names) == (written or (None, None, None))


PAGE = {
    "pageUrl": "https://desk.example/p",
    "publishDate": "2024-05-06",
    "claimReviewAuthor": {"name": "The Desk"},
    "claimReviewMarkups": [{"claimReviewed": "It rained.", "rating": {"textualRating": "False"}}],
}
MARKUP = PAGE["claimReviewMarkups"][0]


def rated(**rating):
    return PAGE | {"claimReviewMarkups": [MARKUP | {"rating": {"textualRating": "False", **rating}}]}


@pytest.mark.parametrize(
    ("broken", "rule", "path"),
    [
        (b"[", "factchecktools-json", ""),
        (b"[" * 300 + b"]" * 300, "factchecktools-json", ""),
        ([], "factchecktools-schema", ""),
        ({}, "factchecktools-schema", ""),
        (PAGE | {"author": "x"}, "factchecktools-schema", ""),
        (PAGE | {"pageUrl": "desk.example"}, "factchecktools-schema", "/pageUrl"),
        (PAGE | {"pageUrl": "https://desk.example/p#a"}, "factchecktools-schema", "/pageUrl"),
        (PAGE | {"publishDate": "6 May 2024"}, "factchecktools-schema", "/publishDate"),
        (PAGE | {"claimReviewMarkups": []}, "factchecktools-schema", "/claimReviewMarkups"),
        (PAGE | {"name": "1"}, "factchecktools-schema", "/name"),
        (rated(textualRating=""), "factchecktools-schema", "/claimReviewMarkups/0/rating/textualRating"),
        (rated(ratingValue=1), "factchecktools-schema", "/claimReviewMarkups/0/rating"),
        (rated(ratingValue=0, worstRating=0, bestRating=5), "factchecktools-schema", "/claimReviewMarkups/0/rating/"),
        (
            rated(ratingValue=2, worstRating=5, bestRating=1),
            "factchecktools-rating-order",
            "/claimReviewMarkups/0/rating",
        ),
        (
            rated(ratingValue=6, worstRating=1, bestRating=5),
            "factchecktools-rating-range",
            "/claimReviewMarkups/0/rating",
        ),
        (
            PAGE | {"claimReviewMarkups": [MARKUP | {"url": "https://desk.example/q"}]},
            "factchecktools-anchor",
            "/claimReviewMarkups/0/url",
        ),
        (PAGE | {"claimReviewMarkups": [MARKUP, MARKUP]}, "factchecktools-same-url", "/claimReviewMarkups/1/url"),
        ({key: PAGE[key] for key in PAGE if key != "publishDate"}, "factchecktools-recommended", ""),
    ],
)
def test_a_broken_page_is_told(broken, rule, path):
    assert problems(PAGE) == []
    found = problems(broken)
    assert any(each == rule and where.startswith(path) for each, where in found), found


@pytest.mark.parametrize(
    ("rule", "path", "fields"),
    [
        ("no-verdict", "verdicts", {"verdicts": [], "corrections": []}),
        ("no-url", "url", {"url": None}),
        ("other-page", "verdicts[0].url", {"verdicts__0__url": "https://desk.example/other"}),
        (
            "same-url",
            "verdicts[1].url",
            {f"verdicts__{index}__url": "https://desk.example/full-page#x" for index in (0, 1)},
        ),
        ("no-publisher", "publisher", {"publisher": None}),
        ("no-date", "published", {"published": None}),
        ("inexact-date", "published", {"published": "2015-12-01/2015-12-24"}),
        ("inexact-date", "claims[0].made", {"claims__0__made": "../2015-12-24"}),
        ("several-claimants", "claims[0].claimants[1]", {"claims__0__claimants": ["speaker", "desk"]}),
        ("several-same-as", "agents[", {"agents__3__same_as": ["https://a.example", "https://b.example"]}),
        ("unrated-claim", "claims[1]", {"verdicts__1__claim": "one"}),
        ("lost-number", "rating_scale.ratings[0].number", {"rating_scale__ratings__0__number": 1.5}),
        ("nameless-claimant", "claims[0].claimants[0]", {"claims__0__claimants": ["nobody"]}),
        ("no-link", "claims[0].appearances[0]", {"sources__0__url": None}),
        ("moved-scale", "rating_scale", {"rating_scale__worst": 0}),
    ],
)
def test_what_cannot_go_out_is_told(rule, path, fields):
    found = factcheck.check(changed(**fields), to=["factchecktools"], profile="factchecktools")
    assert any(each.rule == f"factchecktools-{rule}" and each.path.startswith(path) for each in found), found


def test_what_every_file_has_is_told_to_those_who_ask_by_profile():
    fact_check = changed(sources__0__url=None)
    assert "factchecktools-no-link" not in {each.rule for each in factcheck.check(fact_check)}
