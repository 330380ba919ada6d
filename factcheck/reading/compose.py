"""Plain data from a stream of events, and where each key and value of it is written.

YAML and JSON come in as the same events, so what holds for both is decided once, here: keys stand
once, aliases are resolved, and neither depth nor number of values gets out of hand. A stack takes the place of
recursion; aliased parts are shared, so that an alias bomb stays small until it is counted.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from factcheck.model.references import Location

from .doubled import Doubled
from .rules import Broken, Problem, visible

MOST_VALUES = 200_000
MOST_LEVELS = 100
_SURROGATE = re.compile("[\ud800-\udfff]")

Kind = Literal["mapping", "list", "end", "scalar", "alias", "merge", "problem"]
Event = tuple[Kind, int, Any, str | None]
"""Kind, offset in code points, value, anchor.

The value of a scalar is itself, of an alias its name, of a problem its rule and message; of a mapping,
whether it stands in lines of its own, without brackets.
"""

Marks = dict[str | int, tuple[int, int, "Marks"]]
"""For each key or index: the offset of the key, the offset of the value, and the marks within it."""


@dataclass(frozen=True, slots=True)
class Tree:
    """What a text holds: plain data, where it is written, and what is wrong with how it is written.

    `data` is None where `complete` is false: then the last problem ended the reading, or there was nothing.
    """

    data: Any
    at: int
    marks: Marks
    problems: tuple[Problem, ...]
    complete: bool
    ids_left_out: frozenset[str] = frozenset()
    """Values of an `id` that stands twice in its mapping: written, but not in the data."""

    def offset(self, location: Location, *, of_key: bool = False) -> int:
        """Where a value, or its key, is written; the nearest parent's place where it is not."""
        at, marks = self.at, self.marks
        for index, step in enumerate(location):
            if step not in marks:
                break
            key_at, value_at, marks = marks[step]
            at = key_at if of_key and index == len(location) - 1 else value_at
        return at


def compose(events: Iterable[Event]) -> Tree:
    """Build the tree; what is wrong with the text is in its problems."""
    composer = _Composer()
    take = composer.take
    try:
        for kind, at, value, anchor in events:
            take[kind](at, value, anchor)
    except Broken as broken:
        return composer.tree(broken)
    return composer.tree(None)


@dataclass(slots=True)
class _Node:
    """A mapping or list while it is built; or an anchored scalar."""

    data: Any
    at: int
    is_mapping: bool = False
    is_block: bool = False
    marks: Marks = field(default_factory=dict)
    size: int = 1
    height: int = 1
    done: bool = False
    is_key: bool = False
    key: str | None = None
    key_at: int = 0
    skips_value: bool = False
    doubled: Doubled | None = None

    @property
    def step(self) -> str | int | None:
        return self.key if self.is_mapping else len(self.data)

    @property
    def wants_key(self) -> bool:
        return self.is_mapping and self.key is None


class _Composer:
    """The stack of mappings and lists that are open; at its bottom a list that takes the root."""

    def __init__(self) -> None:
        self._root = _Node([], 0)
        self._stack = [self._root]
        self._anchors: dict[str, _Node] = {}
        self._unused: dict[int, Problem] = {}
        self._doubled: list[Doubled] = []
        self._ids_left_out: set[str] = set()
        self._values = 0
        self._problems: list[Problem] = []
        self.take: Mapping[Kind, Callable[[int, Any, str | None], None]] = {
            "scalar": self._scalar,
            "mapping": self._open_mapping,
            "list": self._open_list,
            "end": self._close,
            "alias": self._alias,
            "merge": self._merge,
            "problem": self._problem,
        }

    def tree(self, broken: Broken | None) -> Tree:
        self._problems += [doubled.problem() for doubled in self._doubled]
        if broken:
            self._problem(broken.at, (broken.rule, broken.message))
        elif not self._root.data:
            self._problem(0, ("empty", "there is nothing in it; a fact-check begins with its `id` and `headline`"))
        else:
            self._problems += self._unused.values()
            _, at, marks = self._root.marks[0]
            return Tree(self._root.data[0], at, marks, tuple(self._problems), True, frozenset(self._ids_left_out))
        return Tree(None, 0, {}, tuple(self._problems), complete=False)

    def _scalar(self, at: int, value: Any, anchor: str | None) -> None:
        self._count(1, 0, at)
        if isinstance(value, str) and not value.isascii() and _SURROGATE.search(value):
            self._problem(at, ("wrong-value", "half of a character (a lone surrogate) stands in this text: delete it"))
            value = _SURROGATE.sub("\ufffd", value)
        if anchor is not None:
            self._anchor(anchor, _Node(value, at, height=0, done=True))
        top = self._stack[-1]
        if top.wants_key:
            self._key(top, at, "null" if value is None else value)
        else:
            self._put(at, value, {})

    def _open_mapping(self, at: int, is_block: Any, anchor: str | None) -> None:
        self._open(_Node({}, at, is_mapping=True, is_block=bool(is_block)), anchor)

    def _open_list(self, at: int, _: Any, anchor: str | None) -> None:
        self._open(_Node([], at), anchor)

    def _open(self, node: _Node, anchor: str | None) -> None:
        self._count(1, 1, node.at)
        node.is_key = self._stack[-1].wants_key
        if anchor is not None:
            self._anchor(anchor, node)
        self._stack.append(node)

    def _anchor(self, name: str, node: _Node) -> None:
        self._anchors[name] = node
        message = f"`&{visible(name)}` names this for a `*{visible(name)}` that is not there: put text that begins with `&` in quotes"
        self._unused[node.at] = Problem(node.at, "lost-text", message, self._location())

    def _close(self, _: int, __: Any, ___: str | None) -> None:
        node = self._stack.pop()
        node.done = True
        self._put_node(node.at, node, is_key=node.is_key)

    def _alias(self, at: int, name: str, _: str | None) -> None:
        node = self._anchors.get(name)
        if node is None:
            raise Broken(at, "syntax", f"`*{visible(name)}` refers to nothing; put text that begins with `*` in quotes")
        if not node.done:
            raise Broken(at, "too-complex", f"`*{visible(name)}` stands within what it refers to, so it has no end")
        self._unused.pop(node.at, None)
        self._count(node.size, node.height, at)
        self._put_node(at, node, is_key=self._stack[-1].wants_key)

    def _put_node(self, at: int, node: _Node, *, is_key: bool) -> None:
        top = self._stack[-1]
        if is_key:
            self._key(top, at, node.data)
        else:
            top.size += node.size - 1
            top.height = max(top.height, node.height + 1)
            self._put(at, node.data, node.marks)

    def _put(self, at: int, value: Any, marks: Marks) -> None:
        top = self._stack[-1]
        if top.skips_value:
            if top.key == "id" and isinstance(value, str):
                self._ids_left_out.add(value)
            top.key, top.skips_value = None, False
            return
        if top.key is not None:
            top.data[top.key] = value
            top.marks[top.key] = (top.key_at, at, marks)
            top.key = None
        else:
            top.marks[len(top.data)] = (at, at, marks)
            top.data.append(value)
        top.size += 1

    def _merge(self, at: int, value: Any, anchor: str | None) -> None:
        top = self._stack[-1]
        if top.wants_key:
            self._skip(top, at, "merge-key", "merge keys (`<<`) are not used: write the keys out")
        else:
            self._scalar(at, value, anchor)

    def _key(self, top: _Node, at: int, key: Any) -> None:
        if not isinstance(key, str):
            self._skip(top, at, "syntax", "a key is plain text; put a text that begins with `{` or `[` in quotes")
            return
        top.key, top.key_at = key, at
        if key in top.marks:
            self._double(top, at, key)
            top.skips_value = True
        else:
            top.doubled = None

    def _double(self, top: _Node, at: int, key: str) -> None:
        if top.doubled is None:
            is_item = len(self._stack) > 2 and not self._stack[-2].is_mapping  # the lowest list holds the root only
            top.doubled = Doubled(at, top.marks[key][0], self._location(), is_item and top.is_block)
            self._doubled.append(top.doubled)
        top.doubled.keys[key] = None

    def _skip(self, top: _Node, at: int, rule: str, message: str) -> None:
        self._problem(at, (rule, message))
        top.key, top.skips_value = "", True

    def _problem(self, at: int, value: Any, _: str | None = None) -> None:
        rule, message = value
        self._problems.append(Problem(at, rule, message, self._location()))

    def _location(self) -> Location:
        return tuple(step for node in self._stack[1:] if (step := node.step) is not None)

    def _count(self, values: int, levels: int, at: int) -> None:
        self._values += values
        if self._values > MOST_VALUES:
            message = f"there are more than {MOST_VALUES:,} keys and values, aliases counted in full: too many for a fact-check"
            raise Broken(at, "too-complex", message)
        if len(self._stack) - 1 + levels > MOST_LEVELS:
            raise Broken(at, "too-complex", f"there are more than {MOST_LEVELS} levels here, one within the other")
