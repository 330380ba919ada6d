"""Which of the scales that plugins bring are used: a publisher's own before that of a collection."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from factcheck.labels import PublishedScale
from factcheck.labels.words import words

from .breaches import scale_breach
from .offers import Offer, gathered
from .plugin import Plugin

_FEW = 4


@dataclass(frozen=True, eq=False)
class _Brought:
    """A scale, and the plugin that brings it."""

    plugin: Plugin
    scale: PublishedScale

    @property
    def publisher(self) -> str:
        return words(self.scale.publisher)

    @property
    def marks(self) -> set[tuple[str, str]]:
        """By what a fact-check is known to be this publisher's."""
        names = {("name", words(name)) for name in (self.scale.publisher, *self.scale.other_names)}
        return names | {("site", site.lower()) for site in self.scale.sites}

    def __str__(self) -> str:
        return f"`{self.scale.publisher}` by {self.plugin}"


def scales_offered(plugins: Iterable[Plugin]) -> Offer[PublishedScale]:
    """The scales that plugins bring, by publisher; those that are the publisher's own first, as for sites that others have.

    Of several scales of one publisher the one that is `own` is used. Of two that both are, or neither, and share a
    name or a site, neither is used: nothing tells which one is meant.
    """
    given, problems = gathered(plugins, "factcheck_rating_scales", scale_breach)
    brought = [_Brought(plugin, scale) for plugin, scale in given]
    brought.sort(key=lambda each: (not each.scale.own, each.scale.publisher))
    own = {each.publisher: each for each in brought if each.scale.own}
    notes = [
        (each.plugin, f"the scale of {each} gives way to the publisher's own, {own[each.publisher]}")
        for each in brought
        if not each.scale.own and each.publisher in own
    ]
    left = [each for each in brought if each.scale.own or each.publisher not in own]
    sizes = Counter(str(plugin) for plugin, _ in given)
    rivals: dict[_Brought, str] = {}
    for mark, sharing in _shared(left):
        for each in sharing:
            rivals.setdefault(each, _told(mark, sharing, sizes))
    problems += [(each.plugin, told) for each, told in rivals.items()]
    used = [each for each in left if each not in rivals]
    return Offer(
        {each.scale.publisher: each.scale for each in used},
        {each.scale.publisher: each.plugin for each in used},
        tuple(problems),
        tuple(notes),
    )


def _shared(brought: Iterable[_Brought]) -> Iterator[tuple[str, list[_Brought]]]:
    """Each name or site that several scales of one rank have, with these."""
    bearers: dict[tuple[bool, str, str], list[_Brought]] = {}
    for each in brought:
        for kind, mark in sorted(each.marks):
            bearers.setdefault((each.scale.own, kind, mark), []).append(each)
    return ((f"the {kind} `{mark}`", sharing) for (_, kind, mark), sharing in bearers.items() if len(sharing) > 1)


def _told(mark: str, sharing: list[_Brought], sizes: Mapping[str, int]) -> str:
    whose = " and ".join(map(str, sharing[:_FEW])) + (" …" if len(sharing) > _FEW else "")
    plugins = dict.fromkeys(str(each.plugin) for each in sharing[:_FEW])
    lost = " or ".join(f"the {sizes[each]} of {each}" for each in plugins)
    way = (
        "take `own` from all but the publisher's" if sharing[0].scale.own else "give `own=True` to the publisher's own"
    )
    return f"{mark} is that of {whose}, and nothing tells which one is meant, so none of them is used; {way}, or block one and lose {lost}"
