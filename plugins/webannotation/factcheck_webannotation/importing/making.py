"""The model out of what was found; what is left out is told."""

from factcheck import FactCheck, drafts
from factcheck.drafts import Part
from factcheck_webannotation.pointers import Pointer

from .account import Account


def made(account: Account, found: Part[Pointer]) -> FactCheck | None:
    """The fact-check; None where it lacks what it needs. What is left out is taken out of `found`."""
    result = drafts.made(found)
    for pointer, message in result.left_out:
        account.reason(pointer, "webannotation-invalid-value", message)
    if result.problem:
        account.note("webannotation-invalid-value", result.problem, account.pointer)
    return result.fact_check
