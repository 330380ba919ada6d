"""XML as text: functions that give escaped markup and compose without a tree.

`Markup` is text that is escaped already. It is written out as it stands in the format, line by line: words go into
it through `text`, addresses into attributes through `address`; ids, languages, dates, numbers and kinds hold nothing
to escape, by the model's own patterns. What is not there is None or empty, and makes no line.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    Markup = NewType("Markup", str)
else:
    Markup = str  # the same when it runs, and made in a third of the time

NOTHING = Markup("")
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML 1.0 document can hold, not even as a character reference (section 2.2)."""

_RARE = re.compile(f"\r|{FORBIDDEN.pattern}")


def text(value: str) -> Markup:
    """Words for the content of an element; what XML cannot hold becomes a `g` that names the character."""
    if "&" in value or "<" in value or ">" in value:  # in most words there is nothing to replace
        value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # Nothing rare is printable, and asking that is several times as fast as a search.
    return Markup(value if value.isprintable() else _RARE.sub(_replacement, value))


def address(url: str) -> str:
    """A URI for an attribute; of what XML minds there, the model's addresses hold ampersands alone."""
    return url.replace("&", "&amp;")


def optional(name: str, value: str | None) -> str:
    """An attribute after others, or nothing where there is no value."""
    return "" if value is None else f' {name}="{value}"'


def element(tag: str, content: Markup, /) -> Markup:
    """An element around this content, which may be empty; `tag` is its name, with its attributes as they are written."""
    return Markup(f"<{tag}>{content}</{tag.partition(' ')[0]}>" if content else f"<{tag}/>")


def block(tag: str, /, *content: str | None) -> Markup:
    """An element that holds `lines`, of which there may be none; `tag` as that of `element`."""
    inner = "\n".join(filter(None, content))
    return Markup(f"<{tag}>\n{inner}\n</{tag.partition(' ')[0]}>" if inner else f"<{tag}/>")


def listed(tag: str, content: Iterable[str | None], /) -> Markup:
    """A `block`, or nothing where it would be empty."""
    inner = "\n".join(filter(None, content))
    return Markup(f"<{tag}>\n{inner}\n</{tag.partition(' ')[0]}>") if inner else NOTHING


def lines(*content: str | None) -> Markup:
    """Those of these tags and elements that are there, each on a line of its own."""
    return Markup("\n".join(filter(None, content)))


def to_all(identifiers: Iterable[str]) -> str:
    """Pointers to the parts with these ids, in their order."""
    return " ".join([f"#{identifier}" for identifier in identifiers])


def _replacement(match: re.Match[str]) -> str:
    character = match.group()
    if character == "\r":  # a literal one would come back as a line feed (section 2.11)
        return "&#13;"
    shown = chr(0x2400 + ord(character)) if character < " " else "\ufffd"
    return f'<g n="U+{ord(character):04X}">{shown}</g>'
