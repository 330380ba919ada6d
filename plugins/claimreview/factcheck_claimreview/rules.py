"""The rules of fact-checks that go out as ClaimReview, and of documents; `reads` is what a consumer takes of one."""

from collections.abc import Callable, Iterator, Mapping

from factcheck import FactCheck, Finding, Rule, Severity

from . import wants, wants_google, wants_others
from .wants import Place

_PAGE = "https://developers.google.com/search/docs/appearance/structured-data/factcheck"
_GOOGLE = f"Google, Fact check (ClaimReview) structured data: {_PAGE}"
_REVIEW = f"Google, Fact check (ClaimReview) structured data, ClaimReview: {_PAGE}#claimreview"
_CLAIM = f"Google, Fact check (ClaimReview) structured data, Claim: {_PAGE}#claim"
_RATING = f"Google, Fact check (ClaimReview) structured data, Rating: {_PAGE}#rating"
_ELIGIBLE = f"Google, Fact check (ClaimReview) structured data, eligibility guidelines: {_PAGE}#guidelines"
_TECHNICAL = f"Google, Fact check (ClaimReview) structured data, technical guidelines: {_PAGE}#technical-guidelines"
_TOOLS = "Google, Fact Check Tools API, ClaimReviewMarkup: https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/pages"
_DATE = "schema.org, Date and DateTime: https://schema.org/Date"
_TAGS = "RFC 5646, section 4.1, on `und`: https://www.rfc-editor.org/rfc/rfc5646#section-4.1"
_DUKE = "Duke Reporters' Lab, JSON Schema of ClaimReview: https://github.com/TechAndCheck/zenodotus/blob/bd2bb397beb9e21792995251b489faacc67bfc58/public/json-schemas/claim-review-schema.json"
_FEED = "Data Commons, Download Fact Check Data: https://datacommons.org/factcheck/download"
_FEED_ITEM = "schema.org, DataFeedItem: https://schema.org/DataFeedItem"
_ERROR, _WARN, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

RULES: Mapping[str, Rule] = {
    rule.id: rule
    for rule in (
        Rule("claimreview-no-verdict", _ERROR, "There is a verdict; without one there is no ClaimReview.", "add a verdict", _GOOGLE),
        Rule("claimreview-no-url", _ERROR, "Each verdict has an address: its own `url` or the fact-check's.", "give `url`", _REVIEW),
        Rule("claimreview-same-url", _ERROR, "No two verdicts have one address; also asked of a document.", "give each its own anchor", _TECHNICAL),
        Rule("claimreview-no-author", _WARN, "A `publisher`, or at least `authors`, sign the fact-check.", "give `publisher`", _REVIEW),
        Rule("claimreview-nameless-author", _WARN, "Who signs it has a name or a `url`.", "give the name or the page of that agent", _REVIEW),
        Rule("claimreview-no-date", _WARN, "It says when it was published.", "give `published`", _TOOLS),
        Rule("claimreview-no-appearance", _WARN, "Each claim says where it stands.", "give `appearances`", _CLAIM),
        Rule("claimreview-label-language", _WARN, "Each label has a name in the fact-check's language.", "add the name in that language", _RATING),
        Rule("claimreview-undetermined-language", _INFO, "A language is known; `und` goes out as none.", "give `language`, where it is known", _TAGS),
        Rule("claimreview-unrated-claim", _INFO, "A claim without a verdict is mentioned only.", "add a verdict where it is to have a ClaimReview", _GOOGLE),
        Rule("claimreview-nameless-claimant", _INFO, "Somebody unnamed goes out as a description.", "leave it, unless the name is known", _CLAIM, unless=("google", "duke")),
        Rule("claimreview-inexact-date", _INFO, "A date that is no single day, month, year or instant goes out as the one that holds it, or not as a date.", "leave it, unless more is known", _DATE),
        Rule("claimreview-moved-scale", _INFO, "A scale that begins below 1 is moved up as a whole.", "leave it, or begin the scale at 1", _RATING, unless=("schema.org",)),
        Rule("claimreview-lost-numbers", _INFO, "A number without a lowest and a higher one is left out.", "list the ends of the scale, or give `worst` and `best`", _RATING),
        Rule("claimreview-google-long-claim", _WARN, "A claim has fewer than 75 characters.", "word it shorter; it is never cut", _REVIEW, ("google",)),
        Rule("claimreview-google-rating-in-claim", _WARN, "The rating does not stand in the claim.", "take it out; it goes out in `reviewRating`", _REVIEW, ("google",)),
        Rule("claimreview-google-foreign-url", _WARN, "The address of a verdict is on the publisher's own domain.", "give the address on that domain", _REVIEW, ("google",)),
        Rule("claimreview-google-short-url", _WARN, "An address is no shortened one; redirects are not followed.", "give the address that it leads to", _REVIEW, ("google",)),
        Rule("claimreview-google-several-reviews", _WARN, "A page has one ClaimReview; with more it is not shown as a fact check.", "make a page of each, with a `url` of its own", _TECHNICAL, ("google",)),
        Rule("claimreview-google-fraction", _INFO, "The numbers of a scale are whole.", "number the labels 1, 2, 3", _RATING, ("google",)),
        Rule("claimreview-google-no-policy", _WARN, "There is a corrections policy, or a way for readers to report errors.", "give `policies.corrections` or `policies.feedback`", _ELIGIBLE, ("google",)),
        Rule("claimreview-google-no-origin", _WARN, "A claim has a claimant, or stands somewhere.", "give `claimants` or `appearances`", _ELIGIBLE, ("google",)),
        Rule("claimreview-google-own-origin", _WARN, "A claim comes from somewhere else than the publisher's own pages.", "say where it was made first", _ELIGIBLE, ("google",)),
        Rule("claimreview-google-no-citation", _WARN, "A fact-check cites its sources.", "give `evidence`", _ELIGIBLE, ("google",)),
        Rule("claimreview-google-nameless-claimant", _INFO, "A claimant has a name; without one it is left out.", "leave it, unless the name is known", _CLAIM, ("google",)),
        Rule("claimreview-schema-org-affiliation", _INFO, "An affiliation is to an organisation; to a person it goes out as `knows`.", "name the organisation of that person", "schema.org, affiliation: https://schema.org/affiliation", ("schema.org",)),
        Rule("claimreview-schema-org-policies", _INFO, "Policies are those of an organisation; of a person they go out as `publishingPrinciples`, and which is which is lost.", "give the organisation as `publisher`", "schema.org, ethicsPolicy, whose domains are Organization and NewsMediaOrganization: https://schema.org/ethicsPolicy", ("schema.org",)),
        Rule("claimreview-duke-no-day", _WARN, "A date is a whole day; a month or a year is left out.", "give the day", _DUKE, ("duke",)),
        Rule("claimreview-duke-several-claimants", _WARN, "A claim has one claimant; of several none goes out.", "make a claim of each, or name the group", _DUKE, ("duke",)),
        Rule("claimreview-duke-nameless-claimant", _INFO, "A claimant has a name; without one it is left out.", "leave it, unless the name is known", _DUKE, ("duke",)),
        Rule("claimreview-duke-several-authors", _WARN, "One person or organisation signs; of several none goes out.", "give `publisher`", _DUKE, ("duke",)),
        Rule("claimreview-duke-not-carried", _INFO, "Evidence, corrections and policies have no place there.", "keep the page itself, which has them", _DUKE, ("duke",)),
        Rule("claimreview-datacommons-no-licence", _WARN, "Each item of the feed says its licence.", "give `licence`; `sdLicense` is written of it", _FEED, ("datacommons",)),
        Rule("claimreview-datacommons-no-site", _WARN, "Each item of the feed says which organisation published it, and its site.", "give `publisher`, an organisation with `url`", _FEED, ("datacommons",)),
        Rule("claimreview-datacommons-no-date", _WARN, "Each item of the feed says when it was created.", "give `published`, to the year at least", _FEED_ITEM, ("datacommons",)),
    )
}  # fmt: skip

CHECKS: Mapping[str, Callable[[FactCheck], Iterator[Place]]] = {
    "claimreview-no-verdict": wants.no_verdict,
    "claimreview-no-url": wants.no_url,
    "claimreview-same-url": wants.same_url,
    "claimreview-no-author": wants.no_author,
    "claimreview-nameless-author": wants.nameless_author,
    "claimreview-no-date": wants.no_date,
    "claimreview-no-appearance": wants.no_appearance,
    "claimreview-label-language": wants.label_language,
    "claimreview-undetermined-language": wants.undetermined_language,
    "claimreview-unrated-claim": wants.unrated,
    "claimreview-nameless-claimant": wants.nameless_claimant,
    "claimreview-inexact-date": wants.inexact_date,
    "claimreview-moved-scale": wants.moved_scale,
    "claimreview-lost-numbers": wants.lost_numbers,
    "claimreview-google-long-claim": wants_google.long_claim,
    "claimreview-google-rating-in-claim": wants_google.rating_in_claim,
    "claimreview-google-foreign-url": wants_google.foreign_url,
    "claimreview-google-short-url": wants_google.short_url,
    "claimreview-google-several-reviews": wants_google.several_reviews,
    "claimreview-google-fraction": wants_google.fraction,
    "claimreview-google-no-policy": wants_google.no_policy,
    "claimreview-google-no-origin": wants_google.no_origin,
    "claimreview-google-own-origin": wants_google.own_origin,
    "claimreview-google-no-citation": wants_google.no_citation,
    "claimreview-google-nameless-claimant": wants_others.nameless_claimant,
    "claimreview-schema-org-affiliation": wants_others.personal_affiliation,
    "claimreview-schema-org-policies": wants_others.personal_policies,
    "claimreview-duke-no-day": wants_others.no_day,
    "claimreview-duke-several-claimants": wants_others.several_claimants,
    "claimreview-duke-nameless-claimant": wants_others.nameless_claimant,
    "claimreview-duke-several-authors": wants_others.several_authors,
    "claimreview-duke-not-carried": wants_others.not_carried,
    "claimreview-datacommons-no-licence": wants_others.no_licence,
    "claimreview-datacommons-no-site": wants_others.no_site,
    "claimreview-datacommons-no-date": wants_others.no_feed_date,
}


# What a document cannot be valid without.
_NEEDED = ("claimreview-no-verdict", "claimreview-no-url", "claimreview-same-url")


def lacking(fact_check: FactCheck) -> list[Finding]:
    """A finding for each place for whose sake no valid document can be made."""
    return [RULES[name].finding(message, path) for name in _NEEDED for path, message in CHECKS[name](fact_check)]


def broken_rules(fact_check: FactCheck, profile: str | None = None) -> Iterator[Finding]:
    """A finding for each place where a rule is broken that is asked for this profile."""
    for name, broken in CHECKS.items():
        rule = RULES[name]
        if rule.asked(profile):
            for path, message in broken(fact_check):
                yield rule.finding(message, path)
