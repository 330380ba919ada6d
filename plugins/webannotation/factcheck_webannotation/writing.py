"""Parts of a fact-check as objects, by the tables of terms."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from factcheck import FactCheck

from .terms import Kind, Table, Term

Object = dict[str, Any]


def written(part: BaseModel, table: Table, whole: FactCheck) -> Object:
    """What is filled of a part, under the keys of a table."""
    values = ((term, getattr(part, term.field)) for term in table)
    made = {term.key: _value(value, term, whole) for term, value in values if not _is_empty(value)}
    return {key: value for key, value in made.items() if value != {}}


def _is_empty(value: Any) -> bool:
    return value is None or value is False or value == ()


def _value(value: Any, term: Term, whole: FactCheck) -> Any:
    if isinstance(value, tuple):
        return [_value(each, term, whole) for each in value]
    if term.kind is Kind.PART:
        return whole.iri(value)
    if term.kind is Kind.OBJECT:
        return written(value, term.table, whole)
    return dict(value) if isinstance(value, Mapping) else value
