"""ClaimReview in the attributes of a page: microdata and RDFa, as extruct finds them.

https://html.spec.whatwg.org/multipage/microdata.html, https://www.w3.org/TR/rdfa-core/
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from .types import local

# extruct looks for an item's properties once for each item around it: this keeps a page within a second or two.
_MOST = 40_000
_SYNTAXES = {
    "microdata": (b"itemtype", re.compile(rb"itemtype\s*+=\s*+[\"']?[^\"'>]{0,500}claimreview")),
    "rdfa": (b"typeof", re.compile(rb"typeof\s*+=\s*+[\"']?[^\"'>]{0,500}claimreview")),
}


class MissingExtraError(Exception):
    """What reads attributes is not installed."""


def syntaxes(page: bytes) -> list[str]:
    """In which of the two a page speaks of ClaimReview."""
    lowered = page.lower()
    return [name for name, (word, sign) in _SYNTAXES.items() if word in lowered and sign.search(lowered)]


def items(page: str, syntax: str, base: str | None) -> list[Any]:
    """What the attributes of a page say, as plain JSON-LD.

    Raises MissingExtraError without the extra `html`, and ValueError where the extractor gives up.
    """
    try:
        import extruct  # type: ignore[import-untyped]  # noqa: PLC0415  # has no stubs; an extra, and heavy
    except ImportError:
        raise MissingExtraError from None
    if page.count("itemscope") * page.count("itemprop") > _MOST:
        raise ValueError("there are more items and properties than can be read in time")
    try:
        found = extruct.extract(page, base_url=base, syntaxes=[syntax], uniform=True)[syntax]
    except Exception as error:  # whatever it raises at odd markup is told, and the rest of the page is read
        raise ValueError(f"{type(error).__name__}: {error}") from error
    return _nested(found) if syntax == "rdfa" else list(found)


def _nested(nodes: list[dict[str, Any]]) -> list[Any]:
    """Expanded nodes in their compact form, each without a name of its own within the one that refers to it.

    They are sorted, since the names of nameless nodes and their order change from run to run.
    """
    by_id = {node["@id"]: node for node in nodes if "@id" in node}
    referred = {identifier for node in nodes for identifier in _references(node) if identifier.startswith("_:")}
    written: set[str] = set()
    tops = [_compact(node, by_id, written) for node in nodes if node.get("@id") not in referred]
    return sorted(tops, key=lambda top: json.dumps(top, sort_keys=True))


def _references(node: Mapping[str, Any]) -> Iterator[str]:
    for values in node.values():
        for value in values if isinstance(values, list) else ():
            if isinstance(value, dict) and isinstance(value.get("@id"), str):
                yield value["@id"]


def _compact(node: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]], written: set[str]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in node.items():
        if key == "@type":
            made[key] = [local(each) for each in value]
        elif key != "@id":
            values = [_value(each, by_id, written) for each in value]
            made[local(key)] = values[0] if len(values) == 1 else sorted(values, key=json.dumps)
        elif not value.startswith("_:"):
            made[key] = value
    return made


def _value(value: Any, by_id: Mapping[str, Mapping[str, Any]], written: set[str]) -> Any:
    if not isinstance(value, dict):
        return value
    identifier = value.get("@id")
    if identifier is None:
        return value.get("@value", value)
    if identifier.startswith("_:") and identifier in by_id and identifier not in written:
        # Written out where it is first referred to: nodes that refer to each other twice would double with each step.
        written.add(identifier)
        return _compact(by_id[identifier], by_id, written)
    return identifier
