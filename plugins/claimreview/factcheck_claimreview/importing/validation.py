"""The data of a fact-check as one, without the values that its fields do not take."""

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from factcheck import FactCheck

from .nodes import Reading

_MOST_PROBLEMS = 50
_MOST_AT_ONCE = 1000


def validated(data: dict[str, Any], reading: Reading, pointer: str) -> FactCheck | None:
    """The fact-check, without the values that its fields do not take; None where it needs one of these."""
    for _ in range(_MOST_PROBLEMS):
        try:
            return FactCheck.model_validate(data)
        except ValidationError as error:
            # The last first, so that the places of those before them stay what they are.
            for problem in reversed(error.errors()[:_MOST_AT_ONCE]):
                if not _set_aside(data, problem, reading, pointer):
                    reading.find("claimreview-no-claim", _told(problem), pointer)
                    return None
    reading.find("claimreview-no-claim", "too much of it has no form that a fact-check takes", pointer)
    return None


def _told(problem: ErrorDetails) -> str:
    return f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}"


def _set_aside(data: dict[str, Any], problem: ErrorDetails, reading: Reading, pointer: str) -> bool:
    """Whether a value that its field does not take could be taken out, which is told."""
    place = problem["loc"]
    # What lacks something that it needs goes as a whole, where it is only a part.
    if not _removed(data, place[:-1] if problem["type"] == "missing" else place):
        return False
    found = reading.place_of(problem["input"], pointer)
    reading.find("claimreview-invalid-value", _told(problem), found, stood=str(problem["input"]))
    if place == ("language",):
        data["language"] = "und"
    return True


def _removed(data: Any, place: tuple[int | str, ...]) -> bool:
    """Whether the value at this place could be taken out."""
    if not place:
        return False
    *way, last = place
    for step in way:
        data = _at(data, step)
    if _at(data, last) is None:
        return False
    del data[last]
    return True


def _at(data: Any, step: int | str) -> Any:
    """What stands at a step: a key of an object, or the number of an item in a list."""
    if isinstance(data, list) and isinstance(step, int):
        return data[step] if step < len(data) else None
    return data.get(step) if isinstance(data, dict) else None
