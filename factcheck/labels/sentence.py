"""What a label says, by the words of one language: a verdict, or a short sentence with one.

A verdict is read where it is all that a clause says ("The claim is false"), where a sentence opens with
it ("Fake the photo that shows …"), or closes with it, said of a claim or the like ("The claim that … is
false").  A denied verdict is not that verdict, and one that is taken back, or two that disagree, are none.
"""

from collections.abc import Sequence
from typing import get_args

from factcheck.model.ratings import Category

from .tables import UNKNOWN, Table
from .words import Clause

_VERDICTS = {**{category: category for category in get_args(Category)}, "confirmed": "true"}
_DENIED: dict[str, Category] = {"true": "false", "confirmed": "unproven"}
_MOSTLY: dict[str, Category] = {"false": "mostly-false", "true": "mostly-true", "confirmed": "mostly-true"}
_PARTLY: dict[str, Category] = {
    "false": "mixed", "mostly-false": "mixed", "true": "mixed", "mostly-true": "mixed", "confirmed": "mixed",
}  # fmt: skip
_WRONG = frozenset({"false", "mostly-false", "mixed", "altered", "missing-context", "satire"})
_RIGHT = frozenset({"true", "mostly-true"})
_AROUND = frozenset({"is", "noun", "small", "fully"})
_DEGREES = frozenset({"fully", "mostly", "partly"})
_FEW = 5
_LONGEST = 30
_LONGEST_UNSPACED = 60


class Unclear(Exception):  # noqa: N818  # no error: the sentence has a verdict and does not give it
    """A verdict is there, but it is denied, taken back or contradicted."""


def read(clauses: Sequence[Clause], table: Table) -> Category | None:
    """The category that these clauses give, None where they give none.

    Raises Unclear where they have one and do not give it.
    """
    parts = [(table.kinds(clause.text), clause.asks) for clause in clauses]
    told = [kinds for kinds, asks in parts if not asks and not _says_nothing(kinds)]
    if not told:
        return None
    first = _opening(told[0], table)
    wholes = [_whole(kinds) for kinds in told[1:]]
    if first is None:
        return _later(told[1:], wholes)
    if not all(_agree(first, whole) for whole in wholes if whole):
        raise Unclear
    return _limited(_qualified(first, told[1:]), told[1:])


def _qualified(verdict: Category, after: Sequence[Sequence[str]]) -> Category:
    """The verdict with the degree that a clause of its own gives it: "True (in part)".

    Raises Unclear where something is said to be right, and what follows in a few words is not known: "True, with caveats".
    """
    for kinds in after:
        if any(kind in _DEGREES for kind in kinds) and all(kind in _DEGREES or kind in _AROUND for kind in kinds):
            verdict = _modified(verdict, [kind for kind in kinds if kind in _DEGREES])
        elif verdict in _RIGHT and len(kinds) <= _FEW and UNKNOWN in kinds:
            raise Unclear
    return verdict


def _later(told: Sequence[Sequence[str]], wholes: Sequence[Category | None]) -> Category | None:
    """The verdict that a text ends with, or else gives of "the claim" in a clause of its own."""
    if not told or _is_objection(told[-1]):
        return None
    given = [whole for kinds, whole in zip(told, wholes, strict=True) if whole and _names_claim(kinds)]
    verdict = wholes[-1] or next(iter(given), None)
    if verdict and not all(_agree(verdict, other) for other in given):
        raise Unclear
    return verdict


def _limited(verdict: Category, after: Sequence[Sequence[str]]) -> Category:
    """The verdict where it is said without a but, or with one that nothing follows: "True, but …". Raises Unclear."""
    if not _is_objection(*after[:1]):
        return verdict
    if len(after) > 1 or len(after[0]) > 1 or verdict not in _MOSTLY:
        raise Unclear
    return _MOSTLY[verdict]


def objects(clause: Clause, table: Table) -> bool:
    """Whether a clause takes back what was said before it: "but …"."""
    return _is_objection(table.kinds(clause.text))


def _opening(kinds: Sequence[str], table: Table) -> Category | None:
    whole = _whole(kinds)
    if whole:
        return whole
    if "but" in kinds[1:]:
        raise Unclear
    if len(kinds) > (_LONGEST if table.spaced else _LONGEST_UNSPACED):
        return None
    return _lead(kinds) or _predicate(kinds)


def _whole(kinds: Sequence[str]) -> Category | None:
    """The verdict of a clause without any other content."""
    if all(kind in _VERDICTS or kind in _AROUND or kind in _DEGREES or kind == "not" for kind in kinds):
        return _verdict(kinds)
    return None


def _lead(kinds: Sequence[str]) -> Category | None:
    """The verdict that a sentence opens with; never that something is true, since such sentences go on."""
    start = next((index for index, kind in enumerate(kinds) if kind not in ("small", "is")), 0)
    end = next((index for index in range(start, len(kinds)) if kinds[index] in _VERDICTS), None)
    if end is None or any(kind not in _DEGREES and kind not in ("not", "small") for kind in kinds[start:end]):
        return None
    rest = kinds[end + 1 :]
    if rest[:1] == ["not"] and rest[1:2] and rest[1] not in _VERDICTS:
        end, rest = end + 1, rest[1:]
    verdict = _verdict(kinds[start : end + 1])
    return verdict if rest and rest[0] in ("small", "noun") and verdict in _WRONG else None


def _predicate(kinds: Sequence[str]) -> Category | None:
    """The verdict that a sentence closes with, said of a noun for claims."""
    last = max((index for index, kind in enumerate(kinds) if kind in _VERDICTS), default=None)
    if last is None or any(kind not in ("noun", "is", "fully", "not") for kind in kinds[last + 1 :]):
        return None
    start = last
    while start and (kinds[start - 1] in _DEGREES or kinds[start - 1] in ("not", "small")):
        start -= 1
    subject = kinds[:start]
    if not subject or subject[-1] not in ("is", "noun") or not _names_claim(subject):
        return None
    if any(kind in _VERDICTS or kind in ("not", "but", "says") for kind in subject):
        return None
    verdict = _verdict(kinds[start:])
    return None if verdict in _RIGHT else verdict


def _names_claim(subject: Sequence[str]) -> bool:
    """Whether a subject has a noun for claims where a noun stands: at the beginning or after a small word."""
    before = ("small", *subject)
    return any(kind == "noun" and before[index] in ("small", "noun") for index, kind in enumerate(subject))


def _verdict(kinds: Sequence[str]) -> Category | None:
    """What the verdicts among these kinds amount to. Raises Unclear."""
    found: list[Category] = []
    pending: list[str] = []
    for index, kind in enumerate(kinds):
        if kind in _VERDICTS:
            found.append(_modified(kind, pending, _after(kinds[index + 1 :])))
            pending = []
        elif kind in _DEGREES or kind == "not":
            pending.append(kind)
    if not found:
        return None
    if not all(_agree(found[0], other) for other in found[1:]):
        raise Unclear
    return found[0]


def _after(rest: Sequence[str]) -> list[str]:
    """The degrees and denials that follow the last verdict, up to where something else begins."""
    if any(kind in _VERDICTS for kind in rest):
        return []
    end = next((index for index, kind in enumerate(rest) if kind in ("small", "noun")), len(rest))
    return [kind for kind in rest[:end] if kind != "is"]


def _modified(kind: str, before: Sequence[str], after: Sequence[str] = ()) -> Category:
    """What a verdict is with the degrees and denials around it. Raises Unclear."""
    around = (*before, *after)
    if "not" in around:
        return _denied(kind, before, after)
    verdict: Category = _VERDICTS[kind]
    if "partly" in around:
        if kind == "unproven":
            raise Unclear
        return _PARTLY.get(kind, verdict)
    return _MOSTLY.get(kind, verdict) if "mostly" in around else verdict


def _denied(kind: str, before: Sequence[str], after: Sequence[str]) -> Category:
    """What a denied verdict is: "not true", "mostly not true", "not entirely true". Raises Unclear.

    A denial that follows the verdict, as in Turkish or Korean, denies a "fully" before it too.
    """
    if [*before, *after].count("not") > 1 or kind not in _DENIED:
        raise Unclear
    if "not" in before:
        place = before.index("not")
        outer, inner = before[:place], [*before[place + 1 :], *after]
    else:
        outer = [*before, *after[: after.index("not")]]
        inner = [step for step in (*before, *after) if step == "fully"]
    lighter = [step for step in outer if step != "fully"]
    if any(step != "fully" for step in inner) or (inner and lighter):
        raise Unclear
    if inner:
        return "mixed" if kind == "true" else "unproven"
    return _modified(_DENIED[kind], lighter)


def _agree(one: str, other: str) -> bool:
    return one == other or {one, other} <= _WRONG or {one, other} <= _RIGHT


def _says_nothing(kinds: Sequence[str]) -> bool:
    return all(kind in ("is", "noun", "small") for kind in kinds)


def _is_objection(*clauses: Sequence[str]) -> bool:
    return any(kinds[:1] == ["but"] for kinds in clauses)
