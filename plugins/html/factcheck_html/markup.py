"""HTML as text: functions that give escaped markup and compose without a tree.

`Markup` is text that is escaped already; `text` makes it from any words and `element` from other markup, so
that a type checker sees where an escape is missing.
https://html.spec.whatwg.org/multipage/syntax.html
"""

import re
from collections.abc import Iterable
from typing import NewType

Markup = NewType("Markup", str)

NOTHING = Markup("")

_VOID = frozenset({"meta"})
# What no HTML document holds without being wrong: controls, lone surrogates, what Unicode calls noncharacters.
# https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream
_PLANES = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
_FORBIDDEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANES}]")


def text(value: str) -> Markup:
    """Words for the content of an element; what HTML cannot hold is shown by a sign that names the character."""
    escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if value.isprintable():  # nothing rare is, and this is ten times as fast as a search
        return Markup(escaped)
    return Markup(_FORBIDDEN.sub(_named, escaped))


def plain(value: str) -> Markup:
    """Words for an element that holds no other, such as `title`."""
    return Markup(_FORBIDDEN.sub(_shown, value).replace("&", "&amp;").replace("<", "&lt;"))


def element(tag: str, /, *content: Markup, **attributes: str | None) -> Markup:
    """An element around this content, to the character; attributes that are None are left out.

    `class_` stands for the name that Python keeps for itself, `aria_label` for `aria-label`.
    """
    start = f"<{tag}"
    for name, value in attributes.items():
        if value is not None:
            start += f' {name.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
    return Markup(f"{start}>" if tag in _VOID else f"{start}>{''.join(content)}</{tag}>")


def block(tag: str, /, *content: Markup, **attributes: str | None) -> Markup:
    """An element whose parts stand on lines of their own; nothing where it would be empty."""
    inner = lines(content)
    return element(tag, Markup(f"\n{inner}\n"), **attributes) if inner else NOTHING


def lines(content: Iterable[Markup]) -> Markup:
    """These elements, each on a line of its own, without the empty ones."""
    return Markup("\n".join(filter(None, content)))


def joined(content: Iterable[Markup], between: str = ", ") -> Markup:
    """These elements in a row, without the empty ones."""
    return Markup(text(between).join(filter(None, content)))


def _attribute(value: str) -> str:
    return plain(value).replace('"', "&quot;")


def _shown(match: re.Match[str]) -> str:
    character = match.group()
    return chr(0x2400 + ord(character)) if character < " " else "\ufffd"


def _named(match: re.Match[str]) -> str:
    return f'<span class="sign" title="U+{ord(match.group()):04X}">{_shown(match)}</span>'
