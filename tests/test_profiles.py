"""Profiles: what each consumer asks of a fact-check, and how markup is written for it."""

import json
from typing import get_args

import factcheck_claimreview
import factcheck_desk
import jsonschema_rs
import pytest
from claimreview_samples import EXAMPLE, EXPORTER, HOST, errors, made, nodes
from factcheck_claimreview.exporter import ClaimReviewOptions
from factcheck_claimreview.profiles import PROFILES, media_type, profile_of
from factcheck_claimreview.rules import CHECKS, RULES
from factcheck_claimreview.wants_google import same_site
from hypothesis import HealthCheck, given, settings
from schemaorg_vocabulary import SCHEMA_ORG, Vocabulary

import factcheck
from factcheck import Document
from factcheck.testing import full_fact_check, strategies

NAMES = ("google", "schema.org", "duke", "datacommons", "ifcn")
FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def document(fact_check, profile, **options):
    return EXPORTER.export(fact_check, ClaimReviewOptions(profile=profile, **options))


def written(fact_check, profile, **options):
    return json.loads(document(fact_check, profile, **options).body)


def reviews(markup):
    """The reviews of a document, wherever they stand in it."""
    return [node for node in nodes(markup) if node.get("@type") == "ClaimReview"]


# --- the rules --------------------------------------------------------------------------------


def source(**fields):
    return {"id": "s", **fields}


STANDS = {"appearances": [{"source": "s"}]}
RESTS = {"evidence": [{"source": "s", "stance": "refutes"}]}
PERSON = {"id": "x", "kind": "person", "name": "X"}
OTHER = {"id": "y", "kind": "person", "name": "Y", "affiliation": "x"}
NOBODY = {"id": "x", "kind": "unnamed", "description": "commander"}
POLICY = {"policies": {"corrections": "https://desk.example/corrections"}}
AT_HOME = [{"id": "d", "kind": "organisation", "name": "D", "url": "https://www.desk.example/"}]
ABROAD = [{"id": "d", "kind": "organisation", "name": "D", "url": "https://other.test/"}]
TWO = {
    "claims": [{"id": "c1", "text": "One."}, {"id": "c2", "text": "Two."}],
    "verdicts": [{"id": f"v{n}", "claim": f"c{n}", "rating": "no"} for n in (1, 2)],
}
APART = TWO | {"verdicts": [each | {"url": f"https://desk.example/{each['id']}"} for each in TWO["verdicts"]]}
HALVES = {
    "rating_scale": {
        "ratings": [{"id": i, "names": {"en": i}, "number": n} for i, n in (("no", 1), ("half", 1.5), ("yes", 2))]
    }
}

# A rule, a fact-check that breaks it, where, and one that keeps it.
CASES = [
    ("google-long-claim", {"claim": {"text": "x" * 75}}, "claims[0].text", {"claim": {"text": "x" * 74}}),
    ("google-rating-in-claim", {"claim": {"text": "FALSE: the earth is flat"}}, "claims[0].text", {"claim": {"text": "False prophets are many: see Matthew"}}),
    ("google-rating-in-claim", {"claim": {"text": "The earth is flat (false)"}}, "claims[0].text", {"claim": {"text": "The court called the statement false"}}),
    ("google-rating-in-claim", {"claim": {"text": "The earth is flat - Unproven."}}, "claims[0].text", {"claim": {"text": "The theorem is unproven."}}),
    ("google-foreign-url", {"publisher": "d", "agents": ABROAD}, "url", {"publisher": "d", "agents": AT_HOME}),
    ("google-foreign-url", {"verdict": {"url": "https://other.test/1"}}, "verdicts[0].url", {"verdict": {"url": "https://check.desk.example/1"}}),
    ("google-short-url", {"url": "https://t.co/abc"}, "url", {"url": "https://not.co/abc"}),
    ("google-several-reviews", TWO, "verdicts", APART),
    ("google-fraction", HALVES, "rating_scale.ratings[1].number", {}),
    ("google-no-policy", {}, "policies", POLICY),
    ("google-no-origin", {}, "claims[0]", {"claim": STANDS, "sources": [source()]}),
    ("google-own-origin", {"claim": STANDS, "sources": [source(publisher="desk")]}, "claims[0].appearances", {"claim": STANDS, "sources": [source()]}),
    ("google-no-citation", {}, "verdicts", {"verdict": RESTS, "sources": [source()]}),
    ("google-nameless-claimant", {"claim": {"claimants": ["x"]}, "agents": [NOBODY]}, "claims[0].claimants[0]", {"claim": {"claimants": ["x"]}, "agents": [PERSON]}),
    ("schema-org-affiliation", {"agents": [PERSON, OTHER]}, "agents[2].affiliation", {"agents": [PERSON | {"affiliation": "desk"}]}),
    ("schema-org-policies", {"publisher": "x", "agents": [PERSON], **POLICY}, "policies", POLICY),
    ("duke-no-day", {"published": "2015-12"}, "published", {"published": "2015-12-28T10:00:00Z"}),
    ("duke-no-day", {"claim": {"made": "2015~"}}, "claims[0].made", {"claim": {"made": "2015-12-28"}}),
    ("duke-no-day", {"verdict": {"published": "2015"}}, "verdicts[0].published", {}),
    ("duke-several-claimants", {"claim": {"claimants": ["x", "desk"]}, "agents": [PERSON]}, "claims[0].claimants", {"claim": {"claimants": ["x", "desk"]}, "agents": [NOBODY]}),
    ("duke-nameless-claimant", {"claim": {"claimants": ["x"]}, "agents": [NOBODY]}, "claims[0].claimants[0]", {"claim": {"claimants": ["desk"]}}),
    ("duke-several-authors", {"publisher": None, "authors": ["desk", "x"], "agents": [PERSON]}, "authors", {"authors": ["desk", "x"], "agents": [PERSON]}),
    ("duke-not-carried", {"verdict": RESTS, "sources": [source()]}, "verdicts[0].evidence", {}),
    ("duke-not-carried", {"corrections": [{"id": "k", "published": "2016", "text": "T."}]}, "corrections", {}),
    ("datacommons-no-licence", {}, "licence", {"licence": "https://creativecommons.org/licenses/by/4.0/"}),
    ("datacommons-no-site", {}, "publisher", {"publisher": "d", "agents": AT_HOME}),
    ("datacommons-no-date", {"published": None}, "verdicts[0]", {"published": "2016"}),
]  # fmt: skip


def paths(fields, rule, profile):
    return [finding.path for finding in HOST.check(made(**fields), profile) if finding.rule == rule]


@pytest.mark.parametrize(("rule", "broken", "path", "kept"), CASES)
def test_each_rule_finds_what_it_is_for_under_its_profile_only(rule, broken, path, kept):
    rule = f"claimreview-{rule}"
    (profile,) = RULES[rule].profiles
    assert paths(broken, rule, profile) == [path]
    assert paths(kept, rule, profile) == []
    for other in (None, *NAMES):
        assert other == profile or paths(broken, rule, other) == []


def test_every_rule_of_a_profile_is_tried_and_says_where_it_comes_from():
    of_profiles = {name: rule for name, rule in RULES.items() if rule.profiles}
    assert {f"claimreview-{case[0]}" for case in CASES} == set(of_profiles)
    assert all(rule.source.count("https://") == 1 and rule.fix for rule in of_profiles.values())
    assert set(CHECKS) == set(RULES)


def test_the_profiles_of_the_rules_are_those_that_can_be_written():
    host = factcheck.Host([factcheck_claimreview, factcheck_desk])
    asked = {profile for rule in host.rulebook.things.values() for profile in rule.profiles}
    assert host.rulebook.problems == ()
    assert asked == set(PROFILES) == set(NAMES)
    assert set(get_args(ClaimReviewOptions.model_fields["profile"].annotation)) == {*NAMES, None}


def test_what_is_written_otherwise_is_not_told_twice():
    fact_check = made(claim={"claimants": ["x"]}, agents=[NOBODY])
    told = {name: {f.rule for f in HOST.check(fact_check, name) if "nameless" in f.rule} for name in (None, *NAMES)}
    assert told["google"] == {"claimreview-google-nameless-claimant"}
    assert told["duke"] == {"claimreview-duke-nameless-claimant"}
    assert told[None] == told["ifcn"] == {"claimreview-nameless-claimant"}
    assert paths({"rating_scale": scale(0, 4)}, "claimreview-moved-scale", "schema.org") == []
    assert paths({"rating_scale": scale(0, 4)}, "claimreview-moved-scale", "google") == ["rating_scale"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://desk.example/", "https://www.desk.example/x", True),
        ("https://check.desk.example/", "https://desk.example/", True),
        ("https://a.desk.example/", "https://b.desk.example/", True),
        ("https://desk.example/", "https://desk.test/", False),
        ("https://mydesk.test/", "https://desk.example/", False),
        ("https://DESK.example:443/", "https://desk.example./", True),
        ("https://[::1", "https://desk.example/", False),
    ],
)
def test_addresses_are_of_one_site(one, other, same):
    assert same_site(one, other) is same is same_site(other, one)


# --- what is written --------------------------------------------------------------------------


def scale(*numbers):
    labels = zip(("no", "yes"), numbers, strict=True)
    return {"ratings": [{"id": name, "names": {"en": name}, "number": number} for name, number in labels]}


def test_without_a_profile_nothing_changes():
    fact_check = full_fact_check()
    plain = EXPORTER.export(fact_check, ClaimReviewOptions())
    assert document(fact_check, None) == plain
    assert plain.media_type == "application/ld+json"


@pytest.mark.parametrize("profile", NAMES)
def test_each_profile_writes_otherwise_and_validly(profile):
    fact_check = full_fact_check()
    made_for_it = document(fact_check, profile)
    assert made_for_it.body != document(fact_check, None).body
    assert errors(EXPORTER.validate(made_for_it)) == []
    assert made_for_it.media_type == f'application/ld+json;profile="urn:factcheck-export:profile:{profile}"'
    assert factcheck.script_tag(made_for_it).startswith('<script type="application/ld+json">')


@pytest.mark.parametrize("profile", NAMES)
@pytest.mark.parametrize("graph", [False, True])
def test_the_example_is_valid_for_each_profile(profile, graph):
    made_for_it = document(factcheck.load(EXAMPLE), profile, graph=graph)
    assert errors(EXPORTER.validate(made_for_it)) == []
    assert len(reviews(json.loads(made_for_it.body))) == 11


@pytest.mark.parametrize("profile", NAMES)
@FEW
@given(fact_check=strategies.fact_checks())
def test_any_fact_check_is_valid_for_each_profile_or_the_rules_say_why_not(profile, fact_check):
    made_for_it = document(fact_check, profile)
    assert made_for_it == document(fact_check, profile)
    if errors(EXPORTER.validate(made_for_it)):
        assert errors(HOST.check(fact_check, profile))


def test_media_types_name_profiles():
    for profile in NAMES:
        assert profile_of(media_type("application/ld+json", profile)) == profile
    for other in ("application/ld+json", 'application/ld+json;profile="urn:factcheck-export:profile:x"', ""):
        assert profile_of(other) is None


def test_google_gets_what_its_page_names_and_claimants_with_names_only():
    (review,) = reviews(written(made(claim={"claimants": ["x", "desk"]}, agents=[NOBODY]), "google"))
    assert set(review) <= {"@context", "@type", "@id", "url", "claimReviewed", "inLanguage", "datePublished", "author", "reviewRating", "itemReviewed"}  # fmt: skip
    assert review["itemReviewed"]["author"]["name"] == "Desk"
    (review,) = reviews(written(made(claim={"claimants": ["x"]}, agents=[NOBODY]), "google"))
    assert "author" not in review["itemReviewed"]
    (review,) = reviews(written(made(rating_scale=scale(0, 4)), "google"))
    assert [review["reviewRating"][name] for name in ("worstRating", "ratingValue", "bestRating")] == [1, 1, 5]


def test_google_gets_no_claim_cut_short():
    text = "The earth is flat, " * 10 + "they say."
    (review,) = reviews(written(made(claim={"text": text}), "google"))
    assert review["claimReviewed"] == text


def test_schema_org_gets_the_scale_as_it_is_and_the_people_as_authors():
    fact_check = made(rating_scale=scale(0, 4), authors=["x"], agents=[PERSON])
    (review,) = reviews(written(fact_check, "schema.org"))
    assert [review["reviewRating"][name] for name in ("worstRating", "ratingValue", "bestRating")] == [0, 0, 4]
    assert (review["author"]["name"], review["publisher"]["name"]) == ("X", "Desk")
    assert "creator" not in review
    (review,) = reviews(written(made(), "schema.org"))
    assert review["author"]["name"] == "Desk"
    assert errors(
        EXPORTER.validate(Document("application/ld+json", ".jsonld", document(fact_check, "schema.org").body))
    )


def test_every_property_is_valid_for_its_type_by_the_vocabulary():
    if not SCHEMA_ORG.is_dir():
        pytest.skip("the schema.org vocabulary is not beside this repository")
    vocabulary = Vocabulary(SCHEMA_ORG / "schemaorg-current-https.jsonld")
    for profile in ("google", "schema.org", "ifcn", "datacommons"):
        assert vocabulary.problems(written(full_fact_check(), profile)) == []
    # What Duke wants, schema.org does too: its numbers may be texts.
    assert vocabulary.problems(written(full_fact_check(), "duke")) == []


# What Duke's JSON Schema asks, in the words of this test: no property but its eight, numbers as texts,
# appearances as a list, whole days, an author with a name or an address, a claimant with one of the two.
DUKE = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        **{name: {"type": "string"} for name in ("@context", "@type", "claimReviewed", "url")},
        "datePublished": {"type": "string", "format": "date"},
        "author": {"type": "object", "anyOf": [{"required": ["name"]}, {"required": ["url"]}]},
        "reviewRating": {
            "type": "object",
            "additionalProperties": False,
            "required": ["@type", "alternateName"],
            "properties": {
                name: {"type": "string"}
                for name in ("@type", "alternateName", "ratingExplanation", "ratingValue", "bestRating", "worstRating")
            },
        },
        "itemReviewed": {
            "type": "object",
            "required": ["@type"],
            "properties": {
                "author": {
                    "type": "object",
                    "properties": {"sameAs": {"type": "array"}},
                    "oneOf": [{"required": ["@type", "name"]}, {"required": ["@type", "url"]}],
                },
                "appearance": {"type": "array"},
                "datePublished": {"type": "string", "format": "date"},
            },
        },
    },
}


@FEW
@given(fact_check=strategies.fact_checks())
def test_duke_gets_what_its_schema_asks(fact_check):
    judge = jsonschema_rs.Draft6Validator(DUKE, validate_formats=True)
    for review in reviews(written(fact_check, "duke")):
        assert [error.message for error in judge.iter_errors(review)] == []


def test_duke_gets_texts_for_numbers_and_a_list_of_appearances():
    agents = [PERSON | {"url": "https://x.example/", "same_as": ["https://www.wikidata.org/wiki/Q1"]}]
    fact_check = made(claim={"claimants": ["x"], **STANDS}, agents=agents, sources=[source(url="https://s.example/")])
    (review,) = reviews(written(fact_check, "duke"))
    assert review["reviewRating"]["ratingValue"] == "1"
    assert review["reviewRating"]["bestRating"] == "5"
    assert review["itemReviewed"]["appearance"] == [{"@type": "Article", "url": "https://s.example/"}]
    assert set(review["itemReviewed"]["author"]) == {"@type", "name", "sameAs"}
    # The conflict: what Duke wants is not what Google and our own schema want.
    assert errors(EXPORTER.validate(Document("application/ld+json", ".jsonld", document(fact_check, "duke").body)))


def test_duke_gets_nobody_where_several_could_be_meant():
    fact_check = made(claim={"claimants": ["x", "desk"]}, agents=[PERSON], publisher=None, authors=["desk", "x"])
    (review,) = reviews(written(fact_check, "duke"))
    assert "author" not in review
    assert "author" not in review["itemReviewed"]


def test_duke_gets_days():
    (review,) = reviews(written(made(published="2015-12-28T23:00:00-05:00", claim={"made": "2015"}), "duke"))
    assert review["datePublished"] == "2015-12-28"
    assert "datePublished" not in review["itemReviewed"]


def test_data_commons_gets_a_feed():
    feed = written(made(modified="2016-01-02", licence="https://creativecommons.org/licenses/by/4.0/"), "datacommons")
    assert (feed["@context"], feed["@type"]) == ("https://schema.org", "DataFeed")
    (item,) = feed["dataFeedElement"]
    (review,) = item.pop("item")
    assert item == {
        "@type": "DataFeedItem",
        "dateCreated": "2015-12-28",
        "dateModified": "2016-01-02",
        "url": "https://desk.example/flat",
    }
    assert review["sdLicense"] == "https://creativecommons.org/licenses/by/4.0/"
    assert review == {"@context": "https://schema.org", **reviews(written(made(modified="2016-01-02", licence=review["sdLicense"]), None))[0]}  # fmt: skip


def test_problems_of_a_feed_are_found_in_its_items():
    good = document(full_fact_check(), "datacommons")
    bad = json.loads(good.body)
    first = bad["dataFeedElement"][0]["item"][0]
    first["reviewRating"]["ratingValue"] = 9000
    found = EXPORTER.validate(Document(good.media_type, good.suffix, json.dumps(bad).encode()))
    assert ("claimreview-rating-range", "/dataFeedElement/0/item/0/reviewRating") in {(f.rule, f.path) for f in found}
    del first["url"]
    found = EXPORTER.validate(Document(good.media_type, good.suffix, json.dumps(bad).encode()))
    assert {finding.rule for finding in found} == {"claimreview-schema"}


def test_ifcn_gets_the_whole_page_with_each_review():
    several = written(factcheck.load(EXAMPLE), "ifcn")
    pages = [review["isPartOf"] for review in several]
    assert all(page == pages[0] for page in pages)
    assert pages[0]["correction"]
    assert pages[0]["citation"]
    assert all(review["publisher"]["verificationFactCheckingPolicy"] for review in several)
    assert "correction" not in written(factcheck.load(EXAMPLE), None)[1]["isPartOf"]


@pytest.mark.parametrize("profile", NAMES)
def test_nothing_written_for_one_consumer_changes_what_the_next_gets(profile):
    fact_check = full_fact_check()
    before = document(fact_check, None)
    document(fact_check, profile)
    assert document(fact_check, None) == before


def test_the_command_line_takes_a_profile():
    options = factcheck.Host([factcheck_claimreview]).options("claimreview", {"profile": "google"})
    assert options.profile == "google"
    with pytest.raises(factcheck.OptionError, match="profile"):
        factcheck.Host([factcheck_claimreview]).options("claimreview", {"profile": "bing"})
