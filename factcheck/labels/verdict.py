"""What words of verdicts amount to with the degrees and denials around them: "mostly not true"."""

from collections.abc import Sequence
from typing import get_args

from factcheck.model.ratings import Category

VERDICTS: dict[str, Category] = {**{category: category for category in get_args(Category)}, "confirmed": "true"}
DEGREES = frozenset({"fully", "mostly", "partly"})
WRONG = frozenset({"false", "mostly-false", "mixed", "altered", "missing-context", "satire"})
RIGHT = frozenset({"true", "mostly-true"})
_DENIED: dict[str, Category] = {"true": "false", "confirmed": "unproven"}
_MOSTLY: dict[str, Category] = {"false": "mostly-false", "true": "mostly-true", "confirmed": "mostly-true"}
_PARTLY: dict[str, Category] = {
    "false": "mixed", "mostly-false": "mixed", "true": "mixed", "mostly-true": "mixed", "confirmed": "mixed",
}  # fmt: skip
# "Truth and manipulation", "truth and fiction".
_TOGETHER: tuple[tuple[frozenset[str], Category], ...] = (
    (RIGHT | {"missing-context"}, "missing-context"),
    (RIGHT | {"false", "mostly-false"}, "mixed"),
)


class Unclear(Exception):  # noqa: N818  # no error: the sentence has a verdict and does not give it
    """A verdict is there, but it is denied, taken back or contradicted."""


def amounts_to(kinds: Sequence[str]) -> Category | None:
    """What the verdicts among these kinds of words amount to, None where there are none. Raises Unclear."""
    found: list[Category] = []
    pending: list[str] = []
    joined = True
    for index, kind in enumerate(kinds):
        if found and kind in ("is", "noun"):
            joined = False
        if kind in VERDICTS:
            found.append(with_degrees(kind, pending, _after(kinds[index + 1 :])))
            pending = []
        elif kind in DEGREES or kind == "not":
            pending.append(kind)
    if not found:
        return None
    wrong = next((category for category in found if category in WRONG), found[0])
    if all(agree(wrong, other) for other in found):
        return wrong
    together = next((category for both, category in _TOGETHER if both >= set(found)), None)
    if together is None or not joined:
        raise Unclear
    return together


def with_degrees(kind: str, before: Sequence[str], after: Sequence[str] = ()) -> Category:
    """What a verdict is with the degrees and denials that stand around it. Raises Unclear."""
    around = (*before, *after)
    if "not" in around:
        return _denied(kind, before, after)
    verdict = VERDICTS[kind]
    if "partly" in around:
        if kind == "unproven":
            raise Unclear
        return _PARTLY.get(kind, verdict)
    return _MOSTLY.get(kind, verdict) if "mostly" in around else verdict


def lessened(verdict: Category) -> Category:
    """What a verdict is with a "but" that nothing follows: "True, but …". Raises Unclear."""
    if verdict not in _MOSTLY:
        raise Unclear
    return _MOSTLY[verdict]


def agree(one: str, other: str) -> bool:
    """Whether a second verdict may be given with a first: both find something wrong, both right, or one no proof of it."""
    if one in WRONG:
        return other in WRONG or other == "unproven"
    return one == other or {one, other} <= RIGHT


def _after(rest: Sequence[str]) -> list[str]:
    """The degrees and denials that follow the last verdict, up to where something else begins.

    Raises Unclear where more of them follow there: what they belong to is not known.
    """
    if any(kind in VERDICTS for kind in rest):
        return []
    end = next((index for index, kind in enumerate(rest) if kind in ("small", "noun")), len(rest))
    if any(kind in ("not", "mostly", "partly") for kind in rest[end:]):
        raise Unclear
    return [kind for kind in rest[:end] if kind != "is"]


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
    return with_degrees(_DENIED[kind], lighter)
