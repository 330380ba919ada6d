"""The ClaimReview exporter: what it writes for what the model says."""

import json

import pytest
from claimreview_samples import EXAMPLE, EXPORTER, HOST, errors, exported, made, nodes
from factcheck_claimreview.exporter import ClaimReviewOptions
from hypothesis import HealthCheck, given, settings
from trying import examples

import factcheck
from factcheck.testing import HOSTILE_TEXTS, ExporterContract, full_fact_check, strategies

SOME = settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def example():
    return factcheck.load(EXAMPLE)


class TestContract(ExporterContract):
    exporter = EXPORTER


def test_the_example_as_it_was(example, golden):
    document = EXPORTER.export(example, ClaimReviewOptions(indent=True))
    assert errors(EXPORTER.validate(document)) == []
    golden("taliban-russia-2015.jsonld", document.body)


def test_one_verdict_is_one_object_with_its_context():
    review = exported(made())
    assert list(review)[:3] == ["@context", "@type", "@id"]
    assert (review["@context"], review["@type"], review["@id"]) == (
        "https://schema.org",
        "ClaimReview",
        "https://desk.example/1#v1",
    )


def test_several_verdicts_are_a_list_and_each_has_its_context(example):
    reviews = exported(example)
    assert [review["@id"].partition("#")[2] for review in reviews] == [verdict.id for verdict in example.verdicts]
    assert {review["@context"] for review in reviews} == {"https://schema.org"}


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_graph_holds_the_same_reviews_under_one_context(count):
    fact_check = made(verdicts=[{"id": f"v{index}", "claim": "c1", "rating": "no"} for index in range(count)])
    plain, graph = exported(fact_check), exported(fact_check, graph=True)
    listed = plain if isinstance(plain, list) else [plain]
    assert graph["@context"] == "https://schema.org"
    assert [{"@context": "https://schema.org", **review} for review in graph["@graph"]] == listed


def test_indented_output_says_the_same():
    compact, broad = (EXPORTER.export(full_fact_check(), ClaimReviewOptions(indent=indent)) for indent in (False, True))
    assert compact.body != broad.body
    assert json.loads(compact.body) == json.loads(broad.body)
    assert b"\n" not in compact.body
    assert broad.body.endswith(b"\n]\n")


def test_what_google_asks_for():
    review = exported(
        made(
            verdict={"explanation": "It is round."},
            claim={"made": "2015-12-20", "claimants": ["society"], "appearances": [{"source": "s1"}]},
            sources=[{"id": "s1", "url": "https://flat.example/"}],
            agents=[{"id": "society", "kind": "organisation", "name": "Society", "same_as": ["https://id.example/1"]}],
        )
    )
    assert review["claimReviewed"] == "The earth is flat."
    assert review["url"] == "https://desk.example/flat"
    assert review["datePublished"] == "2015-12-28"
    assert review["author"]["name"] == "Desk"
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "False",
        "ratingValue": 1,
        "bestRating": 5,
        "worstRating": 1,
        "ratingExplanation": "It is round.",
    }
    claim = review["itemReviewed"]
    assert (claim["@type"], claim["@id"], claim["datePublished"]) == (
        "Claim",
        "https://desk.example/1#c1",
        "2015-12-20",
    )
    assert (claim["author"]["name"], claim["author"]["sameAs"]) == ("Society", ["https://id.example/1"])
    assert (claim["appearance"]["@type"], claim["appearance"]["url"]) == ("Article", "https://flat.example/")


@pytest.mark.parametrize(
    ("verdicts", "page", "urls"),
    [
        (["c1"], "https://d.example/p", ["https://d.example/p"]),
        (["c1"], "https://d.example/p#top", ["https://d.example/p#top"]),
        (["c1", "c2"], "https://d.example/p", ["https://d.example/p#c1", "https://d.example/p#c2"]),
        (["c1", "c2"], "https://d.example/p?a=b#top", ["https://d.example/p?a=b#c1", "https://d.example/p?a=b#c2"]),
        (["c1", "c1", "c1"], "https://d.example/p", [f"https://d.example/p#{anchor}" for anchor in ("c1", "v1", "v2")]),
        (["c1", "c2"], None, [None, None]),
    ],
)
def test_each_verdict_has_an_address_of_its_own(verdicts, page, urls):
    fact_check = made(
        url=page,
        claims=[{"id": "c1", "text": "One."}, {"id": "c2", "text": "Two."}],
        verdicts=[{"id": f"v{index}", "claim": claim, "rating": "no"} for index, claim in enumerate(verdicts)],
    )
    reviews = exported(fact_check, graph=True)["@graph"]
    assert [review.get("url") for review in reviews] == urls


def test_the_address_of_a_verdict_goes_before_the_page():
    assert exported(made(verdict={"url": "https://desk.example/else"}))["url"] == "https://desk.example/else"


NOBODY = {"id": "x", "kind": "unnamed", "description": "senior commander"}


@pytest.mark.parametrize(
    ("agent", "kind"),
    [
        ({}, "Person"),
        ({"job_title": "envoy"}, "Person"),
        ({"nature": "group"}, "Organization"),
        ({"nature": "group", "job_title": "experts"}, "Organization"),
        ({"nature": "organisation"}, "Organization"),
    ],
)
def test_an_unnamed_claimant_is_described(agent, kind):
    claimant = exported(made(claim={"claimants": ["x"]}, agents=[NOBODY | agent]))["itemReviewed"]["author"]
    assert (claimant["@type"], claimant["description"]) == (kind, "senior commander")
    assert claimant.get("jobTitle", claimant.get("member", {}).get("jobTitle")) == agent.get("job_title")
    assert not {"name", "alternateName"} & set(claimant)


def test_who_speaks_for_a_person_knows_that_person():
    people = [
        {"id": "a", "kind": "person", "name": "A", "affiliation": "b"},
        {"id": "b", "kind": "person", "name": "B", "affiliation": "a"},
    ]
    claimant = exported(made(claim={"claimants": ["a"]}, agents=people))["itemReviewed"]["author"]
    assert claimant["knows"] == {"@type": "Person", "@id": "https://desk.example/1#b", "name": "B"}
    assert "affiliation" not in claimant


def test_an_unknown_claimant_is_left_out():
    assert "author" not in exported(made())["itemReviewed"]


def test_one_claimant_is_an_object_and_several_are_a_list():
    people = [{"id": name, "kind": "person", "name": name} for name in ("A", "B")]
    for claimants in (["A"], ["A", "B"]):
        author = exported(made(claim={"claimants": claimants}, agents=people))["itemReviewed"]["author"]
        listed = author if isinstance(author, list) else [author]
        assert [person["name"] for person in listed] == claimants
        assert isinstance(author, list) == (len(claimants) > 1)


@SOME
@given(fact_check=strategies.fact_checks())
def test_nobody_without_a_name_is_given_one(fact_check):
    unnamed = {fact_check.iri(agent.id) for agent in fact_check.agents if agent.kind == "unnamed"}
    described = [node for node in nodes(exported(fact_check)) if node.get("@id") in unnamed]
    assert not [node for node in described if {"name", "alternateName"} & set(node)]


def test_the_publisher_signs_and_people_are_its_creators():
    writer = {"id": "writer", "kind": "person", "name": "Writer"}
    review = exported(made(authors=["writer"], agents=[writer]))
    assert (review["author"]["name"], review["creator"]["name"]) == ("Desk", "Writer")
    review = exported(made(authors=["writer"], agents=[writer], publisher=None))
    assert review["author"]["name"] == "Writer"
    assert not {"creator", "publisher", "sdPublisher"} & set(review)


POLICIES = {"corrections": "https://desk.example/corrections", "ethics": "https://desk.example/ethics"}


def test_policies_belong_to_the_publisher():
    publisher = exported(made(policies=POLICIES))["publisher"]
    assert publisher["@type"] == "NewsMediaOrganization"
    assert publisher["correctionsPolicy"] == POLICIES["corrections"]
    assert publisher["ethicsPolicy"] == POLICIES["ethics"]


@pytest.mark.parametrize("publisher", [None, "writer"])
def test_policies_without_an_organisation_belong_to_the_page(publisher):
    writer = {"id": "writer", "kind": "person", "name": "Writer"}
    review = exported(made(policies=POLICIES, publisher=publisher, agents=[writer]))
    assert review["isPartOf"]["publishingPrinciples"] == list(POLICIES.values())


def test_an_inexact_date_is_widened_and_kept_to_the_letter():
    claim = exported(made(claim={"made": "2015-12-23/2015-12-26"}))["itemReviewed"]
    assert (claim["datePublished"], claim["temporal"]) == ("2015-12", "2015-12-23/2015-12-26")
    claim = exported(made(claim={"made": "../2015-12-24"}))["itemReviewed"]
    assert "datePublished" not in claim
    assert claim["temporal"] == "../2015-12-24"


@pytest.mark.parametrize(
    ("instant", "written"),
    [("2015-12-28T09:30:00Z", "2015-12-28T09:30:00Z"), ("2015-12-28T09:30:00+03", "2015-12-28T09:30:00+03:00")],
)
def test_an_offset_has_its_minutes(instant, written):
    assert exported(made(published=instant))["datePublished"] == written


def test_labels_in_other_languages_stand_beside_the_plain_one():
    scale = {"ratings": [{"id": "no", "names": {"de": "Falsch", "en": "False"}}]}
    rating = exported(made(rating_scale=scale))["reviewRating"]
    assert rating["alternateName"] == "False"
    assert rating["name"] == [{"@language": "de", "@value": "Falsch"}, {"@language": "en", "@value": "False"}]


def test_first_appearance_stands_apart_from_the_others():
    appearances = [{"source": "s1"}, {"source": "s2", "first": True}, {"source": "s3"}]
    sources = [{"id": f"s{index}", "kind": kind} for index, kind in ((1, "article"), (2, "post"), (3, "dataset"))]
    claim = exported(made(claim={"appearances": appearances}, sources=sources))["itemReviewed"]
    assert claim["firstAppearance"]["@type"] == "SocialMediaPosting"
    assert [work["@type"] for work in claim["appearance"]] == ["Article", "Dataset"]


def test_kinds_that_share_a_type_are_told_apart():
    sources = [{"id": f"s{index}", "kind": kind} for index, kind in enumerate(("interview", "briefing"))]
    cited = exported(made(sources=sources))["isPartOf"]["citation"]
    assert [(work["@type"], work["genre"]) for work in cited] == [
        ("Conversation", "interview"),
        ("Conversation", "briefing"),
    ]
    groups = [{"id": kind, "kind": kind, "name": kind} for kind in ("organisation", "collective")]
    mentioned = exported(made(agents=groups))["isPartOf"]["mentions"][-2:]
    assert [(group["@type"], group.get("keywords")) for group in mentioned] == [
        ("Organization", None),
        ("Organization", "collective"),
    ]


def test_evidence_is_cited_weighed_and_the_ground_of_the_verdict():
    evidence = [
        {"source": "s1", "stance": "supports", "note": "It says so.", "quotation": {"exact": "flat"}},
        {"source": "s2", "stance": "refutes"},
        {"source": "s3", "stance": "context", "note": "Old.", "id": "e3"},
    ]
    sources = [{"id": f"s{index}"} for index in (1, 2, 3)]
    review = exported(made(verdict={"evidence": evidence}, sources=sources))
    one, two, three = ({"@id": f"https://desk.example/1#s{index}"} for index in (1, 2, 3))
    assert [work["@id"] for work in review["citation"]] == [one["@id"], two["@id"], three["@id"]]
    assert review["citation"][0]["hasPart"]["text"] == "flat"
    assert review["citation"][2]["hasPart"]["comment"]["text"] == "Old."
    assert review["positiveNotes"] == {"@type": "ListItem", "name": "It says so.", "item": one}
    assert review["negativeNotes"] == {"@type": "ListItem", "item": two}
    assert review["isBasedOn"] == [one, two]


def test_a_copy_names_what_it_is_a_copy_of():
    for kind, relation in (("syndicated", "isBasedOn"), ("translated", "translationOfWork")):
        sources = [{"id": "s1", "copy_of": {"source": "s2", "kind": kind}}, {"id": "s2", "title": "Original"}]
        fact_check = made(claim={"appearances": [{"source": "s1"}]}, sources=sources)
        appearance = exported(fact_check)["itemReviewed"]["appearance"]
        assert appearance[relation]["name"] == "Original"
        assert appearance["keywords"] == kind


def test_media_are_reviewed_where_the_desk_found_something():
    media = [
        {"kind": "image", "url": "https://m.example/1.jpg", "authenticity": "staged"},
        {"kind": "video", "url": "https://m.example/2.mp4"},
    ]
    review = exported(made(claim={"media": media}))
    reviewed = review["associatedMediaReview"]
    assert reviewed["mediaAuthenticityCategory"] == {"@id": "https://schema.org/StagedContent"}
    assert reviewed["itemReviewed"] == {"@type": "ImageObject", "contentUrl": "https://m.example/1.jpg"}
    assert [subject["@type"] for subject in review["itemReviewed"]["about"]] == ["ImageObject", "VideoObject"]


def test_related_claims_relate_their_reviews():
    fact_check = made(
        claims=[
            {"id": "c1", "text": "One.", "relations": [{"kind": "denies", "claim": "c2"}]},
            {"id": "c2", "text": "Two.", "relations": [{"kind": "translates", "claim": "c1"}]},
        ],
        verdicts=[{"id": "v1", "claim": "c1", "rating": "no"}, {"id": "v2", "claim": "c2", "rating": "no"}],
    )
    first, second = exported(fact_check)
    assert first["associatedClaimReview"] == {"@id": "https://desk.example/1#v2"}
    assert second["itemReviewed"]["translationOfWork"] == {"@id": "https://desk.example/1#c1"}


def test_an_earlier_verdict_stays_visible_in_the_correction_that_replaced_it(example):
    corrected = [review for review in exported(example) if "correction" in review]
    assert [review["@id"].partition("#")[2] for review in corrected] == ["v3"]
    correction = corrected[0]["correction"]
    about, earlier = correction["about"]
    assert about == {"@id": corrected[0]["@id"]}
    assert (correction["@type"], correction["datePublished"]) == ("CorrectionComment", "2026-11-18")
    assert (earlier["@type"], earlier["creativeWorkStatus"]) == ("Review", "Obsolete")
    assert earlier["reviewRating"]["alternateName"] == "Disputed"


@pytest.mark.parametrize(
    ("parts", "corrected"), [([], True), (["c1"], True), (["no"], True), (["at"], True), (["e"], True), (["c2"], False)]
)
def test_a_correction_stands_at_the_reviews_it_concerns(parts, corrected):
    claims = [{"id": "c1", "text": "One.", "appearances": [{"id": "at", "source": "s"}]}, {"id": "c2", "text": "Two."}]
    fact_check = made(
        claims=claims,
        sources=[{"id": "s"}],
        verdict={"evidence": [{"id": "e", "source": "s", "stance": "context"}]},
        corrections=[{"id": "k", "published": "2016", "text": "We erred.", "parts": parts}],
    )
    review = exported(fact_check)
    assert ("correction" in review) == corrected
    assert review["isPartOf"]["correction"]["text"] == "We erred."


def test_the_page_is_told_in_full_once(example):
    first, *others = exported(example)
    assert first["isPartOf"]["abstract"] == example.summary
    assert first["isPartOf"]["articleBody"] == example.body
    assert {frozenset(review["isPartOf"]) for review in others} == {frozenset(("@type", "@id", "url", "headline"))}


def test_a_claim_without_a_verdict_is_mentioned():
    claims = [{"id": "c1", "text": "One."}, {"id": "c2", "text": "Two."}]
    mentioned = exported(made(claims=claims))["isPartOf"]["mentions"]
    assert [node["text"] for node in mentioned if node["@type"] == "Claim"] == ["Two."]


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_nothing_in_the_bytes_can_end_a_script_element(text):
    body = EXPORTER.export(made(headline=f"a{text}z"), ClaimReviewOptions()).body
    assert not [character for character in "<>&\u2028\u2029" if character.encode() in body]
    assert json.loads(body)["headline"] == f"a{text}z"


def check_validity(fact_check):
    for options in (ClaimReviewOptions(), ClaimReviewOptions(graph=True, indent=True)):
        found = errors(EXPORTER.validate(EXPORTER.export(fact_check, options)))
        assert bool(found) == bool(errors(factcheck.check(fact_check, host=HOST)))


@SOME
@given(fact_check=strategies.fact_checks())
def test_valid_where_no_rule_is_broken_and_only_there(fact_check):
    check_validity(fact_check)


@pytest.mark.judge
@MANY
@given(fact_check=strategies.fact_checks())
def test_valid_where_no_rule_is_broken_and_only_there_thousands_of_times(fact_check):
    check_validity(fact_check)
