"""What importers give, made sound: a record that all others may rely on, and what was wrong with it as findings."""

from collections.abc import Mapping

from factcheck.formats import Imported
from factcheck.guard import FAILED, finding_breach, found_by, shown, told_once
from factcheck.model import FactCheck

_TEXTS = frozenset((str,))
_WANTED = (
    ("place", "a text"),
    ("fact_check", "a FactCheck or None"),
    ("origins", "a mapping of texts to texts"),
    ("exact", "True or False"),
    ("line", "a number from 1 or None"),
    ("column", "a number from 1 or None"),
)


def sound(given: object, whose: str) -> Imported:
    """A record as it is where all in it is what it should be; else what is sound of it, and that its importer failed."""
    if not isinstance(given, Imported):
        return Imported("", None, (FAILED.finding(f"{whose} gave {shown(given)} where an Imported is due"),))
    problems = [f"{whose} gave {problem}" for problem in _breaches(given)]
    if not problems and type(given.findings) is tuple and not any(map(finding_breach, given.findings)):
        return given
    place = given.place if isinstance(given.place, str) else ""
    fact_check = given.fact_check if isinstance(given.fact_check, FactCheck) else None
    findings = found_by(f"{whose} gave what is no finding", lambda: given.findings)
    failed = [FAILED.finding(problem, place) for problem in told_once(problems)]
    origins = given.origins if _leads(given.origins) else {}
    line, column = (each if _counts(each) else None for each in (given.line, given.column))
    return Imported(place, fact_check, (*findings, *failed), origins, given.exact is True, line, column)


def _breaches(given: Imported) -> list[str]:
    kept = (
        isinstance(given.place, str),
        given.fact_check is None or isinstance(given.fact_check, FactCheck),
        _leads(given.origins),
        isinstance(given.exact, bool),
        _counts(given.line),
        _counts(given.column),
    )
    if all(kept):
        return []
    values = [getattr(given, name) for name, _ in _WANTED]
    told = zip(kept, _WANTED, values, strict=True)
    return [f"{shown(value)} as `{name}`, which is {kind}" for is_kept, (name, kind), value in told if not is_kept]


def _counts(number: object) -> bool:
    return number is None or (type(number) is int and number > 0)


def _leads(origins: object) -> bool:
    return isinstance(origins, Mapping) and {*map(type, origins), *map(type, origins.values())} <= _TEXTS
