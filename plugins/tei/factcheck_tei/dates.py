"""date: the EDTF text as it was written, with as much of it in attributes as W3C datatypes can say.

https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.datable.w3c.html
"""

from functools import lru_cache

from factcheck import dates

from .markup import NOTHING, Markup, optional, text

_LAST_OFFSET = "14:00"
_MOST = 4096  # a fact-check shows each of its dates several times, and those of one archive are often the same


@lru_cache(_MOST)
def date(edtf: str | None, kind: str | None = None) -> Markup:
    """A date, or nothing where it is not known."""
    if edtf is None:
        return NOTHING
    attributes = f"{optional('type', kind)}{datable(edtf)}{_doubt(dates.known(edtf))}"
    return Markup(f"<date{attributes}>{text(edtf)}</date>")


@lru_cache(_MOST)
def datable(edtf: str | None) -> str:
    """The attributes of what happened on this date; nothing where it is not known."""
    return "" if edtf is None else "".join([f' {name}="{value}"' for name, value in bounds(edtf).items()])


def bounds(edtf: str) -> dict[str, str]:
    """What attributes say of a date: `when`, or `notBefore` and `notAfter`, as far as they are known."""
    known = dates.known(edtf)
    names = ("when",) if known.earliest == known.latest else ("notBefore", "notAfter")
    said = zip(names, (known.earliest, known.latest), strict=False)
    return {name: _xsd(value) for name, value in said if value is not None}


def _doubt(known: dates.Known) -> str:
    cert = ' cert="low"' if known.uncertain else ""
    precision = ' precision="low"' if known.approximate else ""
    return cert + precision


def _xsd(value: str) -> str:
    """The same date or instant in XML Schema's form, which wants the minutes of an offset."""
    if "T" not in value:
        return value
    offset = value[19:]
    if offset in ("", "Z"):
        return value
    offset = offset if ":" in offset else f"{offset}:00"
    if offset[1:] > _LAST_OFFSET or offset == f"-{_LAST_OFFSET}":  # XML Schema has the second, jing has not
        return value[:10]
    return value[:19] + offset
