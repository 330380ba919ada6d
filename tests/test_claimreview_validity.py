"""ClaimReview by the judgement of others: the schema.org vocabulary and shapes, a JSON-LD processor, and our schemas."""

import copy
import json
import runpy
from collections import Counter
from pathlib import Path

import orjson
import pytest
from claimreview_samples import EXAMPLE, EXPORTER, errors, exported, made
from factcheck_claimreview.exporter import ClaimReviewOptions
from factcheck_claimreview.vocabulary import AUTHENTICITY, MEDIA, POLICIES, SOURCES
from hypothesis import HealthCheck, given, settings
from pyld import jsonld
from pyshacl import validate
from rdflib import Graph
from schemaorg_vocabulary import SCHEMA_ORG, Vocabulary, nodes
from trying import examples

import factcheck
from factcheck import Document
from factcheck.model import Media, Policies, Source
from factcheck.testing import full_fact_check, strategies
from factcheck.testing.values import choices

# rdflib's own parser of JSON-LD makes the graph that rdflib warns about.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SHAPES = Path(__file__).parents[1] / "schemas/claimreview/claimreview.shacl.ttl"
JUDGE = Path(__file__).parents[1] / "../shared/judges/schemaorg_shapes.py"
SCHEMA = "http://schema.org/"
SOME = settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=examples(10), deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def example():
    return exported(factcheck.load(EXAMPLE))


@pytest.fixture(scope="module")
def vocabulary():
    if not SCHEMA_ORG.is_dir():
        pytest.skip("the schema.org vocabulary is not beside this repository")
    return Vocabulary(SCHEMA_ORG / "schemaorg-current-https.jsonld")


@pytest.fixture(scope="module")
def loader():
    if not SCHEMA_ORG.is_dir():
        pytest.skip("the schema.org context is not beside this repository")
    context = json.loads((SCHEMA_ORG / "schemaorgcontext.jsonld").read_text(encoding="utf-8"))

    def load(url, _options):
        assert url == "https://schema.org", f"nothing else is to be fetched: {url}"
        return {"contextUrl": None, "documentUrl": url, "document": context, "contentType": "application/ld+json"}

    return load


def enough(options=None):
    return exported(full_fact_check(), **(options or {}))


# --- the vocabulary ---------------------------------------------------------------------------


def test_every_property_is_valid_for_its_type(vocabulary, example):
    assert vocabulary.problems(example) == []
    assert vocabulary.problems(enough()) == []


def test_the_walk_finds_what_is_wrong(vocabulary):
    wrong = {
        "@type": "ClaimReview",
        "jobTitle": "editor",
        "author": {"@type": "Claim"},
        "url": "x y",
        "datePublished": "2015-12-28T",
        "reviewRating": {"@type": "Ratting"},
        "itemReviewed": {"@type": "Claim", "author": "somebody", "inLanguage": 1},
    }
    assert [problem.split(" does not take")[0] for problem in vocabulary.problems(wrong)] == [
        "ClaimReview has no jobTitle",
        "ClaimReview.author",
        "ClaimReview.url",
        "ClaimReview.datePublished",
        "ClaimReview.reviewRating",
        "Ratting is no type",
        "Claim.author",
        "Claim.inLanguage",
    ]


@SOME
@given(fact_check=strategies.fact_checks())
def test_every_property_is_valid_for_its_type_in_any_fact_check(vocabulary, fact_check):
    assert vocabulary.problems(exported(fact_check)) == []


@pytest.mark.judge
@MANY
@given(fact_check=strategies.fact_checks())
def test_every_property_is_valid_for_its_type_a_thousand_times(vocabulary, fact_check):
    assert vocabulary.problems(exported(fact_check)) == []


@pytest.mark.parametrize(
    ("table", "model", "field"),
    [
        (SOURCES, Source, "kind"),
        (MEDIA, Media, "kind"),
        (AUTHENTICITY, Media, "authenticity"),
    ],
)
def test_each_kind_of_the_model_has_its_term(table, model, field):
    assert set(table) == set(choices(model, field))


def test_each_policy_of_the_model_has_its_term():
    assert set(POLICIES) == set(Policies.model_fields)


# --- JSON-LD ----------------------------------------------------------------------------------


def lost(document, loader):
    """The properties that a JSON-LD processor drops, and how often."""
    expanded = jsonld.expand(document, {"documentLoader": loader})
    assert jsonld.expand(expanded) == expanded
    written = Counter(SCHEMA + name for node in nodes(document) for name in node if not name.startswith("@"))
    kept = Counter(name for node in nodes(expanded) for name in node if not name.startswith("@"))
    types = Counter(node["@type"] for node in nodes(document) if "@type" in node)
    kept_types = Counter(
        kind.removeprefix(SCHEMA) for node in nodes(expanded) if "@value" not in node for kind in node.get("@type", [])
    )
    return {**(written - kept), **(types - kept_types), **(kept - written)}


@pytest.mark.parametrize("options", [{}, {"graph": True}], ids=["list", "graph"])
def test_expansion_loses_nothing(loader, options):
    assert lost(enough(options), loader) == {}


def test_expansion_of_the_example_loses_nothing(loader, example):
    assert lost(example, loader) == {}


@FEW
@given(fact_check=strategies.fact_checks())
def test_expansion_of_any_fact_check_loses_nothing(loader, fact_check):
    assert lost(exported(fact_check), loader) == {}


# --- the official shapes ----------------------------------------------------------------------


@pytest.mark.judge
@pytest.mark.filterwarnings("ignore::pyshacl.errors.ShapeRecursionWarning")  # the official shapes lead in circles
def test_the_official_shapes_conform(example):
    if not JUDGE.exists():
        pytest.skip("the official shapes are not beside this repository")
    judge = runpy.run_path(str(JUDGE))
    shapes, classes = judge["shapes"]()
    for document in (example, enough(), enough({"graph": True})):
        bare = judge["vocabulary_only"](document)
        listed = bare if isinstance(bare, list) else bare["@graph"]
        data = graph_of(listed)
        # A page, its source, the author there, the publisher and its policies are deeper than pyshacl goes by itself.
        conforms, _, text = validate(data, shacl_graph=shapes, ont_graph=classes, max_validation_depth=40)
        assert len(data) > 100
        assert conforms, text


# --- our schema and our shapes ----------------------------------------------------------------


@pytest.fixture(scope="module")
def shapes():
    return Graph().parse(SHAPES)


def told_by_shapes(reviews, shapes):
    """What the shapes say of these reviews, as pairs of severity and message."""
    bare = json.loads(json.dumps(reviews).replace("https://schema.org/", SCHEMA), object_hook=without_context)
    _, report, _ = validate(graph_of(bare), shacl_graph=shapes)
    query = """PREFIX sh: <http://www.w3.org/ns/shacl#>
        SELECT ?severity ?message { ?result sh:resultSeverity ?severity ; sh:resultMessage ?message }"""
    return {(str(severity).partition("#")[2], str(message)) for severity, message in report.query(query)}


def graph_of(bare):
    document = {"@context": {"@vocab": SCHEMA}, "@graph": bare}
    return Graph().parse(data=json.dumps(document), format="json-ld")


def without_context(node):
    return {key: value for key, value in node.items() if key != "@context"}


def violations(reviews, shapes):
    return {message for severity, message in told_by_shapes(reviews, shapes) if severity == "Violation"}


def schema_findings(document):
    return EXPORTER.validate(Document(EXPORTER.media_type, EXPORTER.suffix, json.dumps(document).encode()))


def test_our_shapes_accept_what_we_write(shapes, example):
    assert violations(example, shapes) == set()
    assert told_by_shapes(enough(), shapes) == {
        ("Warning", "Google shows claimants by name; leave author out where nobody is known")
    }


def review(**changes):
    """A good review with these properties instead, None for those to leave out."""
    good = exported(made(claim={"made": "2015"}))
    rating = good["reviewRating"] | changes.pop("reviewRating", {})
    return without_none(good | {"reviewRating": rating} | changes)


def without_none(value):
    if not isinstance(value, dict):
        return value
    return {key: without_none(inner) for key, inner in value.items() if inner is not None}


MUTATIONS = {
    "no claimReviewed": {"claimReviewed": None},
    "empty claimReviewed": {"claimReviewed": " "},
    "a list as claimReviewed": {"claimReviewed": ["The earth is flat.", "It is a disc."]},
    "no url": {"url": None},
    "relative url": {"url": "/flat"},
    "url without scheme": {"url": "www.desk.example/flat"},
    "no label": {"reviewRating": {"alternateName": None}},
    "empty label": {"reviewRating": {"alternateName": ""}},
    "two labels": {"reviewRating": {"alternateName": ["False", "Wrong"]}},
    "a rating without its bounds": {"reviewRating": {"bestRating": None, "worstRating": None}},
    "bounds without a rating": {"reviewRating": {"ratingValue": None}},
    "no worst": {"reviewRating": {"worstRating": None}},
    "words as number": {"reviewRating": {"ratingValue": "three"}},
    "an empty number": {"reviewRating": {"bestRating": ""}},
    "minus one for no number": {"reviewRating": {"ratingValue": -1, "bestRating": -1, "worstRating": -1}},
    "worst below one": {"reviewRating": {"worstRating": 0}},
    "worst a little below one": {"reviewRating": {"worstRating": 0.5}},
    "best is worst": {"reviewRating": {"bestRating": 1}},
    "best below worst": {"reviewRating": {"bestRating": 1.5, "worstRating": 2, "ratingValue": 2}},
    "above best": {"reviewRating": {"ratingValue": 6}},
    "below worst": {"reviewRating": {"ratingValue": 1, "worstRating": 2}},
}


def test_the_review_that_is_changed_is_good(shapes):
    assert errors(schema_findings(review())) == []
    assert violations([review()], shapes) == set()


@pytest.mark.parametrize("changes", MUTATIONS.values(), ids=MUTATIONS)
def test_each_change_for_the_worse_is_refused_by_schema_and_shapes(shapes, changes):
    worse = review(**copy.deepcopy(changes))
    assert errors(schema_findings(worse))
    assert violations([worse], shapes)


def test_a_rating_as_text_and_no_rating_are_refused(shapes):
    for rating in ("False", None):
        worse = without_none(review() | {"reviewRating": rating})
        assert errors(schema_findings(worse))
        assert violations([worse], shapes)


def test_two_reviews_at_one_address_are_refused(shapes):
    reviews = [review(), review(**{"@id": "https://desk.example/1#v2"})]
    assert [(finding.rule, finding.path) for finding in schema_findings(reviews)] == [
        ("claimreview-same-url", "/1/url")
    ]
    assert violations(reviews, shapes) == {"two reviews on a page need two urls: give each its own anchor"}


@pytest.mark.parametrize("name", ["author", "datePublished"])
def test_what_is_recommended_is_missed_as_a_warning(shapes, name):
    lacking = review(**{name: None})
    missed = [(finding.rule, str(finding.severity)) for finding in schema_findings(lacking)]
    assert missed == [("claimreview-recommended", "warning")]
    assert violations([lacking], shapes) == set()
    assert any(f"{name} is recommended" in message for _, message in told_by_shapes([lacking], shapes))


@pytest.mark.judge
def test_real_markup_is_judged_and_never_stops_the_shapes(shapes):
    corpus = SCHEMA_ORG / "../corpus/claimreview.jsonl"
    if not corpus.exists():
        pytest.skip("the collection of markup is not beside this repository")
    lines = corpus.read_text(encoding="utf-8").splitlines()
    found = [violations([json.loads(line)["node"]], shapes) for line in lines if '"id": 1' not in line]
    assert sum(bool(each) for each in found) >= 3
    assert any("worstRating must be 1 at least" in each for each in found)


# --- what only `validate` says ----------------------------------------------------------------


def rules(document):
    return [(finding.rule, finding.path) for finding in schema_findings(document) if finding.severity == "error"]


def test_a_finding_points_at_its_place():
    assert ("claimreview-schema", "/reviewRating/ratingValue") in rules(review(reviewRating={"ratingValue": "1"}))
    second = review(**{"@id": "https://desk.example/1#v2", "url": "https://desk.example/2", "claimReviewed": ""})
    assert rules([review(), second]) == [("claimreview-schema", "/1/claimReviewed")]
    graph = {"@context": "https://schema.org", "@graph": [without_none(review() | {"@context": None})]}
    assert rules(graph) == []
    graph["@graph"][0]["reviewRating"]["bestRating"] = 1.5
    graph["@graph"][0]["reviewRating"]["ratingValue"] = 4
    assert rules(graph) == [("claimreview-rating-range", "/@graph/0/reviewRating")]


def test_a_pointer_is_escaped():
    assert rules(review(**{"a/b~c": 1}))[0][0] == "claimreview-schema"
    place = rules(review(isPartOf={"@type": "NewsArticle", "@id": "urn:x", "headline": "H", "url": "~/"}))
    assert place == [("claimreview-schema", "/isPartOf/url")]


def test_one_id_is_one_thing():
    confused = review()
    confused["itemReviewed"]["@id"] = confused["@id"]
    assert rules(confused) == [("claimreview-id-types", "/itemReviewed/@id")]
    assert ("claimreview-same-id", "/1/@id") in rules([review(), review(url="https://desk.example/2")])


def test_json_that_is_none_has_line_and_column():
    (finding,) = EXPORTER.validate(Document(EXPORTER.media_type, EXPORTER.suffix, b'{\n  "a": ]}'))
    assert (finding.rule, finding.line, finding.column) == ("claimreview-json", 2, 8)


@pytest.mark.parametrize("body", [b"{}", b"[]", b"1", b"null", b'"x"', b"[[]]", b'{"@graph": []}', b'{"@graph": 1}'])
def test_other_json_is_refused(body):
    assert errors(EXPORTER.validate(Document(EXPORTER.media_type, EXPORTER.suffix, body)))


@pytest.mark.parametrize("depth", [100, 500, 1000, 100_000])
def test_deep_nesting_is_refused_in_peace(depth):
    for opening, closing in ((b'{"a":', b"}"), (b"[", b"]")):
        body = opening * depth + b"1" + closing * depth
        assert errors(EXPORTER.validate(Document(EXPORTER.media_type, EXPORTER.suffix, body)))


@pytest.mark.parametrize("property_", ["isBasedOn", "translationOfWork"])
def test_a_long_chain_of_copies_is_walked(property_):
    work = {"@type": "Book", "@id": "https://desk.example/1#s"}
    for _ in range(60):
        work = {"@type": "Book", "@id": "https://desk.example/1#s", property_: work}
    assert rules(review(citation=work)) == []


def test_a_long_chain_of_copies_is_written():
    sources = [{"id": f"s{index}", "copy_of": {"source": f"s{index + 1}", "kind": "reposted"}} for index in range(300)]
    fact_check = made(sources=[*sources, {"id": "s300"}], claim={"appearances": [{"source": "s0"}]})
    document = EXPORTER.export(fact_check, ClaimReviewOptions())
    assert errors(EXPORTER.validate(document)) == []
    assert orjson.loads(document.body)["itemReviewed"]["appearance"]["isBasedOn"]["@id"].endswith("#s1")
