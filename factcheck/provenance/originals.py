"""Which of several copies is likely the original, and why."""

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from factcheck.dates import later
from factcheck.model import FactCheck, Source

from .links import Links

# "Source: Al Jazeera", "Quelle: dpa", "(Reuters) -", "originally published by …": in one line, and what it names after it.
_CREDIT = re.compile(
    r"^[ \t]*(?:(?:source|sources|quelle|fuente|fonte|bron|via|credit|with inputs from|originally published (?:by|in|on|at))\b"
    r"[ \t]*:?[ \t]*(?P<named>[^\n\r]{1,200})|[^\n\r]{0,60}?\((?P<agency>[^()\n\r]{1,40})\)[ \t]*[-\u2013\u2014:])",
    re.IGNORECASE | re.MULTILINE,
)

_LONGER = 1.1
_MOST = 20  # lines in a text that name a source


class Original(NamedTuple):
    """The source that is likely the original, by its id, and the reason in words; `is_declared` where the fact-check says so."""

    source: str
    reason: str
    is_declared: bool = False


def likely_original(fact_check: FactCheck, copies: Sequence[str], texts: Mapping[str, str] | None = None) -> Original:
    """Which source the sources of these ids, whose text is one, likely come from; it need not be among them.

    What `copy_of` declares comes first, then the one source that all pass claims on from, a wire story, a line that names its source, the certainly earliest date, the longest
    text; where nothing tells, the one that is listed first. `texts` are those of sources, by id.
    """
    return Originals(fact_check, texts or {}).of(copies)


class Originals:
    """Tells the originals of several copies in one fact-check."""

    def __init__(self, fact_check: FactCheck, texts: Mapping[str, str]) -> None:
        self._links, self._texts = Links(fact_check), texts
        self._order = {source.id: place for place, source in enumerate(fact_check.sources)}
        self._relays = _last_relays(fact_check)

    def of(self, copies: Sequence[str]) -> Original:
        """See `likely_original`."""
        roots = {name: self._links.origins[name] for name in copies}
        candidates = [self._links.sources[root] for root in sorted(set(roots.values()), key=self._order.__getitem__)]
        declared = {root: name for name, root in roots.items() if root != name}
        if len(candidates) == 1:
            return Original(candidates[0].id, "it is declared the original of the others", is_declared=True)
        if len(declared) == 1:
            root, name = next(iter(declared.items()))
            return Original(root, f"`{name}` is declared a copy of it")
        found = (
            _relayed(self._relays, copies)
            or _wire(candidates)
            or _credited(self._links, candidates, copies, self._texts)
            or _first(candidates)
            or _longest(candidates, self._texts)
        )
        return found or Original(candidates[0].id, "nothing tells which came first, and it is listed first")


def _last_relays(fact_check: FactCheck) -> Mapping[str, set[str]]:
    """The sources that each source says it has its claims from."""
    sources = {source.id for source in fact_check.sources}
    before: dict[str, set[str]] = {}
    for appearance in (each for claim in fact_check.claims for each in claim.appearances):
        relays = [relay.by for relay in appearance.relays if relay.by in sources and relay.by != appearance.source]
        if relays:
            before.setdefault(appearance.source, set()).add(relays[-1])
    return before


def _relayed(before: Mapping[str, set[str]], copies: Sequence[str]) -> Original | None:
    """The one source that all of them pass claims on from, as the relays say."""
    shared = set.intersection(*(before.get(copy, set()) for copy in copies)) - set(copies)
    named = " and ".join(f"`{copy}`" for copy in copies[:3])
    return Original(shared.pop(), f"{named} pass on what stands in it") if len(shared) == 1 else None


def _wire(candidates: Sequence[Source]) -> Original | None:
    wires = [source.id for source in candidates if source.kind == "wire"]
    return Original(wires[0], "it is a wire story") if len(wires) == 1 else None


def _credited(
    links: Links, candidates: Sequence[Source], copies: Sequence[str], texts: Mapping[str, str]
) -> Original | None:
    names = {source.id: _names(links, source) for source in candidates}
    found: dict[str, str] = {}
    for copy in copies:
        others = {source: known for source, known in names.items() if source != links.origins[copy]}
        for credit in islice(_CREDIT.finditer(texts.get(copy, "")), _MOST):
            words = (credit["named"] or credit["agency"]).casefold()
            named = [source for source, known in others.items() if any(_stands(name, words) for name in known)]
            if len(named) == 1:
                found.setdefault(named[0], f"`{copy}` says “{credit[0].strip()}”")
    return Original(*found.popitem()) if len(found) == 1 else None


def _stands(name: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None


def _names(links: Links, source: Source) -> set[str]:
    makers = [links.agents[maker] for maker in links.makers(source)]
    return {name.casefold() for maker in makers for name in (maker.name, *maker.alternative_names) if name}


def _first(candidates: Sequence[Source]) -> Original | None:
    first = candidates[0]
    for source in candidates:
        first = source if later(first.published, source.published) else first
    if all(later(other.published, first.published) for other in candidates if other is not first):
        return Original(first.id, f"it was published first, {first.published}")
    return None


def _longest(candidates: Sequence[Source], texts: Mapping[str, str]) -> Original | None:
    lengths = sorted((len(texts[source.id].split()), source.id) for source in candidates if source.id in texts)
    if len(lengths) < len(candidates) or lengths[-1][0] < _LONGER * lengths[-2][0]:
        return None
    return Original(lengths[-1][1], "its text is the longest")
