"""Our own ClaimReview read back: equal to the fact-check it was written of, but for what the exporter says it omits."""

import json
from typing import ClassVar

import pytest
from claimreview_reading import REVIEW, read
from claimreview_samples import EXAMPLE, EXPORTER, exported, made
from factcheck_claimreview.exporter import ClaimReviewOptions
from factcheck_claimreview.importer import ClaimReviewImporter
from hypothesis import HealthCheck, Phase, assume, given, settings
from trying import examples

import factcheck
from factcheck import FactCheck, dates
from factcheck.testing import ImporterContract, full_fact_check, strategies

# A random fact-check takes longer to make smaller than anybody would wait.
SOME, MANY = (
    settings(
        max_examples=count,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
    )
    for count in (examples(25), 2000)
)


def body_of(fact_check, **options):
    return EXPORTER.export(fact_check, ClaimReviewOptions(**options)).body


def one(body):
    """The one fact-check that is read, and what was found."""
    records = read(body)
    (fact_check,) = [record.fact_check for record in records if record.fact_check]
    return fact_check, [finding for record in records for finding in record.findings]


def without(data, path):
    """The data without what stands at a model path such as `claims[].relations[].kind`."""
    step, _, rest = path.partition(".")
    name = step.removesuffix("[]")
    if not rest:
        return {key: value for key, value in data.items() if key != name}
    if data.get(name) is None:
        return data
    inner = [without(each, rest) for each in data[name]] if step.endswith("[]") else without(data[name], rest)
    return data | {name: inner}


def carried(fact_check):
    """What ClaimReview says of a fact-check: without what is omitted, and in the one form that stands for several."""
    data = fact_check.model_dump(mode="json")
    # Of a relation its kind is omitted, but for translations: these are named.
    translations = [
        [{"kind": "translates", "claim": each["claim"]} for each in claim["relations"] if each["kind"] == "translates"]
        for claim in data["claims"]
    ]
    for path in EXPORTER.omits:
        data = without(data, path)
    for claim, relations in zip(data["claims"], translations, strict=True):
        claim["relations"] = relations
        simplify_claim(claim, data)
    for dated in (data, *data["sources"]):
        dated["modified"] = widened(dated["modified"])
    simplify_scale(data)
    for verdict in data["verdicts"]:
        simplify_verdict(verdict, data)
    simplify_policies(data)
    return FactCheck.model_validate(data)


def widened(date):
    """`temporal` is there for when something was published; of when it was changed a plain date alone is said."""
    return date and dates.certain(date)


def simplify_claim(claim, data):
    """A claim in the page's language does not say so; its first appearance comes first; media are found fault with in a review."""
    if claim["language"] == data["language"]:
        claim["language"] = None
    claim["appearances"].sort(key=lambda each: not each["first"])
    found = ("authenticity", "original", "original_context")
    rated = claim["id"] in {verdict["claim"] for verdict in data["verdicts"]}
    faults = {}
    for each in claim["media"]:
        fault = {name: each.pop(name) for name in found}
        if rated and any(fault.values()):
            faults.setdefault(json.dumps(each), []).append(fault)
    for each in claim["media"]:
        waiting = faults.get(json.dumps(each))
        each.update(waiting.pop(0) if waiting else {})


def simplify_scale(data):
    """A scale that begins below 1 is moved up; its ends are those of its labels where they have them."""
    scale = data["rating_scale"]
    if scale is None:
        return
    worst, best = FactCheck.model_validate(data).rating_scale.bounds or (None, None)
    numbered = [each for each in scale["ratings"] if each["number"] is not None]
    if worst is not None and worst < 1:
        for each in numbered:
            each["number"] = each["number"] - worst + 1
        worst, best = 1.0, best - worst + 1
    if worst is None or not numbered or not worst < best:
        worst = best = None
        for each in numbered:
            each["number"] = None
    numbers = {each["number"] for each in scale["ratings"]}
    scale["worst"], scale["best"] = (None if end in numbers else end for end in (worst, best))


def simplify_verdict(verdict, data):
    """A verdict does not repeat what it shares with the page; earlier ones come in the order of their corrections."""
    ratings = data["rating_scale"]["ratings"]
    corrections = [each["id"] for each in data["corrections"]]
    verdict["history"].sort(key=lambda each: corrections.index(each["correction"]))
    for each in (verdict, *verdict["history"]):
        label = next(rating for rating in ratings if rating["id"] == each["rating"])
        each["rating"] = next(rating["id"] for rating in ratings if {**rating, "id": ""} == {**label, "id": ""})
    for name in ("published", "authors"):
        if verdict[name] == data[name]:
            verdict[name] = None if name == "published" else []
    alone = {**data, "verdicts": [{**each, "url": None} for each in data["verdicts"]]}
    reviews = exported(FactCheck.model_validate(alone), graph=True)["@graph"]
    page = {review["@id"].rpartition("#")[2]: review.get("url") for review in reviews}
    if verdict["url"] == page[verdict["id"]]:
        verdict["url"] = None


def simplify_policies(data):
    """Policies without an organisation are a list of pages, of which all or none are known."""
    kinds = {agent["id"]: (agent["kind"], agent["nature"]) for agent in data["agents"]}
    publisher = kinds.get(data["publisher"], ("person", None))
    is_person = publisher in (("person", None), ("unnamed", None))
    if is_person and None in data["policies"].values():
        data["policies"] = {}


def unsaid(finding):
    """Whether a finding tells of what the markup cannot say.

    That is how claims relate, which policy a page is, which label of two, and a language that is not known.
    """
    place = {"associatedClaimReview", "publishingPrinciples"} & set(finding.path.split("/"))
    return bool(place) or finding.rule in ("claimreview-not-told-apart", "claimreview-no-language")


def check(fact_check):
    again, findings = one(body_of(fact_check))
    assert again == carried(fact_check)
    assert [finding for finding in findings if not unsaid(finding)] == []
    asked = [finding.made for finding in findings if finding.rule == "claimreview-no-language"]
    assert asked == (["und"] if fact_check.language == "und" else [])
    return again


def test_a_language_that_is_not_known_goes_out_as_none():
    claims = [{"id": f"c{index}", "text": "T", "language": tag} for index, tag in enumerate((None, "fr", "und"), 1)]
    fact_check = made(language="und", claims=claims)
    assert '"und"' not in body_of(fact_check).decode()
    assert body_of(fact_check).decode().count('"inLanguage":"fr"') == 1
    assert check(fact_check).language == "und"
    assert body_of(made()).decode().count('"inLanguage":"en"') > 1
    assert '"inLanguage":"und"' in body_of(made(claim={"language": "und"})).decode()


def check_twice(fact_check):
    assume(fact_check.verdicts)
    again = check(fact_check)
    twice, _ = one(body_of(again))
    assert twice == again


def leaves(body):
    """Each leaf with its place, without those that are the same in all markup."""
    waiting = [("", json.loads(body))]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, dict | list):
            steps = value.items() if isinstance(value, dict) else enumerate(value)
            waiting += [(f"{place}/{step}", inner) for step, inner in steps]
        elif not place.endswith(("/@type", "/@context")):
            yield place, f"{value:g}" if isinstance(value, float) else str(value)


class TestContract(ImporterContract):
    importer = ClaimReviewImporter()
    samples: ClassVar = {
        "full.jsonld": body_of(full_fact_check()),
        "one.jsonld": body_of(made(verdict={"explanation": "It is round."})),
        "graph.jsonld": body_of(full_fact_check(), graph=True, indent=True),
        "feed.jsonld": body_of(full_fact_check(), profile="datacommons"),
    }


@SOME
@given(fact_check=strategies.fact_checks())
def test_comes_back_equal_and_the_second_time_too(fact_check):
    check_twice(fact_check)


@pytest.mark.judge
@MANY
@given(fact_check=strategies.fact_checks())
def test_comes_back_equal_thousands_of_times(fact_check):
    check_twice(fact_check)


def test_what_every_field_says_comes_back_equal():
    check(full_fact_check())


def test_the_example_comes_back_equal():
    example = factcheck.load(EXAMPLE)
    again = check(example)
    assert [claim.id for claim in again.claims] == [claim.id for claim in example.claims]
    assert (again.rating_scale, again.agents, again.corrections) == (
        example.rating_scale,
        example.agents,
        example.corrections,
    )


@pytest.mark.parametrize("profile", [None, "ifcn", "schema.org", "datacommons"])
@pytest.mark.parametrize("graph", [False, True])
def test_however_it_is_laid_out(profile, graph):
    fact_check, findings = one(body_of(full_fact_check(), profile=profile, graph=graph))
    assert fact_check == carried(full_fact_check())
    assert [finding for finding in findings if not unsaid(finding)] == []


def test_what_cannot_be_said_is_told():
    fact_check = made(
        claims=[
            {"id": "c1", "text": "One.", "relations": [{"kind": "denies", "claim": "c2"}]},
            {"id": "c2", "text": "Two.", "relations": [{"kind": "translates", "claim": "c1"}]},
        ],
        verdicts=[{"id": "v1", "claim": "c1", "rating": "no"}, {"id": "v2", "claim": "c2", "rating": "no"}],
        policies={"ethics": "https://desk.example/ethics"},
        publisher=None,
    )
    again, findings = one(body_of(fact_check))
    assert [relation.kind for claim in again.claims for relation in claim.relations] == ["translates"]
    assert {finding.path: finding.stood for finding in findings} == {
        "/0/associatedClaimReview/@id": "https://desk.example/1#v2",
        "/0/isPartOf/publishingPrinciples": "https://desk.example/ethics",
    }


def test_two_labels_that_are_the_same_are_told_and_the_first_is_taken():
    ratings = [{"id": "no", "names": {"en": "False"}}, {"id": "nope", "names": {"en": "False"}}]
    again, findings = one(body_of(made(rating_scale={"ratings": ratings}, verdict={"rating": "nope"})))
    assert again.verdicts[0].rating == "no"
    (finding,) = findings
    assert (finding.rule, finding.stood, finding.made) == ("claimreview-not-told-apart", "False", "no")


EVIDENCE = [
    {"source": "s1", "stance": "context"},
    {"source": "s1", "stance": "refutes", "note": "It says round."},
    {"source": "s1", "stance": "supports", "quotation": {"exact": "flat"}},
    {"source": "s1", "stance": "context", "note": "Old."},
]


def test_a_source_on_both_sides_comes_back_with_each_note_where_it_belongs():
    fact_check = made(verdict={"evidence": EVIDENCE}, sources=[{"id": "s1"}])
    assert one(body_of(fact_check)) == (fact_check, [])


def test_evidence_of_which_nothing_tells_the_side_is_left_out_and_told():
    review = exported(made(verdict={"evidence": EVIDENCE}, sources=[{"id": "s1"}]))
    for notes in ("positiveNotes", "negativeNotes"):
        del review[notes]["position"]
    again, findings = one(json.dumps(review).encode())
    assert [each.note for each in again.verdicts[0].evidence] == ["Old."]
    assert {"/citation/2/hasPart/text", "/negativeNotes/name", "/positiveNotes/item/@id"} <= {
        finding.path for finding in findings
    }


@pytest.mark.parametrize(
    ("authors", "reached"),
    [
        (["a"], ["desk"]),
        (["desk"], ["desk", "a"]),
        (["desk", "a"], ["a"]),
        (["desk", "a"], []),
        (["desk"], []),
        ([], ["desk"]),
    ],
)
def test_who_reached_a_verdict_comes_back_beside_who_wrote_the_page(authors, reached):
    fact_check = made(
        authors=authors, verdict={"authors": reached}, agents=[{"id": "a", "kind": "person", "name": "A"}]
    )
    assert one(body_of(fact_check))[0] == fact_check


def test_reviewers_and_claims_keep_their_order():
    people = [{"id": "a", "kind": "person", "name": "A"}, {"id": "o", "kind": "organisation", "name": "O"}]
    claims = [{"id": f"c{number}", "text": "One."} for number in range(4)]
    verdicts = [{"id": f"v{number}", "claim": f"c{number}", "rating": "no"} for number in (3, 1)]
    for reviewers in (["a", "o"], ["o", "a"], ["o", "a", "o"]):
        fact_check = made(agents=people, reviewers=reviewers, claims=claims, verdicts=verdicts)
        assert one(body_of(fact_check))[0] == fact_check


def edited(fact_check, **changes):
    reviews = exported(fact_check, graph=True)
    for pointer, value in changes.items():
        *steps, last = pointer.split("/")
        place = reviews["@graph"]
        for step in steps:
            place = place[int(step) if step.isdigit() else step]
        place[last] = value
    return one(json.dumps(reviews).encode())


def test_what_says_otherwise_than_the_rest_is_told_where_it_stands():
    full = full_fact_check()
    again, findings = edited(
        full, **{"1/headline": "Another headline", "1/publisher/alternateName": ["D", "Desk alternative"]}
    )
    assert again == carried(full)
    told = {finding.path: (finding.rule, finding.stood) for finding in findings if not unsaid(finding)}
    assert told == {
        "/@graph/1/headline": ("claimreview-says-otherwise", "Another headline"),
        "/@graph/1/publisher/alternateName/0": ("claimreview-says-otherwise", "D"),
    }


def test_what_was_added_to_it_is_told():
    added = {
        "1/wordCount": 7,
        "0/itemReviewed/appearance/hasPart/spokenByCharacter/name": "X",
        "0/isPartOf/thumbnail": [],
    }
    again, findings = edited(full_fact_check(), **added)
    assert again == carried(full_fact_check())
    told = {finding.path: finding.rule for finding in findings if not unsaid(finding)}
    assert told == {f"/@graph/{path}": "claimreview-not-carried" for path in added}


def test_a_review_alone_is_read_with_what_it_says():
    _, second = exported(full_fact_check())
    body = json.dumps(second).encode()
    again, findings = one(body)
    full = carried(full_fact_check())
    assert again.claims == (full.claims[1],)
    assert set(again.sources) <= set(full.sources)
    assert (again.id, again.publisher, again.policies) == (full.id, full.publisher, full.policies)
    places = {finding.path for finding in findings}
    told = set(told_in(again))
    lost = [(place, value) for place, value in leaves(body) if place not in places and value not in told]
    assert lost == []


def told_in(fact_check):
    """Every value of a fact-check, and the ids of its parts as they stand in markup."""
    for _, value in leaves(fact_check.model_dump_json()):
        yield from (value, fact_check.iri(value), value.removeprefix("sha256:"))
    yield fact_check.id
    for number in (1, 2, 3, 4, 5):
        yield str(number)
    yield from ("https://schema.org/StagedContent", "Obsolete")


def test_markup_of_others_on_a_page_of_its_own_is_not_taken_for_ours():
    review = REVIEW | {
        "@id": "https://desk.example/checks/rain#claimreview",
        "isPartOf": {"@type": "WebPage", "@id": "https://desk.example/checks/rain", "headline": "Did it rain?"},
    }
    again, _ = one(json.dumps(review).encode())
    assert again.url == REVIEW["url"]
    assert again.agents[0].name == "The Desk"


def test_a_review_that_stands_there_twice_is_read_once():
    review = exported(made())
    assert one(json.dumps([review, review]).encode()) == (made(), [])


def test_a_correction_at_thousands_of_reviews_takes_no_longer_than_they_are_long():
    review = exported(made())
    text = [
        {"@type": "CorrectionComment", "@id": f"https://desk.example/1#k{each}", "text": "We erred."}
        for each in range(1500)
    ]
    page = review["isPartOf"] | {"correction": [each | {"datePublished": "2016"} for each in text]}
    others = [{**review, "@id": f"https://desk.example/1#w{each}"} for each in range(1500)]
    again, findings = one(json.dumps([review | {"isPartOf": page}, *others]).encode())
    assert (len(again.verdicts), len(again.corrections)) == (1501, 1500)
    assert "/1500/isPartOf/headline" in {finding.path for finding in findings}
