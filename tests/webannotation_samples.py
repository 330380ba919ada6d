"""Annotations as others write them, made up: of Hypothesis' API, of Recogito, and of the W3C's model in general."""

import json

from factcheck_webannotation.importer import WebAnnotationImporter, WebAnnotationImportOptions

import factcheck

PAGE = "https://news.example/rain"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def quote(exact, **more):
    return {"type": "TextQuoteSelector", "exact": exact, **more}


def position(start, end):
    return {"type": "TextPositionSelector", "start": start, "end": end}


def hypothesis(identifier, **fields):
    """One annotation as Hypothesis' API gives it."""
    return {
        "id": identifier,
        "created": "2026-03-01T10:00:00.123456+00:00",
        "updated": "2026-03-01T10:00:00.123456+00:00",
        "user": "acct:ana@annotator.example",
        "user_info": {"display_name": "Ana Example"},
        "uri": PAGE,
        "text": "",
        "tags": [],
        "group": "__world__",
        "permissions": {"read": ["group:__world__"], "admin": ["acct:ana@annotator.example"]},
        "target": [{"source": PAGE}],
        "document": {"title": ["Rain in March"]},
        "links": {"html": f"https://annotator.example/a/{identifier}"},
        "flagged": False,
        "hidden": False,
        **fields,
    }


def on(*selectors, source=PAGE):
    return [{"source": source, "selector": list(selectors)}]


RANGE = {
    "type": "RangeSelector",
    "startContainer": "/div[1]/p[2]",
    "startOffset": 4,
    "endContainer": "/div[1]/p[2]",
    "endOffset": 20,
}
SEARCH = {
    "total": 4,
    "rows": [
        hypothesis(
            "AAA",
            text="It rained ten days in March.",
            tags=["claim", "weather"],
            target=on(RANGE, position(104, 117), quote("ten wet days\n", prefix="There were ", suffix="in March")),
        ),
        hypothesis("BBB", text="The gauge says two.", tags=["Verdict: Mostly false"], references=["AAA"]),
        hypothesis(
            "CCC",
            uri="https://data.example/gauge",
            text="Two days above a millimetre.",
            tags=["refutes"],
            references=["AAA", "BBB"],
            document={"title": ["Gauge"]},
            target=on(quote("2 days"), source="https://data.example/gauge"),
        ),
        hypothesis("DDD", text="Nice page."),
    ],
}
RECOGITO = [
    {
        "@context": CONTEXT,
        "id": "1f3c",
        "type": "Annotation",
        "body": [
            {"type": "TextualBody", "value": "It rained on every day.", "purpose": "commenting"},
            {"type": "TextualBody", "value": "claim", "purpose": "tagging"},
        ],
        "creator": {"id": "https://people.example/ana", "name": "Ana Example", "type": "Person"},
        "created": "2026-03-01T10:00:00.000Z",
        "target": [
            {
                "id": "t1",
                "source": PAGE,
                "selector": [quote("each day 🌧", prefix="rain on ", suffix="."), position(20, 31)],
            }
        ],
    }
]
W3C = {
    "@context": CONTEXT,
    "id": "https://desk.example/rain/annotations",
    "type": "AnnotationCollection",
    "label": "Did it rain?",
    "language": "en",
    "rights": "https://creativecommons.org/licenses/by/4.0/",
    "creator": {"id": "https://desk.example/", "type": "Organization", "name": "The Desk"},
    "total": 5,
    "first": {
        "id": "https://desk.example/rain/annotations/1",
        "type": "AnnotationPage",
        "startIndex": 0,
        "next": "https://desk.example/rain/annotations/2",
        "items": [
            {
                "id": "https://desk.example/a1",
                "type": "Annotation",
                "motivation": "describing",
                "body": [
                    {"type": "TextualBody", "value": "Llovió ayer.", "language": "es", "purpose": "describing"},
                    {"type": "TextualBody", "value": "claim", "purpose": "tagging"},
                ],
                "target": {
                    "type": "SpecificResource",
                    "source": PAGE,
                    "state": {
                        "type": "TimeState",
                        "cached": "https://archive.example/rain",
                        "sourceDate": "2026-03-02T00:00:00Z",
                    },
                    "selector": {
                        "type": "XPathSelector",
                        "value": "/html/body/p[2]",
                        "refinedBy": quote("ayer"),
                    },
                },
            },
            {
                "id": "https://desk.example/a2",
                "type": "Annotation",
                "motivation": "identifying",
                "body": "https://desk.example/a1",
                "target": {"source": "https://other.example/copy", "selector": quote("Llovió")},
            },
            {
                "id": "https://desk.example/a3",
                "type": "Annotation",
                "motivation": "assessing",
                "created": "2026-03-03T00:00:00Z",
                "body": [
                    {"type": "TextualBody", "value": "Unproven", "purpose": "classifying"},
                    {
                        "type": "TextualBody",
                        "value": "Nobody measured.",
                        "purpose": "commenting",
                        "format": "text/plain",
                    },
                ],
                "target": "https://desk.example/a1",
            },
            {
                "id": "https://desk.example/a4",
                "type": "Annotation",
                "motivation": "linking",
                "body": [
                    {"type": "SpecificResource", "source": "https://desk.example/a3", "purpose": "linking"},
                    {"type": "TextualBody", "value": "context", "purpose": "tagging"},
                ],
                "target": {
                    "source": "https://data.example/gauge",
                    "selector": {"type": "FragmentSelector", "value": "row=3"},
                },
            },
            {
                "id": "https://desk.example/a5",
                "type": "Annotation",
                "body": {"type": "Choice", "items": ["https://desk.example/one", "https://desk.example/two"]},
                "target": [PAGE, {"id": "https://other.example/image.png", "type": "Image", "format": "image/png"}],
            },
        ],
    },
}
UNTAGGED = {
    "@context": CONTEXT,
    "type": "Annotation",
    "id": "urn:uuid:1",
    "bodyValue": "check this",
    "target": {"source": PAGE, "selector": [quote("It rained."), position(5, 15)]},
}
EXPORTED = {"export_date": "2026-03-04T00:00:00Z", "client_version": "1.0", "annotations": SEARCH["rows"][:2]}

SAMPLES = {
    "search.json": SEARCH,
    "recogito.json": RECOGITO,
    "collection.jsonld": W3C,
    "page.jsonld": {"@context": CONTEXT, **W3C["first"]},
    "annotation.jsonld": UNTAGGED,
    "exported.json": EXPORTED,
    "hypothesis.json": SEARCH["rows"][0],
}


def as_json(value):
    return json.dumps(value, indent=1, ensure_ascii=False).encode()


def read(value, **options):
    """The records of a value of JSON, or of bytes."""
    body = value if isinstance(value, bytes) else as_json(value)
    return list(WebAnnotationImporter().read(factcheck.Input.of(body), WebAnnotationImportOptions(**options)))


def one(value, **options):
    """The one fact-check of a value, and what was found."""
    (record,) = read(value, **options)
    return record.fact_check, record.findings
