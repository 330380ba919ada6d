"""Ids and the references between parts: which there are, and whether each one leads somewhere.

Both are read off the annotations of the models, so that a new field needs no second entry here.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from .base import RefersTo
from .near import nearest
from .soundness import EACH, soundness

Location = tuple[str | int, ...]
_MOST = 1000  # nobody mends more in one go, and near matches take time
_SINGULAR = {
    "agents": "agent",
    "sources": "source",
    "claims": "claim",
    "corrections": "correction",
    "ratings": "rating",
}
_STANDS_UNDER = {"ratings": "rating_scale"}
_COPY_OF, _APPEARANCES = attrgetter("copy_of"), attrgetter("appearances")


class Problem(NamedTuple):
    """One thing that is wrong among ids and references: its place, its rule, a sentence, and the value there."""

    location: Location
    rule: str
    message: str
    value: Any


class Table(NamedTuple):
    """Where ids stand, with the collection each belongs to; and where references stand, with their targets."""

    ids: tuple[tuple[tuple[str, ...], str], ...]
    references: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


def check_references(whole: BaseModel) -> None:
    """Raise a ValidationError that lists every doubled id, dangling reference and circle of copies."""
    # Most are sound, and one walk tells that; to say what is wrong and where takes one for each path.
    if _is_sound(whole):
        return
    found = list(islice(problems(whole, table_of(type(whole))), _MOST))
    if found:
        raise ValidationError.from_exception_data(
            type(whole).__name__,
            [
                InitErrorDetails(
                    type=PydanticCustomError(problem.rule, "{message}", {"message": problem.message}),
                    loc=problem.location,
                    input=problem.value,
                )
                for problem in found
            ],
        )


def problems(whole: Any, table: Table) -> Iterator[Problem]:
    """Every problem among ids and references, in a model or in the mappings and lists it is made from."""
    collections: dict[str, dict[str, Location]] = {}
    seen: dict[str, Location] = {}
    for path, collection in table.ids:
        ids = collections.setdefault(collection, {})
        for location, value in _values(whole, path):
            if not isinstance(value, str):
                continue
            if value in seen:
                first = show(seen[value])
                yield Problem(location, "duplicate_id", f"the id `{value}` is taken already, at {first}", value)
            else:
                seen[value] = location
            ids.setdefault(value, location)  # one that is doubled may still be referred to
    for path, targets in table.references:
        for location, value in _values(whole, path):
            if isinstance(value, str) and not any(value in collections[target] for target in targets):
                yield Problem(location, "dangling_reference", _no_such(value, targets, collections), value)
    yield from _circles(whole)
    yield from _several_firsts(whole)


def _is_sound(whole: Any) -> bool:
    model: type[BaseModel] = type(whole)
    return (
        _soundness_of(model)(whole)
        and (not any(map(_COPY_OF, whole.sources)) or next(_circles(whole), None) is None)
        and all(map(_is_first_once, map(_APPEARANCES, whole.claims)))
    )


def _is_first_once(appearances: tuple[Any, ...]) -> bool:
    return len(appearances) < 2 or [each.first for each in appearances].count(True) < 2


@cache
def _soundness_of(model: type[BaseModel]) -> Callable[[Any], bool]:
    table = table_of(model)
    return soundness(dict(table.ids), dict(table.references))


def show(location: Location) -> str:
    """A location as people read it: `claims[0].claimants[1]`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return text.removeprefix(".")


@cache
def table_of(model: type[BaseModel]) -> Table:
    """Where ids and references stand in a model, from its annotations."""
    ids: list[tuple[tuple[str, ...], str]] = []
    references: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for path, metadata in _fields(model, ()):
        targets = next((mark.collections for mark in metadata if isinstance(mark, RefersTo)), None)
        if targets is not None:
            references.append((path, targets))
        elif path[-1] == "id" and len(path) > 1:
            ids.append((path, path[-3]))
    return Table(tuple(ids), tuple(references))


def _fields(model: type[BaseModel], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tuple[Any, ...]]]:
    for name, field in model.model_fields.items():
        for steps, annotation, metadata in _leaves(field.annotation, tuple(field.metadata)):
            if isinstance(annotation, type) and issubclass(annotation, BaseModel):
                yield from _fields(annotation, (*path, name, *steps))
            else:
                yield (*path, name, *steps), metadata


def _leaves(annotation: Any, metadata: tuple[Any, ...]) -> Iterator[tuple[tuple[str, ...], Any, tuple[Any, ...]]]:
    if get_origin(annotation) is Annotated:
        yield from _leaves(get_args(annotation)[0], (*metadata, *annotation.__metadata__))
    elif get_origin(annotation) is tuple:
        for steps, inner, marks in _leaves(get_args(annotation)[0], metadata):
            yield (EACH, *steps), inner, marks
    elif get_args(annotation) and type(None) in get_args(annotation):
        for option in get_args(annotation):
            if option is not type(None):
                yield from _leaves(option, metadata)
    else:
        yield (), annotation, metadata


def _values(node: Any, path: tuple[str, ...], location: Location = ()) -> Iterator[tuple[Location, Any]]:
    if not path:
        yield location, node
    elif path[0] == EACH:
        if isinstance(node, list | tuple):
            for index, item in enumerate(node):
                yield from _values(item, path[1:], (*location, index))
    else:
        child = _child(node, path[0])
        if child is not None:
            yield from _values(child, path[1:], (*location, path[0]))


def _child(node: Any, name: str) -> Any:
    return node.get(name) if isinstance(node, Mapping) else getattr(node, name, None)


def _no_such(value: str, targets: tuple[str, ...], collections: Mapping[str, Mapping[str, Location]]) -> str:
    wanted = "part" if len(targets) > len(_SINGULAR) else " or ".join(_SINGULAR[target] for target in targets)
    there = list(islice((known for target in targets for known in collections[target]), _MOST))
    near = nearest(value, there)
    elsewhere = next((name for name, ids in collections.items() if value in ids), None)
    if near:
        return f"there is no {wanted} `{value}`; did you mean `{near}`?"
    if elsewhere:
        return f"`{value}` stands under {elsewhere}, but here the id of a {wanted} is needed"
    if there:
        return f"there is no {wanted} `{value}`; there are {', '.join(sorted(there)[:8])}"
    places = " or ".join(f"`{_STANDS_UNDER.get(target, target)}`" for target in targets)
    return f"there is no {wanted} `{value}`: there are no {' or '.join(targets)} yet; add them under {places}"


def _circles(whole: Any) -> Iterator[Problem]:
    sources = dict(_values(whole, ("sources", EACH)))
    if not any(_child(source, "copy_of") for source in sources.values()):
        return
    copied = {
        _child(source, "id"): _child(_child(source, "copy_of"), "source")
        for source in sources.values()
        if isinstance(_child(source, "id"), str)
    }
    circular = _on_circles(copied)
    for location, source in sources.items():
        start = _child(source, "id")
        if isinstance(start, str) and start in circular:
            message = f"`{start}` is, in the end, a copy of itself"
            yield Problem((*location, "copy_of", "source"), "circular_copy", message, start)


def _on_circles(copied: Mapping[str, Any]) -> set[str]:
    circular: set[str] = set()
    walk_of: dict[str, int] = {}
    for walk, start in enumerate(copied):
        step = start
        while isinstance(step, str) and step in copied and step not in walk_of:
            walk_of[step] = walk
            step = copied[step]
        while isinstance(step, str) and walk_of.get(step) == walk and step not in circular:
            circular.add(step)
            step = copied[step]
    return circular


def _several_firsts(whole: Any) -> Iterator[Problem]:
    for location, claim in _values(whole, ("claims", EACH)):
        firsts = [where for where, first in _values(claim, ("appearances", EACH, "first")) if _is_true(first)]
        for where in firsts[1:]:
            message = f"`{_child(claim, 'id')}` has another first appearance already"
            yield Problem((*location, *where), "several_firsts", message, True)


def _is_true(value: Any) -> bool:
    # Data from YAML is text still, and pydantic takes these words for true.
    return str(value).lower() in ("true", "yes", "on", "y", "t", "1")
