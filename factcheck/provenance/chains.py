"""Through whom a claim got where it stands: link by link, and as a sentence."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.model import Appearance, Claim, FactCheck

from . import names
from .links import Link, Links

# How a relay's verb reads in the passive. Verbs of saying are the claimant's: the page "said" that he said so.
_SAYING = frozenset((
    "according to", "added", "admitted", "alleged", "announced", "argued", "asserted", "claimed", "confirmed",
    "declared", "denied", "explained", "insisted", "reported", "said", "says", "stated", "suggested", "told", "wrote",
))  # fmt: skip
_HEARING = frozenset(
    ("asked", "heard", "interviewed", "quoted", "spoke to", "spoke with", "told", "was told", "were told")
)
_PASSING = frozenset((
    "aired", "broadcast", "carried", "cited", "copied", "excerpted", "posted", "printed", "published", "quoted",
    "quotes", "relayed", "repeated", "reposted", "republished", "retold", "retweeted", "shared", "summarised",
    "summarized", "syndicated", "translated",
))  # fmt: skip
_PARTICIPLES = {"quotes": "quoted"}
_COPIES = {"syndicated": "a copy", "reposted": "a copy", "translated": "a translation", "excerpted": "an excerpt"}
_SAYS_ITSELF = frozenset(("reposted", "republished", "syndicated", "translated", "excerpted", "copied", "retweeted"))


class Step(NamedTuple):
    """One step of a chain: the id of an agent or a source, its name in words, and the words that join it to what is before.

    `verb` is the relay's, and None where no relay names this page. `role` is `own` for a text or voice of the
    claimant, `heard` for the first who is somebody else, `passed` for all after it. `copy` is how this page
    copies what is before it (`syndicated`, `reposted`, `translated`, `excerpted`), None where it is no copy of it.
    """

    by: str
    name: str
    phrase: str
    verb: str | None
    role: str
    copy: str | None


class Chain(NamedTuple):
    """How a claim reached one source: `claim` and `source` are ids, `appearance` its place in the claim's list, from 0.

    `claimants` are names in words; `attributed_to` is what that page calls them, where it leaves out the name.
    """

    claim: str
    appearance: int
    source: str
    claimants: tuple[str, ...]
    steps: tuple[Step, ...]
    attributed_to: str | None

    @property
    def sentence(self) -> str:
        """The chain in words: "An unnamed senior Taliban commander, to The Sunday Times, reported by …, printed by …"."""
        said = ", ".join((_listed(self.claimants), *(step.phrase for step in self.steps)))
        called = f", which attributes it to {_quoted(self.attributed_to)}" if self.attributed_to else ""
        return f"{said[0].upper()}{said[1:]}{called}."


def chains(fact_check: FactCheck) -> tuple[Chain, ...]:
    """The chain of each appearance of each claim, in the order of the fact-check; English words, and names as they stand."""
    links = Links(fact_check)
    return tuple(
        _chain(links, claim, index) for claim in fact_check.claims for index, _ in enumerate(claim.appearances)
    )


def _chain(links: Links, claim: Claim, index: int) -> Chain:
    appearance = claim.appearances[index]
    claimants = tuple(names.of_agent(links.agents[each]) for each in claim.claimants) or ("somebody unknown",)
    return Chain(
        claim.id, index, appearance.source, claimants,
        tuple(_steps(links, links.of(claim, appearance))), _renamed(links, claim, appearance),
    )  # fmt: skip


def _steps(links: Links, given: Iterable[Link]) -> Iterator[Step]:
    before: Link | None = None
    heard = False
    for link in given:
        copy = _copied(before, link)
        role = "own" if link.own and not copy else "passed" if heard or link.own else "heard"
        heard = heard or role == "heard"
        name = names.of_agent(link.agent) if link.agent else names.of_source(links, links.sources[link.by])
        is_first = before is None
        yield Step(link.by, name, _phrase(link, name, role, copy, is_first=is_first), link.verb, role, copy)
        before = link


def _copied(before: Link | None, link: Link) -> str | None:
    copies = before is not None and before.origin == link.origin
    return link.source.copy_of.kind if copies and link.source and link.source.copy_of else None


def _phrase(link: Link, name: str, role: str, copy: str | None, *, is_first: bool) -> str:
    verb = (link.verb or "").casefold().strip()
    if role == "own":
        return names.occasion(link.source) if link.source else f"through {name}"
    if is_first and verb in _HEARING:
        return f"to {name}"
    if verb in _PASSING:
        said = f"{_PARTICIPLES.get(verb, verb)} by {name}"
    elif not verb or verb in _SAYING or verb in _HEARING:
        said = f"reported by {name}"
    else:  # in whatever language it is
        said = f"passed on by {name} (“{link.verb}”)"
    return f"{said} ({_COPIES[copy]})" if copy and verb not in _SAYS_ITSELF else said


def _renamed(links: Links, claim: Claim, appearance: Appearance) -> str | None:
    """What the page calls the claimant, where no word of the claimant's name is in it."""
    named = [links.agents[each].name for each in claim.claimants]
    called = appearance.attributed_to
    if called is None or not named or None in named:
        return None
    words = {word for name in named for word in str(name).casefold().split()}
    return None if any(word in called.casefold() for word in words) else called


def _listed(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _quoted(words: str) -> str:
    return words if words[0] in '“"«„' else f"“{words}”"
