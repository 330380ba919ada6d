"""The two contexts that each document has: the W3C's by its address, and the terms that it lacks.

Where a published vocabulary has a term it is taken; `factcheck:` is for what no other says.
"""

from typing import Any

ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
NAMESPACE = "urn:factcheck-export:terms:"

_DATE = {"@type": "http://id.loc.gov/datatypes/edtf/EDTF"}


def _iri(term: str) -> dict[str, str]:
    return {"@id": term, "@type": "@id"}


def _listed(term: str) -> dict[str, str]:
    return {"@id": term, "@container": "@list"}


def _by_language(term: str) -> dict[str, str]:
    return {"@id": term, "@container": "@language"}


OWN_CONTEXT: dict[str, Any] = {
    "factcheck": NAMESPACE,
    # The W3C's context lacks this motivation of its own vocabulary.
    "assessing": "oa:assessing",
    "Group": "foaf:Group",
    "abstract": "schema:abstract",
    "about": "schema:about",
    "actionableFeedbackPolicy": _iri("schema:actionableFeedbackPolicy"),
    "affiliation": _iri("schema:affiliation"),
    "alternateName": "schema:alternateName",
    "archivedAt": _iri("schema:archivedAt"),
    "articleBody": "schema:articleBody",
    "attributedTo": "factcheck:attributedTo",
    "author": _iri("schema:author"),
    "authenticity": "factcheck:authenticity",
    "bestRating": "schema:bestRating",
    "category": "factcheck:category",
    "checksum": "factcheck:checksum",
    "citation": _iri("schema:citation"),
    "claim": _iri("factcheck:claim"),
    "claimant": _iri("factcheck:claimant"),
    "confidence": "factcheck:confidence",
    "copyOf": "factcheck:copyOf",
    "correction": _iri("schema:correction"),
    "correctionsPolicy": _iri("schema:correctionsPolicy"),
    "dateAccessed": {"@id": "factcheck:dateAccessed", **_DATE},
    "dateModified": {"@id": "schema:dateModified", **_DATE},
    "datePublished": {"@id": "schema:datePublished", **_DATE},
    "definition": _by_language("skos:definition"),
    "describedBy": _iri("iana:describedby"),
    "description": "schema:description",
    "ethicsPolicy": _iri("schema:ethicsPolicy"),
    "firstAppearance": "factcheck:firstAppearance",
    "history": _listed("factcheck:history"),
    "inLanguage": "schema:inLanguage",
    "interpretedBy": _iri("factcheck:interpretedBy"),
    "jobTitle": "schema:jobTitle",
    "kind": "factcheck:kind",
    "made": {"@id": "factcheck:made", **_DATE},
    "media": "factcheck:media",
    "mentions": _iri("schema:mentions"),
    "names": _by_language("skos:prefLabel"),
    "note": "skos:note",
    "occasion": "factcheck:occasion",
    "original": _iri("factcheck:original"),
    "originalContext": "factcheck:originalContext",
    "ownershipFundingInfo": _iri("schema:ownershipFundingInfo"),
    "parts": _iri("factcheck:parts"),
    "passedOnBy": _iri("factcheck:passedOnBy"),
    "place": "factcheck:place",
    "policies": "factcheck:policies",
    "publisher": _iri("schema:publisher"),
    "publishingPrinciples": _iri("schema:publishingPrinciples"),
    "rating": _iri("factcheck:rating"),
    "ratings": _listed("factcheck:ratings"),
    "ratingScale": "factcheck:ratingScale",
    "ratingValue": "schema:ratingValue",
    "relations": "factcheck:relations",
    "relays": _listed("factcheck:relays"),
    "rendering": "factcheck:rendering",
    "reviewedBy": _iri("schema:reviewedBy"),
    "sameAs": _iri("schema:sameAs"),
    "text": "schema:text",
    "title": "dcterms:title",
    "translatedFrom": "factcheck:translatedFrom",
    "url": _iri("schema:url"),
    "verb": "factcheck:verb",
    "worstRating": "schema:worstRating",
}

CONTEXT = [ANNOTATION_CONTEXT, OWN_CONTEXT]

CLAIM, APPEARANCE, VERDICT, EVIDENCE = "describing", "identifying", "assessing", "linking"
"""What an annotation is here, by its motivation."""
