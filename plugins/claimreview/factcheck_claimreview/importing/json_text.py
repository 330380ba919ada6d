"""JSON as it stands in pages: what is broken in ways that leave no doubt is put right, and each time told."""

import json
import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any, NamedTuple

from .pointers import Room, escaped

DEEPEST = 500
_QUOTE = '"'
_TOKEN = re.compile(
    r"""(?P<space>[\s\ufeff]+)
    | (?P<comment>//[^\n]*+ | /\*.*?(?:\*/|\Z) | <!--|--> | <!\[CDATA\[ | \]\]>)
    | (?P<string>"(?:[^"\\]|\\.)*+")
    | (?P<number>-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+)
    | (?P<word>[A-Za-z]++)
    | (?P<mark>[{}\[\]:,;])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r"[\s\[{]*&(?:quot|#34|#x22);", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_PLAIN = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_HALF = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x1f]")
_WORDS = {"true": True, "false": False, "null": None}
_INTEGER = 300  # longer ones are beyond what a floating-point number holds
_NO_NUMBERS = ("NaN", "Infinity", "undefined")


class JSONError(Exception):
    """The text is no JSON, and cannot be put right; `offset` counts code points."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


class Repair(NamedTuple):
    """What was put right, by which rule; `offset` counts code points, `path` is a JSON pointer."""

    rule: str
    message: str
    offset: int
    path: str
    stood: str
    made: str


@dataclass(slots=True)
class Parsed:
    """The value of a text, what was put right, and the offset of each value by its JSON pointer."""

    value: Any = None
    repairs: list[Repair] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Open:
    """A list or an object that has not ended, what may stand next in it, and the comma that stood last."""

    value: list[Any] | dict[str, Any]
    pointer: str
    wanted: str
    key: str = ""
    comma: int = -1


def parse(text: str) -> Parsed:
    """The value of a text that should be JSON. Raises JSONError.

    Put right are byte order marks, comments, commas and semicolons too many, raw line breaks in strings, text
    that was escaped for HTML as a whole, keys that stand twice (the last one counts), halves of surrogate pairs,
    numbers that no computer holds, and several values one after the other (they become a list).
    """
    if not _ESCAPED.match(text):
        return _Parser(text).parsed()
    parsed = _Parser(unescape(text)).parsed()
    told = Repair("claimreview-escaped-markup", "the whole was escaped for HTML", 0, "", "&quot;", '"')
    # Offsets in the text without entities lead nowhere in the one that was given.
    parsed.repairs = [told, *(repair._replace(offset=0) for repair in parsed.repairs)]
    parsed.places = dict.fromkeys(parsed.places, 0)
    return parsed


class _Parser:
    """Reads token by token; what is open stands on a stack, since Python's own would end before the nesting does."""

    def __init__(self, source: str, *, several: bool = False) -> None:
        self._source = source
        self._several = several
        self._done = Parsed()
        self._tops: list[Any] = []
        self._stack: list[_Open] = []
        self._last_pointer = ""
        self._room = Room()

    def parsed(self) -> Parsed:
        read = {
            "space": self._space, "comment": self._comment, "string": self._string,
            "number": self._number, "word": self._word, "mark": self._mark,
        }  # fmt: skip
        place = 0
        while place < len(self._source):
            match = _TOKEN.match(self._source, place)
            if not match or not match.lastgroup:
                at = self._source[place]
                raise JSONError(
                    "this string does not end" if at == _QUOTE else f"nothing in JSON begins with {at!r}", place
                )
            read[match.lastgroup](match[0], place)
            place = match.end()
        if self._stack:
            raise JSONError("it ends before a list or an object in it does", len(self._source))
        if not self._tops:
            raise JSONError("there is nothing in it", 0)
        if len(self._tops) > 1 and not self._several:
            return _Parser(self._source, several=True).parsed()
        self._done.value = self._tops if self._several else self._tops[0]
        if self._several:
            self._repair(
                "several-documents", "several values stand one after the other", 0, str(len(self._tops)), "a list"
            )
        return self._done

    def _repair(self, rule: str, message: str, offset: int, stood: str, made: str) -> None:
        path = self._next_pointer(offset) if self._stack and "value" in self._stack[-1].wanted else self._pointer()
        self._done.repairs.append(Repair(f"claimreview-{rule}", message, offset, path, stood, made))

    def _pointer(self) -> str:
        """Of what is open."""
        return self._stack[-1].pointer if self._stack else ""

    def _next_pointer(self, offset: int) -> str:
        """Of the value that comes next."""
        if not self._stack:
            return f"/{len(self._tops)}" if self._several else ""
        top = self._stack[-1]
        try:
            self._room.take(top.pointer)
        except ValueError as error:
            raise JSONError(str(error), offset) from None
        return f"{top.pointer}/{len(top.value) if isinstance(top.value, list) else escaped(top.key)}"

    def _space(self, found: str, offset: int) -> None:
        if "\ufeff" in found:
            self._repair("byte-order-mark", "a byte order mark stands here", offset, "U+FEFF", "")
        elif found.strip(" \t\r\n"):
            self._repair("stray-mark", "this is no white space of JSON", offset, ascii(found), " ")

    def _comment(self, found: str, offset: int) -> None:
        self._repair("comment", "JSON has no comments", offset, found, "")

    def _string(self, found: str, offset: int) -> None:
        inner = self._unescaped(found[1:-1], offset)
        top = self._stack[-1] if self._stack else None
        if top and top.wanted == "key or end":
            top.key, top.wanted = inner, "colon"
        else:
            self._put(inner, offset)

    def _number(self, found: str, offset: int) -> None:
        digits = found.lstrip("-")
        value: Any = int(found) if digits.isdecimal() and len(digits) <= _INTEGER else float(found)
        if value in (float("inf"), float("-inf")):
            self._repair("impossible-number", "no computer holds this number", offset, found[:200], "null")
            value = None
        self._put(value, offset)

    def _word(self, found: str, offset: int) -> None:
        if found in _NO_NUMBERS:
            self._repair("impossible-number", "JSON has no such number", offset, found, "null")
        elif found not in _WORDS:
            raise JSONError(f"`{found[:40]}` stands without quotation marks", offset)
        self._put(_WORDS.get(found), offset)

    def _mark(self, found: str, offset: int) -> None:
        top = self._stack[-1] if self._stack else None
        if found in "{[":
            self._begin(found, offset)
        elif found in "}]":
            self._end(found, offset)
        elif found == ":" and top and top.wanted == "colon":
            top.wanted = "value"
        elif found in ",;" and top and top.wanted == "comma or end":
            if found == ";":
                self._repair("stray-mark", "a `;` stands where a comma is due", offset, found, ",")
            top.wanted, top.comma = ("key or end" if isinstance(top.value, dict) else "value or end"), offset
        elif found in ",;" and (top is None or top.wanted != "colon"):
            self._repair("stray-mark", f"a `{found}` stands here without need", offset, found, "")
        else:
            raise JSONError(f"a `{found}` stands where {_told(top)} is due", offset)

    def _begin(self, found: str, offset: int) -> None:
        if len(self._stack) >= DEEPEST:
            raise JSONError(f"it is nested more than {DEEPEST} deep", offset)
        value: Any = {} if found == "{" else []
        self._put(value, offset)
        pointer = self._last_pointer
        self._stack.append(_Open(value, pointer, "key or end" if found == "{" else "value or end"))

    def _end(self, found: str, offset: int) -> None:
        top = self._stack[-1] if self._stack else None
        if top is None or isinstance(top.value, dict) is not (found == "}") or not top.wanted.endswith("end"):
            raise JSONError(f"a `{found}` stands where {_told(top)} is due", offset)
        if top.wanted != "comma or end" and top.comma >= 0:
            self._repair("stray-mark", "a comma stands before the end", top.comma, ",", "")
        self._stack.pop()

    def _put(self, value: Any, offset: int) -> None:
        top = self._stack[-1] if self._stack else None
        self._last_pointer = self._next_pointer(offset)
        if top is None:
            self._tops.append(value)
        elif top.wanted not in ("value", "value or end"):
            raise JSONError(f"a value stands where {_told(top)} is due", offset)
        else:
            if isinstance(top.value, list):
                top.value.append(value)
            else:
                self._repeated(top, value, offset)
                top.value[top.key] = value
            top.wanted = "comma or end"
        self._done.places[self._last_pointer] = offset

    def _repeated(self, top: _Open, value: Any, offset: int) -> None:
        if isinstance(top.value, dict) and top.key in top.value:
            before = top.value.pop(top.key)
            stood = before if isinstance(before, str) else json.dumps(before, ensure_ascii=False)
            made = value if isinstance(value, str) else "the last value"
            told = f"`{top.key}` stands twice: the last one counts"
            self._done.repairs.append(Repair("claimreview-repeated-key", told, offset, self._last_pointer, stood, made))

    def _unescaped(self, inner: str, offset: int) -> str:
        if _CONTROL.search(inner):
            told = "in a string, line breaks and other control characters are written as escapes"
            self._repair("raw-control-character", told, offset, inner, _CONTROL.sub(_as_escape, inner))
        if "\\" in inner:
            try:
                inner = _ESCAPE.sub(_character, inner)
            except KeyError as error:
                raise JSONError(f"JSON has no escape \\{error.args[0]}", offset) from None
            inner = _PAIR.sub(_joined, inner)
        if not _HALF.search(inner):
            return inner
        made = _HALF.sub("\N{REPLACEMENT CHARACTER}", inner)
        shown = inner.encode("utf-8", "backslashreplace").decode()
        self._repair("half-character", "half of a surrogate pair is no character", offset, shown, made)
        return made


def _told(top: _Open | None) -> str:
    if top is None:
        return "a value"
    end = "}" if isinstance(top.value, dict) else "]"
    return {
        "key or end": f"a key or `{end}`", "colon": "a colon",
        "value": "a value", "value or end": f"a value or `{end}`", "comma or end": f"a comma or `{end}`",
    }[top.wanted]  # fmt: skip


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else _PLAIN[match[2]]


def _joined(match: re.Match[str]) -> str:
    return match[0].encode("utf-16", "surrogatepass").decode("utf-16")


def _as_escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]
