"""Which fact-check a record is that cannot be read."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from factcheck.errors import ReadingError
from factcheck.reading.compose import Event
from factcheck.reading.inputs import text_of
from factcheck.reading.json_events import json_events
from factcheck.reading.rules import Broken
from factcheck.reading.yaml_events import yaml_events

from .chunks import Raw


def id_of(raw: Raw) -> str | None:
    """The one `id` of the whole that is written before anything ends the reading; None where there is none, or a second one."""
    try:
        text = text_of(raw.body, raw.name)
    except ReadingError:
        return None
    is_json = bool(raw.line) or raw.name.lower().endswith(".json") or text.lstrip()[:1] == "{"
    found = list[str]()
    with suppress(Broken):
        for key, value in _outermost((json_events if is_json else yaml_events)(text)):
            if key == "id":
                found.append(value if isinstance(value, str) else "")
    whole = found[0] if len(found) == 1 else ""
    return whole if whole and whole == whole.encode("utf-8", "replace").decode() else None


def _outermost(events: Iterable[Event]) -> Iterator[tuple[object, object]]:
    """Keys of the outermost mapping with their values, None for what is no scalar."""
    depth, wants_key = 0, True
    key: object = None
    for kind, _, value, _ in events:
        if kind == "problem":
            continue
        if depth == 0 and kind != "mapping":
            return
        if depth == 1 and kind != "end":
            if wants_key:
                key = value if kind == "scalar" else None
            else:
                yield key, value if kind == "scalar" else None
            wants_key = not wants_key
        depth += {"mapping": 1, "list": 1, "end": -1}.get(kind, 0)
