"""Answers of the Fact Check Tools API, and how tests have them read."""

import json

from factcheck_factchecktools.importer import FactCheckToolsImporter

from factcheck import Input

REVIEW = {
    "publisher": {"name": "The Desk", "site": "desk.example"},
    "url": "https://desk.example/rain",
    "title": "Did it rain?",
    "reviewDate": "2024-05-06T00:00:00Z",
    "textualRating": "Mostly false",
    "languageCode": "en",
}
CLAIM = {
    "text": "It rained in May.",
    "claimant": "A Speaker",
    "claimDate": "2024-05-01T00:00:00Z",
    "claimReview": [REVIEW],
}
OTHER = REVIEW | {
    "publisher": {"name": "Autre", "site": "autre.example"},
    "url": "https://autre.example/1",
    "languageCode": "fr",
}
MARKUP = {
    "claimReviewed": "It rained in May.",
    "claimDate": "2024-05-01",
    "claimLocation": "Hamburg",
    "claimFirstAppearance": "https://news.example/1",
    "claimAppearances": ["https://news.example/2"],
    "claimAuthor": {"name": "A Speaker", "jobTitle": "Minister", "sameAs": "https://people.example/1"},
    "rating": {
        "textualRating": "Mostly false",
        "ratingValue": 2,
        "worstRating": 1,
        "bestRating": 5,
        "ratingExplanation": "The gauges were dry.",
    },
}
PAGE = {
    "name": "pages/42",
    "pageUrl": "https://desk.example/rain",
    "publishDate": "2024-05-06",
    "claimReviewAuthor": {"name": "The Desk", "imageUrl": "https://desk.example/logo.png"},
    "claimReviewMarkups": [MARKUP],
    "versionId": "7",
}
ANSWERS = {
    "search.json": {"claims": [CLAIM, CLAIM | {"claimReview": [OTHER]}], "nextPageToken": "CAo"},
    "image.json": {"results": [{"claim": CLAIM}]},
    "claim.json": CLAIM,
    "list.json": [CLAIM, {"neither": 1}],
    "page.json": PAGE,
    "pages.json": {"claimReviewMarkupPages": [PAGE, PAGE | {"pageUrl": "https://desk.example/snow"}]},
}


def page(*markups, **changes):
    return PAGE | {"claimReviewMarkups": list(markups or [MARKUP])} | changes


def markup(**changes):
    return MARKUP | changes


def search(*reviews, **changes):
    return {"claims": [CLAIM | {"claimReview": list(reviews or [REVIEW])} | changes]}


def read(value, **options):
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    importer = FactCheckToolsImporter()
    return list(importer.read(Input.of(body, "answer.json"), importer.options(**options)))


def one(value, **options):
    records = read(value, **options)
    (fact_check,) = [record.fact_check for record in records if record.fact_check]
    return fact_check, [finding for record in records for finding in record.findings]


def told(findings, rule):
    return [(each.path, each.stood, each.made) for each in findings if each.rule == f"factchecktools-{rule}"]
