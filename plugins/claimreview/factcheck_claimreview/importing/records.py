"""The reviews of a document as fact-checks: which belong together, and what of the document is in none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from factcheck import Imported

from .leaves import left
from .media import names_of_media, names_of_review
from .nodes import Node, Reading
from .own import OwnMapping, own_id
from .own_account import account_of_wrappers
from .pointers import Objects, Placed
from .reviews import ReviewMapping
from .validation import validated

_ALONE = "alone"
_NONE: Mapping[str, Objects] = {}


def records(reading: Reading, reviews: Objects, media: Objects, language: str | None) -> Iterator[Imported]:
    """Each review as a fact-check, those of one fact-check that we wrote ourselves as one; then the leaves in none."""
    groups, ours = _grouped(reading, reviews)
    apart = _assigned([node for group in groups.values() for node in group], media) if media else _NONE
    for data, pointer in apart.get(_ALONE, ()):
        groups[pointer] = [Node(data, pointer, reading)]
    base = reading.base
    repeated = _repeated(_url(group[0]) for key, group in groups.items() if key not in ours)
    for key, group in groups.items():
        before, first = len(reading.findings), group[0]
        url = _url(first)
        reading.base = base or url
        mapping: OwnMapping | ReviewMapping
        if key in ours:
            mapping = OwnMapping(group, key, language)
        else:
            belonging = [Node(data, pointer, reading) for data, pointer in apart.get(first.pointer, ())]
            mapping = ReviewMapping(first, language, belonging, shared=url in repeated)
            if url in repeated:
                message = "another review has this address: its id is made of address and claim"
                reading.find("claimreview-same-address", message, first.place("url"))
        fact_check = validated(mapping.data, reading, first.pointer)
        if fact_check:
            mapping.settle(fact_check)
        else:
            for node in group:
                reading.untake(node.pointer)
        reading.tell_names()
        told = tuple(reading.findings[before:])
        yield Imported(first.pointer, fact_check, told, mapping.origins, key in ours, *reading.stands[1:])
    if ours:
        account_of_wrappers(reading)
    rest = tuple(left(reading))
    if rest:
        yield Imported("", None, rest)


def _grouped(reading: Reading, reviews: Objects) -> tuple[dict[str, list[Node]], set[str]]:
    """The reviews by the fact-check of ours that they belong to, all others by their place; and which are ours."""
    groups: dict[str, list[Node]] = {}
    ours = set[str]()
    for data, pointer in reviews:
        # What is said in attributes is all text, and not as we wrote it.
        own = None if reading.is_textual else own_id(data)
        groups.setdefault(own or pointer, []).append(Node(data, pointer, reading))
        if own:
            ours.add(own)
    return groups, ours


def _repeated(urls: Iterable[str | None]) -> set[str | None]:
    """The addresses that stand more than once."""
    seen, repeated = set[str | None](), set[str | None]()
    for url in urls:
        (repeated if url and url in seen else seen).add(url)
    return repeated


def _assigned(nodes: Sequence[Node], media: Objects) -> Mapping[str, Objects]:
    """MediaReviews by the pointer of the review that they belong to; under `_ALONE` those that belong to none."""
    assigned: dict[str, list[Placed]] = {}
    pointers, apart = {node.pointer for node in nodes}, set[str]()
    owners = {name: node.pointer for node in nodes for name in names_of_review(node.data)}
    for data, pointer in media:
        if not _is_within(pointer, pointers, apart):
            owner = next((owners[name] for name in sorted(names_of_media(data)) if name in owners), _ALONE)
            assigned.setdefault(owner, []).append((data, pointer))
    return assigned


def _is_within(pointer: str, pointers: AbstractSet[str], apart: set[str]) -> bool:
    """Whether a place is below one of these; `apart` are those that are known not to be, which grow."""
    passed = list[str]()
    while pointer and pointer not in apart:
        pointer = pointer.rpartition("/")[0]
        if pointer in pointers:
            return True
        passed.append(pointer)
    apart.update(passed)
    return False


def _url(review: Node) -> str | None:
    """The address of a review, where it is a whole one."""
    url: Any = review.data.get("url")
    return url if isinstance(url, str) and url.startswith(("http://", "https://")) else None
