"""One row as one fact-check."""

from pydantic import ValidationError

from factcheck import FactCheck, Imported

from .claims import claim, verdict
from .draft import Draft
from .header import header
from .row import Row
from .survey import Survey
from .values import words
from .work import Known, Work

_MOST_PROBLEMS = 50


def record(row: Row, survey: Survey, known: Known) -> Imported:
    """The fact-check that a row makes, and everything else that it says as findings."""
    text = words(row, row.cell("claim"))
    if text is None:
        row.find("table-no-claim", "nothing says which claim was checked: this row makes no fact-check", None)
        row.close(lost=True)
        return Imported(row.place, None, tuple(row.findings))
    work = Work(row, Draft(), survey, known)
    if first := survey.repeats.said_before(row.line):
        row.find("table-same-row", f"row {first} says the same: this is one fact-check, said twice", None)
    header(work, text)
    claim(work, text)
    verdict(work)
    fact_check = _validated(row, work.draft)
    row.close(lost=fact_check is None)
    origins = {"": row.place, **{path: row.where(cell) for path, cell in work.draft.cells.items()}}
    return Imported(row.place, fact_check, tuple(row.findings), origins if fact_check else {}, line=row.line.at)


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
