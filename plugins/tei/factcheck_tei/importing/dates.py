"""Dates: the text where it is EDTF, else what the attributes say.

https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.datable.w3c.html
"""

import re
from collections.abc import Mapping

from lxml import etree

from factcheck import dates
from factcheck.drafts import Repair, Value
from factcheck_tei.dates import bounds
from factcheck_tei.rules import RULES

from .document import Document
from .leaves import Leaf
from .xml import children

_SAID = ("when", "notBefore", "notAfter", "from", "to")
_DOUBTS = ("cert", "precision")
_DOUBTS_SAID: Mapping[tuple[str, ...], str] = {
    (): "",
    ("cert",): "?",
    ("precision",): "~",
    ("cert", "precision"): "%",
}
_WHEN: tuple[str, ...] = ("when",)
_INSTANT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?P<time>T\d\d:\d\d(?::\d\d)?)?(?P<fraction>\.\d+)?(?P<zone>Z|[+-]\d\d:\d\d)?"
)


def date(document: Document, element: etree._Element | None) -> Value[Leaf] | None:
    """The date that an element says, None where there is none or nobody could read it."""
    if element is None:
        return None
    words = document.words(element)
    written = words if words and _is_edtf(words.text) else None
    attributes = {name: value for name in _SAID if (value := element.get(name))}
    if written and document.exact:
        return written
    if written and _agrees(written.text, attributes):
        return written.by(*(Leaf(element, name) for name in attributes))
    made = _of_attributes(element, attributes)
    if made is None:
        for name in attributes:
            document.reason(element, name, "tei-invalid-value", "this is no date of ISO 8601, such as 2024-05-06")
    return made or written


def date_of(document: Document, element: etree._Element | None, kind: str | None) -> Value[Leaf] | None:
    """The date of this type among the children of an element; without one, the first that has none either."""
    found = next((each for each in children(element, "date") if each.get("type") == kind), None)
    value = date(document, found)
    return value.by(Leaf(found, "type")) if value and found is not None and kind else value


def when(element: etree._Element) -> Value[Leaf] | None:
    """The date that the attributes of an element say."""
    return _of_attributes(element, {name: value for name in _SAID if (value := element.get(name))})


def _agrees(edtf: str, attributes: dict[str, str]) -> bool:
    return not attributes or attributes == bounds(edtf)


def _of_attributes(element: etree._Element, said: dict[str, str]) -> Value[Leaf] | None:
    """A single date, or the span from the earliest to the latest."""
    first = next((name for name in ("notBefore", "from") if name in said), None)
    last = next((name for name in ("notAfter", "to") if name in said), None)
    if "when" in said:
        names, written = _WHEN, _single(said["when"])
    elif first or last:
        names = tuple(filter(None, (first, last)))
        ends = [_single(said[name]).partition("T")[0] if name else ".." for name in (first, last)]
        written = "/".join(ends)
    else:
        return None
    if not _is_edtf(written):
        return None
    repair = None if all(said[name] in written for name in names) else Repair(RULES["tei-date"])
    return _doubted(element, Value(written, tuple(Leaf(element, name) for name in names), repair))


def _doubted(element: etree._Element, value: Value[Leaf]) -> Value[Leaf]:
    """A single date with the doubt that the attributes say, as EDTF has it: `2015?`, `2015~`, `2015%`."""
    doubts = tuple(name for name in _DOUBTS if element.get(name) == "low")
    doubted = f"{value.value}{_DOUBTS_SAID[doubts]}"
    if "/" in doubted or not _is_edtf(doubted):
        return value
    return Value(doubted, (*value.places, *(Leaf(element, name) for name in doubts)), value.repair)


def _single(value: str) -> str:
    """A W3C date in EDTF: without fractions of a second, without the zone of a day, with the seconds."""
    found = _INSTANT.fullmatch(value)
    if not found:
        return value
    if not found["time"]:
        return found["day"]
    seconds = "" if found["time"].count(":") == 2 else ":00"
    return f"{found['day']}{found['time']}{seconds}{found['zone'] or ''}"


def _is_edtf(text: str) -> bool:
    try:
        dates.known(text)
    except ValueError:
        return False
    return True
