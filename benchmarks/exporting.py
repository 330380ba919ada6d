"""How fast fact-checks are read and exported, as ratios in one run: beside what has to be done at the least, and beside peers.

    python benchmarks/exporting.py [--short]

On fact-checks of one claim with full fields, `factcheck.testing.archive`. Medians of interleaved rounds, of the processor's time, each on
fact-checks that have not been written before; exits 1 where a bar is missed by more than its margin. Peers are of the extra `bench`.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import claimreview_peers
import orjson
import tei_peers
from measuring import Bar, Peer, Row, Way, compared
from page import table
from tei_shapes import most_alike

import factcheck
from factcheck import Document, FactCheck
from factcheck.testing.archive import records


class Plan(NamedTuple):
    """How many fact-checks a round has, how many of them for those who are slow, and how many rounds there are."""

    records: int
    slow: int
    rounds: int


LONG, SHORT = Plan(200, 5, 25), Plan(100, 3, 9)
read = FactCheck.model_validate_json

CLAIMREVIEW, TEI = "ClaimReview of a fact-check", "TEI of a fact-check"
FROM_BYTES, JUDGED = "ClaimReview from bytes of JSON, validated", "the same, and the document judged by our schema"
READ_JSON, READ_YAML = "Reading JSON", "Reading YAML"
DUMPS, VALIDATE = "orjson, a dict that is there", "pydantic's `model_validate_json`"
RUAMEL, LIBYAML = "ruamel.yaml, pure Python, without validation", "PyYAML by libyaml, without validation"

# What is compared, with what is wanted. Margins are what CI lets pass; the large ones are of bars that are not met yet.
OF_CLAIMREVIEW: Mapping[tuple[str, str], Bar | None] = {
    (CLAIMREVIEW, DUMPS): Bar(3.5, margin=3.2),
    (CLAIMREVIEW, "msgspec-schemaorg"): Bar(3, "at least", margin=5),
    (CLAIMREVIEW, "pydantic2-schemaorg"): Bar(800, "at least", margin=5),
    (CLAIMREVIEW, "rdflib"): None,
    (CLAIMREVIEW, "mapped by hand to dicts, then orjson"): None,
    (CLAIMREVIEW, "mapped by hand to Structs of msgspec"): None,
    (FROM_BYTES, DUMPS): Bar(13, margin=1.8),
    (JUDGED, DUMPS): None,
}
OF_TEI: Mapping[tuple[str, str], Bar | None] = {
    (TEI, "an f-string with escaping"): Bar(3, margin=2.8),
    (TEI, "the f-string, and a check for characters that XML cannot hold"): None,
    (TEI, "jinja2"): None,
    (TEI, "lxml's `etree.xmlfile`"): Bar(2.5, "at least", margin=1.6),
    (TEI, "a tree of lxml"): None,
    (TEI, "saxonche, XSLT 3"): None,
    (TEI, "trafilatura, a page to `xmltei`"): Bar(15, "at least", margin=1.6),
    (TEI, "trafilatura, its writer alone"): None,
}
OF_READING: Mapping[tuple[str, str], Bar | None] = {
    (READ_JSON, VALIDATE): Bar(1.5, margin=1.2),
    (READ_YAML, RUAMEL): Bar(8, "at least"),
    (READ_YAML, LIBYAML): None,
}


def exported(to: str) -> Callable[[FactCheck], bytes]:
    """Our exporter of this name, looked up once, as for whoever has many fact-checks."""
    export = factcheck.Host.discover().exporting(to, {})
    return lambda check: export(check).body


def claimreview(plan: Plan, bodies: Sequence[bytes]) -> list[Row]:
    """ClaimReview of the fact-checks in these bytes of JSON."""
    host, export = factcheck.Host.discover(), exported("claimreview")
    prepared = host.exporting("claimreview", {})
    documents = [export(read(body)) for body in bodies]

    def from_bytes(body: bytes) -> Document:
        return prepared(factcheck.loads(body, name="a.json"))

    def judged(body: bytes) -> object:
        return host.validate(from_bytes(body), "claimreview")

    ways = {
        DUMPS: Way(documents, orjson.loads, orjson.dumps),
        CLAIMREVIEW: Way(bodies, read, export),
        FROM_BYTES: Way(bodies, bytes, from_bytes),
        JUDGED: Way(bodies, bytes, judged),
    }
    peers = claimreview_peers.peers(bodies, plan.slow)
    return compared(ways, peers, documents, OF_CLAIMREVIEW, plan.rounds)


def tei(plan: Plan, bodies: Sequence[bytes]) -> list[Row]:
    """TEI of those of the fact-checks whose documents differ in their values only."""
    export = exported("tei")
    body_of = {export(read(body)).decode(): body for body in bodies}
    documents = most_alike(list(body_of))
    peers = tei_peers.peers(documents, plan.slow)
    ways = {TEI: Way([body_of[document] for document in documents], read, export)}
    encoded = [document.encode() for document in documents]
    return compared(ways, peers, encoded, OF_TEI, plan.rounds)


def reading(plan: Plan, bodies: Sequence[bytes]) -> list[Row]:
    """The fact-checks of bytes of JSON and YAML."""
    texts = [factcheck.dumps(read(body)).encode() for body in bodies[: 4 * plan.slow]]
    ways = {
        READ_JSON: Way(bodies, bytes, lambda body: factcheck.loads(body, name="a.json")),
        VALIDATE: Way(bodies, bytes, read),
        READ_YAML: Way(texts, bytes, lambda text: factcheck.loads(text, name="a.yaml")),
    }
    peers = {RUAMEL: Peer(ruamel, texts[: plan.slow], bytes, data), LIBYAML: Peer(pyyaml, texts, bytes, data)}
    written = list(map(orjson.loads, bodies))
    return compared(ways, peers, written, OF_READING, plan.rounds)


def data(loaded: object) -> object:
    """What was read, which may have dates that are no texts, as a fact-check."""
    return FactCheck.model_validate(claimreview_peers.nodes(orjson.dumps(loaded)))


def ruamel() -> Callable[[bytes], Any]:
    from ruamel.yaml import YAML  # noqa: PLC0415  # it need not be installed

    return YAML(typ="safe", pure=True).load


def pyyaml() -> Callable[[bytes], Any]:
    import yaml  # noqa: PLC0415  # as the others, when it is measured

    return lambda text: yaml.load(text, yaml.CSafeLoader)


def rows(plan: Plan) -> list[Row]:
    """All that is measured here."""
    bodies = [orjson.dumps(each) for each in records(plan.records)]
    return [row for subject in (claimreview, tei, reading) for row in subject(plan, bodies)]


def main() -> int:
    measured = rows(SHORT if "--short" in sys.argv else LONG)
    print(table(measured))
    return 0 if all(row.guarded for row in measured) else 1


if __name__ == "__main__":
    sys.exit(main())
