"""Whether the ids in a model are distinct and its references lead somewhere: one function, written out for its class.

Whatever is read is asked this. A walk that looks up at each part what there is to look at takes three times as long.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

Path = tuple[str, ...]
EACH = "*"
"""The step of a path from a list to what is in it."""


def soundness(ids: Mapping[Path, str], references: Mapping[Path, tuple[str, ...]]) -> Callable[[Any], bool]:
    """A function that says of a model whether no id stands in it twice and no reference dangles.

    `ids` has the collection of the ids at each path, `references` the collections that those at each path may lead to.
    """
    kinds = dict(ids) | {path: f"to_{'_or_'.join(targets)}" for path, targets in references.items()}
    led_to = {kinds[path]: targets for path, targets in references.items()}
    collections = dict.fromkeys(ids.values())
    conditions = [f"len({_set_of(collections)}) == {' + '.join(f'len({collection})' for collection in collections)}"]
    conditions += [f"(not {kind} or {_set_of(targets)}.issuperset({kind}))" for kind, targets in led_to.items()]
    lines = (
        "def is_sound(whole):",
        *(f"{kind} = []" for kind in dict.fromkeys(kinds.values())),
        *_walk("whole", kinds),
        f"return {' and '.join(conditions)}",
    )
    made: dict[str, Callable[[Any], bool]] = {}
    exec("\n ".join(lines), made)  # noqa: S102  # all of it stands here, but for the model's own names
    return made["is_sound"]


def _set_of(kinds: Iterable[str]) -> str:
    return f"{{{', '.join(f'*{kind}' for kind in kinds)}}}"


def _walk(part: str, kinds: Mapping[Path, str]) -> Iterator[str]:
    """The lines that put each value of a part into the list of its kind."""
    for name in dict.fromkeys(path[0] for path in kinds):
        value, inner = f"{part}.{name}", f"{part}_{name}"
        below = {path[1:]: kind for path, kind in kinds.items() if path[0] == name}
        if () in below:
            yield f"if (value := {value}) is not None: {below[()]}.append(value)"
        elif (EACH,) in below:
            yield f"{below[(EACH,)]} += {value}"
        elif all(path[0] == EACH for path in below):
            yield f"for {inner} in {value}:"
            yield from (f" {line}" for line in _walk(inner, {path[1:]: kind for path, kind in below.items()}))
        else:
            yield f"if ({inner} := {value}) is not None:"
            yield from (f" {line}" for line in _walk(inner, below))
