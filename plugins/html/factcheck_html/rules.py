"""The rules of a page: what keeps it whole, safe and self-contained."""

from factcheck import Rule, Severity

_HTML = "HTML: https://html.spec.whatwg.org/multipage/"
_CSP = "Content Security Policy: https://www.w3.org/TR/CSP3/"
_OURS = "factcheck: a page that needs nothing else"
_ERROR = Severity.ERROR
_ANEW = "write it anew with `factcheck export`"

RULES = {
    rule.id: rule
    for rule in (
        Rule("html-size", _ERROR, "A page has at most 256 MiB.", "leave out the longest texts", _OURS),
        Rule("html-syntax", _ERROR, "A page is HTML in UTF-8: a doctype, `html` with its language, and a title.", _ANEW, _HTML),
        Rule("html-id", _ERROR, "An id stands once.", _ANEW, _HTML),
        Rule("html-dangling-link", _ERROR, "A link within the page leads somewhere.", _ANEW, _HTML),
        Rule("html-active", _ERROR, "Nothing in a page runs: it has only the elements and attributes that an exporter writes, and no script but data.", _ANEW, _OURS),
        Rule("html-external", _ERROR, "A page leads elsewhere by links alone, which do not tell where a reader comes from.", _ANEW, _OURS),
        Rule("html-policy", _ERROR, "A page forbids all but its own style sheet, whose hash is right.", _ANEW, _CSP),
        Rule("html-claimreview", _ERROR, "The ClaimReview in a page is JSON.", _ANEW, "JSON-LD: https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents"),
    )
}  # fmt: skip
"""By id."""
