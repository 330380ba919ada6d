"""YAML as events: every plain text stays the text it is, and YAML's own errors become plain words."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from .compose import Event, Kind
from .rules import Broken, printable, visible

_LOADER: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KINDS: dict[type[yaml.Event], Kind] = {
    yaml.AliasEvent: "alias",
    yaml.MappingEndEvent: "end",
    yaml.MappingStartEvent: "mapping",
    yaml.ScalarEvent: "scalar",
    yaml.SequenceEndEvent: "end",
    yaml.SequenceStartEvent: "list",
}
_NULLS = frozenset(("", "~", "null"))
_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq"))
# YAML 1.2, production 1: c-printable.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# `# ` is how a comment is meant; `#it` after a plain text is more likely a part of it.
_LOST = re.compile(r"[ \t]+(#+[^\s#]\S*)")
_TAB_IN_INDENTATION = re.compile(r"[ \t]*?\t")
_TAB = ("tab", "a tab stands where YAML wants spaces: indent with spaces")
_COMMENT = (
    "`{}` begins a comment here, so its words are lost: put the text in quotes, or a space after `#` for a comment"
)
_TAG = "`{}` is a tag, and tags are not used here: leave it out, or put text that begins with `!` in quotes"

_WORDS = tuple(
    (re.compile(pattern), rule, message)
    for pattern, rule, message in (
        (r"tab character", *_TAB),
        (r"cannot start any token", "syntax", "{char} cannot begin a value: put text that begins with it in quotes"),
        (r"scanning an (alias|anchor)", "syntax", "text that begins with {char} stands in quotes"),
        (r"unexpected end of stream", "syntax", "these quotes are never closed"),
        (r"expected ':'", "syntax", "a colon and a space are wanted after this key"),
        (
            r"mapping values are not allowed",
            "syntax",
            "this `:` makes no key: put text that holds a colon and a space in quotes, or mend the indentation",
        ),
        (
            r"sequence entries are not allowed",
            "syntax",
            "a list cannot begin here: begin it on the next line, or put text that begins with `- ` in quotes",
        ),
        (
            r"expected '-' indicator|expected <block end>, but found '(?!<scalar>|-)",
            "syntax",
            "this does not fit what stands before it: mend the indentation; text after closing quotes belongs within them",
        ),
        (
            r"expected key|expected <block end>",
            "syntax",
            "a key is wanted here: keys of one mapping begin in one column; text after closing quotes belongs within them, and text that begins with `[` or `{{` stands in quotes",
        ),
        (r"expected (the )?node content", "syntax", "a value is wanted here"),
        (r"expected ',' or", "syntax", "a comma or a closing bracket is wanted here"),
        (
            r"parsing a quoted scalar|scanning a double-quoted scalar",
            "syntax",
            "this backslash says nothing: double it, or use single quotes",
        ),
        (r"undefined tag handle|ing a tag", "tag", _TAG.format("!")),
        (
            r"document start",
            "several-documents",
            "the document has ended, and something follows: a file holds one only",
        ),
        (r"incompatible YAML document", "syntax", "this is not YAML 1.1 or 1.2"),
    )
)
# For these, the place where something began says more than the one, far below, where it went wrong.
_FROM_ITS_BEGINNING = re.compile(r"unexpected end of stream|expected ':'|scanning an (alias|anchor)")


def yaml_events(text: str) -> Iterator[Event]:
    """The events of one YAML document. Raises Broken."""
    try:
        yield from _events(text)
    except yaml.YAMLError as error:
        raise _in_words(error, text) from None
    except (
        OverflowError,
        ValueError,
    ):  # PyYAML's own parser, without libyaml, on numbers out of range in escapes and directives
        raise Broken(0, "syntax", "this is not YAML: a number in an escape or a directive is out of range") from None


def parsed(text: str) -> Iterator[Any]:
    """PyYAML's own events. Raises YAMLError."""
    return iter(yaml.parse(text, Loader=_LOADER))


def _events(text: str) -> Iterator[Event]:
    documents = 0
    event: Any
    for event in parsed(text):
        kind = _KINDS.get(type(event))
        at = event.start_mark.index
        if kind in {"scalar", "mapping", "list"}:
            if event.tag is not None and event.tag not in _TAGS:
                shown = visible(event.tag.replace("tag:yaml.org,2002:", "!!"))
                yield "problem", at, ("tag", _TAG.format(shown)), None
            if kind == "scalar":
                lost = None if event.style else _LOST.match(text, event.end_mark.index)
                if lost:
                    yield "problem", lost.start(1), ("lost-text", _COMMENT.format(visible(lost[1]))), None
                yield _scalar(event, at)
            else:
                yield kind, at, not event.flow_style, event.anchor
        elif kind is not None:
            yield kind, at, event.anchor if kind == "alias" else None, None
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise Broken(at, "several-documents", "a second document begins here: a file holds one only")


def _scalar(event: yaml.ScalarEvent, at: int) -> Event:
    value: str = event.value
    if event.implicit[0]:
        if value in _NULLS:
            return "scalar", at, None, event.anchor
        if value == "<<":
            return "merge", at, value, event.anchor
    return "scalar", at, value, event.anchor


def _in_words(error: yaml.YAMLError, text: str) -> Broken:
    unprintable = _UNPRINTABLE.search(text)
    if isinstance(error, yaml.reader.ReaderError) and unprintable:
        character = visible(unprintable.group())
        return Broken(unprintable.start(), "syntax", f"a control character ({character}) stands here: delete it")
    problem = f"{getattr(error, 'context', '')}: {getattr(error, 'problem', None) or error}"
    mark = getattr(error, "problem_mark", None)
    if _FROM_ITS_BEGINNING.search(problem):
        mark = getattr(error, "context_mark", None) or mark
    at = mark.index if mark else 0
    line_start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    tab = _TAB_IN_INDENTATION.match(text, line_start)
    if tab:
        return Broken(tab.end() - 1, *_TAB)
    for pattern, rule, message in _WORDS:
        if pattern.search(problem):
            return Broken(at, rule, message.format(char=visible(text[at : at + 1])))
    return Broken(at, "syntax", f"this is not YAML: {printable(problem)}")
