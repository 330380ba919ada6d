"""What a row says of the fact-check as a whole."""

from .agents import names, people, publisher
from .identity import identity
from .values import LONGEST_LINE, address, known, language, words
from .work import Work


def header(work: Work, claim: str) -> None:
    """Fill in the fields of the fact-check itself; `claim` stands in for what is missing."""
    row, draft = work.row, work.draft
    for name, read in (("url", address), ("licence", address), ("summary", words), ("body", words)):
        draft.put(name, read(row, row.cell(name)), row.cell(name))
    draft.put("headline", words(row, row.cell("headline"), line=True), row.cell("headline"))
    if "headline" not in draft.data:
        draft.data["headline"] = claim[:LONGEST_LINE].strip()
        message = "there is no headline: the claim stands in for it"
        row.find("table-no-headline", message, None, stood="", made=draft.data["headline"])
    draft.put("language", language(row, row.cell("language")), row.cell("language"))
    if "language" not in draft.data:
        draft.data["language"] = work.known.language or "und"
        if not work.known.language:
            row.find("table-no-language", "nothing says in which language this is", None, stood="", made="und")
    for name in ("published", "modified"):
        draft.put(name, work.date(name), row.cell(name))
    draft.data["id"] = identity(work, claim)
    draft.put("publisher", publisher(row, draft, work.known.publisher), None)
    draft.data["authors"] = people(row, draft, "authors", "author")
    draft.data["reviewers"] = people(row, draft, "reviewers", "reviewer")
    topics = (name for cell in row.cells("topics") for name in names(row, cell, comma=True))
    draft.data["topics"] = [{"name": name} for name in dict.fromkeys(topics)]
    if page := address(row, row.cell("methodology")):
        draft.data["policies"] = {"methodology": page}
    _correction(work)


def _correction(work: Work) -> None:
    row, cell = work.row, work.row.cell("correction")
    text = known(row, cell) if row.cell("correction_date") else None
    published = work.date("correction_date") if text else None
    if published:
        identifier = work.draft.identifier("correction-1")
        work.draft.data["corrections"] = [{"id": identifier, "published": published, "text": text}]
    else:
        row.leave("table-not-carried", "a correction has a text and a date", cell)
