"""date: the EDTF text as it was written, with as much of it in attributes as W3C datatypes can say.

https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.datable.w3c.html
"""

from functools import lru_cache

from factcheck import dates

from .markup import NOTHING, Markup, element, text

_LAST_OFFSET = "14:00"
_known = lru_cache(maxsize=1024)(dates.known)


def date(edtf: str | None, kind: str | None = None) -> Markup:
    """A date, or nothing where it is not known."""
    if edtf is None:
        return NOTHING
    known = _known(edtf)
    return element("date", text(edtf), type=kind, **_when(known), **_doubt(known))


def datable(edtf: str | None) -> dict[str, str | None]:
    """`when`, or `notBefore` and `notAfter`, of what happened on this date; none where it is not known."""
    return {} if edtf is None else _when(_known(edtf))


def _when(known: dates.Known) -> dict[str, str | None]:
    if known.earliest == known.latest:
        return {"when": _xsd(known.earliest)}
    return {"notBefore": _xsd(known.earliest), "notAfter": _xsd(known.latest)}


def _doubt(known: dates.Known) -> dict[str, str | None]:
    return {
        "cert": "low" if known.uncertain else None,
        "precision": "low" if known.approximate else None,
    }


def _xsd(value: str | None) -> str | None:
    """The same date or instant in XML Schema's form, which wants the minutes of an offset."""
    if value is None or "T" not in value:
        return value
    offset = value[19:]
    if offset in ("", "Z"):
        return value
    offset = offset if ":" in offset else f"{offset}:00"
    if offset[1:] > _LAST_OFFSET or offset == f"-{_LAST_OFFSET}":  # XML Schema has the second, jing has not
        return value[:10]
    return value[:19] + offset
