"""The rules by which markup itself is judged, each for one consumer."""

from collections.abc import Mapping

from factcheck import Rule, Severity

_MODEL = "schema.org, Data model: https://schema.org/docs/datamodel.html"
_FULL = "schema.org, Full hierarchy: https://schema.org/docs/full.html"
_STYLE = "schema.org, Style guide: https://schema.org/docs/styleguide.html"
_PAGE = "https://developers.google.com/search/docs/appearance/structured-data/factcheck"
_REVIEW = f"Google, Fact check (ClaimReview) structured data, ClaimReview: {_PAGE}#claimreview"
_RATING = f"Google, Fact check (ClaimReview) structured data, Rating: {_PAGE}#rating"
_DUKE = "Duke Reporters' Lab, JSON Schema of ClaimReview: https://github.com/TechAndCheck/zenodotus/blob/bd2bb397beb9e21792995251b489faacc67bfc58/public/json-schemas/claim-review-schema.json"
_FEED = "Data Commons, Download Fact Check Data: https://datacommons.org/factcheck/download"
_ERROR, _WARN, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
_ORG, _GOOGLE, _OF_DUKE, _COMMONS = ("schema.org",), ("google",), ("duke",), ("datacommons",)

RULES: Mapping[str, Rule] = {
    rule.id: rule
    for rule in (
        Rule("claimreview-schema-org-type", _WARN, "A type in markup is one of schema.org's.", "write the type that schema.org has, or take one that it is a kind of", _FULL, _ORG),
        Rule("claimreview-schema-org-no-type", _INFO, "An object in markup says of which type it is.", "give `@type`", _MODEL, _ORG),
        Rule("claimreview-schema-org-property", _WARN, "A property in markup is one of schema.org's.", "write the property that schema.org has, or leave it out", _FULL, _ORG),
        Rule("claimreview-schema-org-case", _WARN, "Types and properties in markup are written in schema.org's upper and lower case.", "write them as schema.org has them", _STYLE, _ORG),
        Rule("claimreview-schema-org-superseded", _WARN, "Markup has no term that another one has superseded.", "write the newer term", _MODEL, _ORG),
        Rule("claimreview-schema-org-domain", _WARN, "A property in markup stands in an object of a type that has it.", "put it where it belongs, or give the object that type", _MODEL, _ORG),
        Rule("claimreview-schema-org-range", _WARN, "A value in markup is of a type that its property takes.", "write an object of such a type, or a text in such a form", _MODEL, _ORG),
        Rule("claimreview-google-required", _ERROR, "Markup has `claimReviewed` and `url` themselves, and nothing that could stand in for them.", "give the property", _REVIEW, _GOOGLE),
        Rule("claimreview-google-rating-name", _WARN, "The label of a rating stands in `alternateName`.", "write it in `alternateName`; `name` is used only where there is none", _RATING, _GOOGLE),
        Rule("claimreview-google-author-type", _WARN, "Who signs markup has the type Organization or Person.", "give the type", _REVIEW, _GOOGLE),
        Rule("claimreview-duke-schema", _WARN, "Markup is what Duke's JSON Schema takes.", "write it as it is wanted; what has no place there, leave out of the markup for Duke", _DUKE, _OF_DUKE),
        Rule("claimreview-datacommons-feed", _WARN, "A feed is a DataFeed of DataFeedItems, each with an address, a date and ClaimReviews.", "write the feed as it is wanted", _FEED, _COMMONS),
    )
}  # fmt: skip
