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

RATING = REVIEW["reviewRating"]
MEDIA = {
    "@type": "MediaReview",
    "url": "https://desk.example/checks/photo",
    "headline": "A photo of rain",
    "inLanguage": "en",
    "author": {"@type": "Organization", "name": "The Desk", "url": "https://desk.example"},
    "mediaAuthenticityCategory": "DecontextualizedContent",
    "originalMediaContextDescription": "It was taken in 2010.",
    "originalMediaLink": "https://photos.example/original",
    "itemReviewed": {"@type": "ImageObject", "contentUrl": "https://posts.example/photo.jpg", "caption": "Rain"},
}


def review(**changes):
    made = json.loads(json.dumps(REVIEW))
    made.update(changes)
    return made


EVERYTHING = review(
    author=REVIEW["author"] | {"sameAs": ["https://e.example"], "alternateName": ["TD"]},
    publisher={"@type": "Organization", "name": "A Publisher", "correctionsPolicy": "https://desk.example/corrections"},
    reviewRating=RATING | {"ratingExplanation": "why"},
    itemReviewed=REVIEW["itemReviewed"]
    | {
        "inLanguage": "de",
        "author": REVIEW["itemReviewed"]["author"] | {"affiliation": {"@type": "Organization", "name": "A Party"}},
        "firstAppearance": {
            "@type": "Article",
            "url": "https://n.example/2",
            "datePublished": "2024-04-01",
            "dateModified": "2024-04-02",
            "name": "t",
            "description": "A report",
            "inLanguage": "fr",
            "archivedAt": "https://archive.example/2",
            "license": {"@type": "CreativeWork", "url": "https://l.example/2"},
            "author": {"@type": "Person", "name": "A Reporter"},
            "publisher": {"@type": "Organization", "name": "A Paper"},
        },
    },
    associatedMediaReview={
        key: value for key, value in MEDIA.items() if key not in ("url", "headline", "author", "inLanguage")
    },
    citation={"@type": "CreativeWork", "url": "https://c.example"},
    about={"@type": "Thing", "name": "A topic"},
    keywords="one,two",
    license="https://l.example",
    reviewBody="text",
    dateModified="2024-06-01",
)


def read(value, name="a.jsonld", **options):
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return list(factcheck.imports(factcheck.Input.of(body, name), "claimreview", options))


def one(value, **options):
    records = read(value, **options)
    (fact_check,) = [record.fact_check for record in records if record.fact_check]
    return fact_check, {finding.rule: finding for record in records for finding in record.findings}
