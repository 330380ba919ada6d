"""The rules of the TEI: of a document that is written, of one that is read, and of what XML cannot hold."""

from factcheck import Rule, Severity

_XML = "XML 1.0: https://www.w3.org/TR/xml/"
_XML_ID = "xml:id: https://www.w3.org/TR/xml-id/"
_CHARACTERS = "XML 1.0, section 2.2: https://www.w3.org/TR/xml/#charsets"
_OURS = "TEI P5 as factcheck writes it: schemas/tei/factcheck-tei.rng"
_POINTERS = "TEI P5, pointing mechanisms: https://tei-c.org/release/doc/tei-p5-doc/en/html/SA.html"
_HEADER = "TEI P5, the TEI header: https://tei-c.org/release/doc/tei-p5-doc/en/html/HD.html"
_ANNOTATION = "TEI P5, annotation: https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-annotation.html"
_DATES = "TEI P5, att.datable.w3c: https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.datable.w3c.html"
_IDNO = "TEI P5, idno: https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-idno.html"
_LOSSLESS = "factcheck: nothing is lost in silence"
_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

RULES = {
    rule.id: rule
    for rule in (
        Rule("tei-forbidden-character", _WARNING, "A text holds only characters that XML can hold; others are shown as a replacement.", "take them out", _CHARACTERS),
        # of a document, whether it was written here or comes from elsewhere
        Rule("tei-size", _ERROR, "A document has at most 64 MiB, not more tags, attributes and long names than a program can hold, and no pointers that lead to the same parts endlessly.", "split it into one document for each fact-check", _LOSSLESS),
        Rule("tei-doctype", _ERROR, "A document has no DOCTYPE, whose entities can hide text and exhaust memory.", "take the DOCTYPE out, and write out what its entities stand for", _XML),
        Rule("tei-syntax", _ERROR, "A document is well-formed XML, nested 256 elements deep at most, with no text of more than 10 MB.", "mend the XML at the line given", _XML),
        Rule("tei-schema", _ERROR, "What factcheck writes is valid by `schemas/tei/factcheck-tei.rng`.", "write it anew with `factcheck export`", _OURS),
        Rule("tei-dangling-pointer", _ERROR, "A pointer within a document leads somewhere.", "correct the pointer, or give its target that `xml:id`", _POINTERS),
        Rule("tei-wrong-pointer", _ERROR, "A pointer leads to the kind of part that is needed there.", "point to a part of the kind named", _POINTERS),
        Rule("tei-string-range", _ERROR, "A `string-range()` finds the words quoted, to the character.", "count again: code points from 0, tags left out", _POINTERS),
        Rule("tei-text-changed", _ERROR, "The text of a source is the one whose SHA-256 its header gives.", "write it anew with `factcheck export`", _OURS),
        Rule("tei-id-prefix", _ERROR, "In a teiCorpus of fact-checks each `xml:id` begins with the prefix of its fact-check, elsewhere none does.", "write it anew with `factcheck export`", _OURS),
        Rule("tei-doubled-fact-check", _ERROR, "A fact-check stands once in a teiCorpus: a second one would have the same ids.", "take one of the two out of the archive", _XML_ID),
        # of a document that is read
        Rule("tei-encoding", _ERROR, "A document is text in UTF-8, or in the common encoding that it declares.", "save it as UTF-8", _XML),
        Rule("tei-declared-encoding", _WARNING, "A document is in the encoding that it declares.", "declare UTF-8", _XML),
        Rule("tei-none", _ERROR, "A document is a TEI or a teiCorpus of the TEI's namespace.", "check that this is the file that was meant", _HEADER),
        Rule("tei-no-claim", _ERROR, "A TEI has claims: annotations in a `listAnnotation` of type `claims`, or what its verdicts are on.", "put the claims into a `listAnnotation` of type `claims`", _ANNOTATION),
        Rule("tei-no-claim-text", _WARNING, "A claim has words: what its annotation points to, or its note.", "point to the words with @target", _ANNOTATION),
        Rule("tei-no-headline", _INFO, "A fact-check has a headline.", "give `titleStmt/title`; the first claim stands in for it", _HEADER),
        Rule("tei-no-id", _WARNING, "A fact-check has an identifier.", "give an `idno` of type IRI in `publicationStmt`; the id is made from the content until then", _IDNO),
        Rule("tei-no-language", _INFO, "A document says its language.", "give `xml:lang`, or import with -O tei.language=…", _HEADER),
        Rule("tei-renamed-id", _WARNING, "The id of a part begins with a letter and has letters, digits, `_` and `-`.", "rename the `xml:id` and what points to it, as was done here", _XML_ID),
        Rule("tei-doubled-id", _WARNING, "An `xml:id` stands once.", "give the second one an id of its own; pointers lead to the first", _XML_ID),
        Rule("tei-date", _WARNING, "A date is one that EDTF can say.", "write the date as it was made here", _DATES),
        Rule("tei-identifier", _WARNING, "An identifier is a web address.", "write the address, as was done here", _IDNO),
        Rule("tei-source-kind", _WARNING, "The `@type` of a source is one of the model's kinds.", "write the kind, as was done here", _OURS),
        Rule("tei-unordered-scale", _WARNING, "The numbers of a scale rise with its labels, from false to true.", "turn the order of the categories, or leave `@n` out", _HEADER),
        Rule("tei-invalid-value", _WARNING, "A value has the form that its place in a fact-check wants.", "correct the value", _LOSSLESS),
        Rule("tei-source-text", _INFO, "A document holds the fact-check alone: the texts of its sources have no place in one.", "keep the file where you need them; `factcheck export --texts DIR` writes them again", _LOSSLESS),
        Rule("tei-not-carried", _INFO, "A fact-check has a place for all that a document says.", "keep the original where you need this", _LOSSLESS),
    )
}  # fmt: skip
"""By id."""
