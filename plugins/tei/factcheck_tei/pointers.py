"""Links to the web."""

import re

from .markup import NOTHING, Markup, address, element, optional, text

# The model keeps an address as it is written; RFC 3986 allows less, and so does the TEI's schema.
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})|[\[\]]")


def link(attributes: str, url: str | None) -> Markup:
    """A pointer to this address, with these attributes; one that no URI may hold is encoded, and stands as written within a `ref`."""
    if url is None:
        return NOTHING
    target = uri(url)
    if target == url:
        return Markup(f'<ptr {attributes} target="{address(url)}"/>')
    return Markup(f'<ref {attributes} target="{address(target)}">{text(url)}</ref>')


def licence(url: str | None, status: str | None = None) -> Markup:
    """The terms under which a text may be used, and what they amount to, where that is told."""
    if url is None:
        return NOTHING
    target = uri(url)
    held = element(f'licence target="{address(target)}"', NOTHING if target == url else text(url))
    return Markup(f"<availability{optional('status', status)}>{held}</availability>")


def shown_link(url: str | None) -> Markup:
    """An address to read and to follow, or nothing where there is none."""
    return NOTHING if url is None else Markup(f'<ref target="{address(uri(url))}">{text(url)}</ref>')


def uri(url: str) -> str:
    """An address as a URI reference, percent-encoded where it breaks the syntax (RFC 3986, section 2.1)."""
    if "%" not in url and "#" not in url and "[" not in url and "]" not in url:
        return url
    before, mark, fragment = _STRAY.sub(lambda stray: f"%{ord(stray.group()):02X}", url).partition("#")
    return before + mark + fragment.replace("#", "%23")
