"""The Web Annotation exporter: what it writes, and that nothing gets lost on the way."""

import json
from pathlib import Path

import pytest
from factcheck_webannotation.exporter import WebAnnotationExporter, WebAnnotationOptions
from factcheck_webannotation.vocabulary import CONTEXT
from full_samples import changed

import factcheck
from factcheck import Document, FactCheck
from factcheck.testing import ExporterContract, full_fact_check

EXAMPLE = Path(__file__).parents[1] / "examples" / "taliban-russia-2015" / "factcheck.yaml"
EXPORTER = WebAnnotationExporter()
MOTIVATIONS = {"assessing", "describing", "identifying", "linking"}


def export(fact_check: FactCheck, **options) -> Document:
    return EXPORTER.export(fact_check, WebAnnotationOptions(**options))


def collection(fact_check: FactCheck, **options):
    return json.loads(export(fact_check, **options).body)


def annotation(written, part):
    (found,) = (each for each in written["first"]["items"] if each["id"].endswith(f"#{part}"))
    return found


class TestContract(ExporterContract):
    exporter = EXPORTER


@pytest.fixture(scope="module")
def example():
    return factcheck.load(EXAMPLE)


def test_the_example_is_valid_and_as_before(example, golden):
    document = export(example)
    assert EXPORTER.validate(document) == []
    golden("taliban-russia-2015.anno.jsonld", document.body)


def test_the_full_fact_check_is_valid_and_as_before(golden):
    document = export(full_fact_check())
    assert EXPORTER.validate(document) == []
    golden("full.anno.jsonld", document.body)


def test_a_collection_says_what_the_fact_check_is():
    made = collection(full_fact_check())
    assert made["@context"] == CONTEXT
    assert made["type"] == "AnnotationCollection"
    assert made["label"] == "Full headline"
    assert made["rights"] == "https://licence.example/fact-check"
    assert made["creator"] == {"id": "https://desk.example/2015/full#writer", "type": "Person", "name": "Writer name"}
    assert made["total"] == len(made["first"]["items"]) == 10
    assert {each["motivation"] for each in made["first"]["items"]} == MOTIVATIONS


def test_an_appearance_is_on_the_words_of_its_page():
    made = annotation(collection(full_fact_check()), "one-at-first")
    assert made["body"][0]["source"] == "https://desk.example/2015/full#one"
    assert made["body"][1]["value"] == "One claim text"
    (target,) = made["target"]
    assert target["source"] == "https://source.example/first"
    assert target["describedBy"] == "https://desk.example/2015/full#first"
    assert target["selector"] == [
        {
            "type": "TextQuoteSelector",
            "exact": "One first quoted words",
            "prefix": "One first words before ",
            "suffix": " One first words after",
        },
        {"type": "TextPositionSelector", "start": 100, "end": 122},
    ]


def test_a_verdict_is_on_the_claim_with_its_label_as_a_tag_and_the_reasons():
    made = annotation(collection(full_fact_check()), "v1")
    assert made["target"] == [{"type": "SpecificResource", "source": "https://desk.example/2015/full#one"}]
    said = [(each["purpose"], each.get("value") or each["source"]) for each in made["body"]]
    assert said == [
        ("classifying", "https://desk.example/2015/full#rated-false"),
        ("tagging", "False label"),
        ("assessing", "V1 explanation"),
    ]


def test_a_claim_is_on_each_page_that_it_stands_in_once():
    made = annotation(collection(full_fact_check()), "one")
    assert [each["source"] for each in made["target"]] == [
        "https://source.example/first",
        "https://source.example/second",
    ]


def test_a_claim_that_stands_nowhere_is_on_the_fact_check():
    made = annotation(collection(changed(claims__0__appearances=[])), "one")
    assert [each["source"] for each in made["target"]] == ["https://desk.example/full-page"]


def test_a_source_without_an_address_is_targeted_by_its_own_iri():
    made = annotation(collection(changed(sources__0__url=None)), "one-at-first")
    assert made["target"][0]["source"] == made["target"][0]["describedBy"] == "https://desk.example/2015/full#first"


def test_an_appearance_without_an_id_has_one_that_no_part_can_have():
    made = collection(changed(claims__0__appearances__0__id=None))
    assert annotation(made, "one.appearance.1")["motivation"] == "identifying"


@pytest.mark.parametrize(
    ("published", "created"),
    [
        ("2016-01-02T10:00:00+03:00", "2016-01-02T07:00:00Z"),
        ("2016-01-02T10:00:00Z", "2016-01-02T10:00:00Z"),
        ("2016-01-02T10:00:00", None),
        ("2016-01-02", None),
        ("2016-01~", None),
        ("2015/2016", None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_an_instant_alone_is_a_date_of_the_standard(published, created):
    made = collection(changed(published=published))
    assert made.get("created") == created
    assert made["datePublished"] == published
    assert annotation(made, "one").get("created") == created


@pytest.mark.parametrize(
    ("archived", "accessed", "state"),
    [
        (
            "https://web.archive.org/web/20151224101112/https://source.example/",
            "2015-12-25",
            {"sourceDate": "2015-12-24T10:11:12Z"},
        ),
        ("https://archive.example/a", "2015-12-25T09:00:00Z", {"sourceDate": "2015-12-25T09:00:00Z"}),
        (
            "https://archive.example/a",
            "2015-12-25",
            {"sourceDateStart": "2015-12-24T10:00:00Z", "sourceDateEnd": "2015-12-26T11:59:59Z"},
        ),
        (
            "https://archive.example/a",
            "2016-02",
            {"sourceDateStart": "2016-01-31T10:00:00Z", "sourceDateEnd": "2016-03-01T11:59:59Z"},
        ),
        (None, "2015-12-25T09:00:00Z", {"sourceDate": "2015-12-25T09:00:00Z"}),
        ("https://archive.example/a", "2015~", None),
        ("https://web.archive.org/web/20159924101112/https://source.example/", None, None),
        (None, None, None),
    ],
)
def test_the_state_of_a_page_is_the_copy_and_when_it_was_made_or_read(archived, accessed, state):
    made = annotation(
        collection(changed(sources__0__archived_url=archived, sources__0__accessed=accessed)), "one-at-first"
    )
    cached = {"cached": archived} if archived else {}
    assert made["target"][0].get("state") == (state and {"type": "TimeState", **state, **cached})


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("az-Arab", "rtl"),
        ("ur-Latn", None),
        ("prs", "rtl"),
        ("ary", "rtl"),
        ("es", None),
        ("und", None),
    ],
)
def test_words_that_run_from_right_to_left_say_so(language, direction):
    made = annotation(collection(changed(claims__0__language=language)), "one")
    assert made["body"][0]["language"] == language
    assert made["body"][0].get("textDirection") == direction


def test_who_is_not_named_has_no_name():
    agents = {each["id"].rpartition("#")[2]: each for each in collection(full_fact_check())["mentions"]}
    assert agents["nobody"]["type"] == "Group"
    assert "name" not in agents["nobody"]
    assert agents["movement"]["type"] == "Group"
    assert agents["desk"]["type"] == "Organization"


def test_pages_follow_each_other():
    document = export(full_fact_check(), page_size=4)
    assert EXPORTER.validate(document) == []
    made = json.loads(document.body)
    pages = [made["first"], *made["@included"]]
    assert [len(page["items"]) for page in pages] == [4, 4, 2]
    assert [page["startIndex"] for page in pages] == [0, 4, 8]
    assert [page.get("next") for page in pages] == [pages[1]["id"], pages[2]["id"], None]
    assert [page.get("prev") for page in pages] == [None, pages[0]["id"], pages[1]["id"]]
    assert made["last"] == pages[-1]["id"]
    assert made["total"] == 10


def test_targets_and_bodies_have_the_shapes_that_annotation_tools_read(example):
    """Of Hypothesis' API `target[].selector[].type`; of Recogito's W3C adapter both selectors, and bodies and creator as objects."""
    for item in collection(example)["first"]["items"]:
        assert item["type"] == "Annotation"
        assert isinstance(item["creator"], dict)
        assert item["creator"]["name"]
        assert all(isinstance(body, dict) and isinstance(body["type"], str) for body in item["body"])
        for target in item["target"]:
            assert target["source"].startswith("https://")
            types = [selector["type"] for selector in target.get("selector", [])]
            assert types in ([], ["TextQuoteSelector", "TextPositionSelector"])


def broken(change):
    made = collection(full_fact_check(), page_size=4)
    change(made)
    found = EXPORTER.validate(Document(EXPORTER.media_type, EXPORTER.suffix, json.dumps(made).encode()))
    return [(each.rule, each.path) for each in found]


@pytest.mark.parametrize(
    ("change", "rule", "path"),
    [
        (lambda made: made.update(total=9), "webannotation-pages", "/total"),
        (lambda made: made.update(last=made["first"]["id"]), "webannotation-pages", "/last"),
        (lambda made: made["first"].pop("next"), "webannotation-pages", "/first/next"),
        (lambda made: made["@included"][0].update(startIndex=3), "webannotation-pages", "/@included/0/startIndex"),
        (
            lambda made: made["first"]["items"][1].update(id=made["first"]["items"][0]["id"]),
            "webannotation-same-id",
            "/first/items/1/id",
        ),
        (lambda made: made["citation"].pop(1), "webannotation-dangling", "/first/items/2/target/0/describedBy"),
        (lambda made: made.update(nonsense=1), "webannotation-schema", ""),
        (lambda made: made["first"]["items"][0].pop("target"), "webannotation-schema", "/first/items/0"),
        (lambda made: made.update(created="2016-01-02"), "webannotation-schema", "/created"),
        (
            lambda made: made.update({"@context": "http://www.w3.org/ns/anno.jsonld"}),
            "webannotation-schema",
            "/@context",
        ),
    ],
)
def test_what_is_wrong_with_a_document_is_found_in_its_place(change, rule, path):
    assert (rule, path) in broken(change)
