"""Small fact-checks to try the ClaimReview exporter with."""

import json
from pathlib import Path

import factcheck_claimreview
from factcheck_claimreview.exporter import ClaimReviewExporter, ClaimReviewOptions

import factcheck

EXAMPLE = Path(__file__).parents[1] / "examples/taliban-russia-2015/factcheck.yaml"
EXPORTER = ClaimReviewExporter()
HOST = factcheck.Host([factcheck_claimreview])


def made(**fields):
    """A small fact-check with one claim and one verdict."""
    claim = {"id": "c1", "text": "The earth is flat."}
    verdict = {"id": "v1", "claim": "c1", "rating": "no"}
    whole = {
        "id": "https://desk.example/1",
        "url": "https://desk.example/flat",
        "headline": "Is the earth flat?",
        "language": "en",
        "published": "2015-12-28",
        "publisher": "desk",
        "agents": [{"id": "desk", "kind": "organisation", "name": "Desk"}, *fields.pop("agents", [])],
        "rating_scale": {
            "ratings": [
                {"id": "no", "names": {"en": "False"}, "number": 1},
                {"id": "yes", "names": {"en": "True"}, "number": 5},
                {"id": "open", "names": {"en": "Unproven"}},
            ]
        },
        "claims": [claim | fields.pop("claim", {})],
        "verdicts": [verdict | fields.pop("verdict", {})],
    }
    return factcheck.FactCheck.model_validate(whole | fields)


def exported(fact_check, **options):
    return json.loads(EXPORTER.export(fact_check, ClaimReviewOptions(**options)).body)


def errors(findings):
    return [str(finding) for finding in findings if finding.severity == "error"]


def nodes(value):
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from nodes(inner)
