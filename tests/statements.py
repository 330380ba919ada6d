"""Statements of RDF: as pyld makes them of JSON-LD, as pyoxigraph reads them, and whether they are the same."""

import json
import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

import pyoxigraph
from factcheck_claimreview.containers.nquads import CONTEXT
from pyld import jsonld
from schemaorg_vocabulary import SCHEMA_ORG


@cache
def schema_org():
    """schema.org's own context, None where it is not beside this repository."""
    path = SCHEMA_ORG / "schemaorgcontext.jsonld"
    return json.loads(path.read_text(encoding="utf-8"))["@context"] if path.exists() else None


def loader(url, _):
    assert url.rstrip("/") == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": schema_org() or CONTEXT}}


class Blank(NamedTuple):
    """A blank node by its label."""

    label: str


def statements(body):
    """The statements of N-Quads, as pyoxigraph reads them."""
    for quad in pyoxigraph.parse(body, format=pyoxigraph.RdfFormat.N_QUADS, lenient=True):
        yield tuple(
            Blank(each.value) if isinstance(each, pyoxigraph.BlankNode) else str(each)
            for each in (quad.subject, quad.predicate, quad.object)
        )


def expanded(body):
    """The statements that pyld makes of JSON-LD."""
    graphs = jsonld.to_rdf(json.loads(body), {"documentLoader": loader})
    for told in graphs["@default"]:
        yield tuple(written(told[part]) for part in ("subject", "predicate", "object"))


def written(term):
    """A term of pyld as N-Quads have it."""
    if term["type"] == "blank node":
        return Blank(term["value"])
    if term["type"] == "IRI":
        return f"<{term['value']}>"
    if "language" in term:
        return str(pyoxigraph.Literal(term["value"], language=term["language"]))
    return str(pyoxigraph.Literal(term["value"], datatype=pyoxigraph.NamedNode(term["datatype"])))


def number(term):
    """A term, its number with the 16 digits that JSON-LD asks for: pyoxigraph writes as many as it takes to come back equal."""
    told = re.fullmatch(r'"(.+)"\^\^<http://www.w3.org/2001/XMLSchema#double>', term) if isinstance(term, str) else None
    return f"{float(told[1]):.15E}" if told else term


def same(told):
    """A dataset whose blank nodes stand in one place each: every one as what is said of it, whatever its label."""
    of = defaultdict(set)
    for subject, predicate, value in told:
        of[subject].add((predicate, number(value)))

    def tree(value):
        return sorted((name, repr(tree(inner))) for name, inner in of[value]) if isinstance(value, Blank) else value

    named = ((subject, of[subject]) for subject in list(of) if not isinstance(subject, Blank))
    return sorted(repr((subject, predicate, tree(value))) for subject, said in named for predicate, value in said)
