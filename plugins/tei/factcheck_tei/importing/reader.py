"""A TEI as the data of a fact-check, each value with the leaves that say it."""

import uuid

from factcheck.drafts import Part, Value, part, plain

from .agents import People
from .annotations import Annotations
from .claims import Context, claims
from .document import Document
from .header import head
from .leaves import Leaf
from .scale import rating_scale
from .sources import Pages, sources
from .topics import topics
from .verdicts import rated, verdicts

_LONGEST = 2000


def read(document: Document, language: str) -> Part[Leaf] | None:
    """What a document says; None where it has no claims. `language` is for one that says none."""
    annotations, people = Annotations(document), People(document)
    if not annotations.of("claims"):
        message = "there is no annotation of a claim in it, in a `listAnnotation` of type `claims`"
        document.note("tei-no-claim", message, document.root)
        return None
    pages = Pages(document)
    fields = head(document, people, annotations, language)
    spoken = str(plain(fields["language"])) if fields["language"] else "und"
    found = part(
        {
            **fields,
            "topics": topics(document),
            "rating_scale": rating_scale(document, rated(document, annotations), spoken),
            "claims": claims(Context(document, annotations, people, pages)),
            "verdicts": verdicts(document, annotations, people),
        }
    )
    found.fields["sources"] = [*sources(document, people), *pages.sources()]
    found.fields["agents"] = list(people.agents())  # last, when everybody has been mentioned
    _complete(document, found)
    return found


def _complete(document: Document, found: Part[Leaf]) -> None:
    """The headline and the id that a fact-check needs and a document may lack."""
    claimed = plain(found.fields.get("claims", []))
    texts = [str(claim.get("text", "")) for claim in claimed]
    if "headline" not in found.fields and texts:
        made = texts[0][:_LONGEST].strip()
        document.note("tei-no-headline", "the first claim stands in for it", document.root, stood="", made=made)
        found.fields["headline"] = Value(made)
    if "id" not in found.fields:
        said = repr((texts, plain(found.fields.get("headline", []))))
        made = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, said)}"
        message = "it has no identifier: one is made from its claims"
        document.note("tei-no-id", message, document.root, stood="", made=made)
        found.fields["id"] = Value(made)
