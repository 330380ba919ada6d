"""From a document to the element that goes into a page's head."""

import json
import re
from html import escape

from .formats import Document

_MEDIA_TYPE = "application/ld+json"
_ESCAPES = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})
# Controls and noncharacters, which make a page wrong without changing what it says; JSON has escapes for them.
# https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream
_WRONG = re.compile(
    "[\x7f-\x9f\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)


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
    written = _WRONG.sub(lambda match: json.dumps(match.group())[1:-1], document.text.translate(_ESCAPES))
    return f'<script type="{_MEDIA_TYPE}"{attribute}>{written}</script>'
