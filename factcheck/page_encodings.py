"""In which encoding a page of HTML is, by what it declares.

https://encoding.spec.whatwg.org/#names-and-labels; WHATWG HTML, 13.2.3.2: the declaration stands in the head, at its
beginning; some pages have it later.
"""

import re
from codecs import lookup

_DECLARED = re.compile(rb"<meta\b[^>]{0,500}?charset\s*+=\s*+[\"']?\s*+([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_HEAD = 100_000
# What browsers take for more than it says.
_TAKEN_FOR = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-9": "cp1254"}
# Python knows more, some of them no encodings of pages, and slow; a page that can declare itself in ASCII is not in UTF-16.
_OF_PAGES = re.compile(
    r"utf-8|cp(125\d|866|874|932|949)|iso8859-\d+|koi8-[rtu]|mac-\w+|gb\w+|big5\w*|euc_\w+|shift_jis\w*|iso2022_\w+"
)


def declared_encoding(page: bytes) -> str:
    """The encoding that a page declares, by Python's name and as browsers take it; `utf-8` where it declares none that is known."""
    end = page.find(b"</head", 0, _HEAD)
    declared = _DECLARED.search(page, 0, end if end >= 0 else _HEAD)
    try:
        name = lookup(declared[1].decode("ascii")).name if declared else "utf-8"
    except LookupError:
        return "utf-8"
    name = _TAKEN_FOR.get(name, name)
    return name if _OF_PAGES.fullmatch(name) else "utf-8"
