"""Others who write a fact-check as ClaimReview, from the validated fact-check, by one mapping that is written by hand."""

import json
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import Any

import orjson
from by_hand import TYPES, claim_review, kinds, of_dicts
from measuring import Peer

from factcheck import FactCheck

Export = Callable[[FactCheck], bytes]
SCHEMA = "https://schema.org/"
CONTEXT = {"@vocab": SCHEMA}


def peers(bodies: Sequence[bytes], slow: int) -> dict[str, Peer]:
    """The peers by name, who are given these fact-checks, as bytes of JSON; those who are slow, that many of them."""
    read, some, typed = FactCheck.model_validate_json, bodies[:slow], "a reference has a type, too"
    return {
        "mapped by hand to dicts, then orjson": Peer(dicts, bodies, read, nodes),
        "mapped by hand to Structs of msgspec": Peer(partial(structs, bodies), bodies, read, nodes),
        "msgspec-schemaorg": Peer(msgspec_schemaorg, bodies, read, nodes, typed),
        "pydantic2-schemaorg": Peer(pydantic2_schemaorg, some, read, nodes, f"{typed}; `+00:00` stands for `Z`"),
        "rdflib": Peer(rdflib, some, read, triples, "no order of lists; what is said twice of a thing stands once"),
    }


def nodes(body: bytes) -> object:
    """What a document says, but for the type of a node that is only referred to, and the way to write UTC."""
    return _plain(orjson.loads(body))


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if not isinstance(value, dict):
        return value.replace("+00:00", "Z") if isinstance(value, str) else value
    return {key: _plain(each) for key, each in value.items() if key != "@type" or value.keys() != {"@id", "@type"}}


def triples(body: bytes) -> object:
    """What a document says as RDF, with the vocabulary for a context, since none is fetched."""
    from rdflib import Graph  # noqa: PLC0415  # it need not be installed
    from rdflib.compare import to_canonical_graph  # noqa: PLC0415  # as above

    document = json.dumps(orjson.loads(body) | {"@context": CONTEXT})
    return set(to_canonical_graph(Graph().parse(data=document, format="json-ld")))


def dicts() -> Export:
    types = kinds(of_dicts)
    return lambda check: orjson.dumps(claim_review(check, types))


def structs(bodies: Sequence[bytes]) -> Export:
    """With a Struct for each type, which has the fields that occur in these fact-checks and no other."""
    import msgspec  # noqa: PLC0415  # it need not be installed

    occurring: dict[str, dict[str, None]] = {kind: {} for kind in TYPES}
    noting = kinds(lambda kind: lambda **fields: occurring[kind].update(dict.fromkeys(fields)))
    for body in bodies:
        claim_review(FactCheck.model_validate_json(body), noting)

    def struct(kind: str) -> Callable[..., Any]:
        fields = [(name, Any, None) for name in occurring[kind]]
        names = {"id": "@id", "context": "@context"}
        return msgspec.defstruct(kind, fields, tag_field="@type", tag=kind, rename=names, omit_defaults=True)

    types, encoder = kinds(struct), msgspec.json.Encoder()
    return lambda check: encoder.encode(claim_review(check, types))


def msgspec_schemaorg() -> Export:
    import msgspec  # noqa: PLC0415  # it need not be installed

    types = kinds(partial(getattr, import_module("msgspec_schemaorg.models")))
    encoder = msgspec.json.Encoder()
    return lambda check: encoder.encode(claim_review(check, types))


def pydantic2_schemaorg() -> Export:
    keywords = {"id": "id_", "context": "context_"}

    def constructor(kind: str) -> Callable[..., Any]:
        model = getattr(import_module(f"pydantic2_schemaorg.{kind}"), kind)
        return lambda **fields: model(**{keywords.get(name, name): value for name, value in fields.items()})

    types = kinds(constructor)
    return lambda check: claim_review(check, types).json().encode()


def rdflib() -> Export:
    from rdflib import RDF, BNode, Graph, Literal, URIRef  # noqa: PLC0415  # it need not be installed

    types, keywords = kinds(of_dicts), {"@id", "@type", "@context"}

    def add(graph: Graph, node: Any) -> Any:
        if not isinstance(node, dict):
            return Literal(node)
        subject = URIRef(node["@id"]) if "@id" in node else BNode()
        if node.keys() != {"@id", "@type"}:
            graph.add((subject, RDF.type, URIRef(SCHEMA + node["@type"])))
        for name in node.keys() - keywords:
            value = node[name]
            for each in value if isinstance(value, list) else (value,):
                graph.add((subject, URIRef(SCHEMA + name), add(graph, each)))
        return subject

    def export(check: FactCheck) -> bytes:
        graph = Graph()
        add(graph, claim_review(check, types))
        return graph.serialize(format="json-ld", context=CONTEXT, indent=None, encoding="utf-8")

    return export
