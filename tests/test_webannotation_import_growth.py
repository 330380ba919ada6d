"""Annotations that lead to each other, say the same or are nested: work grows in proportion to the document."""

import json

import pytest
from effort import growth
from factcheck_webannotation.importer import WebAnnotationImporter
from webannotation_samples import CONTEXT, PAGE, hypothesis, on, one, position, quote, read

import factcheck


def annotation(identifier, *body, target=PAGE, **more):
    return {"@context": CONTEXT, "id": identifier, "type": "Annotation", "body": list(body), "target": target, **more}


def tagged(value):
    return {"type": "TextualBody", "value": value, "purpose": "tagging"}


MANY = {
    "claims": lambda count: [hypothesis(str(n), tags=["claim"], text=f"text {n}") for n in range(count)],
    "the same claim": lambda count: [hypothesis(str(n), tags=["claim"], text="text") for n in range(count)],
    "pages": lambda count: [
        hypothesis(str(n), tags=["claim"], uri=f"https://n{n}.example/", text=f"{n}") for n in range(count)
    ],
    "the same id": lambda count: [hypothesis("a", tags=["claim"], text=f"{n}") for n in range(count)],
    "verdicts on one claim": lambda count: [
        hypothesis("a", tags=["claim"], text="x"),
        *(hypothesis(f"v{n}", tags=[f"verdict: {n}"], references=["a"]) for n in range(count)),
    ],
    "evidence for one claim": lambda count: [
        hypothesis("a", tags=["claim", "verdict: no"], text="x"),
        *(hypothesis(f"e{n}", tags=["refutes"], references=["a"]) for n in range(count)),
    ],
    "labels that end alike": lambda count: [
        hypothesis(f"a{n}", tags=["claim", f"verdict: {'!' * n}"], text=f"{n}") for n in range(count)
    ],
    "appearances of one claim": lambda count: [
        annotation("https://a.example/", tagged("claim"), target=on(quote("x"))),
        *(
            annotation(
                f"https://b.example/{n}", "https://a.example/", motivation="identifying", target=on(quote(f"{n}"))
            )
            for n in range(count)
        ),
    ],
    "annotations of each other": lambda count: [
        annotation(f"https://a.example/{n}", tagged("verdict: x"), target=f"https://a.example/{(n + 1) % count}")
        for n in range(count)
    ],
    "bodies": lambda count: [annotation("https://a.example/", *(tagged(f"verdict: {n}") for n in range(count)))],
    "links": lambda count: [annotation("https://a.example/", *(["https://a.example/"] * count), tagged("claim"))],
    "selectors": lambda count: [
        annotation(
            "https://a.example/", tagged("claim"), target=on(*(quote(f"{n}") for n in range(count)), position(1, 2))
        )
    ],
    "creators": lambda count: [
        annotation(
            "https://a.example/",
            tagged("claim"),
            target=on(quote("x")),
            creator=[{"name": f"{n % 7}"} for n in range(count)],
        )
    ],
}


@pytest.mark.parametrize("kind", MANY)
def test_work_grows_in_proportion(kind):
    assert growth(WebAnnotationImporter(), lambda count: json.dumps(MANY[kind](count)), 100) < 2.5


def own(count):
    """Our own document of a fact-check with so many claims, agents, sources and verdicts."""
    numbers = range(count)
    fact_check = {
        "id": "https://desk.example/many",
        "headline": "Many",
        "language": "en",
        "agents": [{"id": f"a{n}", "kind": "person", "name": f"A {n}"} for n in numbers],
        "sources": [{"id": f"s{n}", "url": f"https://s{n}.example/"} for n in numbers],
        "rating_scale": {"ratings": [{"id": f"r{n}", "names": {"en": f"R {n}"}} for n in numbers]},
        "claims": [{"id": f"c{n}", "text": f"C {n}", "appearances": [{"source": f"s{n}"}]} for n in numbers],
        "verdicts": [{"id": f"v{n}", "claim": f"c{n}", "rating": f"r{n}", "authors": [f"a{n}"]} for n in numbers],
    }
    return factcheck.export(factcheck.FactCheck.model_validate(fact_check), to="webannotation").text


def test_reading_back_grows_in_proportion():
    assert growth(WebAnnotationImporter(), own, 60) < 2.3


def test_a_circle_of_annotations_is_none_of_verdicts():
    (record,) = read(MANY["annotations of each other"](3))
    assert record.findings


def test_what_is_nested_too_deep_is_refused():
    body = b'{"@context": "http://www.w3.org/ns/anno.jsonld", "first": ' * 300 + b"1" + b"}" * 300
    with pytest.raises(factcheck.ReadingError) as caught:
        read(body)
    assert "within each other" in caught.value.findings[0].message


def test_pages_within_pages_are_read():
    value = annotation("https://a.example/", tagged("claim"), target=on(quote("x")))
    for _ in range(60):
        value = {"type": "AnnotationPage", "next": {"items": [value]}}
    fact_check, _ = one(value)
    assert fact_check.claims[0].text == "x"


def test_too_many_commas_are_refused():
    with pytest.raises(factcheck.ReadingError) as caught:
        read(b"[" + b"1," * 1_000_001 + b"1]")
    assert "commas" in caught.value.findings[0].message


def test_pointers_that_are_too_long_are_refused():
    value = {"k" * 1_000_000: [0] * 60}
    with pytest.raises(factcheck.ReadingError) as caught:
        read({"@context": CONTEXT, "x": value})
    assert "pointers" in caught.value.findings[0].message
