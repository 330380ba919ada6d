"""ClaimReviews as RDF: the dataset that their JSON-LD says, in N-Quads. https://www.w3.org/TR/n-quads/"""

import re
from collections.abc import Sequence
from hashlib import blake2b
from typing import BinaryIO

import orjson

from factcheck import Container, Document, FactCheck, Finding, Options

from .bodies import CONTEXT_KEY, compact
from .extras import missing
from .rules import RULES

# What schema.org's context for JSON-LD says of the properties that we write; all others hold text or nodes.
_ADDRESSES = (
    "actionableFeedbackPolicy", "archivedAt", "contentUrl", "correctionsPolicy", "ethicsPolicy", "isBasedOn", "isPartOf",
    "license", "originalMediaLink", "publishingPrinciples", "sameAs", "sdLicense", "url", "verificationFactCheckingPolicy",
)  # fmt: skip
_DATES = ("dateCreated", "dateModified", "datePublished")

CONTEXT = {
    "@vocab": "http://schema.org/",
    **{name: {"@type": "@id"} for name in _ADDRESSES},
    **{name: {"@type": "Date"} for name in _DATES},
}
"""Stands in for schema.org's context, which would have to be fetched."""

_INLINE = b'"@context":' + orjson.dumps(CONTEXT)
# A blank node is the first word of a line, or the last before its full stop; in a literal neither can be: its line ends
# behind a quotation mark, a type or a language. The search for a fixed beginning is what makes this fast.
_BLANK = re.compile(rb"_:(?:(?<=^_:)|(?<=> _:))(\w+)(?= <| \.$)", re.MULTILINE)


class NQuads(Container):
    """A line a statement; blank nodes are called after a checksum of the document that they stand in."""

    name = "nquads"
    summary = "RDF N-Quads: the statements that the ClaimReviews make"
    media_type = "application/n-quads"
    suffixes = (".nq",)
    formats = ("claimreview",)
    separator = b""

    def ready(self, options: Options) -> Sequence[Finding]:  # noqa: ARG002  # it has none
        """It takes pyoxigraph."""
        return missing("pyoxigraph", "N-Quads are made by pyoxigraph", "rdf")

    def piece(self, fact_check: FactCheck, document: Document, options: Options) -> bytes:  # noqa: ARG002  # the document is all
        """The statements of one document, each once, in their order there."""
        from pyoxigraph import RdfFormat, parse, serialize  # noqa: PLC0415  # an extra

        written = compact(document.body).replace(CONTEXT_KEY, _INLINE)
        # Lenient: an address that is no IRI in all strictness is told by `validate`, and its statement is not lost.
        lines = serialize(parse(written, format=RdfFormat.JSON_LD, lenient=True), format=RdfFormat.N_QUADS) or b""
        named = _renamed(lines, blake2b(document.body, digest_size=8).hexdigest().encode())
        return b"".join(dict.fromkeys(named.splitlines(keepends=True)))

    def validate(self, file: BinaryIO) -> Sequence[Finding]:
        """The first line that is no statement."""
        if found := self.ready(Options()):
            return found
        from pyoxigraph import RdfFormat, parse  # noqa: PLC0415  # an extra

        try:
            for _ in parse(file, format=RdfFormat.N_QUADS):
                pass
        except SyntaxError as error:
            return [RULES["nquads-no-rdf"].finding(error.msg).at(None, error.lineno)]
        return []


def _renamed(lines: bytes, document: bytes) -> bytes:
    """The same with the blank nodes numbered as they come: pyoxigraph gives them other names each time."""
    names = dict[bytes, bytes]()

    def name(match: re.Match[bytes]) -> bytes:
        return names.setdefault(match[1], b"_:d%s-%d" % (document, len(names) + 1))

    return _BLANK.sub(name, lines)
