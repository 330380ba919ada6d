"""Texts as scalars of YAML and JSON."""

import json
import re
import textwrap

import yaml

from factcheck.reading.yaml_events import parsed

from .texts import Text

_WIDTH = 110
_COMMENT = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)")
_FOLDED = re.compile(r"(>[-+0-9]*(?:[ \t]+#[^\r\n]*)?)[ \t]*(?:\r\n?|\n)[ \t\r\n]*?( +)\S")
_SPACES = re.compile(r"\A\s|\s\s|[^\S ]|\s\Z")
_CHECKSUM = re.compile(r"sha256:[0-9a-f]{64}")


def quoted(value: str, text: Text) -> str:
    """A text in double quotes, for a text of YAML or JSON; a checksum in YAML needs none."""
    if text.is_json:
        return json.dumps(value, ensure_ascii=text.body.isascii() and "\\u" in text.body)
    if _CHECKSUM.fullmatch(value):
        return value
    return '"' + "".join(map(_escaped, value)) + '"'


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    if sign.isprintable():
        return sign
    if sign in _SHORT:
        return _SHORT[sign]
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"


_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def replaced(raw: str, value: str, text: Text, line_break: str) -> str:
    """A text in place of one that stands in lines of its own: in such lines after `>`, else in quotes; its comment stays."""
    comment = _COMMENT.match(raw)
    return _folded(raw, value, line_break) or quoted(value, text) + (comment[1] if comment else "")


def _folded(raw: str, value: str, line_break: str) -> str | None:
    found = _FOLDED.match(raw)
    if found is None or _SPACES.search(value):
        return None
    header, indentation = found.groups()
    lines = textwrap.wrap(value, _WIDTH - len(indentation), break_long_words=False, break_on_hyphens=False)
    written = line_break.join([header, *(indentation + line for line in lines)])
    return written if _value(written) == value else None


def _value(written: str) -> str | None:
    try:
        found = [event.value for event in parsed(f"k: {written}\n") if isinstance(event, yaml.ScalarEvent)]
    except yaml.YAMLError:
        return None
    return str(found[-1]) if len(found) == 2 else None
