"""XML as text: functions that give escaped markup and compose without a tree.

`Markup` is text that is escaped already; `text` makes it from any words, `element` and `block` from
other markup, so that a type checker sees where an escape is missing.
"""

import re
from collections.abc import Iterable
from typing import NewType

Markup = NewType("Markup", str)

NOTHING = Markup("")

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML 1.0 document can hold, not even as a character reference (section 2.2)."""

_RARE = re.compile(f"\r|{FORBIDDEN.pattern}")
_ATTRIBUTE_NAMES = {"id": "xml:id", "lang": "xml:lang", "space": "xml:space", "from_": "from"}


def text(value: str) -> Markup:
    """Words for the content of an element; what XML cannot hold becomes a `g` that names the character."""
    escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if value.isprintable():  # nothing rare is, and this is ten times as fast as a search
        return Markup(escaped)
    return Markup(_RARE.sub(_replacement, escaped))


def element(tag: str, /, *content: Markup, **attributes: str | None) -> Markup:
    """An element around this content, to the character; attributes that are None are left out.

    `id`, `lang` and `space` stand for `xml:id`, `xml:lang` and `xml:space`, `from_` for `from`.
    """
    start = _start(tag, attributes) if attributes else f"<{tag}"
    inner = "".join(content)
    return Markup(f"{start}>{inner}</{tag}>" if inner else f"{start}/>")


def block(tag: str, /, *content: Markup, **attributes: str | None) -> Markup:
    """An element that holds elements only, each on a line of its own; attributes as those of `element`."""
    start = _start(tag, attributes) if attributes else f"<{tag}"
    inner = lines(content)
    return Markup(f"{start}>\n{inner}\n</{tag}>" if inner else f"{start}/>")


def listed(tag: str, content: Iterable[Markup], /, **attributes: str | None) -> Markup:
    """A `block`, or nothing where it would be empty."""
    inner = lines(content)
    return block(tag, inner, **attributes) if inner else NOTHING


def worded(tag: str, words: str | None, /, **attributes: str | None) -> Markup:
    """An element that holds these words, or nothing where there are none."""
    return NOTHING if words is None else element(tag, text(words), **attributes)


def lines(content: Iterable[Markup]) -> Markup:
    """These elements, each on a line of its own."""
    return Markup("\n".join(filter(None, content)))


def to(identifier: str) -> str:
    """A pointer to the part with this id."""
    return f"#{identifier}"


def to_all(identifiers: Iterable[str]) -> str | None:
    """Pointers to the parts with these ids, in their order; None where there are none."""
    return " ".join(map(to, identifiers)) or None


def _start(tag: str, attributes: dict[str, str | None]) -> str:
    start = f"<{tag}"
    for name, value in attributes.items():
        if value is not None:
            escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
            start += f' {_ATTRIBUTE_NAMES.get(name, name)}="{escaped}"'
    return start


def _replacement(match: re.Match[str]) -> str:
    character = match.group()
    if character == "\r":  # a literal one would come back as a line feed (section 2.11)
        return "&#13;"
    shown = chr(0x2400 + ord(character)) if character < " " else "\ufffd"
    return f'<g n="U+{ord(character):04X}">{shown}</g>'
