"""JSON as events, with places: for a text in which something is wrong or has to be located.

The parsers of orjson, of the standard library and of pydantic are faster, but give no places and recurse.
RFC 8259 is the grammar.
"""

import re
from collections.abc import Iterator
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # documented nowhere, there since Python 2.6
from typing import Any

from .compose import Event, Kind
from .rules import Broken, visible

_TOKEN = re.compile(
    r"""[ \t\n\r]*(?:
        (?P<mark>[{}\[\],:])
      | (?P<string>")
      | (?P<scalar>(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null)(?![\w.+-]))
      | (?P<end>\Z)
    )""",
    re.VERBOSE,
)
_SPACE = re.compile(r"[ \t\n\r]*")
_KEYWORDS = {"true": True, "false": False, "null": None}
_LONGEST_INTEGER = 400  # digits: more than a float can hold, and far fewer than Python refuses to read

# For what is wanted next: each token that may come, and what is wanted after it; None where that depends on what is open.
_VALUE = {"{": "key or }", "[": "value or ]", "string": None, "scalar": None}
_GRAMMAR: dict[str, dict[str, str | None]] = {
    "value": _VALUE,
    "value or ]": {**_VALUE, "]": None},
    "key": {"string": ":"},
    "key or }": {"string": ":", "}": None},
    ":": {":": "value"},
    ", or }": {",": "key", "}": None},
    ", or ]": {",": "value", "]": None},
    "end": {"end": None},
}
_AFTER_VALUE_IN = {"{": ", or }", "[": ", or ]"}
_EVENTS: dict[str, Kind] = {"{": "mapping", "[": "list"}

_WANTED = {
    "value": "a value is wanted here",
    "value or ]": "a value or `]` is wanted here",
    "key": "a key in double quotes is wanted here",
    "key or }": "a key in double quotes or `}` is wanted here",
    ":": "a colon is wanted here, between a key and its value",
    ", or }": "a comma or `}` is wanted here",
    ", or ]": "a comma or `]` is wanted here",
    "end": "the JSON text has ended, and something follows",
}
_HINTS = {
    "'": "JSON's quotes are double ones",
    "/": "JSON has no comments",
    "#": "JSON has no comments",
    **dict.fromkeys("NI", "JSON has no NaN and no Infinity"),
    **dict.fromkeys("-+.0123456789", "this is no number in JSON"),
    **dict.fromkeys("TFn", "JSON writes true, false and null"),
}
_STRING_ERRORS = (
    ("Unterminated", "these quotes are never closed"),
    (
        "control character",
        "a line break, a tab or a control character stands in a text: write it as `\\n`, `\\t` or `\\u…`",
    ),
    ("escape", "this backslash says nothing in JSON: double it"),
)


def json_events(text: str) -> Iterator[Event]:
    """The events of one JSON text. Raises Broken."""
    at = 0
    wanted = "value"
    opened: list[str] = []
    while True:
        found = _TOKEN.match(text, at)
        kind = _kind(found) if found else ""
        if found is None or kind not in _GRAMMAR[wanted]:
            raise _unexpected(text, at, wanted)
        start, at = found.start(found.lastgroup or 0), found.end()
        match kind:
            case "end":
                return
            case "string":
                value, at = _string(text, at)
                yield "scalar", start, value, None
            case "scalar":
                yield "scalar", start, _scalar(found["scalar"]), None
            case "{" | "[":
                opened.append(kind)
                yield _EVENTS[kind], start, None, None
            case "}" | "]":
                opened.pop()
                yield "end", start, None, None
        after = _GRAMMAR[wanted][kind]
        wanted = after or (_AFTER_VALUE_IN[opened[-1]] if opened else "end")


def _kind(found: re.Match[str]) -> str:
    return found["mark"] or found.lastgroup or ""


def _scalar(text: str) -> Any:
    if text in _KEYWORDS:
        return _KEYWORDS[text]
    return int(text) if text.lstrip("-").isdigit() and len(text) <= _LONGEST_INTEGER else float(text)


def _string(text: str, at: int) -> tuple[str, int]:
    try:
        value, end = scanstring(text, at, True)
    except JSONDecodeError as error:
        message = next(message for part, message in _STRING_ERRORS if part in error.msg)
        raise Broken(error.pos, "syntax", message) from None
    return value, end


def _unexpected(text: str, at: int, wanted: str) -> Broken:
    at = _SPACE.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing, too
    there = text[at : at + 1]
    hint = _HINTS.get(there)
    if not there:
        message = f"the JSON text ends too early: {_WANTED[wanted]}"
    elif wanted == "key" and there == "}":
        message = "a key is wanted after a comma: delete the comma before this `}`"
    elif wanted == "value" and there == "]":
        message = "a value is wanted after a comma: delete the comma before this `]`"
    else:
        instead = "" if wanted == "end" else f", not `{visible(there)}`"
        message = _WANTED[wanted] + instead + (f": {hint}" if hint else "")
    return Broken(at, "syntax", message)
