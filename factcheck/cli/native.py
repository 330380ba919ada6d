"""Which files are fact-checks of our own, and which are what others published."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from factcheck.errors import UnknownImporterError

if TYPE_CHECKING:
    from factcheck.findings import Finding
    from factcheck.formats import Importer, Input
    from factcheck.host import Host

SUFFIXES = (".yaml", ".yml")
# What each of our files has and no markup has beside keys of JSON-LD.
_TELLING = frozenset(("id", "headline"))
_FIRST_KEY = re.compile(r"""(?:\s|\#[^\n\r]*|---)*["']?([a-z_]+)["']?[ \t]*:(?:\s|\Z)""")


def importer_for(host: "Host", source: "Input", name: str | None) -> tuple["Importer | None", tuple["Finding", ...]]:
    """The importer of this name, else the one that can read the input; None for a fact-check of our own.

    With it comes what is wrong with importers that broke when they were asked whether they can.

    A file is ours that is called `.yaml` or `.yml`, that is JSON with an `id` or a `headline` and no key of
    JSON-LD (`@context`, `@type`), that is a text which begins with a key of ours, or that no importer can read.
    Raises UnknownImporterError where several can.
    """
    from factcheck.importing import sniffed  # noqa: PLC0415  # imports the model, which `--help` does without

    if name is not None:
        return host.importer(name), ()
    if is_ours(source):
        return None, ()
    able, _, broken = sniffed(host, source)
    if len(able) > 1:
        told = "; ".join(["name one with `--from`", *(each.message for each in broken)])
        raise UnknownImporterError(f"{' and '.join(able)} could read this; {told}")
    return host.importer(able[0]) if able else None, broken


def is_ours(source: "Input") -> bool:
    """Whether a file is a fact-check of our own, by its name or by its first keys."""
    return source.name.lower().endswith(SUFFIXES) or _begins_as_ours(source.head())


def _begins_as_ours(head: bytes) -> bool:
    from factcheck.model import FactCheck  # noqa: PLC0415  # as above

    text = head.decode("utf-8-sig", "replace")
    if text.lstrip()[:1] == "{":
        keys = set(_keys(text))
        return not _TELLING.isdisjoint(keys) and not any(key.startswith("@") for key in keys)
    first = _FIRST_KEY.match(text)
    return first is not None and first[1] in FactCheck.model_fields


def _keys(text: str) -> Iterator[str]:
    """The keys of the outermost mapping, as far as the text goes and is JSON."""
    from factcheck.reading.json_events import json_events  # noqa: PLC0415  # as above
    from factcheck.reading.rules import Broken  # noqa: PLC0415  # as above

    depth, key_is_next = 0, True
    with suppress(Broken):
        for kind, _, value, _ in json_events(text):
            if kind == "scalar" and depth == 1:
                if key_is_next:
                    yield str(value)
                key_is_next = not key_is_next
            elif kind == "end":
                depth -= 1
            elif kind != "scalar":
                depth += 1
                key_is_next = True
