"""The claim of a row, and the verdict on it."""

from .agents import claimants
from .ratings import rated
from .values import known, language, words
from .work import Work
from .works import appearances, evidence, media

_NUMBERS = frozenset({"rating_value", "worst", "best"})
_PLACES = {
    "rating_scale.ratings[0].names": "rating",
    "rating_scale.ratings[0].number": "rating_value",
    "rating_scale.worst": "worst",
    "rating_scale.best": "best",
    "verdicts[0].explanation": "explanation",
}


def claim(work: Work, text: str) -> None:
    """The claim in these words, with who made it and where it stands."""
    row, draft = work.row, work.draft
    place = known(row, row.cell("place"))
    draft.data["claims"] = [
        {
            "id": draft.identifier("c1"),
            "text": text,
            "language": language(row, row.cell("claim_language")),
            "made": work.date("claim_date"),
            "place": {"name": place} if place else None,
            "occasion": known(row, row.cell("occasion")),
            "claimants": claimants(row, draft, work.known.claimants),
            "appearances": appearances(work),
            "media": media(row),
        }
    ]
    paths = {"text": "claim", "made": "claim_date", "place.name": "place", "occasion": "occasion"}
    for name, field in (paths | {"language": "claim_language"}).items():
        if cell := row.cell(field):
            draft.cells[f"claims[0].{name}"] = cell


def verdict(work: Work) -> None:
    """The verdict, on a scale of its label alone, with what it rests on; none where the row has no rating."""
    row, draft = work.row, work.draft
    found = rated(row, work.survey)
    if found is None:
        row.find("table-no-rating", "nothing says what the verdict is: a person has to give its label", None)
        return
    identifier, rating = draft.identifier("v1"), draft.identifier(found.label)
    scale = {"ratings": [{"id": rating, "names": {draft.data["language"]: found.label}, "number": found.value}]}
    draft.data["rating_scale"] = {**scale, "worst": found.worst, "best": found.best}
    explanation = words(row, row.cell("explanation"))
    draft.data["verdicts"] = [
        {
            "id": identifier,
            "claim": "c1",
            "rating": rating,
            "explanation": explanation,
            "evidence": evidence(row, draft),
        }
    ]
    for path, field in _PLACES.items():
        if (cell := row.cell(field)) and (found.value is not None or field not in _NUMBERS):
            draft.cells[path] = cell
