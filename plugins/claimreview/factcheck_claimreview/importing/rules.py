"""The rules of reading: what is put right, what is left out, what a person has to supply."""

from factcheck import Rule, Severity

_CLAIM_REVIEW = "schema.org, ClaimReview: https://schema.org/ClaimReview"
_CLAIM = "schema.org, Claim: https://schema.org/Claim"
_RATING = "schema.org, Rating: https://schema.org/Rating"
_GOOGLE = "Google, Fact check (ClaimReview) structured data: https://developers.google.com/search/docs/appearance/structured-data/factcheck"
_DATE = "schema.org, Date and DateTime: https://schema.org/Date"
_URL = "schema.org, URL: https://schema.org/URL; RFC 3986, section 4.3"
_JSON = "RFC 8259: https://www.rfc-editor.org/rfc/rfc8259"
_HERE = "factcheck, the file format: no leaf is lost in silence"
_WARN, _INFO, _ERROR = Severity.WARNING, Severity.INFO, Severity.ERROR

RULES = {
    rule.id: rule
    for rule in (
        Rule("claimreview-unreadable", _ERROR, "The input is JSON or an HTML page with JSON-LD.", "validate it as JSON; the place is where it breaks", _JSON),
        Rule("claimreview-other-script", _WARN, "Every script with JSON-LD in a page is JSON.", "validate it as JSON; it speaks of no ClaimReview", _JSON),
        Rule("claimreview-missing-extra", _ERROR, "What reads microdata and RDFa is installed.", "pip install 'factcheck-export[html]'", _HERE),
        Rule("claimreview-said-twice", _INFO, "A page has its ClaimReview in one syntax.", "leave the JSON-LD, which is what was read", "Google, Structured data: https://developers.google.com/search/docs/appearance/structured-data/intro-structured-data"),
        Rule("claimreview-byte-order-mark", _WARN, "JSON begins without a byte order mark.", "save the file without it", f"{_JSON}, section 8.1"),
        Rule("claimreview-comment", _WARN, "JSON has no comments.", "take it out", f"{_JSON}, section 2"),
        Rule("claimreview-stray-mark", _WARN, "A comma stands between two values, and a semicolon nowhere.", "take it out", f"{_JSON}, section 2"),
        Rule("claimreview-raw-control-character", _WARN, "Line breaks and control characters in a string are escaped.", "write \\n for a line break", f"{_JSON}, section 7"),
        Rule("claimreview-escaped-markup", _WARN, "A script holds JSON as it is, not escaped for HTML.", "write quotation marks as they are; escape < as \\u003c", "HTML, 4.12.1.3: https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements"),
        Rule("claimreview-repeated-key", _WARN, "The keys of an object are unique.", "leave one, or make it a list", f"{_JSON}, section 4"),
        Rule("claimreview-half-character", _WARN, "Escapes of surrogates stand in pairs.", "write the character itself", f"{_JSON}, section 8.2"),
        Rule("claimreview-impossible-number", _WARN, "A number is one that computers hold.", "write another number, or a text", f"{_JSON}, section 6"),
        Rule("claimreview-several-documents", _WARN, "There is one value in a file or a script.", "put them into a list, or one on each line of a .jsonl file", f"{_JSON}, section 2"),
        Rule("claimreview-none", _ERROR, "There is a ClaimReview in the input.", "check that this is the page or the feed that was meant", _CLAIM_REVIEW),
        Rule("claimreview-not-carried", _INFO, "A fact-check has a place for it.", "keep the original where you need this value", _HERE),
        Rule("claimreview-invalid-value", _WARN, "A value has the form that its field wants.", "correct the value and give it by hand", _HERE),
        Rule("claimreview-no-claim", _ERROR, "A review says which claim it reviews.", "give `claimReviewed`", _CLAIM_REVIEW),
        Rule("claimreview-no-claim-of-media", _WARN, "A review of media says which claim is made with them.", "give a ClaimReview, or `interpretedAsClaim`", "schema.org, MediaReview: https://schema.org/MediaReview"),
        Rule("claimreview-name-for-claim", _WARN, "A review says in `claimReviewed` which claim it reviews.", "give `claimReviewed`; what stands in may be the name of the work", _CLAIM_REVIEW),
        Rule("claimreview-kind-of-claimant", _INFO, "A claimant has the type Person or Organization.", "give its type", _CLAIM),
        Rule("claimreview-kind-of-media", _WARN, "Media have the type ImageObject, VideoObject or AudioObject.", "give the type of `itemReviewed`", "schema.org, MediaReview: https://schema.org/MediaReview"),
        Rule("claimreview-no-rating", _ERROR, "A review has a rating with a label.", "give `reviewRating.alternateName`", _GOOGLE),
        Rule("claimreview-no-label", _WARN, "A rating has its label in words.", "give `alternateName`; the number stands in for it", _GOOGLE),
        Rule("claimreview-no-address", _ERROR, "A review has the address of its page.", "give `url`; the id is made from the content until then", _GOOGLE),
        Rule("claimreview-no-headline", _INFO, "A review has a headline.", "give `headline`; the claim stands in for it", _CLAIM_REVIEW),
        Rule("claimreview-no-language", _INFO, "A review says its language.", "give `inLanguage`, or import with -O claimreview.language=…", _CLAIM_REVIEW),
        Rule("claimreview-language-tag", _WARN, "A language is a tag of BCP 47.", "write `pt-BR`, not `pt_BR` or its name", "schema.org, inLanguage: https://schema.org/inLanguage"),
        Rule("claimreview-no-claimant", _INFO, "A claim says who made it.", "give `itemReviewed.author`", _CLAIM),
        Rule("claimreview-nameless-agent", _WARN, "A person or an organisation has a name.", "give `name`", _CLAIM),
        Rule("claimreview-unknown-agent", _INFO, "A name names somebody; where nobody is known, there is none.", "leave the claimant out, or give the name", "factcheck, the model: claims[].claimants"),
        Rule("claimreview-unnamed-agent", _INFO, "Who is described and not named is `unnamed`.", "give the name; with kind `collective` for a group that has this name", "factcheck, the model: agents[].kind"),
        Rule("claimreview-creative-work-for-claim", _WARN, "What is reviewed is a Claim.", "write `Claim`, and the work as its `appearance`", _CLAIM_REVIEW),
        Rule("claimreview-wrong-case", _WARN, "Types and properties are written as schema.org has them.", "write them as schema.org has them", _CLAIM_REVIEW),
        Rule("claimreview-text-for-object", _WARN, "A thing is an object with a type.", "write an object with `@type` and `name`", _CLAIM_REVIEW),
        Rule("claimreview-several-values", _WARN, "A property has one value where one is wanted.", "leave one value", _CLAIM_REVIEW),
        Rule("claimreview-number-as-text", _WARN, "A number is a JSON number.", "take the quotation marks away", _RATING, unless=("duke",)),
        Rule("claimreview-placeholder-number", _WARN, "A rating without a number has none.", "leave the three numbers out", _GOOGLE),
        Rule("claimreview-best-not-above-worst", _WARN, "`bestRating` is greater than `worstRating`.", "correct the ends of the scale", _GOOGLE),
        Rule("claimreview-number-out-of-range", _WARN, "`ratingValue` lies from `worstRating` to `bestRating`.", "correct the number or the ends of the scale", _GOOGLE),
        Rule("claimreview-ends-without-number", _WARN, "The three numbers of a rating stand together.", "give `ratingValue`, or leave the ends out", _RATING),
        Rule("claimreview-number-without-ends", _WARN, "A number says nothing without the ends of its scale.", "give `bestRating` and `worstRating`", _RATING),
        Rule("claimreview-worst-assumed", _WARN, "`worstRating` is given.", "give `worstRating`; schema.org takes 1 where it is missing", "schema.org, worstRating: https://schema.org/worstRating"),
        Rule("claimreview-worst-below-one", _WARN, "A scale begins at 1.", "move the scale up, as was done here", _GOOGLE, unless=("schema.org",)),
        Rule("claimreview-sentence-as-label", _WARN, "A label is a few words.", "put the sentence into `ratingExplanation`", _GOOGLE),
        Rule("claimreview-code-as-label", _WARN, "A label is words for readers, no code of a program.", "write the label as readers see it", _GOOGLE),
        Rule("claimreview-date-not-iso", _WARN, "A date is ISO 8601.", "write it as 2020-06-23 or 2020-06-23T20:02:00+02:00", _DATE),
        Rule("claimreview-schemeless-address", _WARN, "An address begins with https://.", "write the whole address", _URL),
        Rule("claimreview-relative-address", _WARN, "An address in markup is absolute.", "write the whole address", _URL),
        Rule("claimreview-entities", _WARN, "JSON holds characters, not HTML's entities.", "write the characters themselves", _JSON),
        Rule("claimreview-white-space", _WARN, "There is no white space around a value.", "take it away", _JSON),
        Rule("claimreview-same-address", _WARN, "Each review of a document has its own address.", "give each its own address or anchor", _GOOGLE),
        Rule("claimreview-says-otherwise", _WARN, "What our own markup says several times is the same each time.", "correct the places that are wrong, or export it again", _HERE),
        Rule("claimreview-not-told-apart", _WARN, "No two labels of a scale are the same in all that is said of them.", "leave one of them, or tell them apart by their definitions", _HERE),
    )
}  # fmt: skip
