"""A review as publishers write it, and how tests have it read."""

import json

import factcheck

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://desk.example/checks/rain",
    "headline": "Did it rain?",
    "inLanguage": "en",
    "datePublished": "2024-05-06",
    "claimReviewed": "It rained in May.",
    "author": {"@type": "Organization", "name": "The Desk", "url": "https://desk.example"},
    "reviewRating": {"@type": "Rating", "ratingValue": 1, "bestRating": 5, "worstRating": 1, "alternateName": "False"},
    "itemReviewed": {
        "@type": "Claim",
        "datePublished": "2024-05-01",
        "author": {"@type": "Person", "name": "A Speaker", "jobTitle": "Minister"},
        "appearance": [{"@type": "CreativeWork", "url": "https://news.example/1"}],
    },
}


def review(**changes):
    made = json.loads(json.dumps(REVIEW))
    made.update(changes)
    return made


def read(value, name="a.jsonld", **options):
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return list(factcheck.imports(factcheck.Input.of(body, name), "claimreview", options))


def one(value, **options):
    records = read(value, **options)
    (fact_check,) = [record.fact_check for record in records if record.fact_check]
    return fact_check, {finding.rule: finding for record in records for finding in record.findings}
