"""Copies that were found in the texts of sources, beside those that are declared."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck import text
from factcheck.model import CopyOf, FactCheck

from .originals import Original, Originals
from .origins import origins

if TYPE_CHECKING:
    from factcheck.text import Copies, Copy

Kind = Literal["reposted", "excerpted"]
_MOSTLY = 0.5


class Found(NamedTuple):
    """Sources whose text is one, or stands for the most part in the other's, and which is likely the original.

    `sources` are ids; `pairs` are the copies that say so. `is_declared` where the fact-check says already that they come from one.
    """

    sources: tuple[str, ...]
    original: Original
    pairs: "tuple[Copy, ...]"
    is_declared: bool


def found_copies(fact_check: FactCheck, texts: Mapping[str, str], given: "Copies | None" = None) -> tuple[Found, ...]:
    """The sources that are copies by their texts, which are given by the sources' ids: groups first, then pairs.

    Texts of other ids are left aside; `given` is what `copies` found in the texts, where that is known already.
    A shared passage that is less than half of either text makes no copy of a source; it is in `given.pairs` only.
    """
    found = given or text.copies({source.id: texts[source.id] for source in fact_check.sources if source.id in texts})
    roots, originals = origins(fact_check), Originals(fact_check, texts)

    def told(sources: tuple[str, ...], pairs: "tuple[Copy, ...]") -> Found:
        return Found(sources, originals.of(sources), pairs, len({roots[source] for source in sources}) == 1)

    first = {name: group[0] for group in found.groups for name in group}
    wholes: dict[str, list[Copy]] = {}
    for each in found.pairs:
        if each.extent is text.Extent.WHOLE:
            wholes.setdefault(first[each.one], []).append(each)
    groups = [told(group, tuple(wholes[group[0]])) for group in found.groups]
    parts = [
        told((each.one, each.other), (each,))
        for each in found.pairs
        if each.extent is text.Extent.PASSAGE and max(each.share, each.other_share) > _MOSTLY
    ]
    return (*groups, *parts)


def with_copies(fact_check: FactCheck, found: tuple[Found, ...]) -> FactCheck:
    """The fact-check with found copies declared, so that whatever looks at `copy_of` sees them, too.

    What is declared already stays. Where both of two copies are declared to come from elsewhere, what they come from is one.
    """
    added: dict[str, CopyOf] = {}
    roots = dict(origins(fact_check))
    for each in found:
        for source in each.sources:
            root, original = _end(roots, source), _end(roots, each.original.source)
            if root != original:
                copied = each.original.source if root == source else original
                kind: Kind = "excerpted" if each.pairs[0].extent is text.Extent.PASSAGE else "reposted"
                added[root] = CopyOf(source=copied, kind=kind, note=f"Found in its text; {each.original.reason}.")
                roots[root] = original
    if not added:
        return fact_check
    sources = tuple(
        source.model_copy(update={"copy_of": added[source.id]}) if source.id in added else source
        for source in fact_check.sources
    )
    return fact_check.model_copy(update={"sources": sources})


def _end(roots: dict[str, str], source: str) -> str:
    while roots[source] != source:
        source = roots[source]
    return source


def undeclared(fact_check: FactCheck, found: tuple[Found, ...]) -> Iterator[tuple[str, Original]]:
    """The sources that are copies by their texts and do not say so, by their ids, with what is likely their original."""
    roots = origins(fact_check)
    told = set[str]()
    for each in found:
        for source in each.sources:
            if source not in told and roots[source] != roots[each.original.source]:
                told.add(source)
                yield source, each.original
