"""The full fact-check with some of its fields changed."""

from factcheck import FactCheck
from factcheck.testing import full_fact_check


def changed(**fields) -> FactCheck:
    """The full fact-check with these fields instead, each named by its place: `claims__0__made`."""
    data = full_fact_check().model_dump(mode="json")
    for path, value in fields.items():
        *steps, last = path.split("__")
        place = data
        for step in steps:
            place = place[int(step) if step.isdigit() else step]
        place[last] = value
    return FactCheck.model_validate(data)


def hostile(words: str, quotation: dict[str, str]) -> FactCheck:
    """The full fact-check that says these words wherever it says something."""
    return changed(
        headline=words,
        summary=words,
        body=f"{words}\n\n{words}\n\n\n\n{words}\n\n\n{words}",
        rating_scale__ratings__0__names={"en": words},
        agents__0__name=words,
        agents__3__name=words,
        sources__0__title=words,
        claims__0__text=words,
        claims__0__appearances__0__quotation=quotation,
        claims__0__appearances__0__relays__0__verb=words,
        verdicts__0__explanation=words,
        corrections__0__text=words,
    )
