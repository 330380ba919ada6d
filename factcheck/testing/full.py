"""A fact-check in which every field of the model is filled, each text with words found nowhere else."""

from typing import Any

from factcheck.model import FactCheck


def full_fact_check() -> FactCheck:
    """A fact-check with every field filled; nothing in it needs escaping in any format."""
    return FactCheck.model_validate(
        {
            "id": "https://desk.example/2015/full",
            "url": "https://desk.example/full-page",
            "headline": "Full headline",
            "summary": "Full summary",
            "body": "Full body, first paragraph.\n\nFull body, second paragraph.",
            "language": "en",
            "published": "2016-01-02",
            "modified": "2016-02-03",
            "publisher": "desk",
            "authors": ["writer"],
            "reviewers": ["reader"],
            "licence": "https://licence.example/fact-check",
            "policies": {
                name: f"https://desk.example/policy-{name}"
                for name in ("corrections", "methodology", "funding", "ethics", "feedback")
            },
            "topics": [_topic("Whole")],
            "rating_scale": {
                "name": "Scale name",
                "url": "https://desk.example/scale",
                "ratings": [
                    _rating("rated-false", "False label", "Étiquette fausse", 2, "false"),
                    _rating("rated-half", "Half label", "Étiquette moitié", 3, "mixed"),
                    _rating("rated-true", "True label", "Étiquette vraie", 4, "true"),
                    _rating("rated-unproven", "Unproven label", "Étiquette sans preuve", None, "unproven"),
                ],
                "worst": 1,
                "best": 5,
            },
            "agents": _agents(),
            "sources": [_source("first"), _source("second", copy_of=True), _source("third")],
            "claims": [_claim("one", "two"), _claim("two", "one")],
            "verdicts": [_verdict("v1", "one", "rated-false"), _verdict("v2", "two", "rated-half")],
            "corrections": [
                {"id": "k1", "published": "2016-02-01", "text": "First correction text", "parts": ["v1", "one"]},
                {"id": "k2", "published": "2016-02-03", "text": "Second correction text", "parts": ["v2"]},
            ],
        }
    )


def _agents() -> list[dict[str, Any]]:
    return [
        {"id": "desk", "kind": "organisation", **_named("Desk")},
        {"id": "writer", "kind": "person", **_named("Writer"), **_employed("Writer")},
        {"id": "reader", "kind": "person", **_named("Reader"), **_employed("Reader")},
        {"id": "speaker", "kind": "person", **_named("Speaker"), **_employed("Speaker")},
        {"id": "movement", "kind": "collective", **_named("Movement")},
        {
            "id": "nobody",
            "kind": "unnamed",
            "description": "Nobody description",
            "nature": "group",
            "same_as": ["https://identity.example/nobody"],
            "url": "https://home.example/nobody",
            **_employed("Nobody"),
        },
    ]


def _named(name: str) -> dict[str, Any]:
    return {
        "name": f"{name} name",
        "description": f"{name} description",
        "alternative_names": [f"{name} alternative", f"{name} other spelling"],
        "same_as": [f"https://identity.example/{name.lower()}"],
        "url": f"https://home.example/{name.lower()}",
    }


def _employed(name: str) -> dict[str, Any]:
    return {"job_title": f"{name} job", "affiliation": "desk"}


def _topic(name: str) -> dict[str, Any]:
    return {
        "name": f"{name} topic",
        "alternative_names": [f"{name} topic alternative"],
        "same_as": [f"https://identity.example/{name.lower()}-topic"],
    }


def _rating(identifier: str, english: str, french: str, number: float | None, category: str) -> dict[str, Any]:
    return {
        "id": identifier,
        "names": {"en": english, "fr": french},
        "number": number,
        "category": category,
        "definition": {"en": f"{english} definition", "fr": f"{french} définition"},
    }


def _source(identifier: str, *, copy_of: bool = False) -> dict[str, Any]:
    name = identifier.capitalize()
    return {
        "id": identifier,
        "kind": "article",
        "title": f"{name} source title",
        "description": f"{name} source description",
        "url": f"https://source.example/{identifier}",
        "archived_url": f"https://archive.example/{identifier}",
        "publisher": "movement",
        "authors": ["speaker"],
        "published": "2015-12-23",
        "modified": "2015-12-24",
        "accessed": "2015-12-25",
        "language": "fr",
        "licence": f"https://licence.example/{identifier}",
        "checksum": f"sha256:{len(identifier):064x}",
        "copy_of": {"source": "first", "kind": "syndicated", "note": "Copy note"} if copy_of else None,
    }


def _quotation(name: str, start: int) -> dict[str, Any]:
    exact = f"{name} quoted words"
    return {
        "exact": exact,
        "prefix": f"{name} words before ",
        "suffix": f" {name} words after",
        "start": start,
        "end": start + len(exact),
        "language": "de",
        "translated_from": "ru",
    }


def _claim(identifier: str, other: str) -> dict[str, Any]:
    name = identifier.capitalize()
    return {
        "id": identifier,
        "text": f"{name} claim text",
        "language": "es",
        "claimants": ["speaker", "movement", "nobody"],
        "made": "2015-12-22",
        "place": {"name": f"{name} place", "same_as": [f"https://identity.example/{identifier}-place"]},
        "occasion": f"{name} occasion",
        "interpreted_by": "writer",
        "appearances": [
            {
                "id": f"{identifier}-at-{source}",
                "source": source,
                "quotation": _quotation(f"{name} {source}", start),
                "first": source == "first",
                "attributed_to": f"{name} {source} attributed",
                "rendering": ["part", "translated"],
                "relays": [
                    {"by": "reader", "verb": f"{name} {source} said"},
                    {"by": "second", "verb": f"{name} {source} carried"},
                ],
            }
            for start, source in ((100, "first"), (200, "second"))
        ],
        "relations": [{"kind": "denies", "claim": other, "note": f"{name} relation note"}],
        "about": [_topic(name)],
        "media": [
            {
                "kind": "video",
                "url": f"https://media.example/{identifier}.mp4",
                "description": f"{name} media description",
                "authenticity": "staged",
                "original": f"https://media.example/{identifier}-original.mp4",
                "original_context": f"{name} media context",
            }
        ],
    }


def _verdict(identifier: str, claim: str, rating: str) -> dict[str, Any]:
    name = identifier.upper()
    return {
        "id": identifier,
        "claim": claim,
        "rating": rating,
        "explanation": f"{name} explanation",
        "authors": ["writer"],
        "published": "2016-01-03",
        "url": f"https://desk.example/full-page/{identifier}",
        "confidence": 0.75,
        "evidence": [
            {
                "id": f"{identifier}-evidence",
                "source": "second",
                "stance": "refutes",
                "quotation": _quotation(f"{name} evidence", 300),
                "note": f"{name} evidence note",
            }
        ],
        "history": [
            {
                "rating": "rated-true",
                "explanation": f"{name} earlier explanation",
                "published": "2016-01-01",
                "correction": "k1",
            }
        ],
    }
