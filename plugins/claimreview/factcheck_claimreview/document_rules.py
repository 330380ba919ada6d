"""The rules of a document of ClaimReviews."""

from collections.abc import Mapping

from factcheck import Rule, Severity

_GOOGLE = "Google, Fact check (ClaimReview) structured data: https://developers.google.com/search/docs/appearance/structured-data/factcheck"
_JSON_LD = "JSON-LD 1.1, node objects: https://www.w3.org/TR/json-ld11/#node-objects"
_ERROR, _WARN = Severity.ERROR, Severity.WARNING

RULES: Mapping[str, Rule] = {
    rule.id: rule
    for rule in (
        Rule("claimreview-json", _ERROR, "It is JSON, nested as ClaimReviews are.", "write it anew from the fact-check", "RFC 8259: https://www.rfc-editor.org/rfc/rfc8259"),
        Rule("claimreview-schema", _ERROR, "It is valid by the schema for its profile, `schemas/claimreview/claimreview.schema.json` where it has none.", "correct the place named", "schemas/claimreview/claimreview.schema.json"),
        Rule("claimreview-same-url", _ERROR, "No two verdicts have one address; also asked of a document.", "give each its own anchor", _GOOGLE),
        Rule("claimreview-rating-order", _ERROR, "`bestRating` is greater than `worstRating`.", "correct the ends of the scale", _GOOGLE),
        Rule("claimreview-rating-range", _ERROR, "`ratingValue` lies between them.", "correct the number or the ends of the scale", _GOOGLE),
        Rule("claimreview-id-types", _ERROR, "An `@id` has one `@type` throughout.", "give one of the two another `@id`", _JSON_LD),
        Rule("claimreview-same-id", _ERROR, "No two reviews have one `@id`.", "give one of the two another `@id`", _JSON_LD),
        Rule("claimreview-recommended", _WARN, "A review has an `author` and a `datePublished`.", "give `publisher` and `published`", _GOOGLE),
    )
}  # fmt: skip
