"""The rules of Web Annotations: of a document that is written, and of one that is read."""

from factcheck import Rule, Severity

_MODEL = "Web Annotation Data Model: https://www.w3.org/TR/annotation-model/"
_COLLECTIONS = "Web Annotation Data Model, collections: https://www.w3.org/TR/annotation-model/#collections"
_POSITION = (
    "Web Annotation Data Model, TextPositionSelector: https://www.w3.org/TR/annotation-model/#text-position-selector"
)
_SELECTORS = "Web Annotation Data Model, selectors: https://www.w3.org/TR/annotation-model/#selectors"
_BODIES = "Web Annotation Data Model, bodies and targets: https://www.w3.org/TR/annotation-model/#bodies-and-targets"
_JSON = "RFC 8259: https://www.rfc-editor.org/rfc/rfc8259"
_OURS = "Web Annotations as factcheck writes them: schemas/webannotation/webannotation.schema.json"
_READING = "Web Annotations as factcheck reads them: docs/reference/webannotation.md"
_LOSSLESS = "factcheck: nothing is lost in silence"
_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

RULES = {
    rule.id: rule
    for rule in (
        # of a document, whether it was written here or comes from elsewhere
        Rule("webannotation-json", _ERROR, "A document is JSON: UTF-8, no key twice in one object, no deeper and no larger than annotations are.", "save it again, or split it", _JSON),
        # of a document that is written
        Rule("webannotation-schema", _ERROR, "What factcheck writes is valid by `schemas/webannotation/webannotation.schema.json`.", "write it anew with `factcheck export`", _OURS),
        Rule("webannotation-same-id", _ERROR, "An `id` is that of one annotation, page, source, agent, label or correction alone.", "give the second one an id of its own", _MODEL),
        Rule("webannotation-dangling", _ERROR, "What points to a part of the fact-check leads to one that is described there.", "correct the IRI, or describe the part", _OURS),
        Rule("webannotation-pages", _ERROR, "A collection has as many annotations as its `total` says, and pages that follow each other.", "count again, and link each page with the next", _COLLECTIONS),
        # of a document that is read
        Rule("webannotation-none", _ERROR, "A document holds annotations: the W3C's, alone, listed or in a collection, or those of Hypothesis' API.", "check that this is the file that was meant", _MODEL),
        Rule("webannotation-no-claim", _ERROR, "An annotation is tagged `claim`, or quotes words that can be taken for one.", "tag what is to be checked with `claim`", _READING),
        Rule("webannotation-taken-for-claim", _WARNING, "A claim is tagged `claim`.", "tag those that are claims; where none is, all words quoted are taken for some", _READING),
        Rule("webannotation-no-headline", _INFO, "A fact-check has a headline.", "give the collection a `label`; the first claim stands in for it", _COLLECTIONS),
        Rule("webannotation-no-id", _WARNING, "A fact-check has an identifier.", "give the collection an `id`; it is made from the content until then", _COLLECTIONS),
        Rule("webannotation-no-language", _INFO, "A document says its language.", "give `language`, or import with -O webannotation.language=…", _BODIES),
        Rule("webannotation-doubled-id", _WARNING, "An `id` is that of one annotation alone.", "give the second one an id of its own; what points to it leads to the first", _MODEL),
        Rule("webannotation-code-units", _WARNING, "Positions count Unicode code points, not the UTF-16 code units of JavaScript.", "check the place: what stands before the words may have been counted so, too", _POSITION),
        Rule("webannotation-position", _INFO, "From `start` to `end` are as many code points as `exact` has.", "check the place, with `factcheck anchor`", _POSITION),
        Rule("webannotation-astral", _INFO, "Positions count Unicode code points, which JavaScript clients do not where characters take two code units.", "check the place: the words have such characters", _POSITION),
        Rule("webannotation-date", _INFO, "A date has whole seconds, as EDTF has.", "write it without the fraction, as was done here", "Extended Date/Time Format: https://www.loc.gov/standards/datetime/"),
        Rule("webannotation-creator-kind", _INFO, "A creator has a `type`, Person or Organization.", "correct the kind where this is no person", _BODIES),
        Rule("webannotation-ambiguous", _WARNING, "There is one quotation, one position, one text, one title where one is wanted.", "leave the right one", _SELECTORS),
        Rule("webannotation-not-linked", _INFO, "Evidence and verdicts point to the annotation of the claim or the verdict that they are on.", "let its `target`, a body or `references` be the id of that annotation", _READING),
        Rule("webannotation-invalid-value", _WARNING, "A value has the form that its place in a fact-check wants.", "correct the value", _LOSSLESS),
        Rule("webannotation-otherwise", _WARNING, "What is said twice is the same.", "write it anew with `factcheck export`, or correct one of the two", _OURS),
        Rule("webannotation-not-carried", _INFO, "Every value has a place in a fact-check.", "see whether anything has to be added by hand", _LOSSLESS),
    )
}  # fmt: skip
