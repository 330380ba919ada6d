"""From a document to the element that goes into a page's head."""

from html import escape

from .formats import Document

_MEDIA_TYPE = "application/ld+json"
_ESCAPES = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def script_tag(document: Document, nonce: str | None = None) -> str:
    """The script element that carries a JSON-LD document, `nonce` for pages with a Content Security Policy.

    No text in the document can end the element or open another one, whichever exporter wrote it: in JSON
    these characters stand in strings alone, where their escapes mean the same.
    Raises ValueError for a document of another media type.
    https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
    """
    if document.media_type.partition(";")[0] != _MEDIA_TYPE:  # parameters may name a profile
        raise ValueError(f"a script element holds {_MEDIA_TYPE}, and this document is {document.media_type}")
    attribute = f' nonce="{escape(nonce)}"' if nonce is not None else ""
    return f'<script type="{_MEDIA_TYPE}"{attribute}>{document.text.translate(_ESCAPES)}</script>'
