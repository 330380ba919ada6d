"""Makes the table of schema.org's terms that markup is judged by: `make vocabulary`.

It reads a release of the vocabulary in JSON-LD, https://schema.org/docs/developers.html, and writes the facts that are
needed of it, one term a line: what a type is a kind of, where a property may stand and what it takes, of which type a
member of an enumeration is, and what is written in place of a term today.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent / "factcheck_claimreview/judging/schemaorg.json"
RELEASE = "30.0"
HEAD = {
    "source": f"schema.org, release {RELEASE}: https://schema.org/docs/releases.html",
    "licence": "https://creativecommons.org/licenses/by-sa/3.0/",
}
_PREFIX = "schema:"


def made(graph: list[dict[str, Any]]) -> str:
    """The table as text, out of the terms of the vocabulary."""
    terms = {term["@id"].removeprefix(_PREFIX): term for term in graph if term["@id"].startswith(_PREFIX)}
    types, properties, members = {}, {}, {}
    for name, term in sorted(terms.items()):
        kinds = _listed(term["@type"])
        if "rdfs:Class" in kinds:
            types[name] = _named(term, "rdfs:subClassOf")
        elif "rdf:Property" in kinds:
            properties[name] = [_named(term, "schema:domainIncludes"), _named(term, "schema:rangeIncludes")]
        else:
            members[name] = sorted(kind.removeprefix(_PREFIX) for kind in kinds)
    superseded = {name: _named(term, "schema:supersededBy") for name, term in sorted(terms.items())}
    parts = {
        "types": types,
        "properties": properties,
        "members": members,
        "superseded": {name: instead for name, instead in superseded.items() if instead},
    }
    return "{\n" + ",\n".join(_lines(parts)) + "\n}\n"


def _lines(parts: dict[str, Any]) -> Iterator[str]:
    yield from (f"{json.dumps(key)}: {json.dumps(value)}" for key, value in HEAD.items())
    for key, terms in parts.items():
        rows = ",\n".join(
            f"{json.dumps(name)}:{json.dumps(value, separators=(',', ':'))}" for name, value in terms.items()
        )
        yield f"{json.dumps(key)}: {{\n{rows}\n}}"


def _named(term: dict[str, Any], key: str) -> list[str]:
    names = [each["@id"] for each in _listed(term.get(key, []))]
    return sorted(name.removeprefix(_PREFIX) for name in names if name.startswith(_PREFIX))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


if __name__ == "__main__":
    TABLE.write_text(made(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["@graph"]), encoding="utf-8")
