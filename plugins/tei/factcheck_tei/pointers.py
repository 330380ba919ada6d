"""Links to the web, and the ids that are made for parts without one.

A generated id holds a full stop, which an id of the model never does, so the two cannot collide.
"""

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


def licence(url: str | None) -> Markup:
    """The terms under which a text may be used."""
    if url is None:
        return NOTHING
    target = uri(url)
    written = NOTHING if target == url else text(url)
    return element("availability", element("licence", written, target=target))


def uri(url: str) -> str:
    """An address as a URI reference, percent-encoded where it breaks the syntax (RFC 3986, section 2.1)."""
    before, mark, fragment = _STRAY.sub(lambda stray: f"%{ord(stray.group()):02X}", url).partition("#")
    return before + mark + fragment.replace("#", "%23")


def appearance_id(claim: str, number: int, given: str | None) -> str:
    """The id of a claim's appearance: its own, or one made from its number, from 1."""
    return given or f"{claim}.a{number}"


def evidence_id(verdict: str, number: int, given: str | None) -> str:
    """The id of a verdict's evidence: its own, or one made from its number, from 1."""
    return given or f"{verdict}.e{number}"


def earlier_id(verdict: str, number: int) -> str:
    """The id of a verdict's explanation that no longer stands, from its number, from 1."""
    return f"{verdict}.h{number}"


def text_id(part: str) -> str:
    """The id of the block that holds a claim's words, or the words quoted."""
    return f"{part}.text"


def explanation_id(verdict: str) -> str:
    """The id of the block that holds a verdict's explanation."""
    return f"{verdict}.explanation"


def note_id(evidence: str) -> str:
    """The id of the block that holds the note on a piece of evidence."""
    return f"{evidence}.note"


def event_id(claim: str) -> str:
    """The id of the event at which a claim was made."""
    return f"{claim}.event"


def place_id(claim: str) -> str:
    """The id of the place at which a claim was made."""
    return f"{claim}.place"
