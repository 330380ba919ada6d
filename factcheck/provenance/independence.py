"""How many independent sources a claim has: who heard it, and who only passes on what others heard."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from factcheck.model import Claim, FactCheck

from . import names
from .links import Links


class Report(NamedTuple):
    """One independent report of a claim: the house, the source where one is known, and the pages that rest on it.

    `house` is the id of an agent, or of a source whose publisher is not known, and `name` says it in words; `source` is the id of a source and
    None where only an agent is named; `pages` are ids of sources that the claim stands in, its own page among them.
    """

    house: str
    name: str
    source: str | None
    pages: tuple[str, ...]


class Independence(NamedTuple):
    """What a claim is known from: the claimant's own texts, which are the utterance itself, and independent reports of it."""

    claim: str
    statements: tuple[str, ...]
    reports: tuple[Report, ...]


def independence(fact_check: FactCheck) -> Mapping[str, Independence]:
    """The independent reports of each claim, by the claim's id.

    From the claimant outwards, the first who is somebody else is the one who heard it. Copies, whoever passes
    on another's report, and all pages of one house count as one. A source or an agent of the claimant, or of whom the
    claimant speaks or works for, is the utterance itself and no report.
    """
    links = Links(fact_check)
    return {claim.id: _of_claim(links, claim) for claim in fact_check.claims}


def _of_claim(links: Links, claim: Claim) -> Independence:
    chains = [(each.source, links.of(claim, each)) for each in claim.appearances]
    statements = dict.fromkeys(link.origin for _, chain in chains for link in chain if link.own and link.source)
    reported = [(page, [link for link in chain if not link.own]) for page, chain in chains]
    heard = [(page, others) for page, others in reported if others]
    # Who stands next to the claimant's own text has read it, even where elsewhere another report is passed on.
    direct = [after.house for _, chain in chains for before, after in pairwise(chain) if before.own and not after.own]
    roots = _roots([[link.house for link in others] for _, others in heard], direct)
    pages: dict[str, dict[str, None]] = {}
    for page, others in heard:
        pages.setdefault(roots[others[0].house], {})[page] = None
    first: dict[str, str] = {}
    for link in (link for _, others in heard for link in others if link.source):
        first.setdefault(link.house, link.origin)
    reports = (
        Report(house, names.of_either(links, house), first.get(house), tuple(each)) for house, each in pages.items()
    )
    return Independence(claim.id, tuple(statements), tuple(reports))


def _roots(chains: Iterable[list[str]], direct: Iterable[str]) -> Mapping[str, str]:
    """For each house, one that its report goes back to: it passes on nobody else's, or only in a circle."""
    followers: dict[str, dict[str, None]] = {}
    for chain in chains:
        for house in chain:
            followers.setdefault(house, {})
        for house, other in pairwise(chain):
            if house != other:
                followers[house][other] = None
    roots: dict[str, str] = {}
    direct = dict.fromkeys(direct)
    roots.update((house, house) for house in direct)
    # Whatever nothing leads to, but for a circle, comes last in the order of being done with, and so first backwards.
    for house in (*direct, *reversed(_finished(followers))):
        root = roots.setdefault(house, house)
        waiting = [house]
        while waiting:
            for each in followers[waiting.pop()]:
                if each not in roots:
                    roots[each] = root
                    waiting.append(each)
    return roots


def _finished(followers: Mapping[str, Iterable[str]]) -> list[str]:
    """All houses, each after those that it leads to, but for circles."""
    done, seen = list[str](), set[str]()
    for start in followers:
        if start in seen:
            continue
        seen.add(start)
        way = [(start, iter(followers[start]))]
        while way:
            house, rest = way[-1]
            following = next((each for each in rest if each not in seen), None)
            if following is None:
                done.append(house)
                way.pop()
            else:
                seen.add(following)
                way.append((following, iter(followers[following])))
    return done
