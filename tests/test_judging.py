"""Markup itself as a consumer wants it: what `factcheck check --profile` finds that no fact-check shows."""

import importlib.util
import json
import re
from collections import Counter
from pathlib import Path

import factcheck_claimreview
import pytest
from claimreview_reading import REVIEW, review
from claimreview_samples import EXAMPLE, EXPORTER, HOST, made
from factcheck_claimreview.exporter import ClaimReviewOptions
from factcheck_claimreview.judging.judge import JUDGES
from factcheck_claimreview.judging.rules import RULES
from factcheck_claimreview.judging.vocabulary import vocabulary
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemaorg_vocabulary import SCHEMA_ORG
from trying import examples

import factcheck
from factcheck import Finding, Imported, Importer, Input, ReadingError, Severity
from factcheck.cli import main
from factcheck.testing import full_fact_check, strategies

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
FEW = settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))
PROFILES = ("google", "schema.org", "duke", "datacommons")


def body_of(value):
    return value if isinstance(value, bytes) else json.dumps(value).encode()


def judged(value, profile, name="a.jsonld"):
    """The ends of the rules that are broken, with their places."""
    findings = list(factcheck.judge(Input.of(body_of(value), name), profile, "claimreview", host=HOST))
    assert all(finding.rule in HOST.rulebook.things and finding.file == name for finding in findings)
    assert all(HOST.rulebook.things[finding.rule].profiles == (profile,) for finding in findings)
    return [(re.sub(r"claimreview-(schema-org-)?", "", finding.rule), finding.path) for finding in findings]


def said(value, profile):
    """What is said of markup."""
    return [each.message for each in factcheck.judge(Input.of(body_of(value), "a.jsonld"), profile, "claimreview")]


def page(*values, head=""):
    scripts = [f'<script type="application/ld+json">{json.dumps(value, indent=1)}</script>' for value in values]
    return "\n".join([f"<html><head>{head}", *scripts, "</head></html>"]).encode()


# --- schema.org -------------------------------------------------------------------------------

NAMED = {"@type": "Thing", "name": "x"}
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


# --- the others -------------------------------------------------------------------------------


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


# --- what we write ----------------------------------------------------------------------------


def exported(fact_check, profile):
    return EXPORTER.export(fact_check, ClaimReviewOptions(profile=profile)).body


# What a fact-check of ours may have that its profile does not like, and a rule tells of the fact-check or a schema refuses.
UNLIKED = {"google": {"google-several-reviews"}, "schema.org": set(), "duke": {"duke-schema"}, "datacommons": set()}


@pytest.mark.parametrize("profile", PROFILES)
def test_what_we_write_for_a_profile_passes_its_judge(profile):
    for fact_check in (full_fact_check(), made()):
        assert judged(exported(fact_check, profile), profile) == []


@FEW
@given(fact_check=strategies.fact_checks(), profile=st.sampled_from(PROFILES))
def test_whatever_we_write_for_a_profile_passes_its_judge(fact_check, profile):
    found = judged(exported(fact_check, profile), profile)
    assert {rule for rule, _ in found} <= UNLIKED[profile]
    # Duke's schema wants addresses in ASCII.
    assert all(rule != "duke-schema" or place.endswith(("/url", "/author")) for rule, place in found)


# --- the command line -------------------------------------------------------------------------


@pytest.fixture
def check(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    def check(body, *arguments, name="page.html"):
        Path(name).write_bytes(body)
        code = main(["check", name, "--format", "json", *arguments])
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return check


def test_markup_is_judged_at_its_line_and_column_where_a_profile_is_asked(check):
    body = page(NAMED, review(titel="Rain"))
    code, findings = check(body, "--profile", "schema.org")
    (found,) = [each for each in findings if each["rule"] == "claimreview-schema-org-property"]
    assert (code, found["path"], found["severity"]) == (0, "/titel", "warning")
    assert body.decode().splitlines()[found["line"] - 1][found["column"] - 1 :] == '"Rain"'
    assert "https://schema.org/" in found["source"]
    for arguments in ([], ["--profile", "duke", "--to", "tei"], ["--profile", "ifcn"]):
        assert not [each for each in check(body, *arguments)[1] if each["rule"] in RULES]


def test_of_a_value_that_reading_puts_right_or_leaves_out_nothing_is_said_again(check):
    markup = review(author="The Desk", datePublished="6/5/24", url="desk.example/rain", dateModified="2024-05-06 10:00")
    places = [place for _, place in judged(markup, "schema.org")]
    assert places == ["/url", "/datePublished", "/author", "/dateModified"]
    _, findings = check(page(markup, review(url="/rain")), "--profile", "schema.org")
    assert not [each for each in findings if each["rule"] in RULES]
    told = [
        each["path"]
        for each in findings
        if each["rule"].endswith(("less-address", "ive-address", "-for-object", "-iso"))
    ]
    assert sorted(told) == ["/author", "/dateModified", "/datePublished", "/url", "/url"]


def test_a_consumer_who_wants_it_so_is_not_told_otherwise(check):
    rating = {"@type": "Rating", "alternateName": "False", "ratingValue": "0", "bestRating": "4", "worstRating": "0"}
    body = page(review(reviewRating=rating))
    rules = {"claimreview-number-as-text", "claimreview-worst-below-one"}
    told = {
        profile: rules & {each["rule"] for each in check(body, "--profile", profile, "--strict")[1]}
        for profile in ("google", "schema.org", "duke")
    }
    assert told == {
        "google": rules,
        "schema.org": {"claimreview-number-as-text"},
        "duke": {"claimreview-worst-below-one"},
    }


def test_a_rule_of_markup_is_explained(capsys):
    assert main(["check", "--explain", "claimreview-schema-org-range"]) == 0
    assert "asked   for schema.org (--profile)" in capsys.readouterr().out
    assert main(["check", "--explain", "claimreview-number-as-text"]) == 0
    assert "asked   always, but for duke (--profile)" in capsys.readouterr().out


# --- from Python, and importers of others -----------------------------------------------------


def test_from_python_with_a_path(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(page(review(headlin="Rain")))
    (finding,) = factcheck.judge(path, "schema.org")
    assert str(finding).startswith(f"{path}:")
    assert finding.message == "schema.org has no property `headlin`; did you mean `headline`?"
    assert list(factcheck.judge(path, "nobody")) == []
    with pytest.raises(ReadingError, match="no such file"):
        list(factcheck.judge(tmp_path / "missing", "duke"))
    with pytest.raises(ReadingError, match="not JSON"):
        list(factcheck.judge(Input.of(b'{"@type": "ClaimReview"', "a.json"), "duke", "claimreview"))


def test_from_python_with_what_reading_told(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(page(review(author="The Desk")))
    told = [finding for record in factcheck.imports(path) for finding in record.findings]
    assert [finding.path for finding in factcheck.judge(path, "schema.org")] == ["/author"]
    assert list(factcheck.judge(path, "schema.org", told=told)) == []


class Slips(Importer):
    """An importer of a house, which says nothing of profiles."""

    name, summary, suffixes = "slips", "slips of paper", (".slip",)

    def sniff(self, head):
        return None

    def read(self, source, options):
        yield Imported("", None, ())


class Careful(Slips):
    def judge(self, source, profile):
        if profile == "broken":
            raise RuntimeError("broken program")
        if profile == "foreign":
            yield "nothing"
        yield Finding("slips-ink", Severity.WARNING, f"{profile} wants ink", "line 1", source="the house")


class Plugin:
    def __init__(self, importer):
        self.importer = importer

    @factcheck.hookimpl
    def factcheck_importers(self):
        return [self.importer]


def test_importers_of_others_may_judge_and_need_not():
    slip = Input.of(b"slip", "a.slip")
    assert list(factcheck.judge(slip, "house", host=factcheck.Host([Plugin(Slips())]))) == []
    host = factcheck.Host([Plugin(Careful())])
    (finding,) = factcheck.judge(slip, "house", host=host)
    assert str(finding) == "a.slip: warning: line 1: house wants ink [slips-ink]"
    (broken,) = factcheck.judge(slip, "broken", host=host)
    assert str(broken) == "a.slip: error: the importer `slips` failed: RuntimeError: broken program [plugin-failed]"
    # Placeless as the other one, and in the order of what was found.
    ink, foreign = factcheck.judge(slip, "foreign", host=host)
    assert (ink.rule, foreign.message) == ("slips-ink", "the importer `slips` failed: 'nothing' is no Finding")


def test_the_profiles_that_are_judged_are_those_of_the_rules():
    assert set(JUDGES) == set(PROFILES) == {profile for rule in RULES.values() for profile in rule.profiles}
    assert all(len(rule.profiles) == 1 and "https://" in rule.source for rule in RULES.values())
    rulebook = factcheck.Host([factcheck_claimreview]).rulebook
    assert set(RULES) <= set(rulebook.things)


# --- whatever it is ---------------------------------------------------------------------------

KEYS = st.sampled_from([
    *REVIEW, "@id", "@graph", "@value", "@list", "image", "type", "id", "schema:name", "NAME", "awards", "name", "sameAs", "x",
    "dataFeedElement", "item", "mainEntityOfPage",
])  # fmt: skip
VALUES = st.sampled_from([
    None, True, 5, 1.5, 10**200, "", "x", "2024-05-06", "https://desk.example/", "#a", "ClaimReview", "Claim", "Person", "rating",
    "DataFeed", "https://schema.org", "https://schema.org/False", {"@vocab": "https://schema.org/", "x": None}, [], {},
])  # fmt: skip
MARKUP = st.recursive(VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner), max_leaves=30)


@settings(FEW, max_examples=200)
@given(markup=MARKUP, profile=st.sampled_from(PROFILES))
def test_nothing_breaks_a_judge(markup, profile):
    judged({"@type": "ClaimReview", "reviewRating": markup, "about": [markup]}, profile)
    judged([markup, {"@type": "DataFeed", "dataFeedElement": markup, "item": REVIEW}, REVIEW], profile)


# --- what others published --------------------------------------------------------------------

with_corpus = pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is not here")


@pytest.fixture
def corpus(tmp_path):
    """All markup of the corpus, one file each."""
    lines = (CORPUS / "claimreview.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        (tmp_path / f"node-{number:02}.jsonld").write_text(json.dumps(json.loads(line)["node"], indent=1))
    return [*sorted(tmp_path.iterdir()), *sorted((CORPUS / "scripts").iterdir()), CORPUS / "data_commons_raw.json"]


def found_in(paths, profile, capsys):
    assert main(["check", *map(str, paths), "--profile", profile, "--format", "json"]) in (0, 1)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@with_corpus
@pytest.mark.parametrize(
    ("profile", "counts"),
    [
        ("google", {}),
        (
            "schema.org",
            {"schema-org-property": 273, "schema-org-range": 43, "schema-org-domain": 32},
        ),
        ("duke", {"duke-schema": 269}),
        ("datacommons", {}),
    ],
)
def test_real_markup_is_judged_and_no_value_told_twice(corpus, profile, counts, capsys):
    assert len(corpus) == 67
    findings = found_in(corpus, profile, capsys)
    judging = [each for each in findings if each["rule"] in RULES]
    assert Counter(each["rule"].removeprefix("claimreview-") for each in judging) == counts
    assert all(each["line"] and each["column"] for each in judging)
    amended = {
        (each["file"], each["line"], each["column"])
        for each in findings
        if each["severity"] != "info" and each["rule"] not in RULES and "stood" in each
    }
    assert not [each for each in judging if (each["file"], each["line"], each["column"]) in amended]


CLAIMANT = (
    "an object with `@type` and either a `url`, or a `name` and a list for `sameAs`, and not both `name` and `url`"
)


@with_corpus
@pytest.mark.parametrize(
    ("name", "profile", "found"),
    [
        (
            "17666b1ab4c6.jsonld",
            "schema.org",
            [
                "45:22: warning: /image/width: `width` takes `Distance` or `QuantitativeValue`, and not 1860",
                "45:38: warning: /image/height: `height` takes `Distance` or `QuantitativeValue`, and not 550",
                "85:27: warning: /publisher/foundingDate: `foundingDate` takes `Date`, and not “2015-06-7”",
            ],
        ),
        (
            "adc8c8586386.jsonld",
            "duke",
            [
                "4:22: warning: /datePublished: Duke wants a day without the time, as one text",
                f"10:5: warning: /itemReviewed/author: Duke wants {CLAIMANT}",
                "15:22: warning: /itemReviewed/datePublished: Duke wants a day without the time, as one text",
            ],
        ),
    ],
)
def test_real_defects_are_named_where_they_are(name, profile, found, capsys):
    path = CORPUS / "scripts" / name
    main(["check", str(path), "--profile", profile])
    lines = capsys.readouterr().out.splitlines()
    told = [
        line.removeprefix(f"{path}:").rpartition(" [")[0]
        for line in lines
        if any(f"[{rule}]" in line for rule in RULES)
    ]
    assert told == found


@pytest.mark.skipif(not SCHEMA_ORG.exists(), reason="../shared/schemaorg is not here")
def test_the_table_of_terms_is_what_the_release_says():
    path = ROOT / "plugins/claimreview/make_schemaorg.py"
    spec = importlib.util.spec_from_file_location("make_schemaorg", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    release = json.loads((SCHEMA_ORG / "schemaorg-current-https.jsonld").read_text(encoding="utf-8"))
    assert module.TABLE.read_text(encoding="utf-8") == module.made(release["@graph"])
    assert "ClaimReview" in vocabulary().types
