"""Links to the web."""

import re

from .markup import NOTHING, Markup, element, text

# The model keeps an address as it is written; RFC 3986 allows less, and so does the TEI's schema.
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})|[\[\]]")


def link(kind: str, url: str | None, subtype: str | None = None) -> Markup:
    """A pointer to this address; one that no URI may hold is encoded, and stands as written within a `ref`."""
    if url is None:
        return NOTHING
    target = uri(url)
    if target == url:
        return element("ptr", type=kind, subtype=subtype, target=target)
    return element("ref", text(url), type=kind, subtype=subtype, target=target)


def licence(url: str | None, status: str | None = None) -> Markup:
    """The terms under which a text may be used, and what they amount to, where that is told."""
    if url is None:
        return NOTHING
    target = uri(url)
    written = NOTHING if target == url else text(url)
    return element("availability", element("licence", written, target=target), status=status)


def uri(url: str) -> str:
    """An address as a URI reference, percent-encoded where it breaks the syntax (RFC 3986, section 2.1)."""
    before, mark, fragment = _STRAY.sub(lambda stray: f"%{ord(stray.group()):02X}", url).partition("#")
    return before + mark + fragment.replace("#", "%23")
