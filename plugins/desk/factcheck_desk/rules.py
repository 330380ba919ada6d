"""The rules: what each wants, what to do where it is broken, and where it comes from."""

from factcheck import Rule, Severity

_GOOGLE = "Google, Fact check (ClaimReview) structured data, eligibility guidelines: https://developers.google.com/search/docs/appearance/structured-data/factcheck#guidelines"
_GOOGLE_RATING = "Google, Fact check (ClaimReview) structured data, Rating: https://developers.google.com/search/docs/appearance/structured-data/factcheck#rating"
_CODE = "https://ifcncodeofprinciples.poynter.org/know-more/the-commitments-of-the-code-of-principles"
_MODIFIED = "schema.org, dateModified: https://schema.org/dateModified"
_PROV = "W3C, PROV-DM, 5.2: a derivation and its kinds, quotation and primary source: https://www.w3.org/TR/prov-dm/#component2"
_CLAIM_REVIEWED = "schema.org, claimReviewed, which stands without its page: https://schema.org/claimReviewed"
_QUOTING = (
    "Society of Authors and Publishers Association, on quoting for criticism or review: one extract of up to 400 "
    "words, or a series of which none exceeds 300, to a total of 800; a custom of publishers, no law"
)
_UNSEEN = "Unicode Technical Standard 39, Unicode Security Mechanisms: https://www.unicode.org/reports/tr39/"
_HERE = "factcheck, the template of `factcheck new`"
_ERROR, _WARN, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
_IFCN = ("ifcn",)


def _code(commitment: int) -> str:
    return f"IFCN Code of Principles, commitment {commitment}: {_CODE}"


RULES = {
    rule.id: rule
    for rule in (
        Rule("desk-claimant-is-publisher", _WARN, "Who made the claim is not who publishes the fact-check.", "name who asserted it, or leave `claimants` out where nobody knows", _GOOGLE),
        Rule("desk-copy-as-second-source", _WARN, "Two pieces of evidence on one side do not come from one text, and do not pass on one report.", "leave one; say in a note, or with the stance `context`, that the other is a copy", _code(2)),
        Rule("desk-undeclared-copy", _WARN, "A source that repeats another one says so.", "give `copy_of` to the later one, or make one source of the two", _PROV),
        Rule("desk-verdict-without-evidence", _WARN, "A verdict that says something rests on evidence.", "give `evidence`, or a rating that says that it is unproven", _code(2)),
        Rule("desk-evidence-newer-than-verdict", _WARN, "A verdict rests on what there was, and was read, when it was published.", "correct the date, or say with `modified` that the fact-check was changed since", _MODIFIED),
        Rule("desk-verdict-before-claim", _WARN, "A verdict is not older than its claim.", "correct `made` or `published`", "schema.org, datePublished: https://schema.org/datePublished"),
        Rule("desk-correction-without-change", _WARN, "A fact-check that was corrected says when it was changed.", "set `modified` to the date of the last correction, or later", _code(5) + "; " + _MODIFIED),
        Rule("desk-inverted-scale", _ERROR, "A truer label has the greater number.", "turn the numbers round, or correct the `category`", _GOOGLE_RATING),
        Rule("desk-relative-date", _WARN, "A claim, read years later and away from its page, says of which day it speaks.", "write the date in place of the words", _CLAIM_REVIEWED),
        Rule("desk-long-quotation", _WARN, "No more is quoted than may be without asking.", "shorten it, or give the `licence` of the source where it allows more", _QUOTING),
        Rule("desk-placeholder", _WARN, "Nothing of the template is left.", "replace it, or delete the line", _HERE),
        Rule("desk-repeated-claim", _WARN, "A claim stands once.", "make one claim of the two, with the appearances of both", "schema.org, Claim: https://schema.org/Claim"),
        Rule("desk-nothing-to-see", _ERROR, "In every text there is something to see.", "write words, or delete the key", _UNSEEN),
        Rule("desk-invisible-character", _WARN, "No character stands in a text that nobody sees, but for joiners and direction marks where a script or an emoji needs them.", "take it out: searches and comparisons stumble over it", _UNSEEN + "; RFC 5892, appendices A.1 and A.2, on joiners"),
        Rule("desk-lost-character", _WARN, "No character of a text was lost.", "write the character that stood there", "Unicode Standard, 23.8, Specials: https://www.unicode.org/versions/latest/core-spec/chapter-23/"),
        Rule("desk-garbled-text", _WARN, "A text was read in the encoding that it was written in.", "write what was meant, and read its source as UTF-8", "WHATWG Encoding, windows-1252: https://encoding.spec.whatwg.org/#windows-1252"),
        Rule("desk-markup-in-text", _WARN, "A text is words, without tags of HTML.", "take the tags out", "schema.org, Text: https://schema.org/Text"),
        Rule("desk-ifcn-no-methodology", _WARN, "The publisher shows how claims are chosen and checked.", "give `policies.methodology`", _code(4), _IFCN),
        Rule("desk-ifcn-no-corrections-policy", _WARN, "The publisher shows how errors are corrected.", "give `policies.corrections`", _code(5), _IFCN),
        Rule("desk-ifcn-no-funding", _WARN, "The publisher shows who owns and funds it.", "give `policies.funding`", _code(3), _IFCN),
        Rule("desk-ifcn-no-contact", _WARN, "Readers can write to the publisher.", "give `policies.feedback`", _code(3), _IFCN),
        Rule("desk-ifcn-no-ethics", _INFO, "The publisher shows that it is not partisan.", "give `policies.ethics`", _code(1), _IFCN),
        Rule("desk-ifcn-no-link", _INFO, "Evidence that is online has a link.", "give the `url` of the source, or `archived_url`", _code(2), _IFCN),
        Rule("desk-ifcn-secondary-source", _INFO, "Evidence is taken from the original where it can be read.", "read the source that was copied and use it, or say in a note why not", _code(2), _IFCN),
        Rule("desk-ifcn-single-source", _INFO, "A verdict rests on more than one source, unless there is only one.", "look for another source, or say in the explanation why there is none", _code(2), _IFCN),
        Rule("desk-ifcn-unexplained", _WARN, "A verdict says why.", "give `explanation`", _code(4), _IFCN),
        Rule("desk-ifcn-earlier-verdict", _INFO, "A correction that changed a verdict names it.", "add the id of the verdict to the `parts` of the correction", _code(5), _IFCN),
    )
}  # fmt: skip
