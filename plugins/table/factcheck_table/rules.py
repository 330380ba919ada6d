"""The rules of reading a table: what is put right, what is left out, what a person has to supply."""

from factcheck import Rule, Severity

_CSV = "RFC 4180: https://www.rfc-editor.org/rfc/rfc4180"
_UTF8 = "RFC 3629: https://www.rfc-editor.org/rfc/rfc3629"
_XLSX = "ECMA-376, part 2: https://ecma-international.org/publications-and-standards/standards/ecma-376/"
_CLAIM_REVIEW = "schema.org, ClaimReview: https://schema.org/ClaimReview"
_CLAIM = "schema.org, Claim: https://schema.org/Claim"
_RATING = "schema.org, Rating: https://schema.org/Rating"
_GOOGLE = "Google, Fact check (ClaimReview) structured data: https://developers.google.com/search/docs/appearance/structured-data/factcheck"
_DATE = "ISO 8601-2:2019, annex A: https://www.loc.gov/standards/datetime/"
_URL = "RFC 3986, section 4.3: https://www.rfc-editor.org/rfc/rfc3986#section-4.3"
_TAG = "RFC 5646: https://www.rfc-editor.org/rfc/rfc5646"
_HERE = "factcheck, the file format: no leaf is lost in silence"
_WARN, _INFO, _ERROR = Severity.WARNING, Severity.INFO, Severity.ERROR

RULES = {
    rule.id: rule
    for rule in (
        Rule("table-no-headings", _ERROR, "A table begins with a row of headings that say what its columns hold.", "name the columns in its first row, or by -O table.columns=@FILE; `--plan` shows them", f"{_CSV}, section 2"),
        Rule("table-encoding", _ERROR, "A table is UTF-8, or UTF-16 with a byte order mark.", "save it as CSV UTF-8, or name its encoding: -O table.encoding=windows-1252", _UTF8),
        Rule("table-unreadable", _ERROR, "The input is a table of text, or an XLSX workbook.", "open it in a spreadsheet program and save it again", _XLSX),
        Rule("table-needs-openpyxl", _ERROR, "Workbooks are read with openpyxl.", "run pip install 'factcheck-export[xlsx]', or save the sheet as CSV", "factcheck, the extra `xlsx`"),
        Rule("table-unsafe-workbook", _ERROR, "A workbook is of the size of a workbook, and declares no DOCTYPE.", "open it in a spreadsheet program and save it again", _XLSX),
        Rule("table-too-large", _ERROR, "A table has a size that can be read.", "split it into several files", _HERE),
        Rule("table-no-such-column", _WARN, "A column that is named in the mapping is in the table.", "correct its heading in the mapping; `--plan` shows them", _HERE),
        Rule("table-unmapped-column", _WARN, "Each column has a field that it goes to.", "name one: -O table.columns=@FILE; `--plan` writes such a file", _HERE),
        Rule("table-no-fact-checks", _WARN, "Each sheet of a workbook is a table of fact-checks.", "give the sheet headings, if it is one", _HERE),
        Rule("table-part-not-read", _WARN, "A workbook holds cells only.", "write what a comment or a picture says into a column", _HERE),
        Rule("table-link-taken", _INFO, "A column of addresses holds them as texts.", "write the address itself; the link of the cell stands in for it", _HERE),
        Rule("table-link-differs", _WARN, "A cell leads to the address that stands in it.", "correct the text or the link", _HERE),
        Rule("table-link-not-read", _INFO, "What a cell leads to stands in a column of its own.", "write the address into a column for it", _HERE),
        Rule("table-not-carried", _INFO, "A fact-check has a place for it.", "keep the original where you need this value", _HERE),
        Rule("table-invalid-value", _WARN, "A value has the form that its field wants.", "correct the value", _HERE),
        Rule("table-ragged-row", _WARN, "Each row has as many cells as there are headings.", "look for a delimiter that is missing, or that stands in a text without quotation marks", f"{_CSV}, section 2"),
        Rule("table-stray-quote", _WARN, "A quotation mark in a quoted cell is doubled.", "double it, and put quotation marks around the cell", f"{_CSV}, section 2"),
        Rule("table-unclosed-quote", _ERROR, "A quotation mark that opens a cell is closed.", "close it; all that follows it stands in one cell", f"{_CSV}, section 2"),
        Rule("table-long-cell", _ERROR, "A cell is not longer than 131,072 characters, and a row than 4 million.", "shorten it; look for a quotation mark that is not closed", "Python, csv.field_size_limit; Excel's own limit is 32,767"),
        Rule("table-error-value", _WARN, "A formula gives a value.", "correct the formula", "ECMA-376, part 1, section 18.18.11, ST_CellType"),
        Rule("table-no-claim", _ERROR, "A row says which claim was checked.", "fill in the claim", _CLAIM_REVIEW),
        Rule("table-no-rating", _ERROR, "A row has the label of its verdict.", "fill in the label as readers see it", _GOOGLE),
        Rule("table-no-label", _WARN, "A rating has its label in words.", "fill in the label; the number stands in for it", _GOOGLE),
        Rule("table-no-address", _ERROR, "A row has the address of its page.", "fill in the address; the id is made from the content until then", _GOOGLE),
        Rule("table-same-address", _INFO, "Each row has its own address and id.", "give each its own address; their ids are made from address and claim until then", _GOOGLE),
        Rule("table-same-row", _WARN, "A fact-check stands in one row.", "delete the row that says it again", _HERE),
        Rule("table-same-claim", _WARN, "Rows of one address differ in their claim.", "make one row of them, or word the claims apart; their ids are made from all that they say until then", _GOOGLE),
        Rule("table-no-headline", _INFO, "A row has a headline.", "fill in the headline; the claim stands in for it", _CLAIM_REVIEW),
        Rule("table-no-language", _INFO, "A table says its language.", "import with -O table.language=…, or add a column", _CLAIM_REVIEW),
        Rule("table-no-claimant", _INFO, "A row says who made the claim.", "fill in the claimant", _CLAIM),
        Rule("table-unknown-name", _INFO, "A name names somebody; where nobody is known, there is none.", "leave the cell empty, or fill in the name", "factcheck, the model: claims[].claimants"),
        Rule("table-unnamed-agent", _INFO, "Who is described and not named is `unnamed`.", "fill in the name, or give the kind in a column: `collective` for a group that has this name", "factcheck, the model: agents[].kind"),
        Rule("table-kind-assumed", _INFO, "A row says whether a claimant is a person.", "add a column: person, organisation, collective or unnamed; or import with -O table.claimants=…", _CLAIM),
        Rule("table-kind-word", _WARN, "A kind is one of the words of the model.", "write person, organisation, collective or unnamed; image, video or audio", "factcheck, the model: agents[].kind, claims[].media[].kind"),
        Rule("table-nameless-agent", _WARN, "A person or an organisation has a name.", "fill in the name; the host of its address stands in for it", _CLAIM),
        Rule("table-several-firsts", _WARN, "A claim has one first appearance.", "leave the first one, and write the others into a column of appearances", "schema.org, firstAppearance: https://schema.org/firstAppearance"),
        Rule("table-stance-assumed", _INFO, "A source supports the claim, refutes it, or tells its context.", "name the column `evidence for` or `evidence against`, or map it so", "factcheck, the model: verdicts[].evidence[].stance"),
        Rule("table-ambiguous-number", _WARN, "A number stands for one label of a publisher's scale, and a label for one number.", "correct the numbers, or leave them out", _GOOGLE),
        Rule("table-not-a-number", _WARN, "A number is written in digits, with a full stop.", "write it as 4 or 4.5", _RATING),
        Rule("table-best-not-above-worst", _WARN, "The best number is greater than the worst.", "correct the ends of the scale", _GOOGLE),
        Rule("table-number-out-of-range", _WARN, "A number lies between the ends of its scale.", "correct the number or the ends of the scale", _GOOGLE),
        Rule("table-ends-without-number", _WARN, "The three numbers of a rating stand together.", "fill in the number, or leave the ends out", _RATING),
        Rule("table-number-without-ends", _WARN, "A number says nothing without the ends of its scale.", "fill in the best number, and the worst", _RATING),
        Rule("table-worst-assumed", _WARN, "The worst number is given.", "add a column for it; schema.org takes 1 where it is missing", "schema.org, worstRating: https://schema.org/worstRating"),
        Rule("table-date-not-iso", _WARN, "A date is ISO 8601.", "write it as 2020-06-23 or 2020-06-23T20:02:00+02:00", _DATE),
        Rule("table-ambiguous-date", _WARN, "It can be told which number of a date is the day, and which month a name means.", "import with -O table.dates=day-first or month-first; the language tells months of one name apart", _DATE),
        Rule("table-schemeless-address", _WARN, "An address begins with https://.", "write the whole address", _URL),
        Rule("table-language-name", _WARN, "A language is written as its tag.", "write pt-BR, not Portuguese", _TAG),
        Rule("table-entities", _WARN, "A cell holds characters, not HTML's entities.", "write the characters themselves", "HTML, 13.5: https://html.spec.whatwg.org/multipage/named-characters.html"),
        Rule("table-white-space", _WARN, "There is no white space around a value.", "take it away", _HERE),
    )
}  # fmt: skip
