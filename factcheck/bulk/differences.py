"""What differs between two versions of one fact-check: parts are matched by their ids, others by what they say."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from factcheck.model import FactCheck, Localised
from factcheck.model.base import Part

How = Literal["changed", "added", "removed", "reordered"]


class Difference(NamedTuple):
    """One place that differs, as a model path with the ids of parts in it (`verdicts[v1].rating`), and both values, ready for JSON.

    A part without an id has its position there, in the newer version if it stands in both. Of a list that is
    `reordered`, the values are its ids, or the positions that its parts had, in the order then and now.
    """

    path: str
    old: Any
    new: Any
    how: How = "changed"


def differences(old: FactCheck, new: FactCheck) -> tuple[Difference, ...]:
    """All places that differ, in the order of the model; none where the two are equal."""
    return tuple(_between("", old, new))


def _between(path: str, old: Any, new: Any) -> Iterator[Difference]:
    if old == new:
        return
    if isinstance(old, Part) and isinstance(new, Part):
        for name in type(old).model_fields:
            yield from _between(f"{path}.{name}".removeprefix("."), getattr(old, name), getattr(new, name))
    elif isinstance(old, Localised) and isinstance(new, Localised):
        for language in dict.fromkeys((*old, *new)):
            yield from _between(f"{path}.{language}", old.get(language), new.get(language))
    elif isinstance(old, tuple) and isinstance(new, tuple) and isinstance((*old, *new)[0], Part):
        yield from _between_lists(path, old, new)
    else:
        yield Difference(path, _plain(old), _plain(new))


def _between_lists(path: str, old: Sequence[Part], new: Sequence[Part]) -> Iterator[Difference]:
    pairs = _pairs(old, new)
    for index, part in enumerate(new):
        place = f"{path}[{_id(part) or index}]"
        if index in pairs:
            yield from _between(place, old[pairs[index]], part)
        else:
            yield Difference(place, None, _plain(part), "added")
    kept = [pairs[index] for index in sorted(pairs)]
    for index in sorted(set(range(len(old))) - set(kept)):
        yield Difference(f"{path}[{_id(old[index]) or index}]", _plain(old[index]), None, "removed")
    if kept != sorted(kept):
        then, now = ([_id(old[index]) or index for index in order] for order in (sorted(kept), kept))
        yield Difference(path, then, now, "reordered")


def _pairs(old: Sequence[Part], new: Sequence[Part]) -> dict[int, int]:
    """For each part of the newer list that stands in both, by its position, the position that it had."""
    by_id = {_id(part): index for index, part in enumerate(old) if _id(part)}
    pairs = {index: by_id[_id(part)] for index, part in enumerate(new) if _id(part) in by_id}
    known = set(pairs.values())
    then = deque(index for index in range(len(old)) if index not in known)
    now = deque(index for index in range(len(new)) if index not in pairs)
    # What stands before and after all changes goes first, so that one change among equal parts is found where it is.
    for end in (0, -1):
        while then and now and old[then[end]] == new[now[end]]:
            pairs[now[end]] = then[end]
            del then[end], now[end]
    places: dict[Part, deque[int]] = defaultdict(deque)
    for index in then:
        places[old[index]].append(index)
    for index in now:
        if places.get(new[index]):
            pairs[index] = places[new[index]].popleft()
    taken = set(pairs.values())
    left = [index for index in then if index not in taken], [index for index in now if index not in pairs]
    return {**pairs, **dict(_likely(old, left[0], new, left[1]))}


def _likely(old: Sequence[Part], then: list[int], new: Sequence[Part], now: list[int]) -> Iterator[tuple[int, int]]:
    """Of what is left, the first is taken for the first, and so on; two with different ids are never the same."""
    nameless, named = ([i for i in then if (_id(old[i]) is not None) is has] for has in (False, True))
    nameless_now, named_now = ([i for i in now if (_id(new[i]) is not None) is has] for has in (False, True))
    shared = min(len(nameless), len(nameless_now))
    yield from zip(nameless_now, nameless, strict=False)
    yield from zip(named_now, nameless[shared:], strict=False)
    yield from zip(nameless_now[shared:], named, strict=False)


def _id(part: Part) -> str | None:
    identifier: str | None = getattr(part, "id", None)
    return identifier


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return dict(value) if isinstance(value, Mapping) else value
