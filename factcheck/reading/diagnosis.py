"""Everything that is wrong with a tree as a fact-check, at once.

pydantic alone would leave problems for a second round: it asks the rule of a part only when all of the part's
fields are right, and the references only when all of the fact-check is.
"""

from collections.abc import Iterator
from copy import deepcopy
from itertools import islice
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from factcheck.findings import Finding
from factcheck.model import FactCheck
from factcheck.model.near import nearest
from factcheck.model.references import Location, problems, table_of
from factcheck.model.references import Problem as ReferenceProblem
from factcheck.rules import READING

from .compose import Tree
from .explain import explain, is_about_what_stands_there, is_id, place_of
from .lines import Lines, OneLine
from .rules import Problem, path_of, printable
from .shape import field_of, part_at

MOST_FINDINGS = 1000
_MOST_MISTYPED = 20
_OF_REFERENCES = ("duplicate-id", "dangling-reference", "circular-copy", "several-firsts")


def diagnose(tree: Tree, error: ValidationError | None) -> list[Problem]:
    """The problems of a tree, its own, pydantic's and the references', in the order of the text."""
    found = list(tree.problems)
    if error is not None:
        errors = [each for each in error.errors(include_url=False) if _counts(each)]
        found += _of_references(tree)
        found += _of_fields(tree, [*errors, *_masked(tree.data, errors)])
    return sorted(dict.fromkeys(found), key=_in_order)


def findings_of(found: list[Problem], name: str, lines: Lines | OneLine) -> list[Finding]:
    """Problems as findings with line and column; of very many the first thousand."""
    findings = [_finding(problem, name, lines) for problem in found[:MOST_FINDINGS]]
    if len(found) > MOST_FINDINGS:
        message = f"there are more problems than these {MOST_FINDINGS:,}: mend these first"
        findings.append(READING["more"].finding(message).at(name))
    return findings


def _counts(error: ErrorDetails) -> bool:
    # The references are looked at in any case, so what pydantic says of them comes twice.
    return is_about_what_stands_there(error) and error["type"].replace("_", "-") not in _OF_REFERENCES


def _in_order(problem: Problem) -> tuple[int, str, str]:
    return problem.at, problem.rule, problem.message


def _finding(problem: Problem, name: str, lines: Lines | OneLine) -> Finding:
    line, column = lines.place(problem.at)
    message = printable(problem.message)
    if problem.other is not None:
        message += f"; the first stands in line {lines.place(problem.other)[0]}"
    return READING[problem.rule].finding(message, path_of(problem.location)).at(name, line, column)


def _of_references(tree: Tree) -> Iterator[Problem]:
    meant, written = _as_meant(tree.data)
    found = (each for each in problems(meant, table_of(FactCheck)) if not _is_answered(each, tree))
    for problem in islice(found, MOST_FINDINGS + 1):
        first, *steps = problem.location
        location = (written.get(first, first), *steps)
        yield Problem(tree.offset(location), problem.rule.replace("_", "-"), problem.message, location)


def _as_meant(data: Any) -> tuple[Any, dict[str | int, str]]:
    """The data with mistyped keys of the whole put right, so that references into them lead somewhere; and these keys."""
    if not isinstance(data, dict):
        return data, {}
    known = FactCheck.model_fields
    missing = [name for name in known if name not in data]
    meant = {nearest(key, missing): key for key in islice((key for key in data if key not in known), _MOST_MISTYPED)}
    written: dict[str | int, str] = {name: key for name, key in meant.items() if name}
    return {**data, **{name: data[key] for name, key in written.items()}}, written


def _is_answered(problem: ReferenceProblem, tree: Tree) -> bool:
    """Whether a reference leads to a part that is left out for another problem, or is told to be no id at all."""
    is_dangling = problem.rule == "dangling_reference"
    return is_dangling and (problem.value in tree.ids_left_out or not is_id(problem.value))


def _of_fields(tree: Tree, errors: list[ErrorDetails]) -> Iterator[Problem]:
    placed = [
        (tree.offset(location, of_key=of_key), location, error)
        for error in errors
        for location, of_key in [place_of(error)]
    ]
    placed.sort(key=lambda each: each[0])
    for at, location, error in placed[: MOST_FINDINGS + 1]:
        rule, message = explain(error, tree.data)
        yield Problem(at, rule, message, location)


def _masked(data: Any, errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """What the rules of parts say once the keys that are wrong, and may be left out, are out of their way.

    A rule that speaks of such a key has nothing to go by, so it is not heard.
    """
    mended, removed = _without_wrong_keys(data, errors)
    try:
        FactCheck.model_validate(mended)
    except ValidationError as error:
        heard = {each["loc"] for each in errors}
        return [
            each
            for each in error.errors(include_url=False)
            if each["type"] == "value_error"
            and each["loc"] not in heard
            and not any(f"`{key}`" in each["msg"] for where, key in removed if where == each["loc"])
        ]
    return []


def _without_wrong_keys(data: Any, errors: list[ErrorDetails]) -> tuple[Any, set[tuple[Location, str]]]:
    mended = deepcopy(data)
    removed: set[tuple[Location, str]] = set()
    for error in errors:
        place = field_of(error["loc"])
        part = part_at(place[0]) if place else None
        if place is None or part is None or error["type"] == "missing":
            continue
        where, key = place
        field = part.model_fields.get(key)
        if field is None or not field.is_required():
            _remove(mended, where, key)
            removed.add((where, key))
    return mended, removed


def _remove(data: Any, where: Location, key: str) -> None:
    for step in where:
        data = data.get(step) if isinstance(step, str) else data[step]
        if data is None:  # it went with a part around it
            return
    data.pop(key, None)
