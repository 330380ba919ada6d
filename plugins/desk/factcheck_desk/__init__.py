"""House rules for factcheck that desks ask for: who speaks, what a verdict rests on, dates, scales, quotations, wording."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck import hookimpl

if TYPE_CHECKING:
    from factcheck import FactCheck, Finding, Rule


@hookimpl
def factcheck_rules() -> "Iterable[Rule]":
    """The rules of the desk, those of the IFCN's code of principles among them."""
    from .rules import RULES  # noqa: PLC0415  # a host that only lists its plugins needs no rules

    return RULES.values()


@hookimpl
def factcheck_check(fact_check: "FactCheck", profile: str | None) -> "Iterable[Finding]":
    """Where a fact-check breaks these rules; those of the code of principles are asked for under `ifcn`."""
    from .check import findings  # noqa: PLC0415  # as above

    return list(findings(fact_check, profile))
