"""Comments of a file that allow what a rule finds: `# factcheck: allow RULE: the reason`.

At the end of a line it holds for what stands in this line; alone in a line, for the next line that says
something; before the first key, for the whole file.
"""

import re
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from .findings import Finding
from .model.near import nearest
from .reading import Comment, Reading
from .rules import ALLOWING, OWN, TEXTS, TIDYING

_ALLOW = re.compile(r"#+\s*factcheck:\s*allow\b\s*([^\s:]*)\s*:?\s*(.*)", re.IGNORECASE)


class Allowance(NamedTuple):
    """A comment that allows what a rule finds, with its reason."""

    rule: str
    reason: str
    comment: Comment


class Sifted(NamedTuple):
    """What was found and holds, what was found and is allowed, both in the order given."""

    held: list[Finding]
    allowed: list[Finding]


def allowances(reading: Reading) -> list[Allowance]:
    """What the comments of a file allow."""
    if not _ALLOW.search(reading.text):
        return []
    return [
        Allowance(match[1], match[2].strip(), comment)
        for comment in reading.comments()
        if (match := _ALLOW.match(comment.text))
    ]


def sifted(
    findings: Iterable[Finding], reading: Reading, rules: Collection[str], asked: Callable[[str], bool] | None = None
) -> Sifted:
    """Findings about a fact-check without those that its file allows, and with what is wrong with its allowing.

    `rules` are the ids of all that there are. `asked` says of a rule's id whether it was asked: of these, what is
    allowed and is not there is a finding, too.
    """
    found = list(findings)
    known = {*rules, *(finding.rule for finding in found)}  # a plugin may find what it does not list
    given = allowances(reading)
    problems = {each: problem for each in given if (problem := _problem(each, known))}
    good = [each for each in given if each not in problems]
    held, allowed, used = list[Finding](), list[Finding](), set[Allowance]()
    for finding in found:
        by = [each for each in good if _covers(each, finding, reading)]
        used.update(by)
        (allowed if by else held).append(finding)
    held += [_at(each, problem, reading) for each, problem in problems.items()]
    if asked is not None:
        held += [_at(each, _unused(each), reading) for each in good if each not in used and asked(each.rule)]
    return Sifted(held, allowed)


def _covers(allowance: Allowance, finding: Finding, reading: Reading) -> bool:
    if allowance.rule != finding.rule:
        return False
    return allowance.comment.about is None or allowance.comment.about in reading.lines_of(finding.path)


def _problem(allowance: Allowance, rules: Collection[str]) -> Finding | None:
    name = allowance.rule
    if name not in rules:
        near = nearest(name, rules)
        hint = f"; did you mean `{near}`?" if near else ""
        return ALLOWING["allow-unknown-rule"].finding(f"there is no rule `{name[:60]}`{hint}: nothing is allowed")
    if name in OWN and name not in TIDYING and name not in TEXTS:
        return ALLOWING["allow-of-form"].finding(f"`{name}` cannot be allowed")
    if not allowance.reason:
        return ALLOWING["allow-without-reason"].finding(f"say why after a colon: `allow {name}: …`; nothing is allowed")
    return None


def _unused(allowance: Allowance) -> Finding:
    where = "in this file" if allowance.comment.about is None else "here"
    return ALLOWING["allow-unused"].finding(f"`{allowance.rule}` finds nothing {where}")


def _at(allowance: Allowance, finding: Finding, reading: Reading) -> Finding:
    return finding.at(reading.name, allowance.comment.line, allowance.comment.column)
