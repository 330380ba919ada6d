"""The Web Annotation importer on annotations of others: what comes of them, and that nothing gets lost on the way."""

import json
from typing import ClassVar

import pytest
import webannotation_samples as samples
from factcheck_webannotation.importer import WebAnnotationImporter
from webannotation_samples import CONTEXT, PAGE, hypothesis, on, one, position, quote, read

import factcheck
from factcheck.strict_json import leaves
from factcheck.testing import ImporterContract

# What only says what something is; that each of these counts, too, is tested below.
STRUCTURE = {"@context", "type", "motivation", "purpose", "id", "tags", "references"}
REFERRED = {"https://desk.example/a1", "https://desk.example/a3"}


class TestContract(ImporterContract):
    importer = WebAnnotationImporter()
    samples: ClassVar = {name: samples.as_json(value) for name, value in samples.SAMPLES.items()}

    def leaves(self, body):
        for place, leaf in leaves(json.loads(body), ""):
            said = leaf if isinstance(leaf, str) else json.dumps(leaf)
            if not STRUCTURE.intersection(place.split("/")) and said != "claim" and said not in REFERRED:
                yield place, said


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_every_leaf_counts(name):
    whole = json.dumps(samples.SAMPLES[name])
    before = [tuple(record) for record in read(json.loads(whole))]
    for place, _ in leaves(json.loads(whole), ""):
        value = [json.loads(whole)]
        holder, steps = value, ["0", *place.split("/")[1:]]
        for step in steps[:-1]:
            holder = holder[int(step) if isinstance(holder, list) else step]
        holder[int(steps[-1]) if isinstance(holder, list) else steps[-1]] = "something else"
        try:
            after = [tuple(record) for record in read(value[0])]
        except factcheck.ReadingError:
            continue
        assert after != before, place


def found(findings, rule):
    return [(each.path, each.stood, each.made) for each in findings if each.rule == f"webannotation-{rule}"]


def test_a_search_of_hypothesis():
    fact_check, findings = one(samples.SEARCH)
    (claim,) = fact_check.claims
    assert claim.text == "It rained ten days in March."
    (appearance,) = claim.appearances
    words = appearance.quotation
    assert (words.exact, words.prefix, words.start, words.end) == ("ten wet days\n", "There were ", 104, 117)
    (page, gauge) = fact_check.sources
    assert (page.url, page.title, gauge.title) == (PAGE, "Rain in March", "Gauge")
    (verdict,) = fact_check.verdicts
    assert fact_check.rating_scale.ratings[0].names["und"] == "Mostly false"
    assert (verdict.explanation, verdict.published) == ("The gauge says two.", "2026-03-01T10:00:00+00:00")
    (evidence,) = verdict.evidence
    assert (evidence.stance, evidence.source, evidence.quotation.exact) == ("refutes", gauge.id, "2 days")
    assert [agent.name for agent in fact_check.agents] == ["Ana Example"]
    assert ("/rows/0/tags/1", "weather", None) in found(findings, "not-carried")
    assert ("/rows/0/target/0/selector/0/startContainer", "/div[1]/p[2]", None) in found(findings, "not-carried")


def test_annotations_of_recogito_count_as_javascript_does():
    fact_check, findings = one(samples.RECOGITO)
    assert fact_check.claims[0].text == "It rained on every day."
    words = fact_check.claims[0].appearances[0].quotation
    assert (words.exact, words.start, words.end) == ("each day 🌧", 20, 30)
    assert found(findings, "code-units") == [("/0/target/0/selector/1/end", "31", "30")]


def test_a_collection_of_the_standard():
    fact_check, findings = one(samples.W3C)
    assert fact_check.id == "https://desk.example/rain/annotations"
    assert (fact_check.headline, fact_check.language) == ("Did it rain?", "en")
    assert fact_check.licence == "https://creativecommons.org/licenses/by/4.0/"
    (claim,) = fact_check.claims
    assert (claim.text, claim.language) == ("Llovió ayer.", "es")
    urls = {source.id: source.url for source in fact_check.sources}
    assert [urls[each.source] for each in claim.appearances] == [PAGE, "https://other.example/copy"]
    assert fact_check.sources[0].archived_url == "https://archive.example/rain"
    (verdict,) = fact_check.verdicts
    assert verdict.explanation == "Nobody measured."
    assert [(each.stance, urls[each.source]) for each in verdict.evidence] == [
        ("context", "https://data.example/gauge")
    ]
    left = {path: stood for path, stood, _ in found(findings, "not-carried")}
    assert left["/first/items/0/target/selector/refinedBy/exact"] == "ayer"
    assert left["/first/items/3/target/selector/value"] == "row=3"
    assert left["/first/items/4/body/items/1"] == "https://desk.example/two"
    (message,) = (each.message for each in findings if each.path == "/first/next")
    assert message == "nothing is fetched: what stands there is not here"


def test_words_that_nobody_tagged_are_taken_for_claims_in_the_open():
    fact_check, findings = one(samples.UNTAGGED)
    assert fact_check.claims[0].text == "It rained."
    assert found(findings, "taken-for-claim") == [("", None, None)]
    assert ("/bodyValue", "check this", None) in found(findings, "not-carried")


def test_where_one_is_tagged_no_other_is_taken():
    fact_check, _ = one([hypothesis("a", tags=["Claim"], text="x"), hypothesis("b", target=on(quote("y")))])
    assert [claim.text for claim in fact_check.claims] == ["x"]


def test_one_claim_on_two_pages_is_one_claim():
    rows = [
        hypothesis("a", tags=["claim"], text="x"),
        hypothesis("b", tags=["claim"], text="x", uri="https://b.example/"),
    ]
    fact_check, _ = one({"rows": rows})
    (claim,) = fact_check.claims
    assert len(claim.appearances) == len(fact_check.sources) == 2


def test_a_label_on_the_claim_itself_is_a_verdict():
    fact_check, _ = one([hypothesis("a", tags=["claim", "rating: Faux"], text="x")], language="fr")
    assert fact_check.verdicts[0].claim == fact_check.claims[0].id
    assert fact_check.rating_scale.ratings[0].names["fr"] == "Faux"


def test_several_labels_are_none():
    fact_check, findings = one([hypothesis("a", tags=["claim", "rating: A", "rating: B"], text="x")])
    assert fact_check.verdicts == ()
    assert [path for path, *_ in found(findings, "ambiguous")] == ["/0/tags/1", "/0/tags/2"]


def test_a_label_for_several_claims_is_told():
    rows = [
        {"type": "Annotation", "id": f"https://desk.example/{name}", "target": target,
         "body": [{"type": "TextualBody", "value": value, "purpose": purpose}
                  for value, purpose in ((tag, "tagging"), (f"Words of {name}", "commenting"))]}
        for name, tag, target in (
            ("one", "claim", PAGE),
            ("two", "claim", PAGE),
            ("both", "verdict: False", ["https://desk.example/one", "https://desk.example/two"]),
        )
    ]  # fmt: skip
    fact_check, findings = one(rows)
    assert [claim.text for claim in fact_check.claims] == ["Words of one", "Words of two"]
    assert fact_check.verdicts == ()
    assert found(findings, "ambiguous") == [("/2/body/0/value", "verdict: False", None)]


def test_labels_that_end_alike_stay_apart():
    rows = [
        hypothesis(str(n), tags=["claim", f"rating: {label}"], text=str(n))
        for n, label in enumerate(["错", "對", "No!", "no", "no 3"])
    ]
    fact_check, _ = one({"rows": rows})
    names = {rating.id: rating.names["und"] for rating in fact_check.rating_scale.ratings}
    assert [names[each.rating] for each in fact_check.verdicts] == ["错", "對", "No!", "no", "no 3"]


@pytest.mark.parametrize("references", [[], ["nowhere"], ["b"]])
def test_evidence_that_leads_to_no_verdict_is_told(references):
    rows = [
        hypothesis("a", tags=["claim"], text="x"),
        hypothesis("b", tags=["refutes"], text="no", references=references),
    ]
    fact_check, findings = one({"rows": rows})
    assert fact_check.verdicts == ()
    assert found(findings, "not-linked") == [("/rows/1/tags/0", "refutes", None)]


def test_evidence_for_a_claim_is_for_its_one_verdict():
    rows = [
        hypothesis("a", tags=["claim", "verdict: False"], text="x"),
        hypothesis("b", tags=["refutes"], text="no", references=["a"]),
    ]
    fact_check, _ = one({"rows": rows})
    assert [each.note for each in fact_check.verdicts[0].evidence] == ["no"]


@pytest.mark.parametrize(
    ("exact", "start", "end", "rule", "made"),
    [
        ("rain", 4, 8, None, (4, 8)),
        ("rain", 4, 9, "position", (4, 9)),
        ("🌧🌧", 4, 6, "astral", (4, 6)),
        ("🌧🌧", 4, 8, "code-units", (4, 6)),
        ("🌧🌧", 4, 7, "position", (4, 7)),
    ],
)
def test_positions_are_code_points_as_far_as_can_be_told(exact, start, end, rule, made):
    fact_check, findings = one([hypothesis("a", tags=["claim"], target=on(quote(exact), position(start, end)))])
    words = fact_check.claims[0].appearances[0].quotation
    assert (words.start, words.end) == made
    told = {each.rule for each in findings} & {f"webannotation-{each}" for each in ("position", "astral", "code-units")}
    assert told == ({f"webannotation-{rule}"} if rule else set())


@pytest.mark.parametrize(("start", "end"), [(8, 4), (-1, 3), (4, 4), (True, 5), ("4", "8"), (4.5, 8), (None, 8)])
def test_positions_that_are_none_are_left_out_and_told(start, end):
    fact_check, findings = one([hypothesis("a", tags=["claim"], target=on(quote("rain"), position(start, end)))])
    assert fact_check.claims[0].text == "rain"
    places = {each.path for each in findings}
    assert {"/0/target/0/selector/1/start", "/0/target/0/selector/1/end"} <= places


def test_two_quotations_of_one_place_that_differ_are_none():
    fact_check, findings = one([hypothesis("a", tags=["claim"], text="x", target=on(quote("one"), quote("two")))])
    assert fact_check.claims[0].appearances[0].quotation is None
    assert {stood for _, stood, _ in found(findings, "ambiguous")} == {"one", "two"}


def test_two_titles_of_one_page_are_told():
    rows = [
        hypothesis("a", tags=["claim"], text="x"),
        hypothesis("b", tags=["claim"], text="y", document={"title": ["Snow"]}),
    ]
    fact_check, findings = one({"rows": rows})
    assert [each.title for each in fact_check.sources] == ["Rain in March"]
    assert found(findings, "ambiguous") == [("/rows/1/document/title/0", "Snow", None)]


def test_what_is_no_page_on_the_web_is_a_source_that_is_described():
    fact_check, _ = one([hypothesis("a", tags=["claim"], text="x", uri="urn:x-pdf:1234", target=[])])
    assert (fact_check.sources[0].url, fact_check.sources[0].description) == (None, "urn:x-pdf:1234")


def test_two_annotations_of_one_id_are_told():
    rows = [hypothesis("a", tags=["claim"], text="x"), hypothesis("a", tags=["claim"], text="y")]
    fact_check, findings = one({"rows": rows})
    assert len(fact_check.claims) == 2
    assert found(findings, "doubled-id") == [("/rows/1/id", "a", None)]


@pytest.mark.parametrize(
    ("creator", "agents"),
    [
        ({"name": "Ana", "type": "Person", "homepage": "https://ana.example/"}, [("person", "Ana")]),
        ({"name": "Desk", "type": ["Organization"]}, [("organisation", "Desk")]),
        ([{"name": "Ana"}, {"name": "Ben", "type": "Person"}], [("person", "Ana"), ("person", "Ben")]),
        ("acct:ana@annotator.example", [("person", "acct:ana@annotator.example")]),
        ("https://ana.example/", []),
        ({"name": "Robot", "type": "Software"}, []),
        ({"id": "https://ana.example/"}, []),
        (7, []),
    ],
)
def test_who_made_an_annotation(creator, agents):
    mark = {"@context": CONTEXT, "type": "Annotation", "creator": creator, "target": on(quote("x"))}
    fact_check, _ = one(mark)
    assert [(each.kind, each.name) for each in fact_check.agents] == agents
    assert len(fact_check.authors) == len(agents)


@pytest.mark.parametrize(
    ("field", "value"), [("id", "https://desk.example/#part"), ("label", "x y " * 1000), ("language", "not a tag")]
)
def test_what_a_fact_check_cannot_be_called_is_told(field, value):
    fact_check, findings = one({**samples.W3C, field: value})
    assert fact_check is not None
    ((path, stood, _),) = found(findings, "invalid-value")
    assert path == f"/{field}"
    assert value.startswith(stood.rstrip("…"))


def test_the_language_that_all_comments_have_is_that_of_the_whole():
    body = {"type": "TextualBody", "value": "Regnet det?", "language": "nb"}
    tag = {"type": "TextualBody", "value": "claim", "purpose": "tagging"}
    fact_check, findings = one({"@context": CONTEXT, "type": "Annotation", "body": [body, tag], "target": PAGE})
    assert fact_check.language == "nb"
    assert "/body/0/language" not in {each.path for each in findings}
    assert one(samples.UNTAGGED, language="nn")[0].language == "nn"


def test_lists_of_collections_are_a_fact_check_each():
    records = read([samples.W3C, {**samples.W3C, "id": "https://desk.example/other"}])
    assert [record.place for record in records] == ["/0", "/1"]
    assert [record.fact_check.id for record in records] == [samples.W3C["id"], "https://desk.example/other"]


@pytest.mark.parametrize("value", [{}, [], "Annotation", {"type": "AnnotationCollection"}, {"rows": [{"uri": 7}]}, [1]])
def test_where_no_annotation_is_that_is_an_error(value):
    with pytest.raises(factcheck.ReadingError) as caught:
        read(value)
    assert [each.rule for each in caught.value.findings] == ["webannotation-none"]


def test_annotations_without_a_claim_make_no_fact_check_and_are_told():
    (record,) = read([hypothesis("a", text="nice")])
    assert record.fact_check is None
    assert record.findings[0].rule == "webannotation-no-claim"
    assert {"/0/text", "/0/uri", "/0/id"} <= {each.path for each in record.findings}


def test_findings_have_line_and_column():
    source = factcheck.Input.of(samples.as_json(samples.SEARCH), "search.json")
    importer = WebAnnotationImporter()
    (record,) = importer.read(source, importer.options())
    locate = importer.locator(source)
    tag = next(locate(each) for each in record.findings if each.path == "/rows/0/tags/1")
    assert (tag.line, tag.column) == (16, 5)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (b'{"a": 1,\n "a": 2}', (2, 2)),
        (b'{"type": "Annotation"', (1, 22)),
        (b'\n{"a": 1e400}', (2, 7)),
        (b"\xff", (1, 1)),
    ],
)
def test_what_is_no_json_is_told_with_its_place(body, place):
    with pytest.raises(factcheck.ReadingError) as caught:
        read(body)
    (finding,) = caught.value.findings
    assert (finding.rule, finding.line, finding.column) == ("webannotation-json", *place)
