"""What a label says, by the words of one language: a verdict, or a short sentence with one.

A verdict is read where it is all that a clause says ("The claim is false"), where a sentence opens with
it ("Fake the photo that shows …", "It is a hoax …"), or says it of a claim or the like ("The claim that
… is false", "The video is false because …").  A denied verdict is not that verdict, and one that is taken
back, or two that disagree, are none.
"""

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.model.ratings import Category

from .tables import UNKNOWN, Table
from .verdict import DEGREES, RIGHT, VERDICTS, WRONG, Unclear, agree, amounts_to, lessened, with_degrees
from .words import Clause

_AROUND = frozenset({"is", "noun", "small", "fully"})
_OUTRIGHT = frozenset({"false", "altered", "satire"})
FEW = 5
_LONGEST = 30
_LONGEST_UNSPACED = 60


class _Told(NamedTuple):
    """The kinds of a clause's words; and whether it begins a sentence, and ends one."""

    kinds: Sequence[str]
    begins: bool
    ends: bool


def read(clauses: Sequence[Clause], table: Table) -> Category | None:
    """The category that these clauses give, None where they give none.

    Raises Unclear where they have one and do not give it.
    """
    told = _told(clauses, table)
    if not told:
        return None
    first = _opening(told[0].kinds, table)
    wholes = [_whole(each.kinds) for each in told[1:]]
    if first is None:
        return _later(told[1:], wholes)
    if not all(agree(first, whole) for whole in wholes if whole):
        raise Unclear
    return _limited(_qualified(first, told), told)


def objects(clause: Clause, table: Table) -> bool:
    """Whether a clause takes back what was said before it: "but …"."""
    return _is_objection(table.kinds(clause.text))


def _told(clauses: Sequence[Clause], table: Table) -> list[_Told]:
    """What the clauses say, without those that ask and those that say nothing."""
    told = []
    begins = True
    for clause in clauses:
        kinds = table.kinds(clause.text)
        if not clause.asks and not all(kind in ("is", "noun", "small") for kind in kinds):
            told.append(_Told(kinds, begins, clause.ends))
        begins = clause.ends
    return told


def _qualified(verdict: Category, told: Sequence[_Told]) -> Category:
    """The verdict with the degree that a clause of its own gives it: "True (in part)".

    Raises Unclear where something is said to be right, and a few words that are not known follow: "True, with
    caveats"; after a sentence that is ended, more than one clause is an explanation. So it does where such a
    sentence goes on: "It is true, as they say, that …".
    """
    after = [each.kinds for each in told[1:]]
    for kinds in after:
        if any(kind in DEGREES for kind in kinds) and all(kind in DEGREES or kind in _AROUND for kind in kinds):
            verdict = with_degrees(verdict, [kind for kind in kinds if kind in DEGREES])
    if verdict in RIGHT and _hedged(told[0], after):
        raise Unclear
    return verdict


def _hedged(first: _Told, after: Sequence[Sequence[str]]) -> bool:
    if first.ends and len(after) > 1:
        return False
    goes_on = not first.ends and any(kind in ("is", "small") for kind in first.kinds)
    return any(UNKNOWN in kinds and (goes_on or len(kinds) <= FEW) for kinds in after)


def _later(told: Sequence[_Told], wholes: Sequence[Category | None]) -> Category | None:
    """The verdict that a text ends with, or else gives in a sentence of its own or says of "the claim"."""
    if not told or _is_objection(told[-1].kinds):
        return None
    given = [verdict for each, whole in zip(told, wholes, strict=True) if (verdict := _standing(each, whole))]
    verdict = wholes[-1] or next(iter(given), None)
    if verdict and not all(agree(verdict, other) for other in given):
        raise Unclear
    return verdict


def _standing(told: _Told, whole: Category | None) -> Category | None:
    """The verdict of a clause that says it of a claim, or that is a sentence for itself: "… This is false. …"."""
    if whole:
        alone = told.begins and told.ends and whole in WRONG
        return whole if alone or _names_claim(told.kinds) else None
    return None if "but" in told.kinds else _predicate(told.kinds)


def _limited(verdict: Category, told: Sequence[_Told]) -> Category:
    """The verdict where it is said without a but, or with one that nothing follows: "True, but …". Raises Unclear.

    What is wrong stays so where a sentence has said it and another begins with the but: "False. However, …".
    """
    if not _is_objection(*(each.kinds for each in told[1:2])):
        return verdict
    if len(told) > 2 or len(told[1].kinds) > 1:
        if told[0].ends and verdict in WRONG:
            return verdict
        raise Unclear
    return lessened(verdict)


def _opening(kinds: Sequence[str], table: Table) -> Category | None:
    whole = _whole(kinds)
    if whole:
        return whole
    if kinds[-1] == "but" and (whole := _whole(kinds[:-1])):
        return lessened(whole)
    if "but" in kinds[1:]:
        raise Unclear
    if len(kinds) > (_LONGEST if table.spaced else _LONGEST_UNSPACED):
        return None
    return _lead(kinds) or _predicate(kinds)


def _whole(kinds: Sequence[str]) -> Category | None:
    """The verdict of a clause without any other content."""
    if all(kind in VERDICTS or kind in _AROUND or kind in DEGREES or kind == "not" for kind in kinds):
        return amounts_to(kinds)
    return None


def _lead(kinds: Sequence[str]) -> Category | None:
    """The verdict that a sentence opens with; never that something is true, since such sentences go on.

    Anything may follow a verdict that is said outright, "It is a hoax …"; otherwise a small word or a noun for claims.
    """
    end = next((index for index, kind in enumerate(kinds) if kind in VERDICTS), None)
    if end is None or any(kind not in DEGREES and kind not in ("not", "small", "is") for kind in kinds[:end]):
        return None
    rest = kinds[end + 1 :]
    if rest[:1] == ["not"] and rest[1:2] and rest[1] not in VERDICTS:
        end, rest = end + 1, rest[1:]
    verdict = amounts_to(kinds[: end + 1])
    outright = "is" in kinds[:end] and verdict in _OUTRIGHT
    follows = rest and (rest[0] in ("small", "noun") or (outright and rest[0] == UNKNOWN))
    return verdict if follows and verdict in WRONG else None


def _predicate(kinds: Sequence[str]) -> Category | None:
    """The verdict that a sentence closes with, or goes on to explain, said of a noun for claims; never that it is true."""
    places = [index for index, kind in enumerate(kinds) if kind in VERDICTS]
    if not places:
        return None
    last = places[-1]
    if all(kind in ("noun", "is", "fully", "not") for kind in kinds[last + 1 :]):
        # Where a language has its verb at the end, anything may stand between the claim and the verdict.
        ends_with_verb = kinds[last + 1 : last + 2] == ["is"] and kinds[0] == "noun"
        return _said_of_claim(kinds, last, ("is", "noun", UNKNOWN) if ends_with_verb else ("is", "noun"))
    first = places[0]
    explains = kinds[first + 1] == "small" and not any(VERDICTS.get(kind) in RIGHT for kind in kinds[first + 1 :])
    return _said_of_claim(kinds[: first + 1], first, ("is",)) if explains else None


def _said_of_claim(kinds: Sequence[str], place: int, joined: Sequence[str]) -> Category | None:
    """The verdict at a place, if what stands before it names a claim and nothing else is said of it."""
    start = place
    while start and (kinds[start - 1] in DEGREES or kinds[start - 1] in ("not", "small")):
        start -= 1
    subject = kinds[:start]
    if not subject or subject[-1] not in joined or not _names_claim(subject):
        return None
    if any(kind in VERDICTS or kind in ("not", "but", "says") for kind in subject):
        return None
    verdict = amounts_to(kinds[start:])
    return None if verdict in RIGHT else verdict


def _names_claim(subject: Sequence[str]) -> bool:
    """Whether a subject has a noun for claims where a noun stands: at the beginning or after a small word."""
    before = ("small", *subject)
    return any(kind == "noun" and before[index] in ("small", "noun") for index, kind in enumerate(subject))


def _is_objection(*clauses: Sequence[str]) -> bool:
    return any(kinds[:1] == ["but"] for kinds in clauses)
