"""One row as one fact-check."""

import uuid
from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from factcheck import FactCheck, Imported, dates

from .agents import appearances, authors, claimants, publisher, topics
from .draft import Draft
from .ratings import rated
from .row import Row
from .survey import Survey
from .values import LONGEST_LINE, address, date, is_iri, language, words

_MOST_PROBLEMS = 50
_NUMBERS = frozenset({"rating_value", "worst", "best"})
_PLACES = {
    "rating_scale.ratings[0].names": "rating",
    "rating_scale.ratings[0].number": "rating_value",
    "rating_scale.worst": "worst",
    "rating_scale.best": "best",
    "verdicts[0].explanation": "explanation",
}


class Known(NamedTuple):
    """What a person says of all rows: nothing where it is empty."""

    language: str
    publisher: str
    claimants: str
    order: dates.Order | None


def record(row: Row, survey: Survey, known: Known) -> Imported:
    """The fact-check that a row makes, and everything else that it says as findings."""
    text = words(row, row.cell("claim"))
    if text is None:
        row.find("table-no-claim", "nothing says which claim was checked: this row makes no fact-check", None)
        row.close(lost=True)
        return Imported(row.place, None, tuple(row.findings))
    draft = Draft()
    _header(row, draft, survey, known, text)
    _claim(row, draft, survey, known, text)
    _verdict(row, draft, survey)
    fact_check = _validated(row, draft)
    row.close(lost=fact_check is None)
    origins = {"": row.place, **{path: row.where(cell) for path, cell in draft.cells.items()}}
    return Imported(row.place, fact_check, tuple(row.findings), origins if fact_check else {})


def _header(row: Row, draft: Draft, survey: Survey, known: Known, claim: str) -> None:
    for name, read in (("url", address), ("licence", address), ("summary", words), ("body", words)):
        draft.put(name, read(row, row.cell(name)), row.cell(name))
    draft.put("headline", words(row, row.cell("headline"), line=True), row.cell("headline"))
    if "headline" not in draft.data:
        draft.data["headline"] = claim[:LONGEST_LINE].strip()
        message = "there is no headline: the claim stands in for it"
        row.find("table-no-headline", message, None, stood="", made=draft.data["headline"])
    draft.put("language", language(row, row.cell("language")), row.cell("language"))
    if "language" not in draft.data:
        draft.data["language"] = known.language or "und"
        if not known.language:
            row.find("table-no-language", "nothing says in which language this is", None, stood="", made="und")
    for name in ("published", "modified"):
        draft.put(name, _date(row, draft, name, survey, known), row.cell(name))
    draft.data["id"] = _identity(row, draft.data, survey, claim)
    draft.put("publisher", publisher(row, draft, known.publisher), None)
    draft.data["authors"] = authors(row, draft)
    draft.data["topics"] = topics(row)


def _claim(row: Row, draft: Draft, survey: Survey, known: Known, text: str) -> None:
    claim = {
        "id": draft.identifier("c1"),
        "text": text,
        "made": _date(row, draft, "claim_date", survey, known),
        "claimants": claimants(row, draft, known.claimants),
        "appearances": [{"source": source} for source in appearances(row, draft)],
    }
    draft.data["claims"] = [claim]
    for name, field in (("text", "claim"), ("made", "claim_date")):
        if cell := row.cell(field):
            draft.cells[f"claims[0].{name}"] = cell


def _verdict(row: Row, draft: Draft, survey: Survey) -> None:
    found = rated(row, survey)
    if found is None:
        row.find("table-no-rating", "nothing says what the verdict is: a person has to give its label", None)
        return
    verdict = draft.identifier("v1")
    rating = draft.identifier(found.label)
    scale = {"ratings": [{"id": rating, "names": {draft.data["language"]: found.label}, "number": found.value}]}
    draft.data["rating_scale"] = {**scale, "worst": found.worst, "best": found.best}
    explanation = row.cell("explanation")
    draft.data["verdicts"] = [{"id": verdict, "claim": "c1", "rating": rating, "explanation": words(row, explanation)}]
    for path, field in _PLACES.items():
        if (cell := row.cell(field)) and (found.value is not None or field not in _NUMBERS):
            draft.cells[path] = cell


def _date(row: Row, draft: Draft, field: str, survey: Survey, known: Known) -> str | None:
    cell = row.cell(field)
    orders = frozenset({known.order}) if known.order else survey.orders(cell) if cell else frozenset()
    return date(row, cell, orders, draft.data["language"])


def _identity(row: Row, data: Mapping[str, Any], survey: Survey, claim: str) -> str:
    """The id that the row gives, else its address; for several rows of one address, one made of it and the claim."""
    cell, url = row.cell("id"), data.get("url")
    given = cell.value.strip() if cell else ""
    if is_iri(given):
        row.carry(cell)
        return given
    if cell and given.startswith(("http://", "https://")) and "#" not in given:
        found = address(row, cell)
        if found:
            return found
    page = row.cell("url")
    if url and page and not survey.is_doubled(page.value.strip()):
        return str(url).partition("#")[0]
    made = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, repr((url, claim, given)))}"
    if url:
        message = f"other rows have this address, too: the id is made of it and the claim: {made}"
        row.find("table-same-address", message, page)
    else:
        message = "the row has no address: its id is made from its content"
        row.find("table-no-address", message, None, stood="", made=made)
    return made


def _validated(row: Row, draft: Draft) -> FactCheck | None:
    """The fact-check; None where the model refuses what was read, each problem at its cell."""
    try:
        return FactCheck.model_validate(draft.data)
    except ValidationError as error:
        for problem in error.errors(include_url=False)[:_MOST_PROBLEMS]:
            path = _path(problem["loc"])
            row.find("table-invalid-value", f"{path}: {problem['msg']}", draft.cells.get(path))
    return None


def _path(loc: tuple[int | str, ...]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in loc).removeprefix(".")
