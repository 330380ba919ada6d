"""Every rule of this plugin, as data."""

from factcheck import Rule, Severity

PROFILE = "factchecktools"
_REFERENCE = "https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1"
PAGES = f"Google, Fact Check Tools API, ClaimReviewMarkupPage: {_REFERENCE}/pages"
CLAIMS = f"Google, Fact Check Tools API, claims: {_REFERENCE}/claims"
CLAIM_REVIEW = "Google, Fact check (ClaimReview) structured data: https://developers.google.com/search/docs/appearance/structured-data/factcheck"
PROTOJSON = "ProtoJSON Format: https://protobuf.dev/programming-guides/json/"
_DATE = "schema.org, datePublished: https://schema.org/datePublished"
_EDTF = "Extended Date/Time Format: https://www.loc.gov/standards/datetime/"
_ERROR = "Google, API errors: https://cloud.google.com/apis/design/errors"
_JSON = "RFC 8259: https://www.rfc-editor.org/rfc/rfc8259"
_SCHEMA = "schemas/factchecktools/markup-page.schema.json"
_TAGS = "BCP 47: https://www.rfc-editor.org/info/bcp47"
_URL = "RFC 3986, section 4.3: https://www.rfc-editor.org/rfc/rfc3986#section-4.3"
_MODEL = "factcheck, the model: docs/reference/model.md"


def _error(name: str, summary: str, fix: str, source: str) -> Rule:
    return Rule(f"factchecktools-{name}", Severity.ERROR, summary, fix, source)


def _warning(name: str, summary: str, fix: str, source: str) -> Rule:
    return Rule(f"factchecktools-{name}", Severity.WARNING, summary, fix, source)


def _info(name: str, summary: str, fix: str, source: str) -> Rule:
    return Rule(f"factchecktools-{name}", Severity.INFO, summary, fix, source)


def _wish(name: str, summary: str, fix: str, source: str) -> Rule:
    """What the API cannot take: told where it is written for, as else every file would have such remarks."""
    return Rule(f"factchecktools-{name}", Severity.INFO, summary, fix, source, (PROFILE,))


# Answers that are read, and pages that were written
JSON = _error(
    "json",
    "It is JSON: UTF-8, no key twice in one object, no deeper and no larger than answers are.",
    "save the answer again",
    _JSON,
)
# Answers that are read
API_ERROR = _error("api-error", "The API answered, and not with an error.", "do what its message says", _ERROR)
NO_ANSWER = _error(
    "no-answer",
    "It is an answer of `claims:search`, `claims:imageSearch`, `pages.get` or `pages.list`.",
    "save what the API answers, whole",
    CLAIMS,
)
NO_CLAIM = _error("no-claim", "A claim has words.", "write down what is claimed", CLAIMS)
NO_REVIEW = _error("no-review", "A claim has a review.", "leave the claim out, or add who reviewed it", CLAIMS)
TYPE = _warning(
    "type", "A text, a number, a list or an object stands where it is wanted.", "correct the value", PROTOJSON
)
ADDRESS = _warning("address", "An address is an absolute http or https URL.", "write it in full", _URL)
NO_ADDRESS = _warning(
    "no-address",
    "A review has an address, which becomes the fact-check's id.",
    "give `url`, and an `id` that stays",
    CLAIMS,
)
DATE = _warning("date", "A date is a calendar date or an instant of ISO 8601.", "write it as 2015-12-28", _EDTF)
LANGUAGE = _warning("language", "A language is a BCP 47 tag.", "write it as `en` or `pt-BR`", _TAGS)
NO_LANGUAGE = _warning(
    "no-language",
    "Something says which language a review is in.",
    "give the importer's option `language`; `pages` have none",
    PAGES,
)
NO_LABEL = _warning(
    "no-label", "A review has a textual rating; without one there is no verdict.", "write its label", PAGES
)
NUMBER = _warning(
    "number",
    "A rating's value stands from the worst to the best, the same two for a whole page, and 0 means not given.",
    "give all three numbers, or none",
    PROTOJSON,
)
SITE = _warning("publisher-site", "A publisher has a name, and not a site only.", "write the publisher's name", CLAIMS)
DIFFERS = _warning(
    "differs", "Reviews of one page agree on its title, date, language and publisher.", "correct what is wrong", CLAIMS
)
UPDATE = _info(
    "update", "`name` and `versionId` are for updates.", "give them as options when the page is exported again", PAGES
)
MORE = _warning(
    "more", "An answer is the last one of its search.", "ask again with this `pageToken`, and import that too", CLAIMS
)
SITE_ADDRESS = _info(
    "site-address",
    "The API names a site by its host; a publisher has an address.",
    "correct it where it is http",
    CLAIMS,
)
CUT = _warning("cut", "A name or a title has at most 2,000 characters.", "shorten it", _MODEL)
WHITE_SPACE = _info("white-space", "A text neither begins nor ends with white space.", "delete it", _MODEL)
NO_HEADLINE = _info(
    "no-headline",
    "A fact-check has a headline; where the API has none, the first claim stands there.",
    "write the headline",
    CLAIMS,
)
CLAIMANT_KIND = _info(
    "claimant-kind",
    "The API does not say whether a claimant is a person.",
    "correct `kind`, or give the importer's option `claimants`",
    CLAIMS,
)
UNKNOWN_CLAIMANT = _info(
    "unknown-claimant", "A claimant is somebody; where nobody is known, there is none.", "fill in the name", _MODEL
)
UNNAMED_CLAIMANT = _info(
    "unnamed-claimant",
    "Who is described and not named is `unnamed`.",
    "correct `kind` and `name` where this is a name",
    _MODEL,
)
EMPTY = _info("empty", "A value holds something.", "nothing, where nothing is known", PROTOJSON)
NO_PLACE = _info(
    "no-place", "Every value has a place in a fact-check.", "nothing; keep the answer where you need it", PAGES
)

# A fact-check about to be written
NO_VERDICT = _error("no-verdict", "There is a verdict; without one there is no markup.", "add a verdict", PAGES)
NO_URL = _error("no-url", "The fact-check has the address of its page.", "give `url`", PAGES)
SAME_URL = _error("same-url", "No two reviews of a page have one address.", "give each its own anchor", CLAIM_REVIEW)
OTHER_PAGE = _warning(
    "other-page",
    "A verdict stands on the fact-check's own page, at an anchor.",
    "make it a fact-check of its own, or give it an anchor",
    PAGES,
)
NO_PUBLISHER = _warning("no-publisher", "A publisher with a name signs the page.", "give `publisher`", PAGES)
NO_DATE = _warning("no-date", "The page says when it was published.", "give `published`", PAGES)
INEXACT_DATE = _wish(
    "inexact-date",
    "A date is a single one; a vague one goes out as the month or year it lies in, or not at all.",
    "give the day, if known",
    _DATE,
)
SEVERAL_CLAIMANTS = _warning(
    "several-claimants",
    "A claim has one claimant; the first with a name goes out.",
    "put the most important first",
    PAGES,
)
NAMELESS_CLAIMANT = _wish(
    "nameless-claimant", "A claimant has a name; who has none is left out.", "nothing, where nobody is named", PAGES
)
SEVERAL_PAGES = _wish(
    "several-same-as", "A claimant has one page in `same_as`; the first goes out.", "put the best one first", PAGES
)
NO_LINK = _wish(
    "no-link", "Where a claim stands is a link; a source without `url` is left out.", "give the source's `url`", PAGES
)
UNRATED = _wish("unrated-claim", "A claim has a verdict; one without is left out.", "add a verdict", PAGES)
MOVED_SCALE = _wish(
    "moved-scale", "A scale begins at 1 or above, with whole numbers; else it is moved as a whole.", "nothing", PAGES
)
LOST_NUMBER = _warning(
    "lost-number",
    "A label's number and its scale's ends are whole, once they begin at 1, and fit 32 bits.",
    "give the scale whole numbers; without them the label goes out alone",
    PAGES,
)

# A page that was written
SCHEMA = _error("schema", "A page is valid by our schema.", "export it again", _SCHEMA)
ANCHOR = _error("anchor", "A review's address is that of the page with an anchor.", "use the page's address", PAGES)
ORDER = _error("rating-order", "`bestRating` is greater than `worstRating`.", "turn them round", PAGES)
RANGE = _error("rating-range", "`ratingValue` lies between the two.", "correct the number", PAGES)
RECOMMENDED = _warning("recommended", "A page has `claimReviewAuthor` and `publishDate`.", "give both", PAGES)

RULES = {value.id: value for value in list(globals().values()) if isinstance(value, Rule)}
